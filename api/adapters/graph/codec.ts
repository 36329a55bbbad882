import { z } from 'zod'
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
export type GraphAttendee = z.infer<typeof attendeeSchema>
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
