import type { Mark } from '../attendance/mark.ts'
import type { TeamsReport } from '../attendance/teams-report.ts'
import type { Duty, DutyOutcome } from '../duties/duty.ts'
import type { Evaluation } from '../evaluations/evaluation.ts'
import type { CourseId, MemberId } from '../kernel/ids.ts'
import type { Instant } from '../kernel/time.ts'
import type { Audience } from '../members/audience.ts'
import type { Recorded } from './gaps.ts'
import type { JointWork } from './joint.ts'
import type { Session } from './session.ts'
import type { RefusedTag } from './tag.ts'
import type { Counts, Response } from './response.ts'

/** Where a duty has got to. `unknown` waits for the provider to be asked; nothing is resent from it unasked. */
export type DutyState =
  | { readonly kind: 'due'; readonly attempt: number }
  | { readonly kind: 'claimed'; readonly attempt: number; readonly by: string; readonly until: Instant; readonly callAt: Instant }
  | { readonly kind: 'unknown'; readonly attempt: number; readonly since: Instant; readonly note: string }
  | { readonly kind: 'done'; readonly outcome: DutyOutcome }

export type DutyRecord = {
  readonly duty: Duty
  readonly state: DutyState
  /** When it is next worth looking at: `duty.notBefore` at first, later after a back-off or a settle time. */
  readonly notBefore: Instant
  /** Of a card: the activity to update in place. Of a text: Notify's id. Kept apart from the state so that an update can find it. */
  readonly providerId?: string
  /** Of a card: a digest of what it now says, so that it is updated when that changes and not otherwise. */
  readonly shows?: string
  /** Calls that nobody answered and nothing was found of afterwards. */
  readonly lost?: number
  /** Of a text: it never left the network, so it was sent once more, under a key of its own. */
  readonly resent?: boolean
}

/** One line of a session's history, newest last. `what` is data; the words are written where it is shown. */
export type HistoryEntry = { readonly at: Instant; readonly what: HistoryKind }

export type HistoryKind =
  | { readonly kind: 'invited'; readonly members: number }
  | { readonly kind: 'invitation-widened'; readonly members: number }
  | { readonly kind: 'invitation-narrowed'; readonly members: number }
  | { readonly kind: 'responded'; readonly memberId: MemberId; readonly from: Response; readonly to: Response }
  | { readonly kind: 'moved'; readonly from: Instant; readonly to: Instant }
  /** It starts as before and ends at another time: Outlook forgets the answers as for a move. */
  | { readonly kind: 'length-changed'; readonly from: Instant; readonly to: Instant }
  | { readonly kind: 'renamed'; readonly from: string; readonly to: string }
  | { readonly kind: 'place-changed'; readonly from?: string; readonly to?: string }
  | { readonly kind: 'reviewed'; readonly accepted: number; readonly minimum: number }
  | { readonly kind: 'raised'; readonly accepted: number; readonly minimum: number; readonly round: number }
  | { readonly kind: 'escalated' }
  | { readonly kind: 'closed'; readonly because: string; readonly accepted: number }
  /** `insteadOf`: what officers had decided before, and took back with a reason. */
  | {
      readonly kind: 'decided'
      readonly choice: string
      readonly byName: string
      readonly insteadOf?: 'postpone'
      readonly reason?: string
    }
  | { readonly kind: 'cancelled-in-outlook' }
  | { readonly kind: 'restored-in-outlook' }
  | { readonly kind: 'reason-given'; readonly byName: string; readonly reasonId: string }
  | { readonly kind: 'reminded'; readonly reminder: 'week-before' | 'morning-of'; readonly members: number }
  /** C14.3: it stays although it clashes. */
  | { readonly kind: 'clash-accepted'; readonly beside: string; readonly byName: string; readonly reason: string }
  | { readonly kind: 'untagged' }
  | { readonly kind: 'tagged-again' }
  | { readonly kind: 'register-begun'; readonly byName: string }
  /** `leftCourse`: what it was a run of until it was said to be, or no longer to be, a repeat. */
  | { readonly kind: 'details-set'; readonly byName: string; readonly leftCourse?: CourseId }
  /** What was written into its appointment in the place of what an officer says of it, and was not followed. */
  | { readonly kind: 'tag-refused'; readonly because: RefusedTag['because'] }
  /** C3.7. */
  | { readonly kind: 'factor-added'; readonly byName: string; readonly listed?: string; readonly words?: string }
  /** C4.18. `again`: some of them were told of it before. */
  | { readonly kind: 'shared-with-partners'; readonly byName: string; readonly partners: number; readonly again: boolean }
  /** C1.11. */
  | { readonly kind: 'brief-given'; readonly byName: string; readonly again: boolean }
  | { readonly kind: 'partners-told-off'; readonly partners: number }
  /** C4.13: `spared` had as many already as the council allows in a week. */
  | { readonly kind: 'chased'; readonly byName: string; readonly asked: number; readonly spared: number }

