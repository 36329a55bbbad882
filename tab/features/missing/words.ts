import type { Missing } from '../../../api/contracts/missing.ts'
import { gapKinds, planGaps, type Gap } from '../../../domain/sessions/gaps.ts'
import type { MissingPlace } from '../../paths.ts'
import { counted } from '../../ui/words-of-number.ts'
import { gapName } from '../../ui/words-of-gaps.ts'
import { dayWords, fullDay } from '../../ui/words-of-time.ts'

type Row = Missing['rows'][number]
export type Asks = NonNullable<MissingPlace['asks']>

/** Every word of the list of what nobody has put down. */
export const words = {
  title: 'What is missing',
  back: 'Programme',
  filters: 'What to list',
  find: 'Find a session',
  asks: 'What is missing',
  anything: 'Anything missing',
  time: 'When',
  toCome: 'Sessions to come',
  past: 'Held this year',
  putRight: 'Put it right',
  none: 'No session matches what you have chosen.',
  clear: 'Show everything',
  held: 'What does not say its aims and objectives is held out of the bulletin and the year’s programme until it does, unless it has stood there already.',
}

export const asksNames: Readonly<Record<Asks, string>> = {
  aims: 'No aims and objectives',
  serves: 'No link to a priority or a role',
  plan: 'Not when, where, or who answers for it',
  venue: 'Not what another place adds',
  service: 'Not which service asked for it',
}

const gapsAsked: Readonly<Record<Asks, readonly Gap[]>> = {
  aims: ['aims'],
  serves: ['serves'],
  plan: planGaps,
  venue: ['venueValue'],
  service: ['requestedBy'],
}

/** Those that lack what is asked, and are called as is looked for. */
export function chosen(rows: readonly Row[], { asks, find = '' }: MissingPlace): readonly Row[] {
  const looked = find.trim().toLowerCase()
  const lacks = ({ gaps }: Row) => asks === undefined || gaps.some((gap) => gapsAsked[asks].includes(gap))
  return rows.filter((row) => lacks(row) && row.title.toLowerCase().includes(looked))
}

/** "3 of the 14 sessions to come lack something." */
export function leadWords({ rows, looked }: Missing, time: MissingPlace['time']): string {
  const which = time === 'past' ? 'held this year' : 'to come'
  if (looked === 0) return time === 'past' ? 'No session has been held this year.' : 'No session is to come.'
  if (rows.length === 0) return `Nothing is missing of the ${counted(looked, 'session')} ${which}.`
  return `${rows.length} of the ${counted(looked, 'session')} ${which} ${rows.length === 1 ? 'lacks' : 'lack'} something.`
}

export function whenWords({ startsAt, kindLabel }: Row, now: string): string {
  return `${dayWords(startsAt, now)} · ${kindLabel}`
}

/** One row for each session, and a column for each thing that any of them lacks. */
export function missingTable(rows: readonly Row[]): readonly (readonly string[])[] {
  const columns = gapKinds.filter((gap) => rows.some(({ gaps }) => gaps.includes(gap)))
  const heads = ['Session', 'Kind', 'When', ...columns.map(gapName)]
  const line = ({ title, kindLabel, startsAt, gaps }: Row) => [
    title,
    kindLabel,
    fullDay(startsAt),
    ...columns.map((gap) => (gaps.includes(gap) ? 'missing' : '')),
  ]
  return [heads, ...rows.map(line)]
}
