import { z } from 'zod'
import { Temporal, type Instant } from '../../../domain/kernel/time.ts'
import type { Response } from '../../../domain/sessions/response.ts'
import type { Invitee } from '../../../domain/sessions/appointment.ts'
import type { Appointment } from '../../ports/calendar.ts'
import { Unavailable } from '../../ports/unavailable.ts'

/** What every reading of an event asks for. Delta takes no `$select`; its whole items hold these too. */
export const eventFields = [
  'id',
  'iCalUId',
  'type',
  'seriesMasterId',
  'subject',
  'body',
  'bodyPreview',
  'start',
  'end',
  'originalStart',
  'isCancelled',
  'isDraft',
  'isOrganizer',
  'organizer',
  'attendees',
  'responseRequested',
  'categories',
  'sensitivity',
  'location',
  'locations',
  'onlineMeeting',
  'webLink',
].join(',')

/** On every call about events: ids that stay, times in UTC, words without markup. */
export const eventPreferences = ['IdType="ImmutableId"', 'outlook.timezone="UTC"', 'outlook.body-content-type="text"'] as const

const wallTime = z.object({ dateTime: z.string().max(40), timeZone: z.string().max(60) })
const emailAddress = z.object({ name: z.string().nullish(), address: z.string().nullish() })

const attendeeSchema = z.object({
  type: z.string().nullish(),
  status: z.object({ response: z.string().nullish(), time: z.string().nullish() }).nullish(),
  emailAddress: emailAddress.nullish(),
})

const removedSchema = z.object({ id: z.string().min(1), '@removed': z.object({ reason: z.string().nullish() }) })
const occurrenceSchema = z.object({
  id: z.string().min(1),
  type: z.literal('occurrence'),
  seriesMasterId: z.string().min(1),
  start: wallTime,
  end: wallTime,
})
const eventSchema = z.object({
  id: z.string().min(1),
  iCalUId: z.string().min(1),
  type: z.enum(['singleInstance', 'seriesMaster', 'occurrence', 'exception']),
  seriesMasterId: z.string().nullish(),
  subject: z.string().nullish(),
  body: z.object({ contentType: z.string().nullish(), content: z.string().nullish() }).nullish(),
  bodyPreview: z.string().nullish(),
  start: wallTime,
  end: wallTime,
  originalStart: z.string().nullish(),
  isCancelled: z.boolean().nullish(),
  isDraft: z.boolean().nullish(),
  isOrganizer: z.boolean().nullish(),
  organizer: z.object({ emailAddress: emailAddress.nullish() }).nullish(),
  attendees: z.array(attendeeSchema).max(2_000).nullish(),
  responseRequested: z.boolean().nullish(),
  categories: z.array(z.string()).nullish(),
  sensitivity: z.string().nullish(),
  location: z.object({ displayName: z.string().nullish() }).nullish(),
  locations: z.array(z.object({ locationEmailAddress: z.string().nullish() })).nullish(),
  onlineMeeting: z.object({ joinUrl: z.string().nullish() }).nullish(),
  webLink: z.string().nullish(),
})

export type GraphEvent = z.infer<typeof eventSchema>
export type SparseOccurrence = z.infer<typeof occurrenceSchema>
export type DeltaItem =
  | { readonly kind: 'removed'; readonly id: string }
  | { readonly kind: 'occurrence'; readonly occurrence: SparseOccurrence }
  | { readonly kind: 'event'; readonly event: GraphEvent }

const pageSchema = z.object({
  value: z.array(z.unknown()).max(2_000),
  '@odata.nextLink': z.string().optional(),
  '@odata.deltaLink': z.string().optional(),
})
export type Page = { readonly value: readonly unknown[]; readonly next?: string; readonly delta?: string }

/** Parses what Graph gave, or says that Graph gave something else: an outage, never a guess. */
export function parsed<Shape extends z.ZodType>(shape: Shape, value: unknown): z.infer<Shape> {
  const result = shape.safeParse(value)
  if (result.success) return result.data
  const where = result.error.issues[0]?.path.join('.') ?? ''
  throw new Unavailable('graph', `an answer of another shape than agreed, at "${where}"`)
}

export function pageOf(value: unknown): Page {
  const page = parsed(pageSchema, value)
  const next = page['@odata.nextLink']
  const delta = page['@odata.deltaLink']
  return { value: page.value, ...(next ? { next } : {}), ...(delta ? { delta } : {}) }
}

export function eventOf(value: unknown): GraphEvent {
  return parsed(eventSchema, value)
}

/** An item of a delta page: gone, an occurrence with nothing but its times, or a whole event. */
export function deltaItemOf(value: unknown): DeltaItem {
  const removed = removedSchema.safeParse(value)
  if (removed.success) return { kind: 'removed', id: removed.data.id }
  const whole = eventSchema.safeParse(value)
  if (whole.success) return { kind: 'event', event: whole.data }
  return { kind: 'occurrence', occurrence: parsed(occurrenceSchema, value) }
}

