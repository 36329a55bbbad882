import type { Instant } from '../kernel/time.ts'
import type { Response } from './response.ts'

/** One row of an appointment's attendees, as the organiser's copy has it. */
export type Invitee = {
  readonly name: string
  readonly address: string
  readonly type: 'required' | 'optional' | 'resource'
  readonly response: Response
  readonly respondedAt?: Instant
}

/** One appointment of an organiser, in our words: single events and occurrences alike, a series already resolved to its slots. */
export type Appointment = {
  readonly eventId: string
  readonly iCalUId: string
  /** Present for an occurrence or exception: the series' own `iCalUId` and the slot it had before any move. */
  readonly series?: { readonly iCalUId: string; readonly originalStart: Instant }
  readonly subject: string
  readonly about?: string
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly place?: string
  readonly roomAddresses: readonly string[]
  readonly joinUrl?: string
  readonly organiser: { readonly name: string; readonly address: string }
  readonly isOrganiser: boolean
  readonly isDraft: boolean
  readonly isCancelled: boolean
  readonly isPrivate: boolean
  readonly categories: readonly string[]
  readonly attendees: readonly Invitee[]
  readonly webLink?: string
  /** Of a slot of a series: the series' own event, on which tags and categories stand. */
  readonly masterId?: string
  /** What the Outlook add-in keeps in it, as it stands there: anybody may have written it. */
  readonly property?: string
}

/** A room that was booked, with what Outlook knows of it (C1.15). */
export type RoomSeen = { readonly address: string; readonly capacity: number }

/** What became of the opening of a list that was invited (C2.5). A list that is no list is not among them. */
export type ListSeen = {
  readonly address: string
  readonly outcome:
    | { readonly kind: 'people'; readonly people: readonly { readonly name: string; readonly addresses: readonly string[] }[] }
    | { readonly kind: 'unresolvable' }
}
