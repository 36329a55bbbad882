import { Temporal } from 'temporal-polyfill'
import type { SandboxContext } from '../service.ts'
import { escaped } from './event-content.ts'
import { plainText } from './event-fields.ts'
import { undeliverable } from './letters.ts'
import type { Letter, LetterKind, Mailbox, Message } from './mailbox.ts'
import { askedTo, isTakenBack, type AskedTo } from './outside-mail.ts'
import { asList, withProperties, type Properties } from './properties.ts'
import type { Store } from './store.ts'
import { idOf, occurrenceOn, viewOf } from './views.ts'

/** A letter as whoever received it reads it. */
export type DeliveredMail = {
  readonly from: string
  /** Addresses, joined by a comma and a space. */
  readonly to: string
  readonly subject: string
  readonly html: string
  readonly text: string
  readonly at: string
  readonly kind: LetterKind
  /** The default id of the receiver's own copy of the event, while there is one. */
  readonly eventId?: string
  /** For somebody outside: what it asks them to, while that stands. */
  readonly meeting?: AskedTo
}

export type Post = {
  /** Puts a letter before one receiver, in the inbox or outside. */
  deliver(address: string, letter: Letter): void
  /** Like `deliver`; where the address is one of the council's own and leads nowhere, the sender hears that it could not be delivered. */
  carry(address: string, letter: Letter, messageId?: string): void
  /** Sends a letter to everybody it is addressed to, lists opened; it arrives a moment later. `messageId`: of the sender's own copy. */
  send(letter: Letter, messageId?: string): void
  /** What arrived for a person, mailbox or outside address, oldest first. */
  mailOf(named: string): DeliveredMail[]
}

/** Lets the answer of a request go out before its consequences are worked through. */
export const aMoment = () => new Promise<void>((resolve) => setImmediate(resolve))

type Receiver = { readonly letter: Letter; readonly at: number }

export function createPost(
  store: Store,
  { work, journal, world, memory }: Pick<SandboxContext, 'work' | 'journal' | 'world' | 'memory'>,
): Post {
  const { outside } = memory.of('mail-outside', () => ({ outside: new Map<string, Receiver[]>() }))

  function deliver(address: string, letter: Letter): void {
    const recipient = store.book.recipient(address)
    const received = { letter, at: store.now() }
    if (recipient?.hasMailbox) addMessage(store, store.mailboxOf(recipient), { letter, folder: 'inbox', properties: classOf(letter) })
    else listAt(outside, recipient?.address.toLowerCase() ?? address.toLowerCase()).push(received)
    if (letter.kind === 'mail') {
      const who = recipient?.person?.id
      journal.note({ kind: 'mail', ...(who && { who }), summary: `${recipient?.name ?? address} received “${letter.subject}”.` })
    }
  }

  function shown({ letter, at }: Receiver, mailbox: Mailbox | undefined): DeliveredMail {
    const { contentType, content } = letter.body
    const eventId = mailbox && copyOf(mailbox, letter)
    return {
      from: letter.from.address,
      to: letter.to.map(({ address }) => address).join(', '),
      subject: letter.subject,
      html: contentType === 'html' ? content : `<p>${escaped(content)}</p>`,
      text: plainText(letter.body),
      at: Temporal.Instant.fromEpochMilliseconds(at).toString(),
      kind: letter.kind,
      ...(eventId && { eventId }),
    }
  }

  function shownOutside(address: string): DeliveredMail[] {
    const all = outside.get(address) ?? []
    const letters = all.map(({ letter }) => letter)
    return all.map((received, place) => {
      const meeting = isTakenBack(received.letter, letters.slice(place + 1)) ? undefined : askedTo(store, received.letter, address)
      return { ...shown(received, undefined), ...(meeting && { meeting }) }
    })
  }

  function copyOf(mailbox: Mailbox, { meeting }: Letter): string | undefined {
    const item = meeting && mailbox.byUid.get(meeting.uid)
    const view = item && (meeting.on ? occurrenceOn(item, meeting.on) : viewOf(item))
    return view && idOf(store, view, { ids: 'default' })
  }

  /** An address of the council's own that leads nowhere: the sender hears of it by mail, never from Graph. */
  function isNobodyHere(address: string): boolean {
    return !store.book.reached(address) && address.endsWith(`@${world.council.domain.toLowerCase()}`)
  }

  function carry(address: string, letter: Letter, messageId?: string): void {
    const isRefused = letter.kind === 'mail' && store.book.recipient(address)?.person?.bounces === true
    if (isRefused || isNobodyHere(address)) deliver(letter.from.address, undeliverable(letter, address, messageId))
    else deliver(address, letter)
  }

  return {
    deliver,
    carry,
    send(letter, messageId) {
      work.run(async () => {
        await aMoment()
        for (const address of reachedBy(store, letter)) carry(address, letter, messageId)
      })
    },
    mailOf(named) {
      const recipient = store.book.recipient(named)
      if (!recipient?.hasMailbox) return shownOutside((recipient?.address ?? named).toLowerCase())
      const mailbox = store.mailboxOf(recipient)
      return mailbox.inbox.map((message) => shown(message, mailbox))
    },
  }
}

/** Outlook keeps what kind of message it is under a number of its own. */
function classOf({ messageClass }: Letter): Properties {
  return messageClass ? withProperties(new Map(), [{ id: 'String 0x001A', value: messageClass }]) : new Map()
}

function reachedBy({ book }: Store, { to, cc, bcc }: Letter): Set<string> {
  const addresses = new Set<string>()
  for (const { address } of [...to, ...cc, ...bcc]) {
    const reached = book.reached(address)
    for (const each of reached?.map((recipient) => recipient.address.toLowerCase()) ?? [address.toLowerCase()]) addresses.add(each)
  }
  return addresses
}

function listAt<Value>(lists: Map<string, Value[]>, key: string): Value[] {
  const list = lists.get(key) ?? []
  lists.set(key, list)
  return list
}

export type NewMessage = Pick<Message, 'letter' | 'folder'> & {
  readonly isDraft?: boolean
  readonly properties?: Properties
  readonly categories?: readonly string[]
}

export function addMessage(
  store: Store,
  mailbox: Mailbox,
  { letter, folder, isDraft = false, properties = new Map(), categories = [] }: NewMessage,
): Message {
  const now = store.now()
  const serial = store.nextSerial()
  const message: Message = {
    serial, mailbox, folder, moves: 0, isDraft, isRead: folder !== 'inbox', letter, categories, properties: new Map(), createdAt: now, at: now,
  } // prettier-ignore
  mailbox.messages.set(serial, message)
  if (folder === 'inbox') mailbox.inbox.push(message)
  setProperties(message, properties)
  return message
}

/** Keeps the index of extended properties in step. */
export function setProperties(message: Message, properties: Properties): void {
  const { messagesByProperty } = message.mailbox
  for (const { id, value } of asList(message.properties)) messagesByProperty.get(propertyKey(id, value))?.delete(message)
  message.properties = properties
  for (const { id, value } of asList(properties)) {
    const key = propertyKey(id, value)
    messagesByProperty.set(key, (messagesByProperty.get(key) ?? new Set()).add(message))
  }
}

export function propertyKey(id: string, value: string): string {
  return `${id}\n${value}`
}
