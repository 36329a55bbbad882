import { briefMark, briefTrouble, type BriefGiven, type BriefTrouble } from '../../domain/brief/given.ts'
import type { SessionId } from '../../domain/kernel/ids.ts'
import { ok, refused } from '../../domain/kernel/result.ts'
import type { Result } from '../../domain/kernel/result.ts'
import type { Officer } from '../../domain/members/officer.ts'
import type { Council } from '../ports/council.ts'

export type GiveBriefRefusal =
  | { readonly kind: BriefTrouble }
  | { readonly kind: 'no-such-session' }
  /** It says something else than what she gave. */
  | { readonly kind: 'changed-since-seen' }
  | { readonly kind: 'busy' }

type Order = { readonly sessionId: SessionId; readonly seen: string }

const attempts = 6

/**
 * C1.11: writes down that the presenter has the brief, once for what it says. Quorate sends nothing by this: how it was given is the
 * officer's.
 */
export async function giveBrief(
  { clock, rulebook, sessions }: Pick<Council, 'clock' | 'rulebook' | 'sessions'>,
  officer: Officer,
  { sessionId, seen }: Order,
): Promise<Result<BriefGiven, GiveBriefRefusal>> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const found = await sessions.find(sessionId)
    if (!found) return refused({ kind: 'no-such-session' })
    const { session } = found
    const at = clock.now()
    const trouble = briefTrouble(session, rulebook, at)
    if (trouble) return refused({ kind: trouble })
    const of = briefMark(session)
    if (of !== seen) return refused({ kind: 'changed-since-seen' })
    if (session.brief?.of === of) return ok(session.brief)

    const brief: BriefGiven = { of, by: officer.id, byName: officer.name, at }
    const history = [{ at, what: { kind: 'brief-given', byName: officer.name, again: session.brief !== undefined } }] as const
    if ((await sessions.save({ session: { ...session, brief }, history }, { etag: found.etag })) === 'saved') return ok(brief)
  }
  return refused({ kind: 'busy' })
}
