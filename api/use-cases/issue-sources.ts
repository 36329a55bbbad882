import type { Sources } from '../../domain/bulletin/contents.ts'
import { issuesAfter, latestHours, type Due } from '../../domain/bulletin/due.ts'
import type { IssueRecord } from '../../domain/bulletin/issue.ts'
import { isBefore, type Instant } from '../../domain/kernel/time.ts'
import type { Council } from '../ports/council.ts'

/** How far ahead sessions are announced. */
const hoursAhead = 24 * 366
/** Of this week and those after it: the first that has not left and can still leave. */
const mostIssues = 3

export type CurrentIssue = { readonly due: Due; readonly record?: IssueRecord & { readonly etag: string } }

/** The issue that is being drawn up or waits to leave; undefined when the rulebook has none to come. */
export async function currentIssue({ bulletins, rulebook, clock }: Council): Promise<CurrentIssue | undefined> {
  const now = clock.now()
  let looked = 0
  for (const due of issuesAfter(now.subtract({ hours: latestHours }), rulebook)) {
    const record = await bulletins.find(due.id)
    const { kind } = record?.issue.state ?? { kind: 'none' }
    if (record && kind !== 'sent' && kind !== 'lapsed') return { due, record }
    if (!record && isBefore(now, due.dueAt)) return { due }
    looked += 1
    if (looked === mostIssues) return undefined
  }
  return undefined
}

/** Everything that an issue leaving at a moment is drawn up from. */
export async function issueSources({ sessions, bulletins, rulebook }: Council, at: Instant): Promise<Sources> {
  const [toCome, notices, past] = await Promise.all([
    sessions.between(at, at.add({ hours: hoursAhead })),
    bulletins.notices(),
    bulletins.past(),
  ])
  return { sessions: toCome, notices, past, rulebook, at }
}