/** Graph's wall clock with its zone as an instant. We ask for UTC; a mailbox that answers in London's zone is understood too. */
export function instantOf({ dateTime, timeZone }: { dateTime: string; timeZone: string }): Instant {
  const zone = londonNames.has(timeZone) ? 'Europe/London' : timeZone
  try {
    return Temporal.PlainDateTime.from(dateTime.replace(/Z$/, '')).toZonedDateTime(zone).toInstant()
  } catch (cause) {
    throw new Unavailable('graph', 'a time that cannot be read', { cause })
  }
}
/** Windows' name for London has summer time in it; "Greenwich Standard Time" is another place. */
const londonNames = new Set(['GMT Standard Time', 'Europe/London'])

/** A stamp such as `status.time`. Two sentinels mean "not set"; so does anything that is no time. */
export function stampOf(text: string | null | undefined): Instant | undefined {
  if (!text || text.startsWith('0001-01-01') || text.startsWith('4501-01-01')) return undefined
  try {
    return Temporal.Instant.from(/(Z|[+-]\d{2}:\d{2})$/i.test(text) ? text : `${text}Z`)
  } catch {
    return undefined // an answer without a time is still an answer
  }
}

const responses: Readonly<Record<string, Response>> = {
  accepted: 'accepted',
  tentativelyaccepted: 'tentative',
  declined: 'declined',
}

/** C2.1. The names' case differs between versions; `none`, `notResponded`, `organizer` and anything unknown are no answer. */
export function responseOf(name: string | null | undefined): Response {
  return responses[(name ?? '').toLowerCase()] ?? 'none'
}

function attendeeOf(row: z.infer<typeof attendeeSchema>): readonly Invitee[] {
  const address = row.emailAddress?.address?.trim()
  if (!address) return []
  const type = row.type?.toLowerCase()
  const response = responseOf(row.status?.response)
  const respondedAt = response === 'none' ? undefined : stampOf(row.status?.time)
  return [
    {
      name: row.emailAddress?.name?.trim() || address,
      address: address.toLowerCase(),
      type: type === 'resource' || type === 'optional' ? type : 'required',
      response,
      ...(respondedAt ? { respondedAt } : {}),
    },
  ]
}

/** What a single event says in our words. */
export function appointmentOf(event: GraphEvent): Appointment {
  const organiser = event.organizer?.emailAddress
  const organiserAddress = organiser?.address?.toLowerCase() ?? ''
  const about = plainWords(event)
  const attendees = (event.attendees ?? []).flatMap(attendeeOf)
  return {
    eventId: event.id,
    iCalUId: event.iCalUId,
    subject: event.subject?.trim() ?? '',
    ...(about ? { about } : {}),
    startsAt: instantOf(event.start),
    endsAt: instantOf(event.end),
    ...(event.location?.displayName?.trim() ? { place: event.location.displayName.trim() } : {}),
    roomAddresses: (event.locations ?? []).flatMap(({ locationEmailAddress: room }) => (room ? [room.toLowerCase()] : [])),
    ...(isHttps(event.onlineMeeting?.joinUrl) ? { joinUrl: event.onlineMeeting?.joinUrl ?? '' } : {}),
    organiser: { name: organiser?.name?.trim() || organiserAddress, address: organiserAddress },
    isOrganiser: event.isOrganizer ?? false,
    isDraft: event.isDraft ?? false,
    isCancelled: event.isCancelled ?? false,
    isPrivate: !['', 'normal'].includes(event.sensitivity?.toLowerCase() ?? ''),
    categories: event.categories ?? [],
    // The organiser is sometimes among them (graph.md §3), and is not invited by that.
    attendees: attendees.filter(({ address }) => address !== organiserAddress),
    ...(isHttps(event.webLink) ? { webLink: event.webLink ?? '' } : {}),
  }
}

/**
 * One slot of a series. What Members answered stands on the master until somebody answers one occurrence alone, which makes it an
 * exception with rows of its own. Tags are the master's (graph.md §5.2). The `iCalUId` is the series' own, because that is what
 * finds a Member's copy.
 */
export function slotOf(master: GraphEvent, slot: SparseOccurrence | GraphEvent): Appointment {
  const startsAt = instantOf(slot.start)
  const own = 'iCalUId' in slot ? appointmentOf(slot) : appointmentOf({ ...master, id: slot.id, start: slot.start, end: slot.end })
  const moved = 'originalStart' in slot ? stampOf(slot.originalStart) : undefined
  return {
    ...own,
    iCalUId: master.iCalUId,
    categories: master.categories ?? [],
    series: { masterId: master.id, iCalUId: master.iCalUId, originalStart: moved ?? startsAt },
  }
}

const longestAbout = 4_000

function plainWords(event: GraphEvent): string {
  const isText = event.body?.contentType?.toLowerCase() === 'text'
  const words = (isText ? event.body?.content : undefined) ?? event.bodyPreview ?? ''
  return words.replaceAll('\r\n', '\n').trim().slice(0, longestAbout)
}

function isHttps(address: string | null | undefined): boolean {
  return typeof address === 'string' && URL.canParse(address) && new URL(address).protocol === 'https:'
}
