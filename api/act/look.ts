import { nextReportAt } from '../../domain/attendance/report-times.ts'
import { attentionOf } from '../../domain/duties/attention.ts'
import { owed } from '../../domain/duties/owed.ts'
import { asDue } from '../../domain/duties/duty-ids.ts'
import type { Owed } from '../../domain/duties/owed-context.ts'
import type { SessionId } from '../../domain/kernel/ids.ts'
import { isSame } from '../../domain/kernel/same.ts'
import { pairOf } from '../../domain/sessions/other-runs.ts'
import type { SessionRecord } from '../../domain/sessions/session-record.ts'
import type { Log } from '../log.ts'
import type { Compose, ComposeContext, Senders } from '../ports/compose.ts'
import type { Council } from '../ports/council.ts'
import { Unavailable } from '../ports/unavailable.ts'
import { refreshCards } from './cards.ts'
import { contextForLook } from './context.ts'
import { askOfferLook } from './offer-concerned.ts'
import { overlapsConcerned } from './overlaps-concerned.ts'
import { concernedAmong, needsConcerned, newsIn, runsConcerned } from './runs-concerned.ts'

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
    const context = await contextForLook(council, record)
    const follows = owed(record, context)
    if (changes(record, follows)) {
      await council.sessions.save(changeOf(record, follows), { etag: record.etag }, 'under-way')
      continue // saved or stale, the next turn looks at what there is now
    }
    if ((await renewLists(council, record, context, follows)) === 'look again') continue
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

/** Renews what lists and officers see of a session, and has the other runs looked at that show something of it. */
async function renewLists(
  council: Council,
  record: SessionRecord,
  context: ComposeContext,
  { nextLookAt }: Pick<Owed, 'nextLookAt'>,
): Promise<'renewed' | 'look again'> {
  const { members, officers, rulebook, otherRuns, now, around } = context
  const news = await newsIn(council, record, otherRuns)
  const overlaps = await overlapsConcerned(council, record, context)
  const concerned = [
    ...(news ? runsConcerned(news, context) : []),
    ...(news ? await needsConcerned(council, news, context) : []),
    ...overlaps.concerned,
  ]
  await askLooks(council, concerned) // a crash after the lists are renewed would lose it
  await council.sessions.project(
    record,
    attentionOf(record, members, officers, rulebook, otherRuns, now, around, context.elsewhere),
    nextLookAt,
  )
  await askTeamsReport(council, record, context)
  await askOfferLook(council, record)
  // Whoever looked in between saw the lists as they were, and so did we: of two sessions arranged at once, neither saw the other.
  const since = await overlaps.seenSince()
  await askLooks(council, [...overlaps.concerned, ...since])
  if (since.length > 0) return 'look again'
  if (!news) return 'renewed'
  const runs = await council.sessions.runsOf(record.session.courseId)
  await askLooks(council, [...concerned, ...concernedAmong(runs, news, rulebook)])
  return pairOf(record.session, runs, rulebook) === pairOf(record.session, otherRuns, rulebook) ? 'renewed' : 'look again'
}

/** Of a session held online: when Teams can say who joined (C2.6). */
async function askTeamsReport(
  { sessions }: Council,
  { session, teamsReport }: SessionRecord,
  { rulebook, now }: ComposeContext,
): Promise<void> {
  const at = nextReportAt(session, teamsReport, rulebook.attendance, now)
  if (at) await sessions.askTeamsReport(session.id, at)
}

async function askLooks({ sessions }: Council, ids: readonly SessionId[]): Promise<void> {
  for (const id of new Set(ids)) await sessions.askLook(id)
}

function changes(record: SessionRecord, follows: Owed): boolean {
  const saysMore = follows.duties.length > 0 || follows.history.length > 0
  const moved = !isSame(record.session.undersubscribed, follows.undersubscribed) || !isSame(record.moments, follows.moments)
  return saysMore || moved
}

function changeOf(record: SessionRecord, { undersubscribed, moments, history, duties }: Owed) {
  return { session: { ...record.session, undersubscribed }, moments, history, duties: duties.map(asDue) }
}
