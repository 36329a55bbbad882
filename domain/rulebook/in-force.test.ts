import { expect, test } from 'vitest'
import { instant } from '../kernel/time.ts'
import { towerHamlets } from '../testing/builders.ts'
import { followedBy, inForce, kindOf, standingOf } from './in-force.ts'
import type { RulebookVersion } from './rulebook.ts'

function aVersion(version: number, effectiveFrom: string): RulebookVersion {
  return { version, effectiveFrom, changedBy: 'Officer', changedAt: '2026-01-01T00:00:00Z', rulebook: towerHamlets }
}
const first = aVersion(1, '2026-05-01T00:00:00Z')
const second = aVersion(2, '2026-09-01T00:00:00Z')
const corrected = aVersion(3, '2026-09-01T00:00:00Z')

test.each([
  ['2026-04-30T23:59:59Z', undefined],
  ['2026-05-01T00:00:00Z', 1],
  ['2026-08-31T23:59:59Z', 1],
  ['2026-09-01T00:00:00Z', 3], // two take effect together: the later one rules
])('at %s version %s is in force', (at, version) => {
  expect(inForce([corrected, first, second], instant(at))?.version).toBe(version)
})

test('a version stands in the place of every earlier one, so what was to come later than its follower never comes', () => {
  const sooner = aVersion(4, '2026-08-20T00:00:00Z')
  const versions = [first, second, corrected, sooner]
  expect(inForce(versions, instant('2026-08-19T23:59:59Z'))?.version).toBe(1)
  expect(inForce(versions, instant('2026-09-02T00:00:00Z'))?.version).toBe(4)
  const standings = (at: string) => versions.map((version) => standingOf(versions, version, instant(at)))
  expect(standings('2026-08-01T00:00:00Z')).toEqual(['in-force', 'never', 'never', 'to-come'])
  expect(standings('2026-08-20T00:00:00Z')).toEqual(['past', 'never', 'never', 'in-force'])
})

test('a version is told against what would have ruled on its day without it', () => {
  const later = aVersion(4, '2026-10-01T00:00:00Z')
  expect(followedBy([first, second, corrected, later], first)).toBeUndefined()
  expect(followedBy([first, second, corrected, later], corrected)?.version).toBe(2)
  expect(followedBy([first, second, corrected, later], later)?.version).toBe(3)
  expect(followedBy([first, second, aVersion(3, '2026-08-01T00:00:00Z')], aVersion(3, '2026-08-01T00:00:00Z'))?.version).toBe(1)
})

test('C1.4 a kind that the council has since dropped is still told by name', () => {
  expect(kindOf(towerHamlets, 'workshop').label).toBe('Workshop')
  expect(kindOf(towerHamlets, 'old-style-talk')).toMatchObject({ label: 'Old style talk', countsAs: 'training', dayAndEvening: false })
})
