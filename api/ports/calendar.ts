import type { RoomSeen } from '../../domain/sessions/appointment.ts'
import type { PersonId } from '../../domain/kernel/ids.ts'
import type { Instant } from '../../domain/kernel/time.ts'
import type { Appointment } from '../../domain/sessions/appointment.ts'
import type { Answer } from '../../domain/sessions/response.ts'
import type { Finding, Sending } from './senders.ts'

export type ChangedAppointments =
  | {
      readonly kind: 'changes'
      /** Whole appointments; may repeat, in any order. */
      readonly changed: readonly Appointment[]
      /** Ids that are gone from the window: ask `read` before believing it. */
      readonly removed: readonly string[]
      /** Keep it only after the changes are kept. */
      readonly cursor: string
      /** True when this was a whole reading of the window, so that what is absent is a candidate for gone. */
      readonly whole: boolean
    }
  /** 410, or a token the server no longer knows: start again without a cursor and compare. */
  | { readonly kind: 'start-again' }
  /** No licence, outside our scope, or gone: shown to the administrator, not retried in haste. */
  | { readonly kind: 'closed-to-us'; readonly because: 'no-mailbox' | 'not-allowed' }

export interface Calendar {
  changes(
    mailbox: PersonId,
    window: { readonly from: Instant; readonly to: Instant },
    cursor: string | undefined,
    signal: AbortSignal,
  ): Promise<ChangedAppointments>
  /** One that is a session already: with what the add-in keeps in it, whether anybody is invited or not. */
  read(mailbox: PersonId, eventId: string, signal: AbortSignal): Promise<Appointment | 'gone'>
  /**
   * Puts a category on an appointment beside those it has at that moment: the organiser's own, nobody hears of it. `refused` where we may
   * not write there, which is no fault of the appointment; `unknown` where the answer says nothing. Throws where Graph asks us to wait.
   */
  categorise(
    mailbox: PersonId,
    eventId: string,
    category: string,
    signal: AbortSignal,
  ): Promise<{ readonly kind: 'done' | 'refused' | 'unknown' }>
  /** Asks first, cancels once: 404 and `isCancelled` are done. */
  cancel(mailbox: PersonId, eventId: string, comment: string, signal: AbortSignal): Promise<Sending>
  isCancelled(mailbox: PersonId, eventId: string, signal: AbortSignal): Promise<Finding>
  /**
   * Gives a Member's answer in that Member's own calendar, as that Member where a sign-in is at hand, else as the service.
   * Finds the copy by `iCalUId`; when a decline took it away, the organiser's copy is forwarded first.
   */
  answer(
    order: {
      readonly member: PersonId
      readonly memberAddress: string
      readonly entry: { readonly mailbox: PersonId; readonly eventId: string; readonly iCalUId: string }
      readonly startsAt: Instant
      readonly answer: Answer
    },
    signal: AbortSignal,
  ): Promise<Sending>
}

export type DirectoryPerson = {
  readonly id: PersonId
  readonly name: string
  readonly addresses: readonly string[]
  readonly mobile?: string
  readonly enabled: boolean
  readonly guest: boolean
}

export interface Directory {
  /** The members of a list or group, lists within lists opened. `unresolvable`: a dynamic list, or hidden from us. */
  membersOf(
    address: string,
    signal: AbortSignal,
  ): Promise<
    | { readonly kind: 'people'; readonly people: readonly DirectoryPerson[] }
    | { readonly kind: 'not-a-list' }
    | { readonly kind: 'unresolvable' }
  >
  personBy(address: string, signal: AbortSignal): Promise<DirectoryPerson | undefined>
  /** Who holds the app roles of officer and administrator, groups opened. */
  officers(
    signal: AbortSignal,
  ): Promise<readonly { readonly person: DirectoryPerson; readonly roles: readonly ('officer' | 'administrator')[] }[]>
}

export interface Places {
  /** The rooms that can be booked, as far as it is known how many each holds. `closed`: we may not ask. */
  rooms(signal: AbortSignal): Promise<readonly RoomSeen[] | 'closed'>
}

export interface Subscriptions {
  create(
    mailbox: PersonId,
    order: { readonly clientState: string; readonly until: Instant },
    signal: AbortSignal,
  ): Promise<{ readonly id: string; readonly until: Instant }>
  renew(
    subscriptionId: string,
    until: Instant,
    signal: AbortSignal,
  ): Promise<{ readonly kind: 'renewed'; readonly until: Instant } | { readonly kind: 'gone' }>
  remove(subscriptionId: string, signal: AbortSignal): Promise<void>
}
