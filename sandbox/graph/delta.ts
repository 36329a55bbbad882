import type { Call, Reply } from './call.ts'
import { changeAt, endOf, type Change, type ChangeLog } from './change-log.ts'
import type { Place, SyncState, Tokens } from './delta-token.ts'
import type { Span } from './event.ts'
import type { Item, Mailbox, View } from './mailbox.ts'
import { Refusal, badRequest, syncStateNotFound } from './refusal.ts'
import { showInDelta, showRemoved, type EventView } from './show-event.ts'
import type { Store } from './store.ts'
import { readBound } from './times.ts'
import { occurrenceOn, overlaps, viewOf, viewsWithin } from './views.ts'

type Reading = { readonly store: Store; readonly tokens: Tokens; readonly base: string }

const usualPage = 10
const unsupported = ['$filter', '$select', '$orderby', '$search', '$top']

/** `calendarView/delta`: first everything in the window, later only what changed. */
export function delta({ store, tokens, base }: Reading, mailbox: Mailbox, call: Call): Reply {
  const state = stateOf(tokens, mailbox, call)
  const size = call.prefer.pageSize ?? usualPage
  const showing: EventView = { store, prefer: call.prefer, asked: {} }
  const { shown, next } = state.place.round === 'changes' ? changesPage(mailbox, state, state.place, size) : wholePage(mailbox, state, size)
  const token = tokens.write({ ...state, place: next })
  const link = `${base}${call.path}?`
  return {
    status: 200,
    headers: { 'Preference-Applied': [...call.prefer.applied, applied(call)].join(', ') },
    body: {
      '@odata.context': `${base}/$metadata#Collection(event)`,
      value: shown.map((each) => ('gone' in each ? showRemoved(store, call.prefer, each.gone) : showInDelta(showing, each.view))),
      ...(next.round === 'done'
        ? { '@odata.deltaLink': `${link}$deltatoken=${token}` }
        : { '@odata.nextLink': `${link}$skiptoken=${token}` }),
    },
  }
}

function applied({ prefer }: Call): string {
  return prefer.pageSize ? `odata.maxpagesize=${prefer.pageSize}` : 'odata.track-changes'
}

function stateOf(tokens: Tokens, mailbox: Mailbox, { query, prefer }: Call): SyncState {
  if (query.has('$expand')) throw new Refusal(500, 'ErrorInternalServerError', 'An internal server error occurred. The operation failed.')
  const odd = unsupported.find((name) => query.has(name))
  if (odd) throw badRequest(`The following parameters are not supported with change tracking over the 'CalendarView' resource: '${odd}'.`)
  const token = query.get('$deltatoken') ?? query.get('$skiptoken')
  if (token === undefined) {
    const window = {
      start: readBound(query.get('startdatetime'), 'startDateTime', prefer.zone),
      end: readBound(query.get('enddatetime'), 'endDateTime', prefer.zone),
    }
    if (window.end <= window.start) throw badRequest('The end of the window must be after its start.')
    return {
      mailbox: mailbox.owner.objectId,
      generation: mailbox.syncGeneration,
      window,
      place: { round: 'whole', since: endOf(mailbox.changes) },
    }
  }
  const state = tokens.read(token)
  if (state.mailbox !== mailbox.owner.objectId || state.generation !== mailbox.syncGeneration) throw syncStateNotFound()
  if (readFrom(state.place) < mailbox.changes.forgotten) throw syncStateNotFound()
  if (state.place.round !== 'done') return state
  const { since } = state.place
  return { ...state, place: { round: 'changes', from: since, at: since, to: endOf(mailbox.changes) } }
}

/** The earliest change that is yet to be told. */
function readFrom(place: Place): number {
  return place.round === 'changes' ? place.from : place.since
}

type Shown = { readonly view: View } | { readonly gone: Pick<View, 'item' | 'slot'> }
type Page = { readonly shown: readonly Shown[]; readonly next: Place }

/**
 * So many items of the calendar, then those of them that lie in the window: a page can be empty and still have a next one.
 * A series comes as its master and its occurrences, each counting as one.
 */
function wholePage(mailbox: Mailbox, { window, place }: SyncState, size: number): Page {
  if (place.round !== 'whole') throw syncStateNotFound()
  const shown: Shown[] = []
  let seen = 0
  for (const { item, on, view } of unitsAfter(mailbox, window, place.after)) {
    seen += 1
    if (view) shown.push({ view })
    if (seen === size) return { shown, next: { ...place, after: { serial: item.serial, on } } }
  }
  return { shown, next: { round: 'done', since: place.since } }
}

type Unit = { readonly item: Item; readonly on: string; readonly view?: View }

function* unitsAfter(mailbox: Mailbox, window: Span, after: { serial: number; on: string } | undefined): Generator<Unit> {
  for (const item of mailbox.items.values()) {
    if (after && item.serial < after.serial) continue
    for (const unit of unitsOf(item, window)) {
      if (!after || item.serial > after.serial || unit.on > after.on) yield unit
    }
  }
}

function unitsOf(item: Item, window: Span): Unit[] {
  const within = viewsWithin(item, window)
  if (!item.content.recurrence) return [{ item, on: '', ...(within[0] && { view: within[0] }) }]
  const master = { item, on: '', ...(within.length > 0 && { view: viewOf(item) }) }
  const days = within.map((view) => ({ item, on: view.slot?.on ?? '', view }))
  return [master, ...days.sort((one, other) => (one.on < other.on ? -1 : 1))]
}

/** Each changed thing as it now is. One that changed again and again comes twice: repeats are part of the bargain. */
function changesPage(mailbox: Mailbox, { window }: SyncState, { from, at, to }: Extract<Place, { round: 'changes' }>, size: number): Page {
  const told = worthTelling(mailbox.changes, from, to)
  const shown: Shown[] = []
  let place = at
  for (; place < to && shown.length < size; place += 1) {
    const change = changeAt(mailbox.changes, place)
    if (change && told.has(place)) shown.push(asItNowIs(change, window))
  }
  return { shown, next: place < to ? { round: 'changes', from, at: place, to } : { round: 'done', since: to } }
}

/** The first and the last mention of each thing in a stretch of the journal. */
function worthTelling(changes: ChangeLog, from: number, to: number): Set<number> {
  const spans = new Map<string, { first: number; last: number }>()
  for (let place = from; place < to; place += 1) {
    const change = changeAt(changes, place)
    if (!change) continue
    const key = `${change.item.serial}/${change.on ?? ''}`
    spans.set(key, { first: spans.get(key)?.first ?? place, last: place })
  }
  return new Set([...spans.values()].flatMap(({ first, last }) => [first, last]))
}

/** Gone, or touched outside the window, look alike: whoever must know asks for it by id. */
function asItNowIs({ item, on }: Change, window: Span): Shown {
  const gone = { item, ...(on && { slot: { on, originalStart: 0 } }) }
  if (item.isGone) return { gone }
  if (on) {
    const view = occurrenceOn(item, on)
    return view && overlaps(view, window) ? { view } : { gone }
  }
  return viewsWithin(item, window).length > 0 ? { view: viewOf(item) } : { gone }
}
