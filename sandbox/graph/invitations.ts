import type { SandboxContext } from '../service.ts'
import type { Recipient } from './address-book.ts'
import { nothingOfItsOwn, type Attendee, type Content, type Entry, type Exception, type Status } from './event.ts'
import { differences } from './event-content.ts'
import { showAsOf } from './event-fields.ts'
import { cancellationLetter, invitationLetter, type About } from './letters.ts'
import type { Item, Mailbox, View } from './mailbox.ts'
import { aMoment, type Post } from './post.ts'
import { acceptAsGroups, type Responses } from './responses.ts'
import { addItem, everyDay, touch, type Store } from './store.ts'
import { contentOn, exceptionOn, overlaps, viewOf, viewsWithin } from './views.ts'

/** Whom a meeting reaches, by key: people, rooms, and addresses outside. The organiser is never among them. */
export type Audience = ReadonlyMap<string, { readonly address: string; readonly recipient?: Recipient }>

export type Sending = {
  readonly kind: 'invitation' | 'update' | 'cancellation'
  readonly about: About
  readonly to: Audience
  /** Start, end or recurrence changed, or it comes anew: whatever was answered before is void. */
  readonly resets: boolean
  readonly comment?: string
}

export type Invitations = {
  /** Brings a message about a meeting to everybody concerned and into their calendars, a moment later. */
  send(sending: Sending): void
}

export function audienceOf({ book }: Store, content: Content, rows: readonly Attendee[] = content.attendees): Audience {
  const audience = new Map<string, { address: string; recipient?: Recipient }>()
  for (const { address, key } of rows) {
    const reached = book.reached(address)
    for (const recipient of reached ?? []) audience.set(recipient.objectId, { address: recipient.address, recipient })
    if (!reached) audience.set(key, { address })
  }
  audience.delete(content.organizer.key)
  return audience
}

export function createInvitations(store: Store, post: Post, responses: Responses, { work }: Pick<SandboxContext, 'work'>): Invitations {
  return {
    send(sending) {
      if (sending.to.size === 0 && sending.kind === 'cancellation') return
      work.run(async () => {
        await aMoment()
        const letter =
          sending.kind === 'cancellation'
            ? cancellationLetter(sending.about, sending.comment ?? '')
            : invitationLetter(sending.about, sending.kind)
        for (const { address, recipient } of sending.to.values()) {
          if (recipient?.hasMailbox) receive(store, store.mailboxOf(recipient), sending)
          post.carry(address, letter)
          if (recipient?.kind === 'room' && sending.kind !== 'cancellation') answerAsRoom(store, responses, recipient, sending.about)
        }
        const item = store.organised.get(sending.about.uid)
        if (item && sending.kind !== 'cancellation') acceptAsGroups(store, item)
      })
    },
  }
}

function receive(store: Store, mailbox: Mailbox, sending: Sending): void {
  const item = mailbox.byUid.get(sending.about.uid)
  if (sending.about.on) receiveOccurrence(store, item, sending, sending.about.on)
  else if (sending.kind === 'cancellation') cancelCopy(store, item)
  else if (item) updateCopy(store, item, sending)
  else if (sending.kind === 'invitation' || sending.resets) addCopy(store, mailbox, sending.about)
}

function addCopy(store: Store, mailbox: Mailbox, { uid, content }: About): void {
  const item = addItem(store, mailbox, { uid, content, own: nothingOfItsOwn, status: unanswered(content), isOrganizer: false })
  const organised = store.organised.get(uid)
  for (const on of organised?.missing ?? []) item.missing.add(on)
  for (const [on, exception] of organised?.exceptions ?? []) exceptionOn(store, item, on).content = exception.content
}

function updateCopy(store: Store, item: Item, { about, resets }: Sending): void {
  const before = item.content
  item.isCancelled = false
  replaceContent(item, about.content)
  if (resets) for (const entry of [item, ...item.exceptions.values()]) entry.status = unanswered(about.content)
  touch(store, item, resets ? { also: [...new Set([...everyDay(before), ...everyDay(about.content)])] } : {})
}

function cancelCopy(store: Store, item: Item | undefined): void {
  if (!item) return
  for (const entry of [item, ...item.exceptions.values()]) entry.isCancelled = true
  touch(store, item, { also: everyDay(item.content) })
}

/** One day of a series. Whoever does not hold the series has only the letter. */
function receiveOccurrence(store: Store, item: Item | undefined, { kind, about, resets }: Sending, on: string): void {
  if (!item || item.missing.has(on)) return
  const exception = exceptionOn(store, item, on)
  exception.isCancelled = kind === 'cancellation'
  if (kind !== 'cancellation') {
    for (const name of differences(contentOn(item.content, on), about.content)) exception.changed.add(name)
    exception.content = about.content
    if (resets) exception.status = unanswered(about.content)
  }
  touch(store, item, { only: on })
}

/** New words for an item. Exceptions follow in what was never changed for them alone; a move of the whole series undoes them. */
export function replaceContent(item: Item, content: Content): void {
  const changed = differences(item.content, content)
  const before = item.content
  item.content = content
  if (changed.has('recurrence')) item.missing.clear()
  if (changed.has('recurrence') || before.start !== content.start || before.end !== content.end) return item.exceptions.clear()
  for (const exception of item.exceptions.values()) follow(exception, content, changed)
}

function follow(exception: Exception, content: Content, changed: ReadonlySet<keyof Content>): void {
  const { start, end, ...own } = exception.content
  const following = [...changed].filter((name) => !exception.changed.has(name)).map((name) => [name, content[name]] as const)
  exception.content = { ...own, ...Object.fromEntries(following), start, end }
}

export function unanswered({ responseRequested }: Content): Status {
  return { response: responseRequested ? 'notResponded' : 'none' }
}

/** A room takes what does not clash with what it has taken, and says so. */
function answerAsRoom(store: Store, responses: Responses, room: Recipient, { uid, on }: About): void {
  const mailbox = store.mailboxOf(room)
  const item = mailbox.byUid.get(uid)
  if (!item || on || item.status.response !== 'notResponded') return
  const view = viewOf(item)
  const answer = clashes(mailbox, item) ? 'declined' : 'accepted'
  responses.respond(view, { answer, comment: '', sendResponse: true })
}

function clashes(mailbox: Mailbox, item: Item): boolean {
  const wanted = placesOf(item)
  return [...mailbox.items.values()].some(
    (other) => other !== item && takesTime(other) && placesOf(other).some((taken) => wanted.some((each) => overlaps(each, taken))),
  )
}

function placesOf(item: Item): View[] {
  return viewsWithin(item, { start: Number.NEGATIVE_INFINITY, end: Number.POSITIVE_INFINITY })
}

function takesTime(item: Item): boolean {
  const entry: Entry = item
  return showAsOf({ item, entry }) !== 'free' && entry.status.response === 'accepted'
}