/** One telephone call to a Member on the phone list (C3.12). Kept for ever; taking one back adds `takenBackAt`. */
export type Call = {
  readonly id: string
  readonly memberId: MemberId
  readonly outcome: 'told' | 'left-message' | 'no-reply'
  readonly at: Instant
  readonly by: string
  readonly byName: string
  readonly takenBackAt?: Instant
  readonly takenBackBy?: string
}

/** Moments of a session that have come and had their audience fixed (C4.10): each comes once (C4.12). */
export type Moments = {
  readonly weekBefore?: Instant
  readonly morningOf?: Instant
  readonly reviewed?: Instant
  /** How many of the times at which those without an answer are asked have come, for the time at which the session now stands. */
  readonly nudged: number
  /** When anybody was last asked. */
  readonly nudgedAt?: Instant
}

/** A session with everything that is known and owed about it: one partition, one reading. */
export type SessionRecord = {
  readonly session: Session
  readonly moments: Moments
  readonly duties: readonly DutyRecord[]
  readonly history: readonly HistoryEntry[]
  readonly calls: readonly Call[]
  /** Every press on the register, as they reached us (C2.6). */
  readonly marks: readonly Mark[]
  /** What Members said of it afterwards, one each. */
  readonly evaluations: readonly Evaluation[]
  /** Who joined in Teams, when last asked: a suggestion, and no attendance. */
  readonly teamsReport?: TeamsReport
}

/** What lists show of a session: kept beside it, renewed at every look, rebuildable from the record. */
export type SessionSummary = Omit<
  Session,
  'invitations' | 'others' | 'about' | 'details' | 'refusedTag' | 'factors' | 'chases' | 'shares' | 'brief'
> & {
  readonly counts: Counts
  readonly invited: number
  readonly others: number
  /** C3.6: the mandatory rules that officers say it meets. Absent: those that its title says. */
  readonly meets?: readonly string[]
  /** C1.3: officers have said whom it is for, and that is not all Members. */
  readonly narrowed?: true
  /** C1.3: and that is for Members whom they named, one by one. */
  readonly named?: true
  /** C1.3: for which others, where officers have said so. */
  readonly forWhom?: Exclude<Audience, { readonly kind: 'named' }>
  /** C1.5: what it is to achieve. */
  readonly aims?: string
  /** C1.9. */
  readonly hadAims?: true
  /** C1.17: it is run with others. */
  readonly joint?: JointWork
  /** C1.10, C1.12: what is put down of it besides. Absent: nothing. */
  readonly recorded?: readonly Recorded[]
  /** C1.15: how many the room holds, where that is known. */
  readonly capacity?: number
  /** The hour in which the last email about it left. */
  readonly emailedAt?: Instant
  /** Members recorded as there; absent until anybody is. */
  readonly attended?: readonly MemberId[]
}
