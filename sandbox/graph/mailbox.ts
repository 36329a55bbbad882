import type { Recipient } from './address-book.ts'
import type { ChangeLog } from './change-log.ts'
import type { Content, EmailAddress, Entry, Exception, Response, Span } from './event.ts'
import type { Properties } from './properties.ts'
import type { Milliseconds } from './times.ts'

export type Mailbox = {
  readonly owner: Recipient
  /** In order of arrival. */
  readonly items: Map<number, Item>
  readonly byUid: Map<string, Item>
  readonly byTransaction: Map<string, Item>
  readonly changes: ChangeLog
  /** A delta token of an earlier generation is not known any more. */
  syncGeneration: number
  readonly messages: Map<number, Message>
  /** What has arrived, oldest first. */
  readonly inbox: Message[]
  readonly messagesByProperty: Map<string, Set<Message>>
  readonly masterCategories: { readonly id: string; readonly displayName: string; readonly color: string }[]
}

/** One mailbox's copy of an event. */
export type Item = Entry & {
  readonly serial: number
  readonly mailbox: Mailbox
  /** The event's `iCalUId`, the same in every mailbox. */
  readonly uid: string
  readonly isOrganizer: boolean
  /** The organiser has not sent it yet. */
  isDraft: boolean
  isGone: boolean
  readonly transactionId?: string
  /** By the day on which the occurrence stood before any change. */
  readonly exceptions: Map<string, Exception>
  /** Days of occurrences that were cancelled or taken out. */
  readonly missing: Set<string>
}

export type EventType = 'singleInstance' | 'seriesMaster' | 'occurrence' | 'exception'

/** One thing to show or to act on: an item, or one occurrence of it. */
export type View = Span & {
  readonly item: Item
  readonly entry: Entry
  readonly type: EventType
  /** Of an occurrence or exception: its day and the start it had before any change. */
  readonly slot?: { readonly on: string; readonly originalStart: Milliseconds }
}

export type Folder = 'inbox' | 'drafts' | 'sentitems'

/** What a letter is: plain mail, or one of the messages by which meetings are arranged. */
export type LetterKind = 'mail' | 'invitation' | 'update' | 'cancellation' | 'response'

/** A letter as it was written. Never changed in place: all who receive it share it. */
export type Letter = {
  readonly kind: LetterKind
  readonly subject: string
  readonly body: { readonly contentType: 'text' | 'html'; readonly content: string }
  readonly from: EmailAddress
  readonly to: readonly EmailAddress[]
  readonly cc: readonly EmailAddress[]
  readonly bcc: readonly EmailAddress[]
  readonly replyTo: readonly EmailAddress[]
  readonly headers: readonly { readonly name: string; readonly value: string }[]
  readonly importance: 'low' | 'normal' | 'high'
  readonly hasAttachments: boolean
  /** What kind of message it is, where that is not plain mail. */
  readonly messageClass?: string
  /** Which event it is about, and what was answered. */
  readonly meeting?: {
    readonly uid: string
    readonly on?: string
    readonly content: Content
    readonly answer?: Response
    readonly proposed?: Span
  }
}

/** One mailbox's copy of a letter. */
export type Message = {
  readonly serial: number
  readonly mailbox: Mailbox
  folder: Folder
  moves: number
  isDraft: boolean
  isRead: boolean
  letter: Letter
  categories: readonly string[]
  properties: Properties
  readonly createdAt: Milliseconds
  at: Milliseconds
}
