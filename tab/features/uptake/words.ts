import type { UptakeFigures, UptakeReport } from '../../../api/contracts/uptake.ts'
import { counted } from '../../ui/words-of-number.ts'
import { shortDay } from '../../ui/words-of-time.ts'
import { yearWords } from '../../ui/words-of-year.ts'

export const words = {
  title: 'Uptake',
  caption: 'Uptake of each session and in total',
  session: 'Session',
  total: 'In total',
  totalNote: 'In total a session and its repeat are one, and nobody is counted twice who was at both.',
  nothing: 'No session of this year has ended yet.',
  spread: 'When this year’s sessions are held',
}

/** Each figure with its heading, in the order of the columns. */
export const columns = [
  ['invited', 'Invited'],
  ['accepted', 'Accepted'],
  ['attended', 'Attended'],
  ['noShow', 'No-show'],
  ['walkIn', 'Walk-in'],
  ['apologies', 'Apologies'],
  ['notRecorded', 'Not recorded'],
] as const satisfies readonly (readonly [keyof UptakeFigures, string])[]

export const meanings =
  'No-show: accepted, and recorded as absent. Walk-in: attended without having accepted. Not recorded: accepted, and nothing is recorded. Guests are in no figure.'

export function leadWords({ year, rows, cancelled, membersWhoAttended }: UptakeReport): string {
  const held = `${counted(rows.length, 'session')} held, ${cancelled} cancelled`
  return `${yearWords(year)}: ${held}. ${counted(membersWhoAttended, 'Member')} attended at least one.`
}

export function uptakeTable(report: UptakeReport): readonly (readonly (string | number)[])[] {
  const heads = columns.map(([, head]) => head)
  const figures = (of: UptakeFigures) => columns.map(([name]) => of[name])
  return [
    [words.session, 'Date', 'Kind', ...heads, 'Attended online'],
    ...report.rows.map((row) => [row.title, shortDay(row.startsAt, report.now), row.kindLabel, ...figures(row), row.online]),
    [words.total, '', '', ...figures(report.total), report.total.online],
  ]
}
