import type { RequirementsGrid } from '../../../api/contracts/requirements.ts'
import { day } from '../../../domain/kernel/time.ts'
import { dayInWords } from '../../../domain/kernel/words-of-time.ts'
import type { MandatoryStatus } from '../../paths.ts'
import { bySurname } from '../../ui/by-surname.ts'
import type { StatusIcon } from '../../ui/Status.tsx'

export const gridWords = {
  title: 'Mandatory training',
  caption: 'Each Member by each training',
  member: 'Member',
  filters: 'Choose which Members',
  find: 'Find a Member',
  every: 'All training',
  training: 'Which training',
  status: 'How they stand',
  anyStatus: 'Any status',
  statuses: {
    outstanding: 'Anything outstanding',
    overdue: 'Overdue',
    'not-able-to-sit': 'Not yet able to sit',
    'refresher-due': 'To be done again',
  } as const satisfies Record<MandatoryStatus, string>,
  asAt: 'As at',
  none: 'Nobody fits what is chosen.',
  nothing: 'Your council’s rules make no training mandatory. An administrator puts it down in Settings, under Mandatory training.',
  nothingOpen: 'Nothing outstanding.',
  advice: 'The software says who is not yet able to sit, and prevents nobody: the chair and the Monitoring Officer decide.',
} as const

export type GridMember = RequirementsGrid['members'][number]
export type Cell = GridMember['cells'][number]
type Chosen = { readonly find?: string; readonly rule?: string; readonly status?: MandatoryStatus }

/** A cell in at most a few words, with the shape beside them. */
export function cellWords({ status, day: on, maySit }: Cell): { readonly icon: StatusIcon; readonly words: string } {
  if (status === 'not-needed') return { icon: 'not-needed', words: 'Not needed' }
  if (maySit === false) return { icon: 'declined', words: status === 'overdue' ? 'Lapsed, may not sit' : 'Not yet able to sit' }
  if (status === 'done') return { icon: 'done', words: `Done ${dated(on)}` }
  if (status === 'refresher-due') return { icon: 'telling', words: `Again by ${dated(on)}` }
  if (status === 'overdue') return { icon: 'danger', words: `Overdue since ${dated(on)}` }
  return { icon: 'waiting', words: on ? `By ${dated(on)}` : 'Not yet' }
}

/** "20 May 2026". */
function dated(on: string | undefined): string {
  if (!on) return ''
  const [, ...rest] = dayInWords(day(on), { weekday: 'short', month: 'short', year: true }).split(' ')
  return rest.join('\u00a0')
}

export function isOpen({ status }: Cell): boolean {
  return status === 'due' || status === 'overdue' || status === 'refresher-due'
}

const fits: Record<MandatoryStatus, (cell: Cell) => boolean> = {
  outstanding: isOpen,
  overdue: ({ status }) => status === 'overdue',
  'not-able-to-sit': ({ maySit }) => maySit === false,
  'refresher-due': ({ status }) => status === 'refresher-due',
}

/** What is left of the grid by what is chosen, by surname. */
export function chosenOf(grid: RequirementsGrid, { find, rule, status }: Chosen): RequirementsGrid {
  const shown = grid.rules.map(({ ruleId }) => rule === undefined || !grid.rules.some((each) => each.ruleId === rule) || ruleId === rule)
  const only = <One>(all: readonly One[]) => all.filter((_one, at) => shown[at])
  const sought = find?.trim().toLowerCase() ?? ''
  const members = bySurname(grid.members)
    .map((member) => ({ ...member, cells: only(member.cells) }))
    .filter(({ name, group = '' }) => `${name} ${group}`.toLowerCase().includes(sought))
    .filter(({ cells }) => status === undefined || cells.some(fits[status]))
  return { ...grid, rules: only(grid.rules), members }
}

/** "31 of 50 Members have nothing outstanding. 3 are not yet able to sit on a committee." */
export function gridLead({ members }: RequirementsGrid): string {
  const clear = members.filter(({ cells }) => !cells.some(isOpen)).length
  const barred = members.filter(({ cells }) => cells.some(fits['not-able-to-sit'])).length
  const lead = `${clear} of ${members.length} Members ${clear === 1 ? 'has' : 'have'} nothing outstanding.`
  if (barred === 0) return lead
  return `${lead} ${barred} ${barred === 1 ? 'is' : 'are'} not yet able to sit on a committee.`
}

/** "44 of 50 done". */
export function doneWords({ members }: RequirementsGrid, at: number): string {
  const bound = members.flatMap(({ cells }) => cells[at] ?? []).filter(({ status }) => status !== 'not-needed')
  return `${bound.filter(({ status }) => status === 'done').length} of ${bound.length} done`
}

export function gridTable({ rules, members, on }: RequirementsGrid): readonly (readonly string[])[] {
  return [
    [`${gridWords.member} (as at ${on})`, 'Group', ...rules.map(({ label }) => label)],
    ...members.map(({ name, group = '', cells }) => [name, group, ...cells.map((cell) => cellWords(cell).words.replaceAll('\u00a0', ' '))]),
  ]
}
