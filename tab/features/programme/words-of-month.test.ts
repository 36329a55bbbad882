import { expect, test } from 'vitest'
import type { ProgrammeMonth } from '../../../api/contracts/month.ts'
import { october } from '../../testing/month-fixtures.ts'
import { markWords, sessionLine, slotsWords } from './words-of-month.ts'

const check = 'Not all committee meetings of this month are known, so check a time marked Free before you use it.'
const saidWith = (calendar: Partial<ProgrammeMonth['calendar']>, slots = october.slots) =>
  slotsWords({ ...october, slots, calendar: { ...october.calendar, ...calendar } })
const failing = { since: '2026-10-12T23:05:00Z', because: 'no-answer' } as const
const doubt = (because: string) => ({ doubts: [{ committee: 'Standards Committee', because }] })

test('C14.1 a free slot is said to clash with no meeting that is known, and no more is promised', () => {
  expect(saidWith({})).toContain('Times marked Free clash with no committee meeting that is known. To use one,')
})

const notAllKnown: readonly (readonly [string, Partial<ProgrammeMonth['calendar']>])[] = [
  ['nobody has read', { state: 'none' }],
  ['does not answer', { state: 'failing', failing }],
  ['ends before the month does', { isBeyond: true }],
  ['could not be read of one committee', { unread: ['Pensions Board'] }],
  ['has a meeting without a date', doubt('unreadable-date')],
  ['has a meeting without a number', doubt('no-number')],
]

test.each(notAllKnown)('C14.1 whoever uses a free slot is told to check it, of a calendar that %s', (_, calendar) => {
  expect(saidWith(calendar)).toContain(check)
})

test('C14.1 nobody need check a slot because of a meeting that takes up its whole day', () => {
  expect(saidWith(doubt('unreadable-time'))).not.toContain(check)
})

test('C14.1 a month without free slots is not said to be full', () => {
  expect(saidWith({ isBeyond: true }, [])).toMatch(/^No free times are proposed for this month\. Any date is as good: send/)
})

test('C3.4 in the month a postponed session is no longer counted as coming', () => {
  const [row] = october.rows
  const line = row && sessionLine({ ...row, state: { kind: 'postponed', at: '2026-10-13T12:10:00Z' } })
  expect(line).toContain('postponed, not yet moved')
})

test.each([
  [{ kind: 'event', label: 'Diwali' }, 'Diwali'],
  [{ kind: 'event', label: 'Diwali', isUncertain: true }, 'Diwali (or a little earlier or later)'],
  [{ kind: 'event', label: 'Yom Kippur', isEve: true }, 'Yom Kippur begins this evening'],
  [{ kind: 'event', label: 'Eid al-Fitr', isEve: true, isUncertain: true }, 'Eid al-Fitr may begin this evening'],
  [{ kind: 'pre-election', label: 'Borough election' }, 'Pre-election period: Borough election'],
  [{ kind: 'annual-meeting', label: 'Annual Council' }, 'Annual meeting: Annual Council'],
] as const)('C14.5 C14.8 what is on a day is named: %j', (mark, said) => {
  expect(markWords({ ...mark, from: '2026-11-08', to: '2026-11-08' })).toBe(said)
})
