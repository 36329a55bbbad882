import type { Programme, ProgrammeRow } from '../../../api/contracts/programme.ts'
import type { Filters } from '../../paths.ts'
import { daysAhead, isBeforeInstant, weeksAhead } from '../../ui/words-of-time.ts'
import { weekHeadings } from './words.ts'

/** Whether a session waits for an officer: for a decision, or for something it clashes with to be put right. */
export function needsYou({ state, clashes = [] }: Pick<ProgrammeRow, 'state' | 'clashes'>): boolean {
  return state.kind === 'decide-by' || clashes.length > 0
}

/** Sessions that wait for an officer, the earliest deadline first: a clash has until the session. */
export function inDanger({ rows }: Pick<Programme, 'rows'>): readonly ProgrammeRow[] {
  const deadline = ({ state, startsAt }: ProgrammeRow) => (state.kind === 'decide-by' ? state.at : startsAt)
  return rows.filter(needsYou).toSorted((one, other) => (isBeforeInstant(deadline(one), deadline(other)) ? -1 : 1))
}

/** The rows that the filters leave, by their start. */
export function filtered({ rows, now }: Pick<Programme, 'rows' | 'now'>, filters: Filters): readonly ProgrammeRow[] {
  const { time } = filters
  const left = matching(rows, filters).filter((row) => isInTime(row, time, now))
  const byStart = left.toSorted((one, other) => (isBeforeInstant(one.startsAt, other.startsAt) ? -1 : 1))
  return time === 'past' ? byStart.toReversed() : byStart
}

/** Those of the kind, for the audience and with the words that are sought, whenever they are. */
export function matching(rows: readonly ProgrammeRow[], { kind, audience, find }: Filters): readonly ProgrammeRow[] {
  const sought = find?.trim().toLowerCase()
  return rows.filter(
    (row) =>
      (kind === undefined || row.kindLabel === kind) &&
      (audience === undefined || row.audience === audience) &&
      (sought === undefined || `${row.title} ${row.place ?? ''}`.toLowerCase().includes(sought)),
  )
}

function isInTime({ startsAt }: ProgrammeRow, time: Filters['time'], now: string): boolean {
  if (time === 'this-week') return weeksAhead(startsAt, now) === 0
  const ahead = daysAhead(startsAt, now)
  if (time === 'past') return ahead < 0
  return time === 'four-weeks' ? ahead >= 0 && ahead < 28 : ahead >= 0
}

export type Week = { readonly heading: string; readonly rows: readonly ProgrammeRow[] }

/** By week: this one, the next, and all later ones together. */
export function byWeek(rows: readonly ProgrammeRow[], now: string): readonly Week[] {
  const weeks = new Map<string, ProgrammeRow[]>()
  for (const row of rows) {
    const heading = weekHeading(weeksAhead(row.startsAt, now))
    weeks.set(heading, [...(weeks.get(heading) ?? []), row])
  }
  return [...weeks].map(([heading, grouped]) => ({ heading, rows: grouped }))
}

function weekHeading(ahead: number): string {
  if (ahead < -1) return weekHeadings.past
  if (ahead === -1) return weekHeadings['last-week']
  if (ahead === 0) return weekHeadings['this-week']
  return ahead === 1 ? weekHeadings['next-week'] : weekHeadings.later
}

export function kindsOf({ rows }: Programme): readonly string[] {
  return [...new Set(rows.map(({ kindLabel }) => kindLabel))].toSorted((one, other) => one.localeCompare(other, 'en-GB'))
}

/** What the key under the list may say: the one threshold that the sessions shown share, or none. */
export function sharedMinimum(rows: readonly ProgrammeRow[]): number {
  const minimums = new Set(rows.map(({ uptake }) => uptake.minimum).filter((minimum) => minimum > 0))
  return minimums.size === 1 ? ([...minimums][0] ?? 0) : 0
}
