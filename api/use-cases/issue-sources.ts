import { arranged, drawnUp, type Contents, type Sources } from '../../domain/bulletin/contents.ts'
import { dueAtOf, latestHours, weeksFrom, type Due } from '../../domain/bulletin/due.ts'
import type { Issue, IssueRecord, IssueState, PastIssue } from '../../domain/bulletin/issue.ts'
import { lastMoment } from '../../domain/bulletin/step.ts'
import type { IssueId } from '../../domain/kernel/ids.ts'
import { londonDay } from '../../domain/kernel/london.ts'
import { isBefore, type Instant } from '../../domain/kernel/time.ts'
import type { Council } from '../ports/council.ts'

/** How far ahead sessions are announced. */
const hoursAhead = 24 * 366
/** Of this week and those after it: the first that has not left and can still leave. */
const mostIssues = 3

export type CurrentIssue = { readonly due: Due; readonly record?: IssueRecord & { readonly etag: string } }

/**
 * The issue that is being drawn up or waits to leave; undefined when the rulebook has none to come.
 *
 * What is released leaves, whatever the rulebook has said of its week since: so it is looked for by its week's name. Only near weeks can
 * have one that the rulebook does not know of.
 */
export async function currentIssue({ bulletins, rulebook, clock }: Council): Promise<CurrentIssue | undefined> {
  const now = clock.now()
  const from = now.subtract({ hours: latestHours })
  let [week, toCome] = [0, 0]
  for (const { id, due } of weeksFrom(londonDay(from), rulebook)) {
    week += 1
    if (!due && week > mostIssues) continue
    const record = await bulletins.find(id)
    const dueAt = record && waitingUntil(record, rulebook, now)
    if (record && dueAt) return { due: { id, on: londonDay(dueAt), dueAt }, record }
    if (due && !record && isBefore(now, due.dueAt)) return { due }
    if (due && isBefore(from, due.dueAt)) toCome += 1
    if (toCome === mostIssues) return undefined
  }
  return undefined
}

/** When a record leaves; undefined when it has left, has lapsed, or its week has no issue any more. */
function waitingUntil({ issue }: IssueRecord, rulebook: Council['rulebook'], now: Instant): Instant | undefined {
  if (issue.state.kind === 'sent' || issue.state.kind === 'lapsed') return undefined
  const dueAt = dueAtOf(issue, rulebook, now)
  return dueAt && isBefore(now, lastMoment({ dueAt })) ? dueAt : undefined
}

export type Lapsed = Pick<Extract<IssueState, { kind: 'lapsed' }>, 'because'> & { readonly dueAt: Instant }

/** Weeks back in which an issue that never left is looked for: as long as any recess, in which no other leaves either. */
const weeksBack = 12

/** The issue that should have left last and never did, until another leaves: else nobody would hear of it. */
export async function lastLapsed(
  { bulletins, rulebook, clock }: Council,
  past: readonly PastIssue[],
  current: CurrentIssue | undefined,
): Promise<Lapsed | undefined> {
  const now = clock.now()
  const left = past.at(-1)
  const furthest = now.subtract({ hours: 24 * 7 * weeksBack })
  const since = left && isBefore(furthest, left.sentAt) ? left.sentAt : furthest
  const known = new Set([...past.map(({ id }) => id), current?.due.id])
  const ids = issuesBetween(since, now, rulebook).filter((id) => !known.has(id))
  const found = await Promise.all(ids.map(async (id) => bulletins.find(id)))
  const last = found
    .flatMap((each) => (each?.issue.state.kind === 'lapsed' ? [{ ...each.issue.state, dueAt: each.issue.dueAt }] : []))
    .at(-1)
  return last && !(left && isBefore(last.at, left.sentAt)) ? { dueAt: last.dueAt, because: last.because } : undefined
}

/** The issues that may have been due from one moment to another, by name. */
function issuesBetween(from: Instant, to: Instant, rulebook: Council['rulebook']): readonly IssueId[] {
  const today = londonDay(to)
  const weeks = Math.ceil(londonDay(from).until(today).days / 7)
  const [next, ...others] = [...weeksFrom(today.subtract({ days: 7 * weeks }), rulebook).take(weeks + 2)].toReversed()
  // An issue of next week may have been due in this one.
  const due = next?.due && !isBefore(to, next.due.dueAt) ? [next, ...others] : others
  return due.map(({ id }) => id).toReversed()
}

/** Everything that an issue leaving at a moment is drawn up from. */
export async function issueSources({ sessions, bulletins, offers, rulebook }: Council, at: Instant): Promise<Sources> {
  const [toCome, notices, past, offered] = await Promise.all([
    sessions.between(at, at.add({ hours: hoursAhead })),
    bulletins.notices(),
    bulletins.past(),
    offers.all(),
  ])
  return { sessions: toCome, notices, offers: offered, past, rulebook, at }
}

/** What an issue says if it leaves as it stands now, and when that is; of one that has left, what it said. */
export async function drawnNow(council: Council, issue: Issue): Promise<{ readonly contents: Contents; readonly at: Instant }> {
  const { state, sections, dueAt } = issue
  if (state.kind === 'sent') return { contents: state.contents, at: state.at }
  const now = council.clock.now()
  const due = dueAtOf(issue, council.rulebook, now) ?? dueAt
  const at = isBefore(due, now) ? now : due
  return { contents: arranged(drawnUp(await issueSources(council, at)), sections), at }
}
