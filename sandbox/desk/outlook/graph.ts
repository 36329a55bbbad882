import { z } from 'zod'
import { addIn } from '../../entra/registrations.ts'
import { outlookWords } from './words.ts'

const address = z.looseObject({ name: z.string().optional(), address: z.string().toLowerCase().default('') })
const recipient = z.looseObject({ emailAddress: address })
const time = z.looseObject({ dateTime: z.string(), timeZone: z.string().optional() })
const response = z.looseObject({ response: z.string().default('none'), time: z.string().nullish() })

const eventShape = z.looseObject({
  id: z.string(),
  iCalUId: z.string().default(''),
  /** Of one date of a series. */
  seriesMasterId: z.string().nullish(),
  subject: z
    .string()
    .nullish()
    .transform((subject) => subject ?? ''),
  start: time,
  end: time,
  location: z.looseObject({ displayName: z.string().nullish() }).nullish(),
  organizer: recipient.nullish(),
  isOrganizer: z.boolean().default(false),
  isCancelled: z.boolean().default(false),
  isOnlineMeeting: z.boolean().nullish(),
  onlineMeeting: z.looseObject({ joinUrl: z.string().nullish() }).nullish(),
  responseStatus: response.nullish(),
  attendees: z.array(recipient.extend({ type: z.string().optional(), status: response.nullish() })).default([]),
  categories: z.array(z.string()).default([]),
  bodyPreview: z.string().nullish(),
  body: z.looseObject({ contentType: z.string(), content: z.string() }).nullish(),
  createdDateTime: z.string().nullish(),
})
export type OutlookEvent = z.infer<typeof eventShape>

const messageShape = z.looseObject({
  id: z.string(),
  subject: z
    .string()
    .nullish()
    .transform((subject) => subject ?? ''),
  from: recipient.nullish(),
  toRecipients: z.array(recipient).default([]),
  receivedDateTime: z.string(),
  isRead: z.boolean().nullish(),
  bodyPreview: z.string().nullish(),
  body: z.looseObject({ contentType: z.string(), content: z.string() }).nullish(),
  /** `meetingRequest`, `meetingCancelled`, `meetingAccepted`, ...; absent on plain mail. */
  meetingMessageType: z.string().nullish(),
  event: eventShape.nullish().catch(undefined),
})
export type Message = z.infer<typeof messageShape>

const keptShape = z.looseObject({ singleValueExtendedProperties: z.array(z.looseObject({ value: z.string() })).nullish() })

const page = <Item extends z.ZodType>(item: Item) => z.looseObject({ value: z.array(item) })
const errorShape = z.looseObject({ error: z.looseObject({ code: z.string().optional(), message: z.string().optional() }) })

