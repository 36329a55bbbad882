import { createHash } from 'node:crypto'
import type { AddressBook, Recipient } from './address-book.ts'
import { nothingOfItsOwn, type Attendee, type Content, type Own } from './event.ts'
import type { EventBody } from './event-body.ts'
import { withProperties } from './properties.ts'
import { Refusal } from './refusal.ts'
import { slotsOf } from './slots.ts'
import { readTime, showTime, zoneOf } from './times.ts'

type Writing = { readonly book: AddressBook; readonly organizer: Recipient; readonly tenantId: string }

const validation = (message: string) => new Refusal(400, 'ErrorPropertyValidationFailure', message)

/** What a new event says. */
export function newContent(body: EventBody, { book, organizer, tenantId }: Writing, seed: string): Content {
  if (!body.start || !body.end) throw validation('Start and End are required.')
  const blank: Content = {
    subject: '',
    body: { contentType: 'html', content: '' },
    start: 0,
    end: 0,
    startZone: 'UTC',
    endZone: 'UTC',
    isAllDay: false,
    locations: [],
    isOnlineMeeting: false,
    organizer: { key: organizer.objectId, name: organizer.name, address: organizer.address },
    attendees: [],
    responseRequested: true,
    hideAttendees: false,
    allowNewTimeProposals: true,
    importance: 'normal',
    sensitivity: 'normal',
    showAs: 'busy',
    sequence: 0,
  }
  const written = changedContent(blank, body, book)
  const content = { ...written, ...onFirstDay(written) }
  return content.isOnlineMeeting ? withMeeting(content, organizer, tenantId, seed) : content
}

/** The words after a change. Whatever the body does not name stays as it was. */
export function changedContent(content: Content, body: EventBody, book: AddressBook): Content {
  const next: Content = {
    ...content,
    ...times(body),
    ...given({
      subject: body.subject,
      body: body.body && { contentType: body.body.contentType, content: body.body.content },
      isAllDay: body.isAllDay,
      locations: body.locations?.map(asLocation) ?? (body.location && (body.location.displayName ? [asLocation(body.location)] : [])),
      attendees: body.attendees && asAttendees(body.attendees, book),
      responseRequested: body.responseRequested,
      hideAttendees: body.hideAttendees,
      allowNewTimeProposals: body.allowNewTimeProposals,
      importance: body.importance,
      sensitivity: body.sensitivity,
      showAs: body.showAs,
      recurrence: body.recurrence,
    }),
    // An online meeting cannot be made an ordinary one again.
    isOnlineMeeting: content.isOnlineMeeting || (body.isOnlineMeeting ?? false),
  }
  if (next.end < next.start) throw validation('The end of the event must not be before its start.')
  const followed = keepingJoinBlock({ ...next, ...followingStart(next, body) }, body)
  slotsOf(followed) // a series that cannot be followed is refused here, before anything is written down
  return followed
}

/** What a change says about the mailbox's own things. Nobody is told of these. */
export function changedOwn(own: Own, body: EventBody): Own {
  return {
    ...own,
    ...given({ categories: body.categories, reminderMinutes: body.reminderMinutesBeforeStart, isReminderOn: body.isReminderOn }),
    properties: withProperties(own.properties, body.singleValueExtendedProperties ?? []),
  }
}

export const newOwn = (body: EventBody): Own => changedOwn(nothingOfItsOwn, body)

/** Moved in time: every answer is void. A change of room, words or attendees is not one. */
export function isSignificant(before: Content, after: Content): boolean {
  return before.start !== after.start || before.end !== after.end || JSON.stringify(before.recurrence) !== JSON.stringify(after.recurrence)
}

/** The members in which two versions differ. */
export function differences(before: Content, after: Content): Set<keyof Content> {
  const names = new Set([...Object.keys(before), ...Object.keys(after)] as (keyof Content)[])
  return new Set([...names].filter((name) => before[name] !== after[name] && JSON.stringify(before[name]) !== JSON.stringify(after[name])))
}

function times({ start, end }: EventBody): Partial<Content> {
  return {
    ...(start && { start: readTime({ dateTime: start.dateTime, timeZone: start.timeZone ?? 'UTC' }), startZone: checked(start.timeZone) }),
    ...(end && { end: readTime({ dateTime: end.dateTime, timeZone: end.timeZone ?? 'UTC' }), endZone: checked(end.timeZone) }),
  }
}

function checked(zone: string | null | undefined): string {
  zoneOf(zone ?? 'UTC')
  return zone ?? 'UTC'
}

/** Only what was said: null and absent leave things as they were. */
function given<Members extends object>(members: Members): { [Name in keyof Members]?: NonNullable<Members[Name]> } {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined && value !== null)) as never
}

function asLocation(location: NonNullable<EventBody['location']>): Content['locations'][number] {
  const displayName = location.displayName ?? ''
  return { locationType: 'default', uniqueId: displayName, uniqueIdType: 'private', ...location, displayName }
}

/** One row an address: whoever is named twice stands once. */
export function asAttendees(rows: NonNullable<EventBody['attendees']>, book: AddressBook): Attendee[] {
  const attendees = new Map<string, Attendee>()
  for (const { type, emailAddress } of rows) {
    const address = emailAddress.address
    if (attendees.has(address.toLowerCase())) continue
    attendees.set(address.toLowerCase(), {
      key: book.keyOf(address),
      type: type ?? 'required',
      name: emailAddress.name ?? book.recipient(address)?.name ?? book.group(address)?.name ?? address,
      address,
    })
  }
  return [...attendees.values()]
}

/** A series begins on the first day of its range, whatever day its start names. */
function onFirstDay({ recurrence, start, end, startZone }: Content): Partial<Content> {
  if (!recurrence) return {}
  const [day, time] = showTime(start, startZone).dateTime.split('T')
  if (recurrence.range.startDate === day) return {}
  const moved = readTime({ dateTime: `${recurrence.range.startDate}T${time}`, timeZone: startZone })
  return { start: moved, end: end + (moved - start) }
}

/** A series whose start is moved to another day begins on that day, unless its range says otherwise. */
function followingStart({ recurrence, start, startZone }: Content, body: EventBody): Partial<Content> {
  if (!recurrence || !body.start || body.recurrence) return {}
  const startDate = showTime(start, startZone).dateTime.slice(0, 10)
  return { recurrence: { ...recurrence, range: { ...recurrence.range, startDate } } }
}

/** Teams writes its block into the words; a mailbox without a Teams licence, as a shared one, gets no link. */
export function withMeeting(content: Content, organizer: Recipient, tenantId: string, seed: string): Content {
  if (organizer.kind !== 'person') return content
  const thread = createHash('sha256').update(seed).digest('base64url').slice(0, 48)
  const context = encodeURIComponent(JSON.stringify({ Tid: tenantId, Oid: organizer.objectId }))
  const joinUrl = `https://teams.microsoft.com/l/meetup-join/19%3ameeting_${thread}%40thread.v2/0?context=${context}`
  const words = content.body.contentType === 'html' ? content.body.content : `<p>${escaped(content.body.content)}</p>`
  const block = `<div class="me-email-text"><p>Microsoft Teams meeting</p><a href="${joinUrl}">Join the meeting now</a></div>`
  return { ...content, joinUrl, body: { contentType: 'html', content: words + block } }
}

/** New words without Teams' block take the meeting's link away. */
function keepingJoinBlock(content: Content, body: EventBody): Content {
  if (!content.joinUrl || !body.body || body.body.content.includes(content.joinUrl)) return content
  const { joinUrl: _, ...rest } = content
  return rest
}

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll('\n', '<br>')
}
