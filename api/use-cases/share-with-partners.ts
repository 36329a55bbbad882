import type { SessionId } from '../../domain/kernel/ids.ts'
import { ok, refused } from '../../domain/kernel/result.ts'
import type { Result } from '../../domain/kernel/result.ts'
import type { Officer } from '../../domain/members/officer.ts'
import { shareDuties } from '../../domain/partners/sharing.ts'
import type { Share } from '../../domain/partners/told.ts'
import type { Council } from '../ports/council.ts'
import { shareNow, type ShareTrouble } from './partner-emails.ts'

export type ShareRefusal =
  | { readonly kind: 'no-such-session' }
  | { readonly kind: ShareTrouble['kind'] }
  /** The words, the list, or what was shared is not what she saw: nothing leaves that nobody has read. */
  | { readonly kind: 'changed-since-seen' }
  | { readonly kind: 'busy' }

/** `number`: which share of this session it is to be; `press` names what was pressed, so that it is done once. */
export type ShareOrder = { readonly sessionId: SessionId; readonly number: number; readonly seen: string; readonly press: string }

const attempts = 6

/**
 * Tells the council's partners of an event, in the words that the officer has just read: one email for each address.
 *
 * Clauses: C4.18 (HR 2.6). What was told is kept with the session, so that a change says what it was.
 */
export async function shareWithPartners(council: Council, officer: Officer, order: ShareOrder): Promise<Result<Share, ShareRefusal>> {
  const { clock, sessions, members, rulebook, profile } = council
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const [found, roll] = await Promise.all([sessions.find(order.sessionId), members.all()])
    if (!found) return refused({ kind: 'no-such-session' })
    const { session } = found
    const before = session.shares ?? []
    const same = before.find(({ press }) => press === order.press)
    if (same) return ok(same)

    const now = clock.now()
    const { told, to, trouble, seen } = shareNow(found, { profile, rulebook, members: roll, now })
    if (order.number !== before.length + 1) return refused({ kind: 'changed-since-seen' })
    if (trouble || !told) return refused({ kind: trouble?.kind ?? 'not-marked' })
    if (seen !== order.seen) return refused({ kind: 'changed-since-seen' })

    const { number, press } = order
    const share: Share = { number, press, by: officer.id, byName: officer.name, at: now, told, partners: to.length }
    const again = to.some(({ prior }) => prior !== undefined)
    const what = { kind: 'shared-with-partners', byName: officer.name, partners: to.length, again } as const
    const change = {
      session: { ...session, shares: [...before, share] },
      history: [{ at: now, what }],
      duties: shareDuties(session, number, to, now),
    }
    if ((await sessions.save(change, { etag: found.etag })) === 'saved') return ok(share)
  }
  return refused({ kind: 'busy' })
}
