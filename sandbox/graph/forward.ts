import type { AddressBook } from './address-book.ts'
import { asAttendees } from './event-content.ts'
import type { Attendee, EmailAddress } from './event.ts'
import { audienceOf, type Invitations } from './invitations.ts'
import { forwardedLetter } from './letters.ts'
import type { Item, View } from './mailbox.ts'
import type { Post } from './post.ts'
import { aMoment } from './post.ts'
import { touch, type Store } from './store.ts'
import { exceptionOn } from './views.ts'
import type { Work } from '../service.ts'

type Forwarding = { readonly store: Store; readonly post: Post; readonly invitations: Invitations; readonly work: Work }

/**
 * Passes an invitation on. Whoever declined and lost their copy gets one again; whoever still holds one keeps the answer given in it.
 * When an attendee does it, the organiser is told and the new people are added to the organiser's attendees.
 */
export function forward({ store, post, invitations, work }: Forwarding, { item, entry, slot }: View, to: readonly EmailAddress[]): void {
  const rows = asAttendees(
    to.map((emailAddress) => ({ emailAddress })),
    store.book,
  )
  const about = { uid: item.uid, content: entry.content, ...(slot && { on: slot.on }) }
  const held = new Set(rows.filter(({ address }) => holdsCopy(store, address, item.uid)).map(({ key }) => key))
  const reached = [...audienceOf(store, entry.content, rows)]
  invitations.send({ kind: 'invitation', about, to: new Map(reached.filter(([key]) => !held.has(key))), resets: true })
  invitations.send({ kind: 'invitation', about, to: new Map(reached.filter(([key]) => held.has(key))), resets: false })
  if (item.isOrganizer) return

  work.run(async () => {
    await aMoment()
    const organised = store.organised.get(item.uid)
    if (!organised) return
    addStrangers(store, organised, rows, slot?.on)
    const { name, address } = item.mailbox.owner
    post.deliver(organised.content.organizer.address, forwardedLetter(about, { name, address }, named(store.book, rows)))
  })
}

/** New people become attendees of what was passed on: of the whole of it, or of the one day. */
function addStrangers(store: Store, organised: Item, rows: readonly Attendee[], on: string | undefined): void {
  if (on && organised.missing.has(on)) return
  const entry = on ? exceptionOn(store, organised, on) : organised
  const known = new Set([entry.content.organizer.key, ...entry.content.attendees.map(({ key }) => key)])
  const strangers = rows.filter(({ key }) => !known.has(key))
  entry.content = { ...entry.content, attendees: [...entry.content.attendees, ...strangers] }
  touch(store, organised, on ? { only: on } : {})
}

function holdsCopy(store: Store, address: string, uid: string): boolean {
  const recipient = store.book.recipient(address)
  return recipient?.hasMailbox === true && store.mailboxOf(recipient).byUid.get(uid)?.isCancelled === false
}

function named(book: AddressBook, rows: readonly EmailAddress[]): EmailAddress[] {
  return rows.map(({ name, address }) => ({ name: book.recipient(address)?.name ?? name, address }))
}
