import { expect, test } from 'vitest'
import { noSpread, spread } from '../../testing/spread-fixtures.ts'
import { leadWords, leftWords, meaningWords, rowWords, spreadTable, tablesOf } from './words.ts'

test('C14.7 the first sentence says the share in the day, in the evening and online', () => {
  expect(leadWords(spread)).toBe(
    'Municipal year 2026-27: 20 sessions, held or to come. 11 in the day (55%), 9 in the evening (45%), 4 online (20%).',
  )
  expect(leadWords(noSpread)).toBe('Municipal year 2026-27: no session is held or to come.')
})

test('C14.7 each table says first what stands out, and what is not used at all', () => {
  const [byDay, byHour, byMonth] = tablesOf(spread)
  expect(byDay).toMatchObject({ finding: 'Most used: Tuesday and Thursday, 7 sessions each', none: 'Nothing is held on Friday.' })
  expect(byHour?.finding).toBe('Most used: 6pm to 7pm, 6 sessions')
  expect(byHour?.rows.map(({ name }) => name).slice(0, 3)).toEqual(['10am to 11am', '11am to noon', 'Noon to 1pm'])
  expect(byHour?.rows.at(-1)?.name).toBe('All day')
  expect(byMonth?.finding).toBe('Most used: October 2026, 5 sessions')
  expect(byMonth?.none).toContain('July 2026, August 2026')
  expect(byMonth?.rows.map(({ name }) => name).at(-1)).toBe('April 2027')
})

test('C14.7 of three that are used alike all are named, of four none', () => {
  const used = (many: number) => ({
    ...noSpread,
    weekdays: noSpread.weekdays.map((each, index) => (index < many ? { ...each, sessions: 1, day: 1 } : each)),
  })
  expect(tablesOf(used(3))[0]?.finding).toBe('Most used: Monday, Tuesday and Wednesday, 1 session each')
  expect(tablesOf(used(4))[0]?.finding).toBe('No weekday stands out')
})

test('C14.7 what the figures leave out is said, and only that', () => {
  expect(meaningWords(spread)).toEqual([
    'The evening begins at 5pm. Online means online alone; 3 could be joined both in a room and online. A session and its repeat are two.',
    'Not counted: 2 cancelled and 1 postponed without a new date.',
  ])
  expect(meaningWords({ ...spread, left: noSpread.left })).toHaveLength(1)
  expect(leftWords({ left: { cancelled: 1, postponed: 0, ownTime: 2 } })).toEqual([
    'Not counted: 1 cancelled and 2 to be done in Members’ own time.',
  ])
  expect(leftWords(noSpread)).toEqual([])
  expect(rowWords({ sessions: 3, day: 0, evening: 3, online: 1, hybrid: 0 })).toBe('3 evening, 1 online')
})

test('C14.7 as a spreadsheet every weekday, hour and month has its line, and the last is the year', () => {
  const table = spreadTable(spread)
  expect(new Set(table.map((row) => row.length))).toEqual(new Set([7]))
  expect(table).toHaveLength(1 + 6 + 11 + 12 + 1)
  expect(table.at(-1)).toEqual(['Year', 'Municipal year 2026-27', 20, 11, 9, 4, 3])
})
