import { expect, test } from 'vitest'
import type { RulebookVersionView } from '../../../api/contracts/rulebook.ts'
import { appliedWords, toComeWords } from './words.ts'

function aVersion(version: number, standing: RulebookVersionView['standing'], effectiveFrom = '2026-05-19T23:00:00Z'): RulebookVersionView {
  return { version, standing, effectiveFrom, changedBy: 'Ada Minister', changedAt: '2026-05-12T09:20:00Z', sentences: [] }
}
const [first, second] = [aVersion(1, 'past'), aVersion(2, 'in-force')]
const third = aVersion(3, 'to-come', '2026-10-18T23:00:00Z')
const fourth = aVersion(4, 'to-come', '2026-11-30T00:00:00Z')

test('nothing is said of a version that is in force', () => {
  expect(toComeWords({ latest: 2, versions: [second, first] })).toBeUndefined()
  expect(toComeWords({ latest: 3, versions: [aVersion(3, 'in-force'), aVersion(2, 'never'), first] })).toBeUndefined()
})

test('whoever reads rules that are still to come is told from when, and which are in force until then', () => {
  expect(toComeWords({ latest: 3, versions: [third, second, first] })).toBe(
    'These are the rules of version 3, which begins on Monday 19\u00a0October 2026. Until then version 2 is in force.',
  )
  expect(toComeWords({ latest: 4, versions: [fourth, third, second, first] })).toBe(
    'These are the rules of version 4, which begins on Monday 30\u00a0November 2026. Version 3 begins before it, on Monday 19\u00a0October 2026. Until then version 2 is in force.',
  )
})

test('once new rules are written down it is said whether they are in force', () => {
  expect(appliedWords({})).toBe('The new rules are written down. They are in force now.')
  expect(appliedWords({ from: '2026-10-18T23:00:00Z' })).toBe('The new rules are written down. They begin on Monday 19\u00a0October 2026.')
})
