import type { Prefer } from './call.ts'
import type { Content, Entry, Exception, Span } from './event.ts'
import type { EventType, Item, Mailbox, View } from './mailbox.ts'
import { itemNotFound, malformedId } from './refusal.ts'
import { slotsOf, type Slot } from './slots.ts'
import { freshEntry, type Store } from './store.ts'

export function viewOf(item: Item): View {
  const type: EventType = item.content.recurrence ? 'seriesMaster' : 'singleInstance'
  return { item, entry: item, type, start: item.content.start, end: item.content.end }
}

/** One occurrence of a series, changed or not; undefined where the series has none, or none any more. */
export function occurrenceOn(item: Item, on: string): View | undefined {
  const slot = slotsOf(item.content).find((each) => each.on === on)
  return slot && !item.missing.has(on) ? atSlot(item, slot) : undefined
}

function atSlot(item: Item, slot: Slot): View {
  const exception = item.exceptions.get(slot.on)
  const place = { on: slot.on, originalStart: slot.start }
  if (!exception) return { item, entry: item, type: 'occurrence', slot: place, start: slot.start, end: slot.end }
  const { start, end } = exception.content
  return { item, entry: exception, type: 'exception', slot: place, start, end }
}

/** What a calendar shows between two instants: single events, occurrences and exceptions, never masters. */
export function viewsWithin(item: Item, window: Span): View[] {
  if (!item.content.recurrence) return overlaps(item.content, window) ? [viewOf(item)] : []
  return slotsOf(item.content)
    .filter(({ on }) => !item.missing.has(on))
    .map((slot) => atSlot(item, slot))
    .filter((view) => overlaps(view, window))
}

export function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && (one.end > other.start || one.start >= other.start)
}

/** What an id names in this mailbox. An immutable id is only understood by a request that prefers immutable ids. */
export function find(store: Store, mailbox: Mailbox, id: string, { ids }: Pick<Prefer, 'ids'>): View {
  const read = store.ids.read(id)
  if (!read) throw malformedId()
  if (read === 'foreign') throw itemNotFound()
  const item = mailbox.items.get(read.serial)
  if (!item || read.mailboxId !== mailbox.owner.objectId || read.moves > 0) throw itemNotFound()
  if (read.kind === 'immutable' && ids !== 'immutable') throw itemNotFound()
  const view = read.on ? occurrenceOn(item, read.on) : viewOf(item)
  if (!view) throw itemNotFound()
  return view
}

export function idOf(store: Store, { item, slot }: Pick<View, 'item' | 'slot'>, { ids }: Pick<Prefer, 'ids'>): string {
  return store.ids.write({ kind: ids, mailboxId: item.mailbox.owner.objectId, serial: item.serial, moves: 0, ...(slot && { on: slot.on }) })
}

/** The exception that stands on a day, made from the series if the day was like all others. */
export function exceptionOn(store: Store, item: Item, on: string): Exception {
  const found = item.exceptions.get(on)
  if (found) return found
  const exception: Exception = {
    ...copyOf(item),
    ...freshEntry(store),
    isCancelled: item.isCancelled,
    tally: new Map(item.tally),
    content: contentOn(item.content, on),
    changed: new Set(),
  }
  item.exceptions.set(on, exception)
  return exception
}

/** The series' words at the time of one of its days. */
export function contentOn(content: Content, on: string): Content {
  const slot = slotsOf(content).find((each) => each.on === on)
  const { recurrence: _, ...words } = content
  return slot ? { ...words, start: slot.start, end: slot.end } : words
}

function copyOf({ content, own, status }: Entry): Pick<Entry, 'content' | 'own' | 'status'> {
  return { content, own, status }
}
