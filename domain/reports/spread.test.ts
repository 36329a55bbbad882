import { expect, test } from 'vitest'
import { inLondon } from '../kernel/london.ts'
import { day } from '../kernel/time.ts'
import { aSession, postponed, towerHamlets } from '../testing/builders.ts'
import type { Session } from '../sessions/session.ts'
import { reportingYearBeginning } from './reporting-year.ts'
import { spreadOf } from './spread.ts'

const year = reportingYearBeginning('municipal', 2026)

/** In the evening from 5pm, as Tower Hamlets has it. */
function held(on: string, at: string, given: Partial<Session> = {}): Session {
  const startsAt = inLondon(day(on), at)
  return aSession({ startsAt, endsAt: startsAt.add({ hours: 2 }), ...given })
}
const spread = (sessions: readonly Session[]) => spreadOf(sessions, towerHamlets, year)
const counts = (each: { sessions: number; day: number; evening: number; online: number; hybrid: number }) => [
  each.sessions,
  each.day,
  each.evening,
  each.online,
  each.hybrid,
]

test('C14.7 a programme is spread over weekdays, hours and months, with how much is in the day, in the evening and online', () => {
  const found = spread([
    held('2026-10-13', '10:00'), // Tuesdays
    held('2026-10-20', '18:30', { delivery: 'online' }),
    held('2026-11-12', '18:00', { delivery: 'hybrid' }), // a Thursday
  ])
  expect(counts(found.total)).toEqual([3, 1, 2, 1, 1])
  expect(found.weekdays.map((each) => [each.weekday, ...counts(each)])).toEqual([
    [1, 0, 0, 0, 0, 0],
    [2, 2, 1, 1, 1, 0],
    [3, 0, 0, 0, 0, 0],
    [4, 1, 0, 1, 0, 1],
    [5, 0, 0, 0, 0, 0],
  ])
  expect(found.hours.map(({ hour, sessions }) => [hour, sessions])).toEqual([
    ...[10, 11, 12, 13, 14, 15, 16, 17].map((hour) => [hour, hour === 10 ? 1 : 0]),
    [18, 2],
  ])
  expect(found.months.map(({ month }) => month)).toHaveLength(12)
  expect(found.months.filter(({ sessions }) => sessions > 0).map(({ month, sessions }) => [month, sessions])).toEqual([
    ['2026-10', 2],
    ['2026-11', 1],
  ])
})

test('C14.7, C14.4 it is the evening from the rulebook’s own hour on, by London’s clocks in summer and winter', () => {
  const { total, hours } = spread([held('2026-07-07', '16:59'), held('2026-07-07', '17:00'), held('2026-12-08', '17:00')])
  expect(counts(total).slice(0, 3)).toEqual([3, 1, 2])
  expect(hours.map(({ hour, sessions }) => [hour, sessions])).toEqual([
    [16, 1],
    [17, 2],
  ])
})

test('C14.7 a year is from its first midnight in London to the last', () => {
  const around = ['2026-04-30', '2026-05-01', '2027-04-30', '2027-05-01']
  const { months } = spread(around.map((on) => held(on, on.endsWith('01') ? '00:00' : '23:30')))
  expect(months.filter(({ sessions }) => sessions > 0).map(({ month }) => month)).toEqual(['2026-05', '2027-04'])
  expect(months.at(0)?.month).toBe('2026-05')
  expect(months.at(-1)?.month).toBe('2027-04')
})

test('C14.7 a Saturday is there when something is held on it, and what takes the whole day has no hour', () => {
  const away = held('2026-10-24', '00:00', { endsAt: inLondon(day('2026-10-26'), '00:00') }) // over the night when the clocks go back
  const { weekdays, hours } = spread([away, held('2026-10-13', '10:00')])
  expect(weekdays.map(({ weekday }) => weekday)).toEqual([1, 2, 3, 4, 5, 6])
  expect(hours.map(({ hour, sessions }) => [hour, sessions])).toEqual([
    [10, 1],
    [undefined, 1],
  ])
})

test('C14.7, C3.4, C3.14 what is cancelled, postponed, no longer training, or done in one’s own time stands in no figure', () => {
  const on = '2026-10-13'
  const { total, left } = spread([
    held(on, '10:00'),
    held(on, '10:00', { standing: { kind: 'cancelled', at: inLondon(day(on), '09:00'), through: 'outlook' } }),
    held(on, '10:00', { standing: { kind: 'untagged', at: inLondon(day(on), '09:00') } }),
    postponed(held(on, '10:00')),
    held(on, '10:00', { kind: 'own-time' }),
  ])
  expect(total.sessions).toBe(1)
  expect(left).toEqual({ cancelled: 1, postponed: 1, ownTime: 1 })
})

test('C14.7 a year without a session has its months and working days, and no hours', () => {
  const { total, weekdays, hours, months } = spread([])
  expect([total.sessions, weekdays.length, hours.length, months.length]).toEqual([0, 5, 0, 12])
})
