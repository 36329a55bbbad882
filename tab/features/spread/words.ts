import type { SpreadFigures, SpreadReport } from '../../../api/contracts/spread.ts'
import { wallTimeInWords } from '../../../domain/kernel/words-of-time.ts'
import { capitalised, counted, listed } from '../../ui/words-of-number.ts'
import { yearWords } from '../../ui/words-of-year.ts'

export const words = {
  title: 'When sessions are held',
  sessions: 'Sessions',
  uptake: 'Who came in this year',
  solid: 'In the day',
  hatched: 'In the evening',
}

/** Each figure with its heading, in the order of the columns. */
export const columns = [
  ['day', 'Day'],
  ['evening', 'Evening'],
  ['online', 'Online'],
  ['hybrid', 'Room and online'],
] as const satisfies readonly (readonly [keyof SpreadFigures, string])[]

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** One table: `finding` is what a glance at it shows. */
export type SpreadTable = {
  readonly of: string
  readonly finding: string
  readonly none?: string
  readonly rows: readonly ({ readonly name: string } & SpreadFigures)[]
}

export function tablesOf({ weekdays: days, hours, months }: SpreadReport): readonly SpreadTable[] {
  const named = <Row extends SpreadFigures>(rows: readonly Row[], name: (row: Row) => string) =>
    rows.map((row) => ({ ...row, name: name(row) }))
  const [byDay, byHour, byMonth] = [
    named(days, ({ weekday }) => weekdays[weekday - 1] ?? ''),
    named(hours, ({ hour }) => hourWords(hour)),
    named(months, ({ month }) => monthWords(month)),
  ]
  return [
    { of: 'Weekday', finding: findingWords(byDay, 'weekday'), ...noneWords(byDay, 'on'), rows: byDay },
    { of: 'Start', finding: findingWords(byHour, 'time of day'), rows: byHour },
    { of: 'Month', finding: findingWords(byMonth, 'month'), ...noneWords(byMonth, 'in'), rows: byMonth },
  ]
}

/** "10am to 11am", "11am to noon". */
function hourWords(hour: number | undefined): string {
  if (hour === undefined) return 'All day'
  const at = (hours: number) => wallTimeInWords(`${String(hours % 24).padStart(2, '0')}:00`)
  return capitalised(`${at(hour)} to ${at(hour + 1)}`)
}

/** "October 2026". */
function monthWords(month: string): string {
  const at = Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)) - 1)
  return new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', month: 'long', year: 'numeric' }).format(at)
}

type Row = SpreadTable['rows'][number]

/** What is used most; where several are, all of them, and where many are, that none stands out. */
function findingWords(rows: readonly Row[], noun: string): string {
  const most = Math.max(0, ...rows.map(({ sessions }) => sessions))
  const used = rows.filter(({ sessions }) => sessions === most).map(({ name }) => name)
  if (used.length > 3) return `No ${noun} stands out`
  return `Most used: ${listed(used)}, ${counted(most, 'session')}${used.length > 1 ? ' each' : ''}`
}

function noneWords(rows: readonly Row[], preposition: string): { readonly none?: string } {
  const empty = rows.filter(({ sessions }) => sessions === 0).map(({ name }) => name)
  return empty.length === 0 ? {} : { none: `Nothing is held ${preposition} ${listed(empty, rows.length)}.` }
}

/** The share of each in all sessions: "14 in the day (58%)". Rounded, so that shares need not add up to a hundred. */
export function leadWords({ year, total }: SpreadReport): string {
  if (total.sessions === 0) return `${yearWords(year)}: no session is held or to come.`
  const share = (many: number, where: string) => `${many} ${where} (${Math.round((100 * many) / total.sessions)}%)`
  const parts = [share(total.day, 'in the day'), share(total.evening, 'in the evening'), share(total.online, 'online')]
  return `${yearWords(year)}: ${counted(total.sessions, 'session')}, held or to come. ${parts.join(', ')}.`
}

export function nothingWords(): string {
  return 'Nothing of this year can be counted. What is invited to in Outlook is counted here as soon as it is.'
}

/** What the figures leave out; nothing where that is nothing. */
export function leftWords({ left }: Pick<SpreadReport, 'left'>): readonly string[] {
  const out = [
    left.cancelled > 0 && `${left.cancelled} cancelled`,
    left.postponed > 0 && `${left.postponed} postponed without a new date`,
    left.ownTime > 0 && `${left.ownTime} to be done in Members’ own time`,
  ].filter((each) => each !== false)
  return out.length > 0 ? [`Not counted: ${listed(out)}.`] : []
}

/** What the figures count, and what they leave out. */
export function meaningWords({ eveningFrom, total, left }: SpreadReport): readonly string[] {
  return [
    `The evening begins at ${wallTimeInWords(eveningFrom)}. Online means online alone; ${total.hybrid} could be joined both in a room and online. A session and its repeat are two.`,
    ...leftWords({ left }),
  ]
}

/** The second line of a row where there is no room for columns. */
export function rowWords({ day, evening, online, hybrid }: SpreadFigures): string {
  const said = [
    day > 0 && `${day} day`,
    evening > 0 && `${evening} evening`,
    online > 0 && `${online} online`,
    hybrid > 0 && `${hybrid} room and online`,
  ].filter((each) => each !== false)
  return said.join(', ')
}

export function spreadTable(report: SpreadReport): readonly (readonly (string | number)[])[] {
  const figures = (of: SpreadFigures) => [of.sessions, ...columns.map(([name]) => of[name])]
  return [
    ['By', '', words.sessions, ...columns.map(([, head]) => head)],
    ...tablesOf(report).flatMap(({ of, rows }) => rows.map((row) => [of, row.name, ...figures(row)])),
    ['Year', yearWords(report.year), ...figures(report.total)],
  ]
}
