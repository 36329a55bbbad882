import type { Prefer } from './call.ts'
import { cancelledPrefix, type Attendee, type EmailAddress, type ShowAs, type Status } from './event.ts'
import type { View } from './mailbox.ts'
import type { Recurrence } from './recurrence.ts'
import type { Store } from './store.ts'
import { showTime, toSeconds, toTicks, unset } from './times.ts'
import { idOf } from './views.ts'

export type Showing = { readonly store: Store; readonly prefer: Prefer; readonly view: View }

type Field = (showing: Showing) => unknown

/** Every member of an event that v1.0 shows, by name. */
export const eventFields: Readonly<Record<string, Field>> = {
  id: ({ store, view, prefer }) => idOf(store, view, prefer),
  createdDateTime: ({ view }) => toTicks(view.entry.createdAt),
  lastModifiedDateTime: ({ view }) => toTicks(view.entry.modifiedAt),
  changeKey: ({ view }) => changeKeyOf(view),
  categories: ({ view }) => view.entry.own.categories,
  transactionId: ({ view }) => view.item.transactionId ?? null,
  originalStartTimeZone: ({ view }) => view.entry.content.startZone,
  originalEndTimeZone: ({ view }) => view.entry.content.endZone,
  iCalUId: ({ store, view }) => (view.slot ? store.ids.iCalUId(serialOfUid(view.item.uid), view.slot.on) : view.item.uid),
  reminderMinutesBeforeStart: ({ view }) => view.entry.own.reminderMinutes,
  isReminderOn: ({ view }) => view.entry.own.isReminderOn,
  hasAttachments: () => false,
  subject: ({ view }) => subjectOf(view),
  bodyPreview: ({ view }) => plainText(view.entry.content.body).slice(0, 255),
  importance: ({ view }) => view.entry.content.importance,
  sensitivity: ({ view }) => view.entry.own.sensitivity ?? view.entry.content.sensitivity,
  isAllDay: ({ view }) => view.entry.content.isAllDay,
  isCancelled: ({ view }) => view.entry.isCancelled,
  isOrganizer: ({ view }) => view.item.isOrganizer,
  responseRequested: ({ view }) => view.entry.content.responseRequested,
  seriesMasterId: ({ store, view, prefer }) => (view.slot ? idOf(store, { item: view.item }, prefer) : null),
  showAs: ({ view }) => showAsOf(view),
  type: ({ view }) => view.type,
  webLink: ({ store, view }) =>
    `https://outlook.office365.com/owa/?itemid=${encodeURIComponent(idOf(store, view, { ids: 'default' }))}&exvsurl=1&path=/calendar/item`,
  onlineMeetingUrl: () => null,
  isOnlineMeeting: ({ view }) => view.entry.content.isOnlineMeeting,
  onlineMeetingProvider: ({ view }) => (view.entry.content.joinUrl ? 'teamsForBusiness' : 'unknown'),
  allowNewTimeProposals: ({ view }) => view.entry.content.allowNewTimeProposals,
  isDraft: ({ view }) => view.item.isDraft,
  hideAttendees: ({ view }) => view.entry.content.hideAttendees,
  responseStatus: ({ view }) => (view.item.isOrganizer ? shownStatus({ response: 'organizer' }) : shownStatus(view.entry.status)),
  body: ({ view, prefer }) => bodyOf(view, prefer),
  start: ({ view, prefer }) => showTime(view.start, prefer.zone),
  end: ({ view, prefer }) => showTime(view.end, prefer.zone),
  originalStart: ({ view }) => (view.slot ? toSeconds(view.slot.originalStart) : null),
  location: ({ view }) => joined(view.entry.content.locations),
  locations: ({ view }) => view.entry.content.locations,
  recurrence: ({ view }) => (view.type === 'seriesMaster' ? shownRecurrence(view) : null),
  attendees: ({ view }) => attendeesOf(view),
  organizer: ({ view }) => asRecipient(view.entry.content.organizer),
  onlineMeeting: ({ view }) => (view.entry.content.joinUrl ? { joinUrl: view.entry.content.joinUrl } : null),
}

