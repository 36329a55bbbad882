import type { MeetingView, ProgrammeMonth } from '../../../api/contracts/month.ts'
import type { ProgrammeRow } from '../../../api/contracts/programme.ts'
import { day, type Day } from '../../../domain/kernel/time.ts'
import { dayInWords } from '../../../domain/kernel/words-of-time.ts'
import type { Layer } from '../../paths.ts'
import { clashClaim, whenAgainst } from '../../ui/words-of-clashes.ts'
import { counted, listed } from '../../ui/words-of-number.ts'
import { countWords, standingWords, whereWords } from '../../ui/words-of-programme.ts'
import { asAtWords, fullDay, timeWords } from '../../ui/words-of-time.ts'
import { inOrder, type Mark, type MonthDay, type Slot } from './month-model.ts'
import { clashOf, dangerClaim, dangerHeading } from './words.ts'
import { needsYou } from './sort-programme.ts'

export const monthWords = {
  earlier: 'Month before',
  later: 'Month after',
  today: 'Today',
  shown: 'What else to show',
  showThem: 'Show them',
  nothing: 'Nothing is planned in this month.',
  free: 'Free',
  off: { 'bank-holiday': 'Bank holiday', closure: 'Council closed' },
  readingTitle: 'The month',
}

export const layerLabels: Record<Layer, string> = {
  meetings: 'Committee meetings',
  'school-holidays': 'School holidays',
  slots: 'Free slots',
}

/** "October 2026" */
export function monthName(month: string): string {
  return new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    day(`${month}-01`).toZonedDateTime('UTC').epochMilliseconds,
  )
}

export function weekdayName(on: Day): string {
  return new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' }).format(on.toZonedDateTime('UTC').epochMilliseconds)
}

/** "Thursday 15 October, 1 session needs you": what a day is called. */
export function dayName(shown: MonthDay): string {
  const { on, sessions, meetings, slots, off, schoolHoliday, marks } = shown
  const waiting = sessions.filter(needsYou).length
  const others = sessions.length - waiting
  const held = meetings.filter(({ status }) => status !== 'cancelled').length
  return [
    dayInWords(on),
    shown.isToday && 'today',
    waiting > 0 && `${counted(waiting, 'session')} ${waiting === 1 ? 'needs' : 'need'} you`,
    others > 0 && counted(others, waiting > 0 ? 'other session' : 'session'),
    held > 0 && counted(held, 'committee meeting'),
    slots.length > 0 && counted(slots.length, 'free slot'),
    off && monthWords.off[off].toLowerCase(),
    schoolHoliday && `school holidays: ${schoolHoliday}`,
    ...marks.map(markWords),
  ]
    .filter(Boolean)
    .join(', ')
}

/** "Vaisakhi", "Yom Kippur begins this evening", "Diwali (or a little earlier or later)", "Pre-election period: Borough election". */
export function markWords({ kind, label, isEve, isUncertain }: Mark): string {
  if (kind !== 'event') return `${parts[kind]}: ${label}`
  if (isEve) return `${label} ${isUncertain ? 'may begin' : 'begins'} this evening`
  return isUncertain ? `${label} (or a little earlier or later)` : label
}

const parts = {
  'pre-election': 'Pre-election period',
  'polling-day': 'Polling day',
  'ordinary-election': 'Polling day',
  'annual-meeting': 'Annual meeting',
  induction: 'Induction',
} as const

/** The second line of a session: when, and what waits or how many come. */
export function sessionLine(row: ProgrammeRow): string {
  return `${timeWords(row.startsAt, 'midday')} · ${sessionStanding(row)}`
}

function sessionStanding(row: ProgrammeRow): string {
  const clash = clashOf(row)
  if (clash) return `needs you: ${clashClaim(clash.against)}`
  switch (row.state.kind) {
    case 'decide-by':
      return `needs you: ${countWords(row)}`
    case 'cancelled':
      return 'cancelled'
    case 'postponed':
      return 'postponed, not yet moved'
    case 'untagged':
      return 'no longer marked as training'
    case 'took-place':
      return 'took place'
    default:
      return `${row.counts.accepted} coming`
  }
}

/** "Planning 6:30pm": the calendar of committees leaves the word out. */
export function meetingLine(meeting: MeetingView): string {
  const name = meeting.committee.replace(/ Committee$/i, '')
  const when = meeting.allDay ? 'time not published' : timeWords(meeting.startsAt, 'midday')
  return `${name} ${when}`
}

export function slotLine({ startsAt, endsAt }: Slot): string {
  return `${monthWords.free} ${timeWords(startsAt, 'midday')} to ${timeWords(endsAt, 'midday')}`
}

/** The danger list in one line: how many, and the first of them. */
export function barWords(
  rows: readonly ProgrammeRow[],
  staleAt: string | undefined,
  now: string,
): { readonly bold: string; readonly rest: string } {
  const [first] = rows
  const claim = first && dangerClaim(first, now)
  return { bold: `${dangerHeading(rows.length, staleAt, now)}.`, rest: claim ? ` First: ${lowered(claim.bold)}${claim.rest}` : '' }
}

