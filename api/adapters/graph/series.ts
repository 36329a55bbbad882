import type { PersonId } from '../../../domain/kernel/ids.ts'
import type { Instant } from '../../../domain/kernel/time.ts'
import type { Appointment } from '../../../domain/sessions/appointment.ts'
import { Unavailable } from '../../ports/unavailable.ts'
import { readBatch } from './batch.ts'
import { appointmentOf, slotOf } from './appointment.ts'
import { eventFields, eventOf, eventPreferences, pageOf, type DeltaItem, type GraphEvent, type SparseOccurrence } from './codec.ts'
import { outage } from './errors.ts'
import { eventPath } from './paths.ts'
import type { GraphSource } from './source.ts'

type Slot = SparseOccurrence | GraphEvent
type Order = { readonly mailbox: PersonId; readonly window: { readonly from: Instant; readonly to: Instant }; readonly whole: boolean }

const mostPages = 200

/**
 * The items of a round as whole appointments, a series resolved to its slots. An occurrence comes almost empty, so it is filled from its
 * master; a master that changed (someone answered the series, a category was set) brings all its slots, which are then read afresh.
 * Slots whose master is gone are given back as removed: somebody must ask before believing it.
 */
export async function resolved(
  source: GraphSource,
  items: readonly DeltaItem[],
  order: Order,
  signal: AbortSignal,
): Promise<{ readonly changed: readonly Appointment[]; readonly removed: readonly string[] }> {
  const events = items.flatMap((item) => (item.kind === 'event' ? [item.event] : []))
  const singles = events.filter(({ type }) => type === 'singleInstance').map(appointmentOf)
  const changedMasters = events.filter(({ type }) => type === 'seriesMaster')
  const given: readonly Slot[] = [
    ...items.flatMap((item) => (item.kind === 'occurrence' ? [item.occurrence] : [])),
    ...events.filter(({ type }) => type === 'exception' || type === 'occurrence'),
  ]
  const masters = new Map(changedMasters.map((master) => [master.id, master]))
  for (const master of await mastersOf(source, given, masters, order.mailbox, signal)) masters.set(master.id, master)

  const slots = new Map(given.map((slot) => [slot.id, slot]))
  if (!order.whole) for (const slot of await slotsOfChanged(source, changedMasters, order, signal)) slots.set(slot.id, slot)
  return sortedOut(singles, [...slots.values()], masters)
}

function sortedOut(singles: readonly Appointment[], slots: readonly Slot[], masters: ReadonlyMap<string, GraphEvent>) {
  const changed = [...singles]
  const removed: string[] = []
  for (const slot of slots) {
    const master = masters.get(slot.seriesMasterId ?? '')
    if (master) changed.push(slotOf(master, slot))
    else removed.push(slot.id)
  }
  return { changed, removed }
}

async function mastersOf(
  source: GraphSource,
  slots: readonly Slot[],
  known: ReadonlyMap<string, GraphEvent>,
  mailbox: PersonId,
  signal: AbortSignal,
): Promise<readonly GraphEvent[]> {
  const wanted = [...new Set(slots.map(({ seriesMasterId }) => seriesMasterId ?? ''))].filter((id) => id !== '' && !known.has(id))
  const paths = wanted.map((id) => `${eventPath(mailbox, id)}?$select=${eventFields}`)
  const verdicts = await readBatch(source, { mailbox, paths, prefer: eventPreferences }, signal)
  return verdicts.flatMap((verdict) => {
    if (verdict.kind === 'read') return [eventOf(verdict.value)]
    if (verdict.kind === 'gone') return []
    throw outage(verdict)
  })
}

async function slotsOfChanged(
  source: GraphSource,
  masters: readonly GraphEvent[],
  { mailbox, window }: Order,
  signal: AbortSignal,
): Promise<readonly Slot[]> {
  const slots: Slot[] = []
  for (const master of masters) {
    if (master.isOrganizer) slots.push(...(await instancesOf(source, { mailbox, masterId: master.id, ...window }, signal)))
  }
  return slots
}

/** The slots of a series between two instants, whole; exceptions may come first. A master that is gone has none. */
export async function instancesOf(
  { graph, service }: GraphSource,
  order: { readonly mailbox: PersonId; readonly masterId: string; readonly from: Instant; readonly to: Instant },
  signal: AbortSignal,
  as = service,
): Promise<readonly GraphEvent[]> {
  const { mailbox, masterId, from, to } = order
  const found: GraphEvent[] = []
  let path = `${eventPath(mailbox, masterId)}/instances?startDateTime=${from.toString()}&endDateTime=${to.toString()}&$select=${eventFields}&$top=50`
  for (let pages = 0; pages < mostPages; pages += 1) {
    const verdict = await graph.read({ path, prefer: eventPreferences, mailbox, as, signal })
    if (verdict.kind === 'gone') return found
    if (verdict.kind !== 'read') throw outage(verdict)
    const page = pageOf(verdict.value)
    found.push(...page.value.map(eventOf))
    if (!page.next) return found
    path = graph.ownPath(page.next)
  }
  throw new Unavailable('graph', 'a series that does not end')
}
