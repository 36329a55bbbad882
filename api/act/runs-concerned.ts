import { isSame } from '../../domain/kernel/same.ts'
import type { CourseId, SessionId } from '../../domain/kernel/ids.ts'
import type { Rulebook } from '../../domain/rulebook/rulebook.ts'
import { courseOf } from '../../domain/sessions/course.ts'
import { rulesMetBy } from '../../domain/sessions/mandatory.ts'
import { pairOf } from '../../domain/sessions/other-runs.ts'
import type { SessionRecord, SessionSummary } from '../../domain/sessions/session-record.ts'
import { summaryOf } from '../../domain/sessions/summary.ts'
import type { ComposeContext } from '../ports/compose.ts'
import type { Council } from '../ports/council.ts'

/** A session that other runs of its course should know anew: as lists show it, if they do yet, and as it now is. */
export type News = { readonly shown: SessionSummary | undefined; readonly now: SessionSummary; readonly formerly: readonly CourseId[] }

export function newsIn(record: SessionRecord, runs: readonly SessionSummary[]): News | undefined {
  const now = summaryOf(record)
  const shown = runs.find((run) => run.id === now.id)
  const isAsShown = shown && isSame(shown.counts, now.counts) && isSame(shown.standing, now.standing) && shown.kind === now.kind
  if (isAsShown && shown.startsAt.equals(now.startsAt)) return undefined
  return { shown, now, formerly: shown ? [] : formerCourses(record) }
}

function formerCourses({ session, history }: SessionRecord): readonly CourseId[] {
  const courses = history.flatMap(({ what }) => (what.kind === 'renamed' ? [courseOf(what.from)] : []))
  return [...new Set(courses)].filter((course) => course !== session.courseId)
}

/** The runs to be looked at because of it, those of the course that it was a run of before it was renamed among them. */
export async function runsConcerned(
  { sessions }: Council,
  news: News,
  { otherRuns, rulebook }: Pick<ComposeContext, 'otherRuns' | 'rulebook'>,
): Promise<readonly SessionId[]> {
  const left = await Promise.all(news.formerly.map(async (course) => sessions.runsOf(course)))
  const behind = left.flatMap((runs) => {
    const shown = runs.find((run) => run.id === news.now.id)
    return concernedAmong(runs, { ...news, shown }, rulebook)
  })
  return [...concernedAmong(otherRuns, news, rulebook), ...behind]
}

const aYear = { hours: 24 * 366 }

/** C3.15: cancelled sessions of which somebody may have a need left open that this one would meet, or would no longer. */
export async function needsConcerned(
  { sessions }: Council,
  { session }: SessionRecord,
  { rulebook, now }: Pick<ComposeContext, 'rulebook' | 'now'>,
): Promise<readonly SessionId[]> {
  const rules = new Set(rulesMetBy(session, rulebook).map(({ id }) => id))
  if (rules.size === 0) return []
  const near = await sessions.between(now.subtract(aYear), now.add(aYear))
  return near
    .filter((other) => other.id !== session.id && other.standing.kind === 'cancelled')
    .filter((other) => rulesMetBy(other, rulebook).some(({ id }) => rules.has(id)))
    .map(({ id }) => id)
}

/** Cards of open cases show how many are coming to the other runs; and a run wants a repeat at another time of day (C14.4). */
export function concernedAmong(runs: readonly SessionSummary[], { shown, now }: News, rulebook: Rulebook): readonly SessionId[] {
  const others = runs.filter((run) => run.id !== now.id)
  const before = shown ? [...others, shown] : others
  const after = [...others, now]
  const hasOtherPair = (run: SessionSummary) => pairOf(run, before, rulebook) !== pairOf(run, after, rulebook)
  return others.filter((run) => run.undersubscribed.kind === 'open' || hasOtherPair(run)).map(({ id }) => id)
}
