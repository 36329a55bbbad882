import type { MemberId } from '../kernel/ids.ts'
import type { DutyRecord, SessionRecord } from '../sessions/session-record.ts'
import { mayHaveLeft } from './came-back.ts'
import type { Purpose, ReminderKind, SkippedBecause } from './duty.ts'

type OfReminder = Extract<Purpose, { kind: 'reminder' }>
type Own = { readonly purpose: OfReminder; readonly state: DutyRecord['state'] }

/**
 * Who is owed a reminder anew, because theirs was put aside while the session was postponed or cancelled, or as it was moved away: by
 * Member, the how manieth time it then is. Nobody of whom anything of it has left, or may have: each gets at most one of a kind.
 *
 * Clauses: C4.12, C3.4 where what was postponed is run after all, and C3.13 where what was cancelled in Outlook by mistake stands there
 * again. What was cancelled by decision never does.
 */
export function owedAnew({ duties }: Pick<SessionRecord, 'duties'>, reminder: ReminderKind): ReadonlyMap<MemberId, number> {
  const own = duties.flatMap(({ duty: { purpose }, state }): readonly Own[] =>
    purpose.kind === 'reminder' && purpose.reminder === reminder ? [{ purpose, state }] : [],
  )
  const waiting = [...Map.groupBy(own, ({ purpose }) => purpose.memberId)].filter(([, hers]) => isOwedAnew(hers))
  return new Map(waiting.map(([memberId, hers]) => [memberId, lastOf(hers) + 1]))
}

/** What follows from its last time: put aside for another reason then, it is not owed any more. */
function isOwedAnew(own: readonly Own[]): boolean {
  const last = lastOf(own)
  return own.every(isOver) && own.some(({ purpose, state }) => (purpose.again ?? 0) === last && wasPutAside(state))
}

function isOver({ state }: Own): boolean {
  return state.kind === 'done' && !mayHaveLeft({ state })
}

function lastOf(own: readonly Own[]): number {
  return Math.max(...own.map(({ purpose }) => purpose.again ?? 0))
}

const standsInTheWay: readonly SkippedBecause[] = ['postponed', 'moved', 'cancelled']

function wasPutAside(state: DutyRecord['state']): boolean {
  return state.kind === 'done' && state.outcome.kind === 'skipped' && standsInTheWay.includes(state.outcome.because)
}
