import type { MemberId, SessionId } from '../kernel/ids.ts'
import type { Instant } from '../kernel/time.ts'
import type { Around } from '../meetings/clash.ts'
import type { Member } from '../members/member.ts'
import type { Officer } from '../members/officer.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import type { HistoryEntry, Moments, SessionSummary } from '../sessions/session-record.ts'
import type { Response } from '../sessions/response.ts'
import type { UndersubscribedCase } from '../sessions/undersubscribed-case.ts'
import type { Elsewhere } from '../sessions/mandatory.ts'
import type { Alert } from './chasing.ts'
import type { Duty } from './duty.ts'

/** Another session of one Member on the same London day, for those who want both in one text (C4.12). */
export type SameMorning = {
  readonly memberId: MemberId
  readonly sessionId: SessionId
  readonly title: string
  readonly startsAt: Instant
  readonly place?: string
  /** What the Member answered, or last asked Quorate to answer. */
  readonly response: Response
  /** It takes place, and when it stands: what is postponed has no text that could name another session. */
  readonly standing: boolean
  /** When the morning's moment of that session came, if it has. */
  readonly morningOf?: Instant
  /** The Member has had its own text that morning: not while one is being looked at, which this text may be to speak for. */
  readonly reminded?: true
}

/** What is known besides the record itself when it is worked out what is owed. */
export type OwedContext = {
  readonly rulebook: Rulebook
  /** The whole roll, those who have left too. */
  readonly members: readonly Member[]
  readonly officers: readonly Officer[]
  /** Runs of the same course, in any standing, this session left out or not. */
  readonly otherRuns: readonly SessionSummary[]
  /** Absent: nothing is combined. */
  readonly sameMorning?: readonly SameMorning[]
  /** What else is on about the session. Absent: nobody has looked, so nothing is said of clashes. */
  readonly around?: Around
  /** What else bears on the session's question. Absent: nobody has looked. */
  readonly elsewhere?: Elsewhere
  /** Messages that officers had sent within the last week. Absent: nobody has looked. */
  readonly alerts?: readonly Alert[]
  readonly now: Instant
}

/** What follows from a record at one moment. Applied to the record, it leaves nothing new to follow at that moment. */
export type Owed = {
  readonly undersubscribed: UndersubscribedCase
  readonly moments: Moments
  /** Those that the record does not hold yet. */
  readonly duties: readonly Duty[]
  readonly history: readonly HistoryEntry[]
  /** Always after `now`. Absent: nothing more can follow from time alone. */
  readonly nextLookAt?: Instant
}
