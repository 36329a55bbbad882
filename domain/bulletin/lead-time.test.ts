import { expect, test } from 'vitest'
import { instant } from '../kernel/time.ts'
import { towerHamlets } from '../testing/builders.ts'
import { leadTimeOf } from './lead-time.ts'

/** Fridays at 10; 4 weeks and 2 issues. The first after it was arranged is Friday 25 September. */
const firstSeenAt = instant('2026-09-21T09:00:00Z')

test('C4.3 exactly four weeks after its first bulletin is in good time', () => {
  expect(leadTimeOf({ firstSeenAt, startsAt: instant('2026-10-23T08:00:00Z') }, towerHamlets)).toEqual({
    kind: 'in-time',
    firstIssueAt: instant('2026-09-25T09:00:00Z'),
  })
})

test('C4.3 a day less is flagged', () => {
  expect(leadTimeOf({ firstSeenAt, startsAt: instant('2026-10-22T18:00:00Z') }, towerHamlets)).toMatchObject({ kind: 'late', issues: 2 })
})

test('C4.3 four weeks with one issue in them are flagged, for want of the second', () => {
  const recess = [{ label: 'Recess', from: '2026-09-28', to: '2026-11-30' }]
  const rules = { ...towerHamlets, bulletin: { ...towerHamlets.bulletin, recess } }
  expect(leadTimeOf({ firstSeenAt, startsAt: instant('2026-11-05T18:00:00Z') }, rules)).toMatchObject({ kind: 'late', issues: 1 })
})

test('C4.3 one that starts before any bulletin is flagged, and no issue is named', () => {
  const late = leadTimeOf({ firstSeenAt, startsAt: instant('2026-09-24T18:00:00Z') }, towerHamlets)
  expect(late).toEqual({ kind: 'late', issues: 0 })
})

test('C4.3 a council may ask for none', () => {
  const rules = { ...towerHamlets, bulletin: { ...towerHamlets.bulletin, leadTime: { weeks: 0, issues: 0 } } }
  expect(leadTimeOf({ firstSeenAt, startsAt: instant('2026-09-26T18:00:00Z') }, rules).kind).toBe('in-time')
})
