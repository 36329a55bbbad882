import type { SandboxContext } from '../service.ts'
import { createAddressBook, type AddressBook, type Recipient } from './address-book.ts'
import { addChanges, createChangeLog } from './change-log.ts'
import type { Content, Entry, Own, Status } from './event.ts'
import { createIds, type Ids } from './ids.ts'
import type { Item, Mailbox } from './mailbox.ts'
import { slotsOf } from './slots.ts'
import type { Milliseconds } from './times.ts'

export type ChangeType = 'created' | 'updated' | 'deleted'

/** All that Graph remembers. Every look-up by id is one step, however large the council. */
export type Store = {
  readonly ids: Ids
  readonly book: AddressBook
  readonly now: () => Milliseconds
  readonly nextSerial: () => number
  readonly mailboxOf: (recipient: Recipient) => Mailbox
  /** The organiser's copy of an event that stands. */
  readonly organised: Map<string, Item>
  readonly switches: Switches
  /** Told of every change of a calendar. */
  readonly listeners: ((item: Item, change: ChangeType) => void)[]
}

/** What a test may set, by object id: things that administrators do, and oddities that real tenants show. */
export type Switches = {
  /** Mailboxes outside the application's scope in Exchange. */
  readonly outOfScope: Set<string>
  /** Mailboxes whose calendar does not count answers. */
  readonly notTallying: Set<string>
  /** People whose answers arrive under an address of old, `/o=ExchangeLabs/...`. */
  readonly legacyAddress: Set<string>
  /** Organisers for whom Teams' application access policy was not given. */
  readonly noMeetingPolicy: Set<string>
}

export function createStore(context: Pick<SandboxContext, 'world' | 'people' | 'clock' | 'memory' | 'mint'>): Store {
  const state = context.memory.of('graph', () => fresh(context.mint('stamp'), outOfScope(context)))
  const { mailboxes, organised, switches } = state
  return {
    ids: createIds(state.stamp),
    book: createAddressBook(context),
    now: () => context.clock.now().epochMilliseconds,
    nextSerial: () => (state.serial += 1),
    mailboxOf(owner) {
      const found = mailboxes.get(owner.objectId)
      if (found) return found
      const mailbox = emptyMailbox(owner)
      mailboxes.set(owner.objectId, mailbox)
      return mailbox
    },
    organised,
    switches,
    listeners: [],
  }
}

function outOfScope({ people }: Pick<SandboxContext, 'people'>): Set<string> {
  return new Set(people.flatMap((person) => (person.outOfScope ? [person.objectId] : [])))
}

/** `stamp`: what tells this sandbox's ids from every other's. */
function fresh(stamp: string, outside: Set<string>) {
  const switches: Switches = { outOfScope: outside, notTallying: new Set(), legacyAddress: new Set(), noMeetingPolicy: new Set() }
  return { stamp, serial: 0, mailboxes: new Map<string, Mailbox>(), organised: new Map<string, Item>(), switches }
}

function emptyMailbox(owner: Recipient): Mailbox {
  return {
    owner,
    items: new Map(),
    byUid: new Map(),
    byTransaction: new Map(),
    changes: createChangeLog(),
    syncGeneration: 0,
    messages: new Map(),
    inbox: [],
    messagesByProperty: new Map(),
    masterCategories: [],
  }
}

export type NewItem = {
  readonly content: Content
  readonly own: Own
  readonly status: Status
  readonly isOrganizer: boolean
  /** Absent: a new event, which gets its own. */
  readonly uid?: string
  readonly isDraft?: boolean
  readonly transactionId?: string
}

export function addItem(store: Store, mailbox: Mailbox, { uid, isDraft = false, ...parts }: NewItem): Item {
  const serial = store.nextSerial()
  const item: Item = {
    ...parts,
    ...freshEntry(store),
    serial,
    mailbox,
    uid: uid ?? store.ids.iCalUId(serial),
    isDraft,
    isGone: false,
    exceptions: new Map(),
    missing: new Set(),
  }
  mailbox.items.set(serial, item)
  mailbox.byUid.set(item.uid, item)
  if (item.transactionId) mailbox.byTransaction.set(item.transactionId, item)
  if (item.isOrganizer) store.organised.set(item.uid, item)
  record(store, item, 'created', everyDay(item.content))
  return item
}

/** What every entry has from the start. */
export function freshEntry(store: Store): Pick<Entry, 'tally' | 'isCancelled' | 'createdAt' | 'modifiedAt' | 'version'> {
  const now = store.now()
  return { tally: new Map(), isCancelled: false, createdAt: now, modifiedAt: now, version: 1 }
}

/** Notes that an item has changed; `days` are the occurrences that changed with it, or alone when the master did not. */
export function touch(store: Store, item: Item, days: { readonly also?: readonly string[]; readonly only?: string } = {}): void {
  const exception = days.only ? item.exceptions.get(days.only) : undefined
  for (const entry of exception ? [exception, item] : [item]) {
    entry.version += 1
    entry.modifiedAt = store.now()
  }
  if (days.only) {
    addChanges(item.mailbox.changes, [{ item, on: days.only }])
    tell(store, item, 'updated')
  } else record(store, item, 'updated', days.also ?? [])
}

/** Takes a copy out of the calendar: its ids find nothing any more. */
export function removeItem(store: Store, item: Item): void {
  item.isGone = true
  item.mailbox.items.delete(item.serial)
  item.mailbox.byUid.delete(item.uid)
  if (item.isOrganizer) store.organised.delete(item.uid)
  record(store, item, 'deleted', everyDay(item.content))
}

/** Takes one occurrence out of a series. */
export function removeOccurrence(store: Store, item: Item, on: string): void {
  item.exceptions.delete(on)
  item.missing.add(on)
  touch(store, item, { only: on })
}

export function everyDay(content: Content): readonly string[] {
  return slotsOf(content).map(({ on }) => on)
}

function record(store: Store, item: Item, change: ChangeType, days: readonly string[]): void {
  addChanges(item.mailbox.changes, [{ item }, ...days.map((on) => ({ item, on }))])
  tell(store, item, change)
}

function tell(store: Store, item: Item, change: ChangeType): void {
  for (const listener of store.listeners) listener(item, change)
}
