import { expect, test } from 'vitest'
import { decisionBody, reasonBody } from './decisions.ts'
import { typedText } from './shared.ts'

test('what somebody types is kept with each letter in its one form, however their machine composes it', () => {
  const parsed = decisionBody.parse({
    choice: 'cancel',
    reasonId: 'because',
    seen: '1',
    message: ' Ty\u0302 Cyngor ',
    reasonWords: 'e\u0301',
  })
  expect(parsed).toMatchObject({ message: 'T\u0177 Cyngor', reasonWords: '\u00e9' })
  expect(reasonBody.parse({ reasonId: 'because', reasonWords: 'e\u0301' })).toMatchObject({ reasonWords: '\u00e9' })
})

test.each([
  ['lines and tabs', 'One.\r\nTwo,\tthree', true],
  ['a null', 'a\u0000b', false],
  ['a control character of Latin-1', 'a\u0085b', false],
  ['text turned about', 'pay \u202e001 now', false],
  ['text held apart', 'pay \u2066001 now', false],
  ['as many letters as may be', 'x'.repeat(20), true],
  ['one more', 'x'.repeat(21), false],
  ['as many, written in pieces', 'e\u0301'.repeat(20), true],
])('typed text with %s is taken or not as it should be', (_what, text, taken) => {
  expect(typedText(20).safeParse(text).success).toBe(taken)
})
