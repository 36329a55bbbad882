import type { SessionId } from '../../domain/kernel/ids.ts'
import { ok, refused } from '../../domain/kernel/result.ts'
import type { Result } from '../../domain/kernel/result.ts'
import type { Officer } from '../../domain/members/officer.ts'
import { clearsCalendars, decided, knownAt, mayDecide } from '../../domain/sessions/deciding.ts'
import type { DecisionRefusal } from '../../domain/sessions/deciding.ts'
import { needsOf } from '../../domain/sessions/mandatory.ts'
import type { Decision } from '../../domain/sessions/decision.ts'
import type { DecisionBody } from '../contracts/decisions.ts'
import type { Council } from '../ports/council.ts'
import { elsewhereOf } from './read-elsewhere.ts'

export type DecideRefusal =
  DecisionRefusal | { readonly kind: 'no-such-session' } | { readonly kind: 'changed-since-seen' } | { readonly kind: 'message-missing' }

/**
 * Records an officer's choice with what was known when it was taken, in one write. What is owed because of it follows at the look.
 *
 * Never tried again when somebody was faster: she decided on what she saw. Clauses: C3.1, C3.4, C3.10.
 */
export async function decideSession(
  council: Pick<Council, 'clock' | 'rulebook' | 'sessions' | 'members' | 'meetings'>,
  officer: Officer,
  order: DecisionBody & { readonly sessionId: SessionId },
): Promise<Result<Decision, DecideRefusal>> {
  const { clock, rulebook, sessions } = council
  const found = await sessions.find(order.sessionId)
  if (!found) return refused({ kind: 'no-such-session' })

  const now = clock.now()
  const otherRuns = await sessions.runsOf(found.session.courseId)
  const { choice, reasonId, reasonWords, message, mergeWith, seen } = order
  const chosen = {
    choice,
    reasonId,
    ...(reasonWords ? { reasonWords } : {}),
    ...(message ? { message } : {}),
    ...(mergeWith ? { mergeWith } : {}),
  }
  const elsewhere = await elsewhereOf(council, found.session, otherRuns, mergeWith)
  const may = mayDecide(found, chosen, rulebook, otherRuns, now, elsewhere.sessions)
  if (!may.ok) return may
  if (clearsCalendars(choice) && !message) return refused({ kind: 'message-missing' })
  if (found.etag !== seen) return refused({ kind: 'changed-since-seen' })

  const run = otherRuns.find((each) => each.id === mergeWith)
  const needs = needsOf(found.session, { members: await council.members.all(), rulebook, elsewhere, now })
  const decision: Decision = {
    choice,
    by: officer.id,
    byName: officer.name,
    at: now,
    reasonId,
    ...(reasonWords ? { reasonWords } : {}),
    ...(message ? { message } : {}),
    ...(choice === 'merge' && run ? { mergeWith: run.id } : {}),
    knowing: knownAt(found.session, rulebook, otherRuns, now, needs),
  }
  const written = await sessions.save(decided(found.session, decision), { etag: seen })
  return written === 'saved' ? ok(decision) : refused({ kind: 'changed-since-seen' })
}
