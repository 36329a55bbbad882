import type { Prefer } from './call.ts'
import { etagOf, eventFields, eventFieldsOnRequest } from './event-fields.ts'
import type { View } from './mailbox.ts'
import { matches, type Source } from './matches.ts'
import { ownMember } from './own-member.ts'
import { asList, type Properties } from './properties.ts'
import type { Query } from './query.ts'
import { badRequest } from './refusal.ts'
import type { Store } from './store.ts'
import { showTime, toSeconds } from './times.ts'
import { idOf } from './views.ts'

/** Shows events as one request wants them: its ids, its zone, its selection. */
export type EventView = {
  readonly store: Store
  readonly prefer: Prefer
  readonly asked: Pick<Query, 'select' | 'properties'>
}

const usual = Object.keys(eventFields)
const fieldOf = (name: string) => ownMember(eventFields, name) ?? ownMember(eventFieldsOnRequest, name)
const eventType = '#microsoft.graph.event'

export function showEvent({ store, prefer, asked }: EventView, view: View): Record<string, unknown> {
  const shown: Record<string, unknown> = { '@odata.etag': etagOf(view), id: idOf(store, view, prefer) }
  for (const name of asked.select ?? usual) {
    const field = fieldOf(name)
    if (field) shown[name] = field({ store, prefer, view })
  }
  return { ...shown, ...expandedProperties(view.entry.own.properties, asked.properties) }
}

/** Refuses a selection of what an event does not have, as Graph does. */
export function checkSelection({ select }: Pick<Query, 'select'>): void {
  const unknown = select?.find((name) => !fieldOf(name))
  if (unknown) throw badRequest(`Could not find a property named '${unknown}' on type 'microsoft.graph.event'.`)
}

/** The member stays away altogether when the item has none of the properties that were asked for. */
export function expandedProperties(properties: Properties, wanted: Query['properties']): object {
  if (!wanted) return {}
  const list = asList(properties).filter(
    (property) => wanted === 'all' || matches(wanted, (name) => (property as Record<string, unknown>)[name], { ignoreCase: false }),
  )
  return list.length > 0 ? { singleValueExtendedProperties: list } : {}
}

/** An event as a condition sees it: each member is worked out only when it is asked for. */
export function eventSource(store: Store, prefer: Prefer, view: View): Source {
  return (name) => {
    if (name === 'singleValueExtendedProperties') return asList(view.entry.own.properties)
    if (name === 'start' || name === 'end') return showTime(view[name], 'UTC')
    if (name === 'lastModifiedDateTime') return toSeconds(view.entry.modifiedAt)
    return ownMember(eventFields, name)?.({ store, prefer, view })
  }
}

/** How delta shows an occurrence: seven members and no more. Everything else, whole. */
export function showInDelta(showing: EventView, view: View): object {
  const head = { '@odata.type': eventType }
  if (view.type !== 'occurrence') return { ...head, ...showEvent({ ...showing, asked: {} }, view) }
  const { store, prefer } = showing
  return {
    ...head,
    '@odata.etag': etagOf(view),
    id: idOf(store, view, prefer),
    seriesMasterId: idOf(store, { item: view.item }, prefer),
    type: 'occurrence',
    start: showTime(view.start, prefer.zone),
    end: showTime(view.end, prefer.zone),
  }
}

export function showRemoved(store: Store, prefer: Prefer, gone: Pick<View, 'item' | 'slot'>): object {
  return { '@odata.type': eventType, id: idOf(store, gone, prefer), '@removed': { reason: 'deleted' } }
}
