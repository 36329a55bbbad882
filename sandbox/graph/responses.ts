import type { SandboxContext } from '../service.ts'
import type { Recipient } from './address-book.ts'
import type { Answer, Attendee, Content, EmailAddress, Entry, Span, Status } from './event.ts'
import { responseLetter, type About } from './letters.ts'
import type { Item, View } from './mailbox.ts'
import { aMoment, type Post } from './post.ts'
import { Refusal, invalidRequest } from './refusal.ts'
import { everyDay, removeItem, removeOccurrence, touch, type Store } from './store.ts'
import { exceptionOn } from './views.ts'

export type Order = {
  readonly answer: Answer
  readonly comment: string
  /** False: the organiser never learns. */
  readonly sendResponse: boolean
  readonly proposed?: Span
}

export type Responses = {
  /** Answers an invitation in the mailbox that holds this copy. The organiser's tally follows when the response is processed. */
  respond(view: View, order: Order): void
  /** An answer by mail from somebody who has no mailbox here. False when no such meeting stands. */
  answerFromOutside(iCalUId: string, address: string, answer: Answer): boolean
}

const words: Readonly<Record<Answer, string>> = { accepted: 'accepted', tentativelyAccepted: 'may come to', declined: 'declined' }

export function createResponses(store: Store, post: Post, { work, journal }: Pick<SandboxContext, 'work' | 'journal'>): Responses {
  function send(about: About, from: EmailAddress & { readonly key: string }, order: Omit<Order, 'sendResponse'>): void {
    const status: Status = { response: order.answer, at: store.now(), ...(order.proposed && { proposed: order.proposed }) }
    work.run(async () => {
      await aMoment()
      post.deliver(about.content.organizer.address, responseLetter(about, { ...order, from }))
      count(store, about, from, status)
    })
  }

  return {
    respond(view, order) {
      check(view, order)
      const { item, entry, slot } = view
      const { owner } = item.mailbox
      const about = { uid: item.uid, content: entry.content, ...(slot && { on: slot.on }) }
      keep(store, view, order.answer)
      if (order.sendResponse) send(about, answererOf(store, owner), order)
      const silently = order.sendResponse ? '' : ', without telling the organiser'
      const who = owner.person?.id
      const summary = `${owner.name} ${words[order.answer]} “${entry.content.subject}”${silently}.`
      journal.note({ kind: 'answer', ...(who && { who }), summary })
    },
    answerFromOutside(iCalUId, address, answer) {
      const { uid, on } = store.ids.readICalUId(iCalUId)
      const item = store.organised.get(uid)
      if (!item) return false
      const name = store.book.recipient(address)?.name ?? item.content.attendees.find((each) => each.address === address)?.name ?? address
      const content = (on ? item.exceptions.get(on)?.content : undefined) ?? item.content
      send({ uid, content, ...(on && { on }) }, { key: store.book.keyOf(address), name, address }, { answer, comment: '' })
      journal.note({ kind: 'answer', summary: `${name} ${words[answer]} “${content.subject}”, by mail from outside.` })
      return true
    },
  }
}

function check({ item, entry }: View, { sendResponse, proposed }: Order): void {
  const cannot = "Your request can't be completed."
  if (item.isOrganizer) throw invalidRequest(`${cannot} You can't respond to this meeting because you're the meeting organizer.`)
  if (entry.isCancelled) throw new Refusal(400, 'ErrorCalendarIsCancelledForAccept', `${cannot} The meeting has been canceled.`)
  if (sendResponse && !entry.content.responseRequested) {
    throw invalidRequest(`${cannot} The meeting organizer hasn't requested a response.`)
  }
  if (proposed && !entry.content.allowNewTimeProposals)
    throw invalidRequest(`${cannot} The meeting organizer doesn't allow new time proposals.`)
  if (proposed && !sendResponse) throw invalidRequest(`${cannot} A new time can only be proposed with a response.`)
}

/** What the answer does to the answerer's own calendar: a declined meeting leaves it, unless the mailbox keeps such meetings. */
function keep(store: Store, { item, slot }: View, answer: Answer): void {
  const status: Status = { response: answer, at: store.now() }
  const leaves = answer === 'declined' && !item.mailbox.owner.keepsDeclined
  if (!slot) {
    if (leaves) return removeItem(store, item)
    for (const entry of [item, ...item.exceptions.values()]) entry.status = status
    return touch(store, item, { also: everyDay(item.content) })
  }
  if (leaves) return removeOccurrence(store, item, slot.on)
  exceptionOn(store, item, slot.on).status = status
  touch(store, item, { only: slot.on })
}

function answererOf({ switches }: Store, { objectId, name, address }: Recipient): EmailAddress & { readonly key: string } {
  if (!switches.legacyAddress.has(objectId)) return { key: objectId, name, address }
  const old = `/o=ExchangeLabs/ou=Exchange Administrative Group (FYDIBOHF23SPDLT)/cn=Recipients/cn=${objectId.replaceAll('-', '')}`
  return { key: old.toLowerCase(), name, address: old }
}

/** Writes an answer into the organiser's copy. One to an older time than the meeting now has is not counted. */
function count(store: Store, { uid, on, content }: About, from: EmailAddress & { readonly key: string }, status: Status): void {
  const item = store.organised.get(uid)
  if (!item || store.switches.notTallying.has(item.mailbox.owner.objectId)) return
  if (on) {
    if (item.missing.has(on)) return
    const exception = exceptionOn(store, item, on)
    if (content.sequence < exception.content.sequence) return
    note(store, exception, from, status)
    return touch(store, item, { only: on })
  }
  if (content.sequence < item.content.sequence) return
  for (const entry of [item, ...item.exceptions.values()]) note(store, entry, from, status)
  touch(store, item)
}

/** Whoever answers through a list, or was sent the invitation by somebody else, gets a row. */
function note(store: Store, entry: Entry, from: EmailAddress & { readonly key: string }, status: Status): void {
  if (!entry.content.attendees.some(({ key }) => key === from.key)) {
    const row: Attendee = { ...from, type: typeThroughList(store, entry.content, from.key) }
    entry.content = { ...entry.content, attendees: [...entry.content.attendees, row] }
  }
  entry.tally.set(from.key, status)
}

function typeThroughList({ book }: Store, { attendees }: Content, key: string): Attendee['type'] {
  const list = attendees.find(({ address }) => book.group(address) && book.reached(address)?.some(({ objectId }) => objectId === key))
  return list?.type ?? 'required'
}

/** A Microsoft 365 group has a calendar of its own, and that calendar accepts whatever it is invited to. */
export function acceptAsGroups(store: Store, item: Item): void {
  const groups = item.content.attendees.filter(({ address }) => store.book.group(address)?.kind === 'microsoft365')
  const open = groups.filter(({ key }) => item.tally.get(key)?.response !== 'accepted')
  if (open.length === 0 || item.isGone) return
  for (const { key } of open) item.tally.set(key, { response: 'accepted', at: store.now() })
  touch(store, item)
}
