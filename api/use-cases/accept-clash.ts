import type { SessionId } from '../../domain/kernel/ids.ts'
import { ok, refused } from '../../domain/kernel/result.ts'
import type { Result } from '../../domain/kernel/result.ts'
import type { AcceptedClash } from '../../domain/meetings/accepted-clash.ts'
import type { Clash } from '../../domain/meetings/clash.ts'
import { acceptedIn, clashesOf } from '../../domain/meetings/clash.ts'
import type { Officer } from '../../domain/members/officer.ts'
import type { HistoryEntry } from '../../domain/sessions/session-record.ts'
import type { Council } from '../ports/council.ts'
import { aroundOf } from './read-around.ts'

export type AcceptRefusal =
  | { readonly kind: 'no-such-session' }
  /** One of the two was moved or cancelled meanwhile, or nobody is at both any more. */
  | { readonly kind: 'no-such-clash' }
  | { readonly kind: 'already-accepted' }
  | { readonly kind: 'busy' }

export type AcceptOrder = { readonly sessionId: SessionId; readonly clashId: string; readonly reason: string }

const attempts = 6

/**
 * Writes down that a session stays although it clashes, and why. What is accepted is the two at these very times, so whatever else
 * changed about the session meanwhile does not matter, and the order is tried again. The clash may wait with the other of two sessions: the
 * look that follows has that one looked at too.
 *
 * Clauses: C14.3, C14.5, C14.12.
 */
export async function acceptClash(
  council: Pick<Council, 'clock' | 'rulebook' | 'sessions' | 'meetings' | 'members'>,
  officer: Officer,
  order: AcceptOrder,
): Promise<Result<AcceptedClash, AcceptRefusal>> {
  const { clock, rulebook, sessions, members } = council
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const found = await sessions.find(order.sessionId)
    if (!found) return refused({ kind: 'no-such-session' })
    const { session } = found
    const around = await aroundOf(council, session)
    if (acceptedIn(session, order.clashId, around)) return refused({ kind: 'already-accepted' })
    const clashes = clashesOf(session, around, await members.all(), rulebook)
    const clash = clashes.find(({ id }) => id === order.clashId)
    if (!clash) return refused({ kind: 'no-such-clash' })

    const accepted = acceptedBy(officer, clash, { reason: order.reason, at: clock.now() })
    const history: readonly HistoryEntry[] = [{ at: accepted.at, what: whatOf(accepted) }]
    const acceptedClashes = [...(session.acceptedClashes ?? []), accepted]
    const written = await sessions.save({ session: { ...session, acceptedClashes }, history }, { etag: found.etag })
    if (written === 'saved') return ok(accepted)
  }
  return refused({ kind: 'busy' })
}

function acceptedBy({ id: by, name: byName }: Officer, { id, against }: Clash, given: Pick<AcceptedClash, 'reason' | 'at'>): AcceptedClash {
  return { id, beside: besideOf(against), by, byName, ...given }
}

function besideOf(against: Clash['against']): string {
  if (against.kind === 'meeting') return against.committee
  return against.kind === 'event' ? against.label : against.title
}

function whatOf({ beside, byName, reason }: AcceptedClash): HistoryEntry['what'] {
  return { kind: 'clash-accepted', beside, byName, reason }
}
