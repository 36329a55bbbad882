import { expect, test } from 'vitest'
import { readNumber } from './phone-number.ts'
import { asSent, fragmentsOf } from './text-content.ts'

test.each([
  { length: 160, fragments: 1 },
  { length: 161, fragments: 2 },
  { length: 306, fragments: 2 },
  { length: 307, fragments: 3 },
  { length: 918, fragments: 6 },
])('$length plain characters are charged as $fragments', ({ length, fragments }) => {
  expect(fragmentsOf('x'.repeat(length))).toBe(fragments)
})

test('one Welsh letter makes a fragment 70 characters long, and a bracket counts twice', () => {
  expect(fragmentsOf(`ŵ${'x'.repeat(69)}`)).toBe(1)
  expect(fragmentsOf(`ŵ${'x'.repeat(70)}`)).toBe(2)
  expect(fragmentsOf(`${'x'.repeat(158)}[`)).toBe(1)
  expect(fragmentsOf(`${'x'.repeat(159)}[`)).toBe(2)
})

test('typographers’ signs are made plain and what phones lack becomes a question mark', () => {
  expect(asSent('‘Come’ – at 6…')).toBe("'Come' - at 6...")
  expect(asSent('Yes 👍')).toBe('Yes ?')
})

test.each(['07700 900102', '+44 (0)7700 900102', '0044 7700 900102', '447700900102', '7700900102', '0+447700900102'])(
  '%s is one and the same number',
  (typed) => {
    expect(readNumber(typed)).toEqual({ kind: 'uk-mobile', e164: '+447700900102' })
  },
)

test('a number abroad is known as one', () => {
  expect(readNumber('+33 6 12 34 56 78')).toEqual({ kind: 'international', e164: '+33612345678' })
})
