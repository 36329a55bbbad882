import type { Milliseconds } from './times.ts'
import type { Properties } from './properties.ts'
import type { Recurrence } from './recurrence.ts'

export type Response = 'organizer' | 'none' | 'notResponded' | 'accepted' | 'tentativelyAccepted' | 'declined'
export type Answer = 'accepted' | 'tentativelyAccepted' | 'declined'
export type ShowAs = 'free' | 'tentative' | 'busy' | 'oof' | 'workingElsewhere' | 'unknown'
export type Sensitivity = 'normal' | 'personal' | 'private' | 'confidential'
export type Span = { readonly start: Milliseconds; readonly end: Milliseconds }

export type EmailAddress = { readonly name: string; readonly address: string }

export type Status = { readonly response: Response; readonly at?: Milliseconds; readonly proposed?: Span }

/** One row of the attendees: a person, a room, or a whole list. `key` joins a person's several addresses. */
export type Attendee = EmailAddress & { readonly key: string; readonly type: 'required' | 'optional' | 'resource' }

/** What an invitation says. Never changed in place: every copy of one sending shares it. */
export type Content = Span & {
  readonly subject: string
  readonly body: { readonly contentType: 'text' | 'html'; readonly content: string }
  readonly startZone: string
  readonly endZone: string
  readonly isAllDay: boolean
  readonly locations: readonly Readonly<Record<string, unknown>>[]
  readonly isOnlineMeeting: boolean
  readonly joinUrl?: string
  readonly organizer: EmailAddress & { readonly key: string }
  readonly attendees: readonly Attendee[]
  readonly responseRequested: boolean
  readonly hideAttendees: boolean
  readonly allowNewTimeProposals: boolean
  readonly importance: 'low' | 'normal' | 'high'
  readonly sensitivity: Sensitivity
  readonly showAs: ShowAs
  readonly recurrence?: Recurrence
  /** Grows when start, end or recurrence change: an answer to an older one is not counted. */
  readonly sequence: number
}

/** What a mailbox keeps of its own on an item; it travels to nobody. */
export type Own = {
  readonly categories: readonly string[]
  readonly properties: Properties
  readonly showAs?: ShowAs
  readonly sensitivity?: Sensitivity
  readonly reminderMinutes: number
  readonly isReminderOn: boolean
}

/** A single event, a whole series, or one exception of it, as one mailbox holds it. */
export type Entry = {
  content: Content
  own: Own
  /** The answer of this mailbox. */
  status: Status
  /** The answers of the others by key, in the organiser's copy only. */
  tally: Map<string, Status>
  isCancelled: boolean
  readonly createdAt: Milliseconds
  modifiedAt: Milliseconds
  version: number
}

/** An occurrence that is no longer like the others. `changed`: what a change of the series leaves alone. */
export type Exception = Entry & { readonly changed: Set<keyof Content> }

export const nothingOfItsOwn: Own = { categories: [], properties: new Map(), reminderMinutes: 15, isReminderOn: true }

/** What Outlook puts before the subject of a cancelled meeting. */
export const cancelledPrefix = 'Canceled: '
