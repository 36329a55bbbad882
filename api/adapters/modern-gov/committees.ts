import { z } from 'zod'
import { ok, refused, type Result } from '../../../domain/kernel/result.ts'
import { inLondon } from '../../../domain/kernel/london.ts'
import { isBefore, Temporal, type Day } from '../../../domain/kernel/time.ts'
import type { CommitteeMeeting } from '../../../domain/meetings/meeting.ts'
import type { CalendarDoubt, CalendarSpan, MeetingsRefusal } from '../../ports/meetings-source.ts'
import { text, within } from './document.ts'
import { treeIn, type XmlRefusal } from './xml.ts'

const committee = within({ committeeid: text, committeetitle: text, committeedeleted: text, committeeexpired: text })
const meeting = within({
  meetingid: text,
  meetingstatus: text,
  meetingdate: text,
  meetingtime: text,
  meetingendtime: text,
  meetinglocation: text,
})
export type PublishedMeeting = z.infer<typeof meeting>
export type Committee = { readonly id: string; readonly name: string }

type Unreadable = Extract<MeetingsRefusal, { kind: 'unreadable' }>

/** The committees that sit, from `GetCommittees`. Councils keep those that were abolished in the list for years, marked so. */
export function committeesIn(xml: string): Result<readonly Committee[], Unreadable> {
  const found = elementsIn(xml, 'committee', z.array(committee).max(2_000))
  if (!found.ok) return found
  const sitting = found.value.filter((each) => !isTrue(each.committeedeleted) && !isTrue(each.committeeexpired))
  return ok(
    sitting.flatMap(({ committeeid: id, committeetitle: name }) => (id && name ? [{ id, name: name.replaceAll(/\s+/g, ' ') }] : [])),
  )
}

/** One committee's meetings, from `GetMeetings`, as they are written. */
export function meetingsIn(xml: string): Result<readonly PublishedMeeting[], Unreadable> {
  return elementsIn(xml, 'meeting', z.array(meeting).max(5_000))
}

function isTrue(given: string | undefined): boolean {
  return given?.toLowerCase() === 'true'
}

/**
 * The elements of one name, wherever in the document its version of the service puts them.
 *
 * Trap: an empty list is an answer, and another page is none: a document that names neither the elements nor their list is refused.
 */
function elementsIn<Item>(xml: string, name: string, items: z.ZodType<readonly Item[]>): Result<readonly Item[], Unreadable> {
  const tree = treeIn(xml, [name])
  if (!tree.ok) return refused({ kind: 'unreadable', because: becauseOf(tree.refusal) })
  const lists = listsIn(tree.value, name, 0)
  const isAboutThem =
    lists.length > 0 || [`${name}s`, `get${name}s`, `${name}scount`].some((each) => xml.toLowerCase().includes(`<${each}`))
  const read = items.safeParse(lists.flat())
  return isAboutThem && read.success ? ok(read.data) : refused({ kind: 'unreadable', because: 'another-document' })
}

function becauseOf({ kind }: XmlRefusal): 'too-large' | 'not-xml' {
  return kind
}

const deepestList = 4

function listsIn(tree: unknown, name: string, depth: number): readonly unknown[][] {
  if (typeof tree !== 'object' || tree === null || depth > deepestList) return []
  return Object.entries(tree).flatMap(([key, value]: [string, unknown]) =>
    key === name && Array.isArray(value) ? [value as unknown[]] : listsIn(value, name, depth + 1),
  )
}

type Understood = { readonly meetings: readonly CommitteeMeeting[]; readonly doubts: readonly CalendarDoubt[] }

/**
 * What is published of a committee's meetings, as meetings. One whose time cannot be read keeps its whole day; one without a date is
 * listed as a doubt. What lies outside the span is left out: a service that does not understand the dates it is asked for sends everything.
 *
 * Clauses: C14.1, C14.3, C14.11 (times are London's).
 */