function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

/** C14.1, C14.2: what a slot is, and how one is used. */
export function slotsWords({ slots, categories, calendar }: ProgrammeMonth): string {
  const category = `with the category ${listed(categories.slice(0, 1))}.`
  if (slots.length === 0) return `No free times are proposed for this month. Any date is as good: send an Outlook invitation ${category}`
  return [
    'Times marked Free clash with no committee meeting that is known.',
    !areAllKnown(calendar) && 'Not all committee meetings of this month are known, so check a time marked Free before you use it.',
    `To use one, send an Outlook invitation for that time ${category}`,
    'Any other date is as good, and a slot left unused needs no explanation.',
  ]
    .filter(Boolean)
    .join(' ')
}

/** Unknown is not free. Of a meeting whose time alone is in doubt the whole day is taken. */
function areAllKnown({ state, isBeyond, unread, doubts }: ProgrammeMonth['calendar']): boolean {
  return state === 'read' && !isBeyond && unread.length === 0 && !doubts.some(({ because }) => isOfUnknownDay(because))
}

function isOfUnknownDay(because: string): boolean {
  return because === 'unreadable-date' || because === 'no-number'
}

export function keyWords(layers: readonly Layer[], weekends: boolean): string {
  return [
    'Solid edge: training or briefing. Double edge: needs you. Struck through: cancelled.',
    layers.includes('meetings') && 'Dashed box: committee meeting from the council’s calendar.',
    layers.includes('slots') && 'Dotted box: free slot.',
    !weekends && 'Weekends are hidden: nothing is on them.',
  ]
    .filter(Boolean)
    .join(' ')
}

/** Since when the council's calendar could not be read, and how old what is shown of it is. */
export function calendarTrouble({ calendar, now }: ProgrammeMonth): string | undefined {
  const { failing, readAt, state } = calendar
  const kept = readAt ? ` You are seeing it as it stood at ${asAtWords(readAt, now)}.` : ' Committee meetings are not known here.'
  if (failing) return `${failingWords[failing.because]} since ${asAtWords(failing.since, now)}.${kept}`
  return state === 'none'
    ? 'The council’s calendar of committee meetings has not been read yet, so clashes with it cannot be seen.'
    : undefined
}

const failingWords = {
  'no-answer': 'The council’s calendar of committee meetings has not answered',
  unreadable: 'The council’s calendar of committee meetings could not be read',
  emptied: 'The council’s calendar of committee meetings has been published without a single meeting',
} as const

/** What of the calendar is not known: said, and never guessed. */
export function calendarDoubts({ calendar }: ProgrammeMonth): readonly string[] {
  const { unread, membersUnknown, doubts, isBeyond } = calendar
  return [
    isBeyond && 'This month lies beyond the calendar as it was last read: committee meetings may be missing.',
    unread.length > 0 && `The calendar of ${listed(unread, 8)} could not be read: what was known of it before is shown.`,
    membersUnknown.length > 0 &&
      `The register does not say who sits on ${listed(membersUnknown, 8)}, so a session at the time of a meeting counts as a clash for everyone invited.`,
    doubts.length > 0 &&
      `${counted(doubts.length, 'entry', 'entries')} of the calendar could not be understood: ${listed(
        doubts.map(({ committee, given }) => (given ? `${committee} (${given})` : committee)),
        5,
      )}.`,
  ].filter((each) => each !== false)
}

/** The month as rows of a spreadsheet. */
export function monthTable(weeks: readonly (readonly MonthDay[])[], now: string): readonly (readonly (string | number)[])[] {
  const heading = ['Date', 'Starts', 'Ends', 'What', 'Name', 'Place', 'Accepted', 'Where it stands']
  return [heading, ...weeks.flat().flatMap((shown) => inOrder(shown).map((entry) => tableLine(entry, now)))]
}

type Entry = ReturnType<typeof inOrder>[number]

function tableLine(entry: Entry, now: string): readonly (string | number)[] {
  const date = fullDay(entry.at)
  if (entry.kind === 'session') {
    const { row } = entry
    const standing = standingWords(row, now).words
    return [date, clock(row.startsAt), clock(row.endsAt), row.kindLabel, row.title, whereWords(row) ?? '', row.counts.accepted, standing]
  }
  if (entry.kind === 'slot') return [date, clock(entry.slot.startsAt), clock(entry.slot.endsAt), 'Free slot', '', '', '', '']
  const { committee, allDay, startsAt, endsAt, place, status } = entry.meeting
  const from = allDay ? '' : clock(startsAt)
  return [date, from, endsAt && !allDay ? clock(endsAt) : '', 'Committee meeting', committee, place ?? '', '', status]
}

function clock(at: string): string {
  return timeWords(at, 'midday')
}

/** "6:30pm to 8:30pm, Council Chamber": more of a meeting, where there is room. */
export function meetingDetail(meeting: MeetingView): string {
  return [whenAgainst({ kind: 'meeting', ...meeting }), meeting.place].filter(Boolean).join(', ')
}
