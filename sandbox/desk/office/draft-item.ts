import { Temporal } from 'temporal-polyfill'
import type { Person } from '../control.ts'
import { wallTime } from '../dates.ts'
import type { Draft } from '../outlook/draft.ts'
import type { OutlookEvent } from '../outlook/graph.ts'
import type { Item, Recipient } from './protocol.ts'

/** What an add-in keeps of an appointment that is being written: it goes with it when it is sent, and the form's own data does not. */
export type AddInData = { readonly properties: Item['properties']; readonly session: Item['session'] }
export const noAddInData: AddInData = { properties: {}, session: {} }

/** An invitation being written, as Outlook shows it to an add-in. Times that are not filled in yet are the day's beginning. */
export function draftItem(
  draft: Draft,
  person: Person,
  { properties, session }: AddInData,
  places: readonly { email: string; name: string }[],
): Item {
  return {
    mode: 'compose',
    seriesId: null,
    subject: draft.subject,
    start: instantOf(draft.day, draft.from),
    end: instantOf(draft.day, draft.until),
    location: places.find(({ email }) => email === draft.room)?.name ?? '',
    organizer: { displayName: person.name, emailAddress: person.email, recipientType: 'user' },
    required: draft.invited.map(({ name, email, people }): Recipient => ({
      displayName: name,
      emailAddress: email,
      recipientType: people === undefined ? 'user' : 'distributionList',
    })),
    categories: draft.category ? [draft.category] : [],
    isSaved: false,
    properties,
    session,
  }
}

/** What an add-in has changed of the form itself; undefined where that is nothing. */
export function fromItem(before: Item, after: Item): Partial<Draft> | undefined {
  const start = londonTime(after.start)
  const changed = {
    ...(after.subject === before.subject ? {} : { subject: after.subject }),
    ...(after.start === before.start ? {} : { day: start.slice(0, 10), from: start.slice(11, 16) }),
    ...(after.end === before.end ? {} : { until: londonTime(after.end).slice(11, 16) }),
  }
  return Object.keys(changed).length > 0 ? changed : undefined
}

/** "2026-10-22T14:00:00", by London's clock. */
function londonTime(instant: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO('Europe/London').toPlainDateTime().toString({ smallestUnit: 'second' })
}

function instantOf(day: string, time: string): string {
  return wallTime(`${day || '2026-01-01'}T${time || '00:00'}`)
    .toInstant()
    .toString()
}

/** An event that stands, to its organiser in the form and to anyone else to read. */
export function eventItem(event: OutlookEvent, { properties, session }: AddInData): Item {
  const people = event.attendees.filter(({ type }) => type !== 'resource')
  const named = ({ emailAddress }: { emailAddress: { name?: string | undefined; address: string } }): Recipient => ({
    displayName: emailAddress.name ?? emailAddress.address,
    emailAddress: emailAddress.address,
    recipientType: 'other',
  })
  return {
    mode: event.isOrganizer ? 'compose' : 'read',
    seriesId: event.seriesMasterId ?? null,
    subject: event.subject,
    start: wallTime(event.start.dateTime).toInstant().toString(),
    end: wallTime(event.end.dateTime).toInstant().toString(),
    location: event.location?.displayName ?? '',
    organizer: event.organizer ? named(event.organizer) : { displayName: '', emailAddress: '', recipientType: 'other' },
    required: people.map(named),
    categories: event.categories,
    isSaved: true,
    properties,
    session,
  }
}
