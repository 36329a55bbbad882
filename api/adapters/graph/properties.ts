import { z } from 'zod'
import type { PersonId } from '../../../domain/kernel/ids.ts'
import type { Appointment } from '../../../domain/sessions/appointment.ts'
import { readBatch } from './batch.ts'
import { eventPreferences, parsed } from './codec.ts'
import { outage } from './errors.ts'
import { eventPath } from './paths.ts'
import type { GraphSource } from './source.ts'

/** The set in which Outlook keeps what add-ins write (MS-OXCEXT 2.2.5): one JSON text for each add-in, named after its id. */
const publicStrings = '00020329-0000-0000-C000-000000000046'

function propertyId(addInId: string): string {
  return `String {${publicStrings}} Name cecp-${addInId}`
}

const expanded = z.object({
  singleValueExtendedProperties: z.array(z.object({ id: z.string(), value: z.string().nullish() })).nullish(),
})

/**
 * What the Outlook add-in keeps in each of these appointments, a series' in all its slots. Delta tells nothing of it, so each that might be
 * a session is asked for by its id, twenty to a call.
 *
 * `isKnown`: they were asked for because they are sessions already, and are one without anybody invited too.
 *
 * Trap: Graph may spell the property's id in another case than it was asked in.
 */
export async function withProperties(
  source: GraphSource,
  appointments: readonly Appointment[],
  { mailbox, addInIds, isKnown = false }: { readonly mailbox: PersonId; readonly addInIds: readonly string[]; readonly isKnown?: boolean },
  signal: AbortSignal,
): Promise<readonly Appointment[]> {
  if (addInIds.length === 0) return appointments
  const places = [...new Set(appointments.filter((each) => mayBeSession(each, isKnown)).map(placeOf))]
  if (places.length === 0) return appointments
  const wanted = encodeURIComponent(addInIds.map((id) => `id eq '${propertyId(id)}'`).join(' or '))
  const paths = places.map((id) => `${eventPath(mailbox, id)}?$select=id&$expand=singleValueExtendedProperties($filter=${wanted})`)
  const verdicts = await readBatch(source, { mailbox, paths, prefer: eventPreferences }, signal)
  const found = new Map<string, string>()
  for (const [index, verdict] of verdicts.entries()) {
    if (verdict.kind === 'gone') continue // the next round says so
    if (verdict.kind !== 'read') throw outage(verdict)
    const value = valueIn(verdict.value, addInIds)
    if (value !== undefined) found.set(places[index] ?? '', value)
  }
  return appointments.map((appointment) => {
    const property = found.get(placeOf(appointment))
    return property === undefined ? appointment : { ...appointment, property }
  })
}

/**
 * Of several add-ins that wrote in one appointment the first of `addInIds` counts, so that it is the same one every time.
 *
 * Trap: each keeps a property of its own and sees no other's, so what was written last need not be what counts.
 */
function valueIn(event: unknown, addInIds: readonly string[]): string | undefined {
  const { singleValueExtendedProperties: properties } = parsed(expanded, event)
  const told = new Map(properties?.map(({ id, value }) => [id.toLowerCase(), value]))
  return addInIds.map((id) => told.get(propertyId(id).toLowerCase())).find((value) => value) ?? undefined
}

/** What nobody is invited to may still be one that was known before. */
function mayBeSession({ isOrganiser, isCancelled, isDraft, attendees }: Appointment, isKnown: boolean): boolean {
  return isOrganiser && !isCancelled && !isDraft && (isKnown || attendees.length > 0)
}

function placeOf({ masterId, eventId }: Appointment): string {
  return masterId ?? eventId
}
