import { londonDay, partOfDay } from '../../domain/kernel/london.ts'
import { isBefore } from '../../domain/kernel/time.ts'
import type { Instant } from '../../domain/kernel/time.ts'
import { schoolHolidayOn } from '../../domain/kernel/working-days.ts'
import { sensitiveAt } from '../../domain/planning/date-points.ts'
import { kindOf } from '../../domain/rulebook/in-force.ts'
import type { Rulebook } from '../../domain/rulebook/rulebook.ts'
import { otherRunsOf } from '../../domain/sessions/other-runs.ts'
import { isOffered } from '../../domain/sessions/postponed.ts'
import type { SessionSummary } from '../../domain/sessions/session-record.ts'
import { myUptake, stateOf } from '../../domain/sessions/summary.ts'
import type { ProgrammeRow } from '../contracts/programme.ts'
import { onWire } from './on-wire.ts'

export type Show = { readonly rulebook: Rulebook; readonly now: Instant }

/** A session as every list and page of the officers heads it. `runs`: whatever other sessions of the course are known. */
export function programmeRowOf(session: SessionSummary, runs: readonly SessionSummary[], { rulebook, now }: Show): ProgrammeRow {
  const kind = kindOf(rulebook, session.kind)
  const [sensitive] = sensitiveAt(session, rulebook)
  const holiday = schoolHolidayOn(londonDay(session.startsAt), rulebook.workingDays)
  return {
    sessionId: session.id,
    title: session.title,
    kindLabel: kind.label,
    countsAs: kind.countsAs,
    audience: kind.audience,
    delivery: session.delivery,
    startsAt: String(session.startsAt),
    endsAt: String(session.endsAt),
    ...(session.place ? { place: session.place } : {}),
    ...(holiday ? { schoolHoliday: holiday } : {}),
    ...(sensitive && isOffered(session) && isBefore(now, session.startsAt) ? { publicityCheck: sensitive.label } : {}),
    counts: session.counts,
    invited: session.invited,
    uptake: onWire(myUptake(session, rulebook, now)),
    state: onWire(stateOf(session, rulebook, now)),
    otherRuns: otherRunsOf(session, runs, rulebook).map((run) => otherRunView(run, rulebook)),
  }
}

export function otherRunView(run: SessionSummary, rulebook: Rulebook): ProgrammeRow['otherRuns'][number] {
  return {
    sessionId: run.id,
    startsAt: String(run.startsAt),
    endsAt: String(run.endsAt),
    ...(run.place ? { place: run.place } : {}),
    delivery: run.delivery,
    accepted: run.counts.accepted,
    partOfDay: partOfDay(run.startsAt, rulebook.programme.eveningFrom),
  }
}

/** A reason as the council's list names it; one that was since taken off the list is told by its id. */
export function reasonLabel(id: string, { cancellation }: Pick<Rulebook, 'cancellation'>): string {
  return cancellation.reasons.find((reason) => reason.id === id)?.label ?? id.replaceAll('-', ' ')
}
