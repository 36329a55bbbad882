import type { CourseId, MemberId, PersonId, SessionId } from '../kernel/ids.ts'
import type { Instant } from '../kernel/time.ts'
import type { BriefGiven } from '../brief/given.ts'
import type { AcceptedClash } from '../meetings/accepted-clash.ts'
import type { Share } from '../partners/told.ts'
import type { Chase } from './chase.ts'
import type { Decision } from './decision.ts'
import type { SessionDetails } from './details.ts'
import type { Factor } from './factor.ts'
import type { Response } from './response.ts'
import type { RefusedTag } from './tag.ts'
import type { UndersubscribedCase } from './undersubscribed-case.ts'

export type Delivery = 'in-person' | 'online' | 'hybrid'

/** Where the session lives in Outlook: the organiser's copy is the only register of answers. */
export type CalendarEntry = {
  /** Entra object id of the mailbox that organised it. */
  readonly mailbox: PersonId
  /** Immutable id in that mailbox. Of the occurrence, for a session of a series. */
  readonly eventId: string
  readonly iCalUId: string
  readonly webLink?: string
}

/** Invitation (Member × Session) with the answer now. */
export type Invitation = {
  readonly memberId: MemberId
  readonly response: Response
  /** When the answer was given, where Outlook says so; else when it was first seen. Absent while there is none. */
  readonly respondedAt?: Instant
  /**
   * How the invitation reached the Member. Named twice is still one invitation (C2.4). `forwarded`: by name, through no list, and later
   * than the first reading; Outlook does not say whether a Member passed it on or an officer added them.
   */
  readonly through: 'named' | 'list' | 'both' | 'forwarded'
  /** C1.21: the answer given to the time before the session was moved; shown as needing confirmation. */
  readonly answeredOldTime?: Response
  /** What the Member last asked Quorate to tell Outlook, until Outlook's copy says the same. */
  readonly wanted?: { readonly answer: Exclude<Response, 'none'>; readonly at: Instant }
}

/** Someone or something invited that is no Member: never counted (C3.3, C1.16). */
export type OtherInvitee = {
  readonly kind: 'officer' | 'presenter' | 'partner' | 'room' | 'list'
  readonly name: string
  readonly address: string
  readonly response: Response
  /** Of a list: how many Members it reached, or why it could not be opened (a dynamic list is not in Graph). */
  readonly list?: { readonly kind: 'expanded'; readonly members: number } | { readonly kind: 'unresolvable' }
  /** Of a room: how many it holds, where Outlook knows (C1.15). */
  readonly capacity?: number
}

export type Standing =
  | { readonly kind: 'standing' }
  /** `outlook`: it vanished from the calendar without a decision here (C3.13); the reason is asked for. */
  | { readonly kind: 'cancelled'; readonly at: Instant; readonly through: 'decision' | 'outlook'; readonly reason?: CancelReason }
  /** The category and the shared mailbox both went: kept in the record, raised with officers. */
  | { readonly kind: 'untagged'; readonly at: Instant }

export type CancelReason = {
  /** One of the rulebook's `cancellation.reasons`. */
  readonly id: string
  readonly words?: string
  readonly by: PersonId
  readonly byName: string
  readonly at: Instant
}

export type Session = {
  readonly id: SessionId
  readonly courseId: CourseId
  readonly title: string
  /** One of the rulebook's `kinds`. */
  readonly kind: string
  readonly delivery: Delivery
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly place?: string
  readonly joinUrl?: string
  /** The invitation's own words, plain text, at most 4,000 characters. */
  readonly about?: string
  readonly organiser: { readonly id: PersonId; readonly name: string; readonly address: string }
  readonly calendar: CalendarEntry
  readonly invitations: readonly Invitation[]
  readonly others: readonly OtherInvitee[]
  readonly standing: Standing
  readonly undersubscribed: UndersubscribedCase
  /** The decision in force, if an officer took one about the session as it now stands. */
  readonly decision?: Decision
  /** C14.3: what it stays beside, by officers' word. One that is no clash any more is kept all the same. */
  readonly acceptedClashes?: readonly AcceptedClash[]
  /** What an officer has put down about it here. */
  readonly details?: SessionDetails
  /** What stands in its appointment from the add-in, or from somebody who wrote in its place, and is not followed; since when. */
  readonly refusedTag?: RefusedTag & { readonly at: Instant }
  /** C3.7: what else officers have said is to be weighed, oldest first. */
  readonly factors?: readonly Factor[]
  /** Each time that officers had those asked again who might still come, oldest first. */
  readonly chases?: readonly Chase[]
  /** C4.18: each time that it was shared with partners, oldest first. */
  readonly shares?: readonly Share[]
  /** C1.11: the last time that its presenter was given the brief. */
  readonly brief?: BriefGiven
  readonly firstSeenAt: Instant
  /** When the session was last moved in Outlook. */
  readonly movedAt?: Instant
  /** When Outlook was last read. Every count shown carries it (C2.2). */
  readonly readAt: Instant
}
