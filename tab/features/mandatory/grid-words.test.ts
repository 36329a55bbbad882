import { expect, test } from 'vitest'
import type { RequirementsGrid } from '../../../api/contracts/requirements.ts'
import { cellWords, chosenOf, doneWords, gridLead, gridTable, type Cell } from './grid-words.ts'

const done: Cell = { status: 'done', day: '2026-05-20' }
const barred: Cell = { status: 'due', maySit: false }
const overdue: Cell = { status: 'overdue', day: '2026-07-06' }
const free: Cell = { status: 'not-needed' }
const member = (name: string, ...cells: readonly Cell[]) => ({ memberId: name, name, cells: [...cells] })
const grid: RequirementsGrid = {
  on: '2026-10-13',
  rules: [
    { ruleId: 'ethics', label: 'Ethics', says: '' },
    { ruleId: 'planning', label: 'Planning', says: '' },
  ],
  members: [
    member('Cllr Ann Trask', done, barred),
    member('Cllr Zoe Adams', overdue, free),
    { ...member('Cllr Bea Moss', done, free), group: 'Riverside' },
  ],
  now: '2026-10-13T13:10:00Z',
}
const names = (chosen: Parameters<typeof chosenOf>[1]) => chosenOf(grid, chosen).members.map(({ name }) => name.slice(5))

test.each<[Cell, string]>([
  [done, 'Done 20 May 2026'],
  [barred, 'Not yet able to sit'],
  [{ status: 'overdue', day: '2026-04-30', maySit: false }, 'Lapsed, may not sit'],
  [{ status: 'overdue', day: '2026-04-30', maySit: true }, 'Overdue since 30 Apr 2026'],
  [{ status: 'refresher-due', day: '2027-04-30', maySit: true }, 'Again by 30 Apr 2027'],
  [{ status: 'due', day: '2027-05-11' }, 'By 11 May 2027'],
  [{ status: 'due' }, 'Not yet'],
  [free, 'Not needed'],
])('C5.1 the cell %o says %s', (cell, said) => {
  expect(cellWords(cell).words.replaceAll('\u00a0', ' ')).toBe(said)
})

test('C5.1 Members stand by surname, and are chosen by name, group, training and how they stand', () => {
  expect(names({})).toEqual(['Zoe Adams', 'Bea Moss', 'Ann Trask'])
  expect(names({ find: 'river' })).toEqual(['Bea Moss'])
  expect(names({ status: 'outstanding' })).toEqual(['Zoe Adams', 'Ann Trask'])
  expect(names({ status: 'not-able-to-sit' })).toEqual(['Ann Trask'])
  expect(names({ status: 'overdue', rule: 'planning' })).toEqual([])
  expect(chosenOf(grid, { rule: 'planning' }).rules.map(({ ruleId }) => ruleId)).toEqual(['planning'])
  expect(chosenOf(grid, { rule: 'gone' }).rules).toHaveLength(2)
})

test('C5.1 the page says how many have nothing outstanding, and each training how many of those whom it binds have done it', () => {
  expect(gridLead(grid)).toBe('1 of 3 Members has nothing outstanding. 1 is not yet able to sit on a committee.')
  expect([doneWords(grid, 0), doneWords(grid, 1)]).toEqual(['2 of 3 done', '0 of 1 done'])
})

test('the spreadsheet says the same as the screen, and as at which day', () => {
  expect(gridTable(chosenOf(grid, {}))[0]).toEqual(['Member (as at 2026-10-13)', 'Group', 'Ethics', 'Planning'])
  expect(gridTable(chosenOf(grid, {}))[3]).toEqual(['Cllr Ann Trask', '', 'Done 20 May 2026', 'Not yet able to sit'])
})
