import { describe, expect, test } from 'vitest'
import { day, instant } from '../kernel/time.ts'
import { towerHamlets } from '../testing/builders.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { issueAfter, issueOfWeek, issuesAfter } from './due.ts'

function rules(bulletin: Partial<Rulebook['bulletin']> = {}, closures: readonly string[] = []): Rulebook {
  return {
    ...towerHamlets,
    bulletin: { ...towerHamlets.bulletin, on: 'thursday', at: '16:00', ...bulletin },
    workingDays: { ...towerHamlets.workingDays, closures: [...closures] },
  }
}

test('C4.1 an issue is due each week on the council’s day, at its time', () => {
  const weeks = [...issuesAfter(instant('2026-10-14T09:00:00Z'), rules())].slice(0, 3)
  expect(weeks.map(({ id, dueAt }) => [id, String(dueAt)])).toEqual([
    ['issue-2026-w42', '2026-10-15T15:00:00Z'],
    ['issue-2026-w43', '2026-10-22T15:00:00Z'],
    ['issue-2026-w44', '2026-10-29T16:00:00Z'], // the clocks went back on the 25th: 4pm is an hour later
  ])
})

test('C14.11 4pm stays 4pm when the clocks go forward', () => {
  expect(String(issueOfWeek(day('2027-03-25'), rules())?.dueAt)).toBe('2027-03-25T16:00:00Z')
  expect(String(issueOfWeek(day('2027-04-01'), rules())?.dueAt)).toBe('2027-04-01T15:00:00Z')
})

test('C4.1 the moment an issue is due it is no longer the next one', () => {
  expect(issueAfter(instant('2026-10-15T14:59:59Z'), rules())?.id).toBe('issue-2026-w42')
  expect(issueAfter(instant('2026-10-15T15:00:00Z'), rules())?.id).toBe('issue-2026-w43')
})

describe('C4.1 on a bank holiday', () => {
  // Christmas Day 2025 is a Thursday, New Year's Day 2026 too.
  test('it leaves on the working day before', () => {
    expect(String(issueOfWeek(day('2025-12-25'), rules())?.dueAt)).toBe('2025-12-24T16:00:00Z')
  })
  test('a closure before it is passed over too', () => {
    expect(String(issueOfWeek(day('2025-12-25'), rules({}, ['2025-12-24']))?.on)).toBe('2025-12-23')
  })
  test('or it is skipped, where the council says so', () => {
    expect(issueOfWeek(day('2025-12-25'), rules({ onBankHoliday: 'skip' }))).toBeUndefined()
  })
  test('the week of Easter Monday keeps its issue in the week before, and each week has one of its own', () => {
    const monday = rules({ on: 'monday' })
    const [first, second] = [...issuesAfter(instant('2026-03-31T08:00:00Z'), monday)]
    expect([first?.id, String(first?.on)]).toEqual(['issue-2026-w15', '2026-04-02']) // Good Friday is no working day either
    expect([second?.id, String(second?.on)]).toEqual(['issue-2026-w16', '2026-04-13'])
  })
})

test('C4.1 none falls due in a recess, first and last day included', () => {
  const recess = [{ label: 'Summer', from: '2026-07-23', to: '2026-08-27' }]
  const ids = [...issuesAfter(instant('2026-07-15T00:00:00Z'), rules({ recess }))].slice(0, 2).map(({ on }) => String(on))
  expect(ids).toEqual(['2026-07-16', '2026-09-03'])
})

test('C4.1 a bank holiday does not move an issue into a recess', () => {
  const recess = [{ label: 'Christmas', from: '2025-12-22', to: '2025-12-24' }]
  expect(issueOfWeek(day('2025-12-25'), rules({ recess }))).toBeUndefined()
})

test('the last days of a year belong to the week they fall in', () => {
  expect(issueOfWeek(day('2026-12-31'), rules())?.id).toBe('issue-2026-w53')
  expect(issueOfWeek(day('2027-01-07'), rules())?.id).toBe('issue-2027-w01')
})
