import { z } from 'zod'
import { recurrenceShape } from './recurrence.ts'
import { Refusal } from './refusal.ts'

const emailAddress = z.looseObject({ name: z.string().nullish(), address: z.string().min(1).max(500) })
const time = z.looseObject({ dateTime: z.string(), timeZone: z.string().nullish() })
const property = z.looseObject({ id: z.string(), value: z.string().nullish() })
const location = z.looseObject({ displayName: z.string().nullish() })
export const bodyShape = z.looseObject({
  contentType: z
    .string()
    .toLowerCase()
    .pipe(z.enum(['text', 'html'])),
  content: z.string().max(4_000_000),
})
export const recipientShape = z.looseObject({ emailAddress })

/** Sent back by whoever read an event and wrote it again: taken without complaint and without effect. */
const readOnly = [
  'id', 'iCalUId', 'type', 'seriesMasterId', 'bodyPreview', 'originalStart', 'originalStartTimeZone', 'originalEndTimeZone', 'isCancelled',
  'isOrganizer', 'organizer', 'responseStatus', 'onlineMeeting', 'onlineMeetingUrl', 'cancelledOccurrences', 'webLink', 'createdDateTime',
  'lastModifiedDateTime', 'changeKey', 'hasAttachments',
] // prettier-ignore

const eventShape = z.strictObject({
  ...Object.fromEntries(readOnly.map((name) => [name, z.unknown().optional()])),
  subject: z.string().max(255).nullish(),
  body: bodyShape.nullish(),
  start: time.optional(),
  end: time.optional(),
  isAllDay: z.boolean().nullish(),
  location: location.nullish(),
  locations: z.array(location).nullish(),
  attendees: z
    .array(z.looseObject({ type: z.enum(['required', 'optional', 'resource']).nullish(), emailAddress }))
    .max(500, 'At most 500 attendees.')
    .nullish(),
  isOnlineMeeting: z.boolean().nullish(),
  onlineMeetingProvider: z.string().nullish(),
  responseRequested: z.boolean().nullish(),
  hideAttendees: z.boolean().nullish(),
  allowNewTimeProposals: z.boolean().nullish(),
  importance: z.enum(['low', 'normal', 'high']).nullish(),
  sensitivity: z.enum(['normal', 'personal', 'private', 'confidential']).nullish(),
  showAs: z.enum(['free', 'tentative', 'busy', 'oof', 'workingElsewhere', 'unknown']).nullish(),
  recurrence: recurrenceShape.nullish(),
  categories: z.array(z.string().max(255)).nullish(),
  reminderMinutesBeforeStart: z.int().nullish(),
  isReminderOn: z.boolean().nullish(),
  isDraft: z.boolean().nullish(),
  transactionId: z.string().max(200).nullish(),
  singleValueExtendedProperties: z.array(property).nullish(),
})
export type EventBody = z.infer<typeof eventShape>

export function readEventBody(body: unknown): EventBody {
  return readBody(eventShape, withoutAnnotations(body), 'microsoft.graph.event')
}

const span = z.looseObject({ start: time, end: time })
const answerShape = z.looseObject({
  comment: z.string().nullish(),
  sendresponse: z.boolean().nullish(),
  proposednewtime: span.nullish(),
})
const forwardShape = z.looseObject({ comment: z.string().nullish(), torecipients: z.array(recipientShape).min(1).max(500) })
const commentShape = z.looseObject({ comment: z.string().nullish() })

export const readAnswerBody = (body: unknown) => readBody(answerShape, inSmallLetters(body), 'an action')
export const readForwardBody = (body: unknown) => readBody(forwardShape, inSmallLetters(body), 'an action')
export const readCommentBody = (body: unknown) => readBody(commentShape, inSmallLetters(body), 'an action')

/** What a body says, or Graph's refusal of it: an unknown member is an error here, a slip of the pen is not taken for a wish. */
export function readBody<Shape extends z.ZodType>(shape: Shape, body: unknown, type: string): z.infer<Shape> {
  const read = shape.safeParse(body ?? {})
  if (read.success) return read.data
  const [issue] = read.error.issues
  if (issue?.code === 'unrecognized_keys') {
    throw new Refusal(400, 'RequestBodyRead', `The property '${issue.keys[0]}' does not exist on type '${type}'.`)
  }
  throw new Refusal(
    400,
    'RequestBodyRead',
    `Cannot read '${issue?.path.join('/') ?? ''}' of type '${type}': ${issue?.message ?? 'invalid'}.`,
  )
}

export function withoutAnnotations(body: unknown): unknown {
  if (typeof body !== 'object' || body === null) return body
  return Object.fromEntries(Object.entries(body).filter(([name]) => !name.includes('@odata')))
}

/** Members of an action come in any case. */
function inSmallLetters(body: unknown): unknown {
  if (typeof body !== 'object' || body === null) return {}
  return Object.fromEntries(Object.entries(body).map(([name, value]) => [name.toLowerCase(), value]))
}