/** Members that are shown only to those who ask for them by name. */
export const eventFieldsOnRequest: Readonly<Record<string, Field>> = {
  cancelledOccurrences: ({ store, view, prefer }) =>
    [...view.item.missing].sort().map((on) => `OID.${idOf(store, { item: view.item }, prefer)}.${on}`),
}

export function etagOf(view: View): string {
  return `W/"${changeKeyOf(view)}"`
}

function changeKeyOf({ item, entry }: View): string {
  return Buffer.from(`changes/${item.serial}/${entry.version}`).toString('base64')
}

/** The serial is written into the uid's tail: an occurrence's uid is made from its master's. */
export function serialOfUid(uid: string): number {
  return Number.parseInt(uid.slice(-32), 16)
}

function subjectOf({ entry }: View): string {
  return entry.isCancelled ? cancelledPrefix + entry.content.subject : entry.content.subject
}

/** A copy that nobody has answered stands as tentative; one declined and kept, or cancelled, leaves the time free. */
export function showAsOf({ item, entry }: Pick<View, 'item' | 'entry'>): ShowAs {
  if (entry.isCancelled) return 'free'
  if (entry.own.showAs) return entry.own.showAs
  if (item.isOrganizer || entry.status.response === 'accepted') return entry.content.showAs
  return entry.status.response === 'declined' ? 'free' : 'tentative'
}

function shownStatus({ response, at }: Status): object {
  const time = at === undefined ? (response === 'notResponded' ? unset.reset : unset.never) : toSeconds(at)
  return { response, time }
}

export function asRecipient({ name, address }: EmailAddress): object {
  return { emailAddress: { name, address } }
}

/** The organiser sees who answered what. Everybody else sees `none` for ever, and with hidden attendees only themselves. */
function attendeesOf({ item, entry }: View): object[] {
  const { attendees, organizer, hideAttendees } = entry.content
  if (item.isOrganizer) return attendees.map((attendee) => shownAttendee(attendee, tallied(attendee, entry.tally, organizer.key)))
  const shown = hideAttendees
    ? attendees.filter(({ key }) => key === item.mailbox.owner.objectId)
    : [{ ...organizer, type: 'required' as const }, ...attendees.filter(({ key }) => key !== organizer.key)]
  return shown.map((attendee) => shownAttendee(attendee, { response: 'none' }))
}

function tallied({ key }: Attendee, tally: ReadonlyMap<string, Status>, organizer: string): Status {
  return key === organizer ? { response: 'organizer' } : (tally.get(key) ?? { response: 'none' })
}

function shownAttendee({ type, name, address }: Attendee, status: Status): object {
  const { proposed } = status
  return {
    type,
    status: shownStatus(status),
    emailAddress: { name, address },
    ...(proposed && { proposedNewTime: { start: showTime(proposed.start, 'UTC'), end: showTime(proposed.end, 'UTC') } }),
  }
}

function bodyOf({ entry }: View, { bodyAs }: Prefer): object {
  const { contentType, content } = entry.content.body
  if (bodyAs === 'text' && contentType === 'html') return { contentType: 'text', content: plainText(entry.content.body) }
  return { contentType, content }
}

export function plainText({ contentType, content }: { readonly contentType: 'text' | 'html'; readonly content: string }): string {
  if (contentType === 'text') return content
  return content
    .replaceAll(/<(style|script)[\s\S]*?<\/\1>/gi, '')
    .replaceAll(/<(br|\/p|\/div|\/h\d|\/tr|\/li)[^>]*>/gi, '\n')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll(/\n\s*\n\s*/g, '\n\n')
    .trim()
}

function joined(locations: readonly Readonly<Record<string, unknown>>[]): object {
  const [first] = locations
  if (!first) return { displayName: '', locationType: 'default', uniqueIdType: 'unknown', address: {}, coordinates: {} }
  return { ...first, displayName: locations.map(({ displayName }) => (typeof displayName === 'string' ? displayName : '')).join('; ') }
}

/** What a pattern does not use comes back as 0 and `0001-01-01`. */
function shownRecurrence({ entry }: View): Recurrence | null {
  const { recurrence, startZone } = entry.content
  if (!recurrence) return null
  return { ...recurrence, range: { ...recurrence.range, recurrenceTimeZone: recurrence.range.recurrenceTimeZone ?? startZone } }
}
