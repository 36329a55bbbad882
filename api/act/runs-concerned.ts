import { isSame } from '../../domain/kernel/same.ts'
import type { CourseId, SessionId } from '../../domain/kernel/ids.ts'
import type { Rulebook } from '../../domain/rulebook/rulebook.ts'
import { courseOf } from '../../domain/sessions/course.ts'
import { rulesOfCourse } from '../../domain/sessions/rules-met.ts'
import { pairOf } from '../../domain/sessions/other-runs.ts'
import { isOffered } from '../../domain/sessions/postponed.ts'
import type { SessionRecord, SessionSummary } from '../../domain/sessions/session-record.ts'
import { summaryOf } from '../../domain/sessions/summary.ts'
import type { ComposeContext } from '../ports/compose.ts'
import type { Council } from '../ports/council.ts'

/** A session of which others should know anew. */
export type News = {
  /** As lists show it as a run of its course, if they do yet. */
  readonly shown: SessionSummary | undefined
  readonly now: SessionSummary
  /** As lists show it at all, be it still as a run of another course. */
  readonly was: SessionSummary | undefined
  /** The runs of each course that it was one of before, as lists show them. */
  readonly left: readonly (readonly SessionSummary[])[]
}

export async function newsIn({ sessions }: Council, record: SessionRecord, runs: readonly SessionSummary[]): Promise<News | undefined> {
  const now = summaryOf(record)
  const shown = runs.find((run) => run.id === now.id)
  if (shown) return isSame(toldToOthers(shown), toldToOthers(now)) ? undefined : { shown, now, was: shown, left: [] }
  const left = await Promise.all(formerCourses(record).map(async (course) => sessions.runsOf(course)))
  return { shown, now, was: left.flat().find((run) => run.id === now.id), left }
}

/** All of a session that the question of another one hangs on: whether it can be gone to, whether it has room, and what it meets for whom. */
function toldToOthers(summary: SessionSummary): Partial<SessionSummary> & { readonly isOffered: boolean } {
  const { title, kind, standing, startsAt, endsAt, place, counts, meets, capacity, attended } = summary
  return {
    title,
    kind,
    standing,
    isOffered: isOffered(summary),
    startsAt,
    endsAt,
    counts,
    ...(place ? { place } : {}),
    ...(meets ? { meets } : {}),
    ...(capacity === undefined ? {} : { capacity }),
    ...(attended ? { attended } : {}),
  }
}

function formerCourses({ session, history }: SessionRecord): readonly CourseId[] {
  const courses = history.flatMap(({ what }) => {
    if (what.kind === 'renamed') return [courseOf(what.from)]
    return what.kind === 'details-set' && what.leftCourse ? [what.leftCourse] : []
  })
  return [...new Set(courses)].filter((course) => course !== session.courseId)
}

/** The runs to be looked at because of it, those of the courses that it was a run of before among them. */
export function runsConcerned(news: News, { otherRuns, rulebook }: Pick<ComposeContext, 'otherRuns' | 'rulebook'>): readonly SessionId[] {
  const behind = news.left.flatMap((runs) => {
    const shown = runs.find((run) => run.id === news.now.id)
    return concernedAmong(runs, { ...news, shown }, rulebook)
  })
  return [...concernedAmong(otherRuns, news, rulebook), ...behind]
}

const aYear = { hours: 24 * 366 }

/** C3.15: cancelled sessions of which somebody may have a need left open that this one would meet, or would no longer. */
export async function needsConcerned(
  { sessions }: Council,
  { was, now: is }: News,
  { rulebook, now, otherRuns }: Pick<ComposeContext, 'rulebook' | 'now' | 'otherRuns'>,
): Promise<readonly SessionId[]> {
  const [before, after] = [
    [...otherRuns, ...(was ? [was] : [])],
    [...otherRuns, is],
  ]
  const rules = new Set([...(was ? rulesOfCourse(was, before, rulebook) : []), ...rulesOfCourse(is, after, rulebook)].map(({ id }) => id))
  if (rules.size === 0) return []
  const near = await sessions.between(now.subtract(aYear), now.add(aYear))
  return near
    .filter((other) => other.id !== is.id && other.standing.kind === 'cancelled')
    .filter((other) => [before, after].some((runs) => rulesOfCourse(other, runs, rulebook).some(({ id }) => rules.has(id))))
    .map(({ id }) => id)
}

/** Cards of open cases show how many are coming to the other runs; and a run wants a repeat at another time of day (C14.4). */
export function concernedAmong(
  runs: readonly SessionSummary[],
  { shown, now }: Pick<News, 'shown' | 'now'>,
  rulebook: Rulebook,
): readonly SessionId[] {
  const others = runs.filter((run) => run.id !== now.id)
  const before = shown ? [...others, shown] : others
  const after = [...others, now]
  const hasOtherPair = (run: SessionSummary) => pairOf(run, before, rulebook) !== pairOf(run, after, rulebook)
  return others.filter((run) => run.undersubscribed.kind === 'open' || hasOtherPair(run)).map(({ id }) => id)
}