export function understood(committeeName: string, published: readonly PublishedMeeting[], span: CalendarSpan): Understood {
  const each = published.map((given) => meetingFrom(committeeName, given))
  return {
    meetings: each.flatMap(({ on, meeting: read }) => (read && on && isWithin(on, span) ? [read] : [])),
    doubts: each.flatMap(({ on, doubts }) => (on === undefined || isWithin(on, span) ? doubts : [])),
  }
}

type Given = { readonly on?: Day; readonly meeting?: CommitteeMeeting; readonly doubts: readonly CalendarDoubt[] }

function meetingFrom(name: string, given: PublishedMeeting): Given {
  const number = given.meetingid?.slice(0, 60)
  const doubt = (because: CalendarDoubt['because'], written?: string): CalendarDoubt => ({
    committee: name,
    because,
    ...(number ? { number } : {}),
    ...(written ? { given: written.slice(0, 100) } : {}),
  })
  const on = dayOf(given.meetingdate)
  if (!on) return { doubts: [doubt('unreadable-date', given.meetingdate)] }
  if (!number) return { on, doubts: [doubt('no-number', given.meetingdate)] }

  const time = timeOf(given.meetingtime)
  const common = {
    number,
    committee: name.slice(0, 200),
    ...(given.meetinglocation ? { place: given.meetinglocation.replaceAll(/\s+/g, ' ').slice(0, 200) } : {}),
    status: statusOf(given.meetingstatus),
  }
  if (time === undefined) {
    const whole = { startsAt: inLondon(on, '00:00'), endsAt: inLondon(on.add({ days: 1 }), '00:00'), allDay: true } as const
    return { on, meeting: { ...common, ...whole }, doubts: [doubt('unreadable-time', given.meetingtime ?? given.meetingdate)] }
  }
  const startsAt = inLondon(on, time)
  const ends = timeOf(given.meetingendtime)
  const endsAt = ends === undefined ? undefined : inLondon(on, ends)
  if (endsAt && !isBefore(startsAt, endsAt)) {
    return { on, meeting: { ...common, startsAt }, doubts: [doubt('ends-before-it-begins', given.meetingendtime)] }
  }
  return { on, meeting: { ...common, startsAt, ...(endsAt ? { endsAt } : {}) }, doubts: [] }
}

/** What is neither cancelled nor put off takes up its time, whatever else it is called. */
function statusOf(given: string | undefined): CommitteeMeeting['status'] {
  if (/cancel|postpone|adjourned|withdrawn|abandon/i.test(given ?? '')) return 'cancelled'
  return /^confirmed$/i.test(given ?? '') ? 'confirmed' : 'provisional'
}

function isWithin(on: Day, { from, to }: CalendarSpan): boolean {
  return from.until(on).sign >= 0 && on.until(to).sign >= 0
}

/** "21/10/2026", day first, or "2026-10-21", with or without a time behind it. */
function dayOf(given: string | undefined): Day | undefined {
  const british = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?!\d)/.exec(given ?? '')
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?!\d)/.exec(given ?? '')
  const [day, month, year] = british ? british.slice(1, 4) : iso ? iso.slice(1, 4).toReversed() : []
  try {
    return Temporal.PlainDate.from({ day: Number(day), month: Number(month), year: Number(year) }, { overflow: 'reject' })
  } catch {
    return undefined // listed as a doubt
  }
}

/** "18:30", "6.30 pm", "7pm". Midnight is what the system writes where nobody gave a time. */
function timeOf(given: string | undefined): string | undefined {
  const [, hours = '', minutes = '00', half] = /^(\d{1,2})(?:[:.](\d{2}))?(?::\d{2})?\s*([ap])?\.?(?:m\.?)?$/i.exec(given ?? '') ?? []
  if (hours === '' || (half === undefined && !/[:.]/.test(given ?? ''))) return undefined
  const isAfternoon = half?.toLowerCase() === 'p'
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (isAfternoon ? 12 : 0)
  if (hour > 23 || Number(minutes) > 59 || (hour === 0 && minutes === '00')) return undefined
  return `${String(hour).padStart(2, '0')}:${minutes}`
}
