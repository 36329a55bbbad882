import type { PersonId } from '../../domain/kernel/ids.ts'
import type { Instant } from '../../domain/kernel/time.ts'

/** What the service must be able to do at Graph, each found out by one reading: a token says nothing of rights given in Exchange. */
export const needs = ['calendars', 'answers', 'sending-mailbox', 'people', 'lists', 'roles', 'rooms', 'meetings'] as const
export type Need = (typeof needs)[number]

/** `no-answer`: nobody knows. */
export const foundKinds = ['open', 'refused', 'no-such-mailbox', 'no-answer'] as const
export type Found = (typeof foundKinds)[number]

export type Look =
  | { readonly at: 'calendar' | 'inbox' | 'meetings'; readonly address: string }
  | { readonly at: 'calendar'; readonly person: PersonId }
  | { readonly at: 'people' | 'lists' | 'roles' | 'rooms' }

/** Asks Graph for one small thing and says what came of it. Throws nothing but defects. */
export interface AccessProbe {
  look(look: Look, signal: AbortSignal): Promise<Found>
}

export type AccessChecked = {
  readonly at: Instant
  /** A need that nothing depends on yet is absent: of calendars, while there is no mailbox to read; of answers, while there is no Member. */
  readonly found: readonly { readonly need: Need; readonly found: Found }[]
  /** A mailbox of the council's that is none of ours: it must be refused. Absent: nobody has named one. */
  readonly outside?: { readonly address: string; readonly found: Found }
}

/** The latest check of what we may do, for every instance. */
export interface AccessLog {
  lately(): Promise<AccessChecked | undefined>
  /** Repeatable. */
  note(checked: AccessChecked): Promise<void>
}
