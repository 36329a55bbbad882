import type { DutyId, MemberId, PersonId } from '../kernel/ids.ts'
import type { Instant } from '../kernel/time.ts'
import type { Answer } from '../sessions/response.ts'

export type Channel = 'text' | 'email' | 'card' | 'calendar'

export type ReminderKind = 'week-before' | 'morning-of'

/** What a duty of a session is for. It says who and why, never the words: they are written when it is discharged, from what is true then. */
export type SessionPurpose =
  /** C4.8, C4.9. */
  | ({ readonly kind: 'reminder'; readonly reminder: ReminderKind; readonly memberId: MemberId } & Anew)
  /** C2.3: ask a Member who has not answered. */
  | { readonly kind: 'nudge'; readonly memberId: MemberId; readonly number: number }
  /** C4.13: ask again a Member who might still come, because an officer pressed Chase for the `number`th time. */
  | { readonly kind: 'chase'; readonly memberId: MemberId; readonly number: number }
  /** C3.11: tell a Member of a cancellation at short notice. */
  | { readonly kind: 'cancellation-notice'; readonly memberId: MemberId }
  /** C3.2, C3.9: the decision card of one officer, one card a round, updated in place as things change. */
  | { readonly kind: 'decision-card'; readonly officerId: PersonId; readonly round: number }
  /** C3.4: nobody has decided by the time asked for. */
  | { readonly kind: 'escalation'; readonly officerId: PersonId; readonly round: number }
  /** C3.13: the organiser is asked for the reason of a cancellation made in Outlook. */
  | { readonly kind: 'ask-reason'; readonly officerId: PersonId }
  /**
   * C8.1, C8.27: a Member is asked what a session was worth, or reminded once. `on`: the day of the session, "2026-10-27": one that was moved
   * to another is another.
   */
  | { readonly kind: 'evaluation'; readonly memberId: MemberId; readonly on: string; readonly reminder?: true }
  /** C3.10: clear the calendars. */
  | { readonly kind: 'cancel-event' }
  /** C4.18: an event told to a partner, as it was shared for the `share`th time. */
  | { readonly kind: 'partner-share'; readonly address: string; readonly share: number }
  /** C4.18: what that share told them is cancelled, since `cancelledAt`: what is restored can be cancelled again. */
  | { readonly kind: 'partner-cancelled'; readonly address: string; readonly share: number; readonly cancelledAt: Instant }
  /** A Member's answer, to be told to Outlook as that Member. `number` counts the changes of mind. */
  | { readonly kind: 'answer'; readonly memberId: MemberId; readonly answer: Answer; readonly number: number }

/** What a duty of one issue of the bulletin is for. */
export type IssuePurpose =
  /** C4.1: the issue, to one Member. */
  | { readonly kind: 'bulletin'; readonly memberId: MemberId }
  /** C4.1: the same to one of the rulebook's additional recipients, who is asked nothing. */
  | { readonly kind: 'bulletin-copy'; readonly address: string }
  /** C4.2: the issue as it now stands, as one Member would get it, to the officer who asked for it. `press` names what she pressed. */
  | { readonly kind: 'bulletin-test'; readonly officerId: PersonId; readonly memberId: MemberId; readonly press: string }
  /** C4.2: nobody has released it yet. */
  | { readonly kind: 'bulletin-reminder'; readonly officerId: PersonId }

/** What a duty of an offer of limited places is for. */
export type OfferPurpose =
  /** C4.4: what came of a Member's interest, told by the `round`th confirmation: 0 tells everybody, a later one those who then got a place. */
  | ({ readonly kind: 'place-outcome'; readonly memberId: MemberId; readonly round: number } & Anew)
  /** It has closed, and somebody is to make the draw. `closesAt`: put later and closed again, officers hear of it again. */
  | ({ readonly kind: 'places-closed'; readonly officerId: PersonId; readonly closesAt: Instant } & Anew)
  /** C4.4: an officer has written down that a Member gives up. */
  | ({ readonly kind: 'place-given-up'; readonly memberId: MemberId } & Anew)
  /** C4.4: what the places are at is off since `since`: what is restored can be called off again. */
  | { readonly kind: 'places-over'; readonly memberId: MemberId; readonly since: Instant }
  /** C4.4: what the Member was told is over since `since` takes place after all. */
  | ({ readonly kind: 'places-on-again'; readonly memberId: MemberId; readonly since: Instant } & Anew)

/** The `again`th time: it was put aside before, because what it is about was off, postponed or moved away at that moment. */
type Anew = { readonly again?: number }

export type Purpose = SessionPurpose | IssuePurpose | OfferPurpose

export type DutyOutcome =
  | {
      readonly kind: 'sent'
      readonly at: Instant
      readonly providerId?: string
      readonly body?: string
      readonly delivery?: Delivery
      /** The provider has it more than once: whoever it was for had it twice. */
      readonly twice?: boolean
    }
  | { readonly kind: 'failed'; readonly at: Instant; readonly because: FailedBecause }
  | { readonly kind: 'skipped'; readonly at: Instant; readonly because: SkippedBecause }
  | { readonly kind: 'needs-attention'; readonly at: Instant; readonly because: string }

/** What Notify said became of a text or an email after it was sent. Only ever moves forward. */
export type Delivery = {
  readonly status: 'sending' | 'delivered' | 'temporary-failure' | 'permanent-failure' | 'technical-failure'
  readonly at: Instant
}

export type SkippedBecause =
  | 'declined'
  | 'answered'
  | 'cancelled'
  | 'moved'
  | 'late'
  | 'already-told'
  | 'opted-out'
  | 'closed'
  | 'not-needed'
  | 'combined'
  | 'left-office'
  | 'postponed'

export type FailedBecause =
  | 'no-mobile'
  | 'bad-number'
  | 'refused'
  | 'not-installed'
  | 'blocked'
  | 'not-organiser'
  | 'no-mailbox'
  | 'not-allowed'
  | 'misconfigured'
  | 'limit-reached'
  /** Nobody can say whether it arrived, and it is not safe to send again. */
  | 'unconfirmed'

/** One thing the council owes one person at one time, through one channel. */
export type Duty = {
  readonly id: DutyId
  readonly purpose: Purpose
  readonly channel: Channel
  readonly notBefore: Instant
  /** After it the duty is `skipped` as late, shown and counted. */
  readonly notAfter?: Instant
}
