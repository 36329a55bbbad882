import { expect, test } from 'vitest'
import { sessionId } from '../kernel/ids.ts'
import { instant } from '../kernel/time.ts'
import { aRecord, aSession, aSummary, arrangedAt, postponed, startsAt, towerHamlets } from '../testing/builders.ts'
import type { Session } from './session.ts'
import { summaryOf } from './summary.ts'
import { otherRunsOf, pairOf, runOffered, runsToCome } from './other-runs.ts'

const evening = aSession()
const dayRun = aSummary({ id: sessionId('s2'), startsAt: instant('2026-10-29T10:00:00Z'), title: 'Chairing a difficult meeting (day)' })

test('C14.4 a session and its repeat are one offer at different times', () => {
  expect(otherRunsOf(evening, [dayRun], towerHamlets)).toEqual([dayRun])
  expect(otherRunsOf(dayRun, [dayRun], towerHamlets)).toEqual([])
})

test.each([
  ['another course', { title: 'Casework clinic' }],
  ['a cancelled run', { standing: { kind: 'cancelled', at: arrangedAt, through: 'decision' } }],
  ['a run that lost its tag', { standing: { kind: 'untagged', at: arrangedAt } }],
] as const)('C14.4 %s is no repeat', (_what, given) => {
  const run = aSummary({ id: sessionId('s2'), startsAt: dayRun.startsAt, ...given })
  expect(otherRunsOf(evening, [run], towerHamlets)).toEqual([])
})

test.each([
  [92, 1],
  [93, 0],
])('C14.4 a run %i days away is a repeat: %i', (days, count) => {
  const run = aSummary({ id: sessionId('s2'), startsAt: startsAt.add({ hours: 24 * days }) })
  expect(otherRunsOf(evening, [run], towerHamlets)).toHaveLength(count)
})

test('C14.4 only a run to come can be offered, though one that took place completes the pair', () => {
  const now = dayRun.startsAt
  expect(runsToCome(evening, [dayRun], towerHamlets, now)).toEqual([])
  expect(runsToCome(evening, [dayRun], towerHamlets, now.subtract({ seconds: 1 }))).toEqual([dayRun])
  expect(pairOf(evening, [dayRun], towerHamlets)).toBe('complete')
})

test('C3.4 nobody is offered a postponed run, of which nobody knows when it will be', () => {
  const later = summaryOf(aRecord(postponed(aSession({ id: sessionId('s2'), startsAt: dayRun.startsAt }))))
  expect(otherRunsOf(evening, [later], towerHamlets)).toEqual([later])
  expect(runsToCome(evening, [later], towerHamlets, arrangedAt)).toEqual([])
})

test('C3.4 a session that was merged offers the run with which it was merged, and any other the next to come', () => {
  const later = aSummary({ id: sessionId('s3'), startsAt: startsAt.add({ hours: 24 * 20 }) })
  const merged = { choice: 'merge', mergeWith: later.id } as NonNullable<Session['decision']>
  expect(runOffered(evening, [later, dayRun], towerHamlets, arrangedAt)).toEqual(dayRun)
  expect(runOffered({ ...evening, decision: merged }, [later, dayRun], towerHamlets, arrangedAt)).toEqual(later)
  expect(runOffered({ ...evening, decision: merged }, [dayRun], towerHamlets, arrangedAt)).toEqual(dayRun) // cancelled since
})

test.each([
  [[], 'no-repeat'],
  [['2026-10-29T10:00:00Z'], 'complete'],
  [['2026-10-29T17:00:00Z'], 'both-evening'],
  [['2026-10-29T16:59:00Z'], 'complete'],
  [['2026-10-29T19:00:00Z', '2026-11-05T10:00:00Z'], 'complete'],
])('C14.4 an evening session with runs at %j is %s', (starts, pair) => {
  const runs = starts.map((start, index) => aSummary({ id: sessionId(`s${index + 2}`), startsAt: instant(start) }))
  expect(pairOf(evening, runs, towerHamlets)).toBe(pair)
})

test('C14.4 two runs in the day are said so', () => {
  expect(pairOf(aSession({ startsAt: instant('2026-10-28T10:00:00Z') }), [dayRun], towerHamlets)).toBe('both-day')
})

test.each([
  ['in-person-training', 'no-repeat'],
  ['hybrid-training', 'no-repeat'],
  ['member-seminar', 'no-repeat'],
  ['online-training', 'not-needed'],
  ['member-briefing', 'not-needed'],
])('C14.4 %s without a repeat is %s', (kind, pair) => {
  expect(pairOf(aSession({ kind }), [], towerHamlets)).toBe(pair)
})

test('C1.5 a council may ask no repeat of its briefings, and goes on asking one of its training', () => {
  const rules = { ...towerHamlets, briefings: { ...towerHamlets.briefings, repeats: false } }
  expect(pairOf(aSession({ kind: 'member-seminar' }), [], rules)).toBe('not-needed')
  expect(pairOf(aSession({ kind: 'in-person-training' }), [], rules)).toBe('no-repeat')
})
