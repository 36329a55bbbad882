import { expect, test } from 'vitest'
import { tentativeInWords } from './words.ts'

test.each([
  [undefined, '2 tentative, not counted.'],
  [0, '2 tentative, not counted.'],
  [0.5, '2 tentative, each counted as 0.5.'],
  [1, '2 tentative, counted as coming.'],
])('C3.3 where a tentative answer counts %s, it is said so', (eachCounts, words) => {
  expect(tentativeInWords(2, eachCounts)).toBe(words)
})
