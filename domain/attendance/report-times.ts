import type { Instant } from '../kernel/time.ts'
import { isBefore } from '../kernel/time.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import type { Session } from '../sessions/session.ts'
import { notHeld } from './register.ts'
import type { TeamsReport } from './teams-report.ts'

/** Minutes after the end. Teams has a report within minutes, and a meeting that runs over has a later one. */
const readAfterMinutes = [10, 45, 180, 24 * 60]

type Online = Pick<Session, 'joinUrl' | 'endsAt' | 'standing' | 'decision'>

/**
 * When Teams is next asked who joined: a few times after the end, and no more once a reading at least three quarters of an hour after it
 * has brought a report. Undefined: never, for what was not held online, was cancelled or postponed, or by a
 * rulebook that leaves Teams out (C2.6, C3.4, C3.14).
 */
export function nextReportAt(
  session: Online,
  report: TeamsReport | undefined,
  { recordedBy }: Rulebook['attendance'],
  now: Instant,
): Instant | undefined {
  const { joinUrl, endsAt } = session
  if (joinUrl === undefined || notHeld(session) || !recordedBy.includes('teams-report')) return undefined
  const isWhole = report?.kind === 'read' && !isBefore(report.at, endsAt.add({ minutes: readAfterMinutes[1] ?? 0 }))
  if (isWhole) return undefined
  const readAt = report?.at
  const times = readAfterMinutes.map((minutes) => endsAt.add({ minutes }))
  // The last that has come and was not read stands for those before it.
  const open = times.filter((time) => readAt === undefined || isBefore(readAt, time))
  return open.findLast((time) => !isBefore(now, time)) ?? open[0]
}
