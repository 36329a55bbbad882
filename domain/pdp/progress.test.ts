import { expect, test } from 'vitest'
import { arrangedAt } from '../testing/builders.ts'
import { towards } from './progress.ts'

const to = { startsAt: arrangedAt, isOff: false, response: undefined, attended: false }
const before = arrangedAt.subtract({ seconds: 1 })

test.each([
  ['accepted', 'booked', 'missed'],
  ['tentative', 'perhaps', 'over'],
  ['none', 'to-answer', 'over'],
  ['declined', 'declined', 'over'],
] as const)('C6.23 %s is %s until it starts, and %s from then', (response, first, then) => {
  expect(towards({ ...to, response }, before)).toBe(first)
  expect(towards({ ...to, response }, arrangedAt)).toBe(then)
})

test('C6.23 whoever was there has done it whatever was answered, and what is called off does nothing', () => {
  expect(towards({ ...to, response: 'declined', attended: true }, arrangedAt)).toBe('attended')
  expect(towards({ ...to, response: 'accepted', isOff: true }, before)).toBe('called-off')
  expect(towards(to, before)).toBe('not-invited')
})
