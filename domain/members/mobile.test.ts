import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { mobileInWords, normaliseMobile } from './mobile.ts'

test.each(['07400 123456', '+44 (0)7400 123456', '00447400123456', '447400123456', '7400123456', ' 07400-123-456 '])(
  '%s is one and the same mobile',
  (typed) => {
    expect(normaliseMobile(typed)).toEqual({ kind: 'usable', e164: '+447400123456' })
  },
)

test.each([
  ['07700 900142', { kind: 'usable', e164: '+447700900142' }], // reserved for drama
  ['07700 900999', { kind: 'usable', e164: '+447700900999' }],
  ['07700 901000', { kind: 'unusable', given: '07700 901000', because: 'not-a-number' }],
  ['020 7946 0142', { kind: 'unusable', given: '020 7946 0142', because: 'landline' }],
  ['020 7364 5000', { kind: 'unusable', given: '020 7364 5000', because: 'landline' }],
  ['070 1234 5678', { kind: 'unusable', given: '070 1234 5678', because: 'personal-number' }],
  ['07911 123456', { kind: 'unusable', given: '07911 123456', because: 'abroad' }], // Guernsey
  ['+33 6 12 34 56 78', { kind: 'unusable', given: '+33 6 12 34 56 78', because: 'abroad' }],
  ['O7400 123456', { kind: 'unusable', given: 'O7400 123456', because: 'not-a-number' }],
  ['07400 123456 (mob)', { kind: 'unusable', given: '07400 123456 (mob)', because: 'not-a-number' }],
  ['07400', { kind: 'unusable', given: '07400', because: 'not-a-number' }],
  ['   ', { kind: 'none' }],
  [undefined, { kind: 'none' }],
] as const)('%s is %o', (typed, expected) => {
  expect(normaliseMobile(typed)).toEqual(expected)
})

test('whatever is typed, it is either ready to text or kept as it was typed', () => {
  const kept = (typed: string): boolean => {
    const mobile = normaliseMobile(typed)
    if (mobile.kind === 'usable') return /^\+447\d{9}$/.test(mobile.e164)
    return mobile.kind === 'none' ? typed.trim() === '' : mobile.given === typed.trim()
  }
  expect(() => fc.assert(fc.property(fc.string({ maxLength: 30 }), kept))).not.toThrow()
  expect(() => fc.assert(fc.property(fc.stringMatching(/^(0|\+44 ?|0044)?7[0-9 ]{8,12}$/), kept))).not.toThrow()
})

test('a number is shown as its owner would write it', () => {
  expect(mobileInWords({ kind: 'usable', e164: '+447700900142' })).toBe('07700 900142')
})
