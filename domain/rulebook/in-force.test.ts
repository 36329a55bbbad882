import { expect, test } from 'vitest'
import { instant } from '../kernel/time.ts'
import { towerHamlets } from '../testing/builders.ts'
import { inForce, kindOf } from './in-force.ts'
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

test('C1.4 a kind that the council has since dropped is still told by name', () => {
  expect(kindOf(towerHamlets, 'workshop').label).toBe('Workshop')
  expect(kindOf(towerHamlets, 'old-style-talk')).toMatchObject({ label: 'Old style talk', countsAs: 'training', dayAndEvening: false })
})
