import { Temporal, type Instant } from '../../../domain/kernel/time.ts'
import type { Appointment, Invitee } from '../../../domain/sessions/appointment.ts'
import type { Response } from '../../../domain/sessions/response.ts'
import { Unavailable } from '../../ports/unavailable.ts'
import type { GraphAttendee, GraphEvent, SparseOccurrence } from './codec.ts'

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

function attendeeOf(row: GraphAttendee): readonly Invitee[] {
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
    masterId: master.id,
    series: { iCalUId: master.iCalUId, originalStart: moved ?? startsAt },
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
