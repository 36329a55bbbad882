import { expect, test } from 'vitest'
import { day } from '../kernel/time.ts'
import { aRule } from '../testing/builders.ts'
import { judged, type Told } from './completion.ts'

const today = day('2026-10-13')
const accepted: Told = { kind: 'accepted', on: day('2024-06-04'), what: 'Certificate seen' }
const completed: Told = { kind: 'completed', on: day('2026-10-01') }
const faultOf = (told: Told, given: Parameters<typeof aRule>[0] = {}) => {
  const result = judged(told, aRule(given), today)
  return result.ok ? 'ok' : result.refusal
}

test('C5.9 what was finished by e-learning is put down to e-learning only, and needs no last day', () => {
  expect(faultOf(completed, { through: 'e-learning' })).toBe('ok')
  expect(faultOf(completed)).toBe('not-e-learning')
  expect(faultOf({ ...completed, until: today }, { through: 'e-learning' })).toBe('until-for-nothing')
})

test('C5.11 nothing is put down that has yet to be done', () => {
  expect(faultOf({ ...accepted, on: today })).toBe('ok')
  expect(faultOf({ ...accepted, on: today.add({ days: 1 }) })).toBe('in-the-future')
})

test('C5.11 what is accepted says what it was, and only where the council allows it', () => {
  expect(faultOf({ ...accepted, what: '' })).toBe('what-is-missing')
  expect(faultOf(accepted, { equivalence: false })).toBe('not-by-equivalence')
})

test('C5.11 what is to be done again is accepted until a day, today or later', () => {
  expect(faultOf(accepted, { again: 'each-cycle' })).toBe('until-is-missing')
  expect(faultOf({ ...accepted, until: today }, { again: 'each-cycle' })).toBe('ok')
  expect(faultOf({ ...accepted, until: today.subtract({ days: 1 }) }, { again: 'each-cycle' })).toBe('until-is-over')
  expect(faultOf(accepted)).toBe('ok')
})
