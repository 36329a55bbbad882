import { bulletinVerdict } from '../../domain/bulletin/still-owed.ts'
import { stillOwed, type Verdict } from '../../domain/duties/still-owed.ts'
import type { Duty } from '../../domain/duties/duty.ts'
import { whyFailed } from '../../domain/duties/why-failed.ts'
import { outcomeVerdict } from '../../domain/places/telling.ts'
import { isIssueId, isOfferId, type DutyId, type IssueId, type MatterId, type OfferId, type SessionId } from '../../domain/kernel/ids.ts'
import type { Instant } from '../../domain/kernel/time.ts'
import type { CalendarEntry } from '../../domain/sessions/session.ts'
import type { DutyRecord } from '../../domain/sessions/session-record.ts'
import type { Compose, Composed } from '../ports/compose.ts'
import type { Council, Stored, Written } from '../ports/council.ts'
import { shownBy } from './cards.ts'
import { composeIssue, issueContext } from './compose-issue.ts'
import { composeOutcome, outcomeContext } from './compose-outcome.ts'
import { contextFor } from './context.ts'

/** The duties of one matter: of a session, of an issue of the bulletin or of an offer of places. */
export type DutiesOf = {
  duty(id: DutyId): Promise<Stored<DutyRecord> | undefined>
  moveDuty(record: DutyRecord, seen: Stored<DutyRecord>): Promise<Written>
  /** One of them has ended: of a session something may follow from that, of an offer its failing does, of an issue nothing. */
  ended(record: DutyRecord): Promise<void>
}

export function dutiesOf({ sessions, bulletins, offers }: Pick<Council, 'sessions' | 'bulletins' | 'offers'>, matter: MatterId): DutiesOf {
  if (isOfferId(matter)) {
    return {
      duty: async (id) => offers.duty(matter, id),
      moveDuty: async (record, seen) => offers.moveDuty(matter, record, seen),
      ended: async (record) => (whyFailed(record) === undefined ? undefined : offers.askLook(matter)),
    }
  }
  if (isIssueId(matter)) {
    return {
      duty: async (id) => bulletins.duty(matter, id),
      moveDuty: async (record, seen) => bulletins.moveDuty(matter, record, seen),
      ended: async () => undefined,
    }
  }
  return {
    duty: async (id) => sessions.duty(matter, id),
    moveDuty: async (record, seen) => sessions.moveDuty(matter, record, seen),
    ended: async () => sessions.askLook(matter),
  }
}

/** What a duty is discharged by: everything that decides whether it is still owed and how it is said, read now. */
export type Matter = {
  readonly now: Instant
  verdict(duty: Duty): Verdict
  compose(row: DutyRecord): Composed
  /** Of a card: what it will be known by when it is asked whether it still says what is true. */
  shows(row: DutyRecord): string | undefined
}

/** Undefined: there is no such session, issue or offer. */
export async function readMatter(council: Council, matter: MatterId, duty: Duty, compose: Compose): Promise<Matter | undefined> {
  if (isOfferId(matter)) return readOffer(council, matter)
  return isIssueId(matter) ? readIssue(council, matter, duty) : readSession(council, matter, compose)
}

async function readSession(council: Council, id: SessionId, compose: Compose): Promise<Matter | undefined> {
  const record = await council.sessions.find(id)
  if (!record) return undefined
  const context = await contextFor(council, record)
  return {
    now: context.now,
    verdict: (duty) => stillOwed(duty, record, context),
    compose: (row) => compose(row.duty, record, context, row),
    shows: (row) => shownBy(compose, row, record, context),
  }
}

async function readIssue(council: Council, id: IssueId, duty: Duty): Promise<Matter | undefined> {
  const record = await council.bulletins.find(id)
  if (!record) return undefined
  const context = await issueContext(council, duty, record.issue)
  return {
    now: context.now,
    verdict: (duty) => bulletinVerdict(duty, record.issue, context),
    compose: (row) => composeIssue(row.duty, record.issue, context),
    shows: () => undefined,
  }
}

async function readOffer(council: Council, id: OfferId): Promise<Matter | undefined> {
  const record = await council.offers.find(id)
  if (!record) return undefined
  const context = await outcomeContext(council, record)
  return {
    now: context.now,
    verdict: (duty) => outcomeVerdict(duty, record, { ...context, ...context.about }),
    compose: (row) => composeOutcome(row.duty, record, context),
    shows: () => undefined,
  }
}

/** Where it stands in Outlook; an issue or an offer stands nowhere there. */
export type InOutlook = { readonly calendar?: CalendarEntry }

export async function inOutlook({ sessions, bulletins, offers }: Council, matter: MatterId): Promise<InOutlook | undefined> {
  if (isOfferId(matter)) return (await offers.find(matter)) && {}
  if (isIssueId(matter)) return (await bulletins.find(matter)) && {}
  const record = await sessions.find(matter)
  return record && { calendar: record.session.calendar }
}
