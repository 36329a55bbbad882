import { expect, test } from 'vitest'
import { faultIds, faultMenu, faultsFor, inForce } from './fault-menu.ts'
import { topWords } from './words.ts'

test('every fault of the menu has words and does something', () => {
  for (const id of faultIds) {
    expect(faultMenu[id].length).toBeGreaterThan(0)
    expect(topWords.faults[id].label).not.toBe('')
  }
})

test('choosing two faults sets both, choosing none sets none', () => {
  expect(faultsFor(['outlook-down', 'texts-unconfirmed']).map(({ service }) => service)).toEqual(['graph', 'receipts'])
  expect(faultsFor([])).toEqual([])
})

test('being throttled ends by itself, being down does not', () => {
  expect(faultMenu['outlook-throttles'].every(({ times }) => times !== undefined)).toBe(true)
  expect(faultMenu['outlook-down'].every(({ times }) => times === undefined)).toBe(true)
})

test('what is in force is what the sandbox says is', () => {
  const set = [
    { service: 'graph', action: { kind: 'status', status: 429, retryAfter: 10 }, times: 3 },
    { service: 'receipts', action: { kind: 'drop' } },
    { service: 'entra', action: { kind: 'status', status: 503 } },
  ]
  expect(inForce(set)).toEqual(['outlook-throttles', 'texts-unconfirmed'])
  expect(inForce([])).toEqual([])
})