/** What a person reads when Outlook says no: its own words, and whether trying again may help. */
export class OutlookRefused extends Error {
  readonly status: number
  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

export type NewEvent = {
  readonly subject: string
  readonly body: string
  /** Wall times of London: "2026-10-22T14:00:00". */
  readonly start: string
  readonly end: string
  readonly invited: readonly { readonly name: string; readonly email: string }[]
  readonly room?: { readonly name: string; readonly email: string }
  readonly category?: string
  readonly online: boolean
  /** What the add-in keeps in it. */
  readonly properties?: Readonly<Record<string, unknown>>
}

export type Answer = 'accept' | 'tentativelyAccept' | 'decline'

/** Outlook, as one person: every call is the one their Outlook would make, with their own token. */
export type Outlook = ReturnType<typeof createOutlook>

type Ask = { readonly method?: string; readonly body?: unknown }

/** `graph` is the address of Graph without its version; `token` gives this person's delegated token. */
export function createOutlook(
  graph: string,
  token: (fresh: boolean) => Promise<string>,
  fetcher: typeof fetch = (...args) => fetch(...args),
) {
  async function sent(path: string, { method = 'GET', body }: Ask, fresh: boolean): Promise<Response> {
    return fetcher(`${graph}/v1.0/me/${path}`, {
      method,
      signal: AbortSignal.timeout(20_000),
      headers: {
        Authorization: `Bearer ${await token(fresh)}`,
        Prefer: 'outlook.timezone="Europe/London"',
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
  }

  async function ask(path: string, asked: Ask = {}): Promise<unknown> {
    const first = await sent(path, asked, false)
    const answer = first.status === 401 ? await sent(path, asked, true) : first
    const text = await answer.text()
    if (!answer.ok) throw refusal(answer, text)
    return text === '' ? undefined : JSON.parse(text)
  }

  return {
    /** Events from one instant to another, in order of starting. */
    async calendar(from: string, to: string): Promise<OutlookEvent[]> {
      const query = new URLSearchParams({ startDateTime: from, endDateTime: to, $top: '200', $orderby: 'start/dateTime' })
      const { value } = page(eventShape).parse(await ask(`calendarView?${query}`))
      return value.toSorted((one, other) => one.start.dateTime.localeCompare(other.start.dateTime))
    },
    /** The inbox, newest first, with the meeting that an invitation is about. */
    async inbox(): Promise<Message[]> {
      const query = new URLSearchParams({ $top: '50', $orderby: 'receivedDateTime desc', $expand: 'microsoft.graph.eventMessage/event' })
      const { value } = page(messageShape).parse(await ask(`mailFolders/inbox/messages?${query}`))
      return value.toSorted((one, other) => other.receivedDateTime.localeCompare(one.receivedDateTime))
    },
    async send(event: NewEvent): Promise<OutlookEvent> {
      return eventShape.parse(await ask('events', { method: 'POST', body: eventBody(event) }))
    },
    async answer(id: string, answer: Answer): Promise<void> {
      await ask(`events/${encodeURIComponent(id)}/${answer}`, { method: 'POST', body: { sendResponse: true } })
    },
    async cancel(id: string, comment: string): Promise<void> {
      await ask(`events/${encodeURIComponent(id)}/cancel`, { method: 'POST', body: { comment } })
    },
    async move(id: string, start: string, end: string): Promise<void> {
      await ask(`events/${encodeURIComponent(id)}`, { method: 'PATCH', body: { start: londonTime(start), end: londonTime(end) } })
    },
    /** What the add-in keeps in an appointment; nothing where that is no JSON of its making. */
    async properties(id: string): Promise<Readonly<Record<string, unknown>>> {
      const query = new URLSearchParams({ $select: 'id', $expand: `singleValueExtendedProperties($filter=id eq '${addInProperty}')` })
      const found = keptShape.parse(await ask(`events/${encodeURIComponent(id)}?${query}`))
      const kept = z.record(z.string(), z.unknown()).safeParse(parsedOr(found.singleValueExtendedProperties?.[0]?.value ?? '{}'))
      return kept.success ? kept.data : {}
    },
    async keep(id: string, properties: Readonly<Record<string, unknown>>): Promise<void> {
      const body = { singleValueExtendedProperties: [propertyOf(properties)] }
      await ask(`events/${encodeURIComponent(id)}`, { method: 'PATCH', body })
    },
    async forward(id: string, to: { readonly name: string; readonly email: string }, comment: string): Promise<void> {
      const body = { comment, toRecipients: [{ emailAddress: { name: to.name, address: to.email } }] }
      await ask(`events/${encodeURIComponent(id)}/forward`, { method: 'POST', body })
    },
  }
}

function londonTime(dateTime: string) {
  return { dateTime, timeZone: 'Europe/London' }
}

/** Where Outlook keeps what an add-in writes: one text in one property, named after the add-in. */
const addInProperty = `String {00020329-0000-0000-C000-000000000046} Name cecp-${addIn.id}`

function propertyOf(properties: Readonly<Record<string, unknown>>) {
  return { id: addInProperty, value: JSON.stringify(properties) }
}

/** The body that Outlook would post: a list is one attendee, a room is a resource and the place. */
export function eventBody({ subject, body, start, end, invited, room, category, online, properties = {} }: NewEvent) {
  const people = invited.map(({ name, email }) => ({ type: 'required', emailAddress: { name, address: email } }))
  const rooms = room ? [{ type: 'resource', emailAddress: { name: room.name, address: room.email } }] : []
  return {
    subject,
    body: { contentType: 'text', content: body },
    start: londonTime(start),
    end: londonTime(end),
    attendees: [...people, ...rooms],
    ...(room && { location: { displayName: room.name, locationType: 'conferenceRoom', locationEmailAddress: room.email } }),
    ...(online && !room && { location: { displayName: outlookWords.onlinePlace } }),
    ...(category && { categories: [category] }),
    ...(Object.keys(properties).length > 0 && { singleValueExtendedProperties: [propertyOf(properties)] }),
    ...(online && { isOnlineMeeting: true, onlineMeetingProvider: 'teamsForBusiness' }),
  }
}

function refusal(answer: Response, text: string): OutlookRefused {
  const parsed = errorShape.safeParse(parsedOr(text))
  const message = parsed.success ? (parsed.data.error.message ?? parsed.data.error.code) : undefined
  const retryAfter = answer.headers.get('Retry-After')
  return new OutlookRefused(answer.status, `${message ?? answer.statusText}${retryAfter ? ` (Retry-After: ${retryAfter})` : ''}`)
}

function parsedOr(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // some faults answer a page of HTML: the status says enough
  }
}

/** The four words of Outlook for an answer, in the order in which they are always shown. */
export type Tally = { accepted: number; tentative: number; none: number; declined: number }

/** Answers of people: a room is a resource, and a list answers for nobody. */
export function tallyOf(event: OutlookEvent, lists: readonly string[]): Tally {
  const tally: Tally = { accepted: 0, tentative: 0, none: 0, declined: 0 }
  for (const { status } of peopleIn(event, lists)) tally[answered(status?.response)] += 1
  return tally
}

/** The addresses of the people who accepted: a room or a list accepts too, and joins nothing. */
export function acceptedIn(event: OutlookEvent, lists: readonly string[]): string[] {
  const accepted = peopleIn(event, lists).filter(({ status }) => answered(status?.response) === 'accepted')
  return accepted.map(({ emailAddress }) => emailAddress.address)
}

function peopleIn({ attendees }: OutlookEvent, lists: readonly string[]): OutlookEvent['attendees'] {
  return attendees.filter(({ type, emailAddress }) => type !== 'resource' && !lists.includes(emailAddress.address))
}

export function answered(response: string | undefined): keyof Tally {
  const said = response?.toLowerCase()
  if (said === 'accepted' || said === 'declined') return said
  return said === 'tentativelyaccepted' ? 'tentative' : 'none'
}
