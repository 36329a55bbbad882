import { expect, test } from 'vitest'
import type { Missing } from '../../../api/contracts/missing.ts'
import { missingAsks } from '../../paths.ts'
import { chosen, leadWords, missingTable } from './words.ts'

const now = '2026-10-13T13:10:00Z'
const row = (title: string, ...gaps: Missing['rows'][number]['gaps']): Missing['rows'][number] => ({
  sessionId: title,
  title,
  kindLabel: 'Training',
  startsAt: '2026-10-27T18:30:00Z',
  gaps,
})
const rows = [
  row('Aimless', 'aims'),
  row('Unlinked', 'serves'),
  row('Unwatched', 'monitors'),
  row('Nowhere', 'where'),
  row('Elsewhere', 'venueValue'),
  row('Seminar', 'requestedBy'),
]
const titles = (place: Parameters<typeof chosen>[1]) => chosen(rows, place).map(({ title }) => title)

test('C1.9 C1.10 C1.12 each choice lists what lacks that, and no other', () => {
  expect(titles({})).toEqual(rows.map(({ title }) => title))
  expect(missingAsks.map((asks) => titles({ asks }))).toEqual([
    ['Aimless'],
    ['Unlinked'],
    ['Unwatched', 'Nowhere'],
    ['Elsewhere'],
    ['Seminar'],
  ])
  expect(titles({ asks: 'plan', find: ' NOW' })).toEqual(['Nowhere'])
  expect(titles({ asks: 'plan', find: 'Aimless' })).toEqual([])
})

test('C1.10 C1.12 how many lack something is told of how many were looked at', () => {
  const of = (given: Partial<Missing>, time?: 'past') => leadWords({ rows: [], looked: 3, holds: false, now, ...given }, time)
  expect(of({})).toBe('Nothing is missing of the 3 sessions to come.')
  expect(of({ rows: rows.slice(0, 1) })).toBe('1 of the 3 sessions to come lacks something.')
  expect(of({ rows: rows.slice(0, 2) }, 'past')).toBe('2 of the 3 sessions held this year lack something.')
  expect([of({ looked: 0 }), of({ looked: 0 }, 'past')]).toEqual(['No session is to come.', 'No session has been held this year.'])
})

test('C1.10 C1.12 the spreadsheet has a column for each thing that any of them lacks', () => {
  const on = expect.stringMatching(/^Tuesday 27.October.2026$/)
  expect(missingTable([row('One', 'serves', 'evaluates'), row('Two', 'serves')])).toEqual([
    ['Session', 'Kind', 'When', 'What it serves', 'Who evaluates it'],
    ['One', 'Training', on, 'missing', 'missing'],
    ['Two', 'Training', on, 'missing', ''],
  ])
})
