import { attentionOf } from '../../domain/duties/attention.ts'
import { owed } from '../../domain/duties/owed.ts'
import type { Duty } from '../../domain/duties/duty.ts'
import type { Owed } from '../../domain/duties/owed-context.ts'
import type { SessionId } from '../../domain/kernel/ids.ts'
import type { DutyRecord, SessionRecord } from '../../domain/sessions/session-record.ts'
import { summaryOf } from '../../domain/sessions/summary.ts'
import type { Log } from '../log.ts'
import type { Compose, ComposeContext, Senders } from '../ports/compose.ts'
import type { Council } from '../ports/council.ts'
import { Unavailable } from '../ports/unavailable.ts'
import { refreshCards } from './cards.ts'
import { contextFor } from './context.ts'

export type LookDeps = {
  readonly compose: Compose
  readonly senders: (council: Council) => Pick<Senders, 'card'>
  readonly log: Log
}

/** Turns that a session may keep changing under our eyes before we come back later. */
const turns = 10

/**
 * Works out what follows from a session as it stands now, writes it down, and renews what shows it.
 *
 * The pointer that asked for the look is kept by its owner until this has returned, so it may be broken off anywhere; and because
 * it ends only when nothing changed while it looked, two instances at once end with the newest.
 *
 * Clauses: C3.2, C3.9 and C4.12 by `owed`; C3.10 because what is owed is worked out again after every change.
 */
export async function lookAtSession(council: Council, id: SessionId, deps: LookDeps): Promise<'looked' | 'no-such-session'> {
  const begun = council.clock.mono()
  for (let turn = 0; turn < turns; turn += 1) {
    const record = await council.sessions.find(id)
    if (!record) return 'no-such-session'
    const context = await contextFor(council, record)
    const follows = owed(record, context)
    if (changes(record, follows)) {
      await council.sessions.save(changeOf(record, follows), { etag: record.etag }, 'under-way')
      continue // saved or stale, the next turn looks at what there is now
    }
    await tellOtherRuns(council, record, context)
    const { members, officers, rulebook, otherRuns, now } = context
    await council.sessions.project(record, attentionOf(record, members, officers, rulebook, otherRuns, now), follows.nextLookAt)
    const after = await council.sessions.find(id)
    if (after?.stamp !== record.stamp) continue
    await refreshCards(council, record, context, deps)
    deps.log.info('session.looked', {
      council: council.profile.id,
      session: id,
      count: turn + 1,
      durationMs: Math.round(council.clock.mono() - begun),
    })
    return 'looked'
  }
  throw new Unavailable('storage', 'a session keeps changing while it is looked at')
}

function changes(record: SessionRecord, follows: Owed): boolean {
  const saysMore = follows.duties.length > 0 || follows.history.length > 0
  const moved = !same(record.session.undersubscribed, follows.undersubscribed) || !same(record.moments, follows.moments)
  return saysMore || moved
}

function changeOf(record: SessionRecord, { undersubscribed, moments, history, duties }: Owed) {
  return { session: { ...record.session, undersubscribed }, moments, history, duties: duties.map(asDue) }
}

function asDue(duty: Duty): DutyRecord {
  return { duty, state: { kind: 'due', attempt: 0 }, notBefore: duty.notBefore }
}

/** Whether two parts of a record say the same, in whatever order their fields stand. */
function same(one: object, other: object): boolean {
  const lines = (value: object) =>
    JSON.stringify(
      Object.entries(value)
        .filter(([, field]) => field !== undefined)
        .toSorted(([one], [other]) => (one < other ? -1 : 1)),
    )
  return lines(one) === lines(other)
}

/** The card of an open case shows how the other runs stand, so a change here is looked at there. */
async function tellOtherRuns({ sessions }: Council, record: SessionRecord, { otherRuns }: ComposeContext): Promise<void> {
  const shown = otherRuns.find((run) => run.id === record.session.id)
  const now = summaryOf(record)
  const isNews = !shown || !same(shown.counts, now.counts) || !same(shown.standing, now.standing) || !shown.startsAt.equals(now.startsAt)
  if (!isNews) return
  for (const run of otherRuns) if (run.id !== now.id && run.undersubscribed.kind === 'open') await sessions.askLook(run.id)
}
