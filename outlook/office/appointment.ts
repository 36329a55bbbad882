/// <reference types="office-js" />
import { asked } from './asked.ts'

export type Invited = {
  readonly name: string
  readonly address: string
  /** A list is one recipient, and only the service can look into it. Outlook does not always know which is one. */
  readonly mayBeList: boolean
}

/** The appointment that is open in Outlook, as far as the pane needs to know it. */
export type OpenAppointment = {
  /** `writing`: its organiser's, in the form. `reading`: of one who is invited. */
  readonly mode: 'writing' | 'reading'
  readonly subject: string
  readonly startsAt: string
  readonly endsAt: string
  readonly place: string
  readonly organiser: string
  readonly invited: readonly Invited[]
  /** Outlook's categories that it carries. */
  readonly categories: readonly string[]
  /** The whole series is open and not one day of it. */
  readonly isSeries: boolean
  /** One day of a series is open: what is written in it is its own, and what counts is what stands in the series. */
  readonly isOneDate: boolean
  /** It stands in a calendar: nobody is only now writing it for the first time. */
  readonly isSaved: boolean
}

type Written = Office.AppointmentCompose
type Read = Office.AppointmentRead

/** Both ribbons open one page: what is being written answers calls, what is read is there at once. */
export function isWritten(item: Written | Read): item is Written {
  return typeof item.subject === 'object'
}

/** What is open now. `me`: the address of whoever has it open, who organises what has no organiser yet. */
export async function openAppointment(item: Written | Read, me: string): Promise<OpenAppointment> {
  return isWritten(item) ? written(item, me) : read(item)
}

/** One call after another: see `createTurns`. */
async function written(item: Written, me: string): Promise<OpenAppointment> {
  const subject = await asked<string>((done) => item.subject.getAsync(done))
  const start = await asked<Date>((done) => item.start.getAsync(done))
  const end = await asked<Date>((done) => item.end.getAsync(done))
  const place = await asked<string>((done) => item.location.getAsync(done))
  const required = await asked<Office.EmailAddressDetails[]>((done) => item.requiredAttendees.getAsync(done))
  const optional = await asked<Office.EmailAddressDetails[]>((done) => item.optionalAttendees.getAsync(done))
  const organiser = item.organizer && (await asked<Office.EmailAddressDetails>((done) => item.organizer.getAsync(done)))
  const recurrence = item.recurrence && (await asked<Office.Recurrence>((done) => item.recurrence.getAsync(done)))
  const categories = await categoriesOf(item)
  // Only what is saved has an id; Outlook refuses to tell another's.
  const isSaved = await asked<string>((done) => item.getItemIdAsync(done)).then(Boolean, () => false)
  return {
    mode: 'writing',
    subject: subject.trim(),
    startsAt: start.toISOString(),
    endsAt: end.toISOString(),
    place,
    organiser: organiser?.emailAddress ?? me,
    invited: [...required, ...optional].map(invitedFrom),
    categories,
    isSeries: Boolean(recurrence) && !item.seriesId,
    isOneDate: Boolean(item.seriesId),
    isSaved,
  }
}

async function read(item: Read): Promise<OpenAppointment> {
  return {
    mode: 'reading',
    subject: item.subject.trim(),
    startsAt: item.start.toISOString(),
    endsAt: item.end.toISOString(),
    place: item.location,
    organiser: item.organizer.emailAddress,
    invited: [...item.requiredAttendees, ...item.optionalAttendees].map(invitedFrom),
    categories: await categoriesOf(item),
    isSeries: Boolean(item.recurrence) && !item.seriesId,
    isOneDate: Boolean(item.seriesId),
    isSaved: true,
  }
}

/** None where an Outlook before Mailbox 1.8 has no word of them, or will not say: they only choose what stands in the form at first. */
async function categoriesOf({ categories }: Pick<Written, 'categories'>): Promise<readonly string[]> {
  if (!categories) return []
  const told = asked<Office.CategoryDetails[] | null>((done) => categories.getAsync(done))
  return told.then((all) => (all ?? []).map(({ displayName }) => displayName)).catch(() => [])
}

const people = new Set<string>(['user', 'externalUser'])

function invitedFrom({ displayName, emailAddress, recipientType }: Office.EmailAddressDetails): Invited {
  return { name: displayName || emailAddress, address: emailAddress.toLowerCase(), mayBeList: !people.has(recipientType) }
}
