import { expect, test } from 'vitest'
import { isSame } from './same.ts'
import { day, instant } from './time.ts'

const at = instant('2026-10-27T18:30:00Z')

test.each([
  [{ a: 1, b: { c: at, d: undefined } }, { b: { c: instant('2026-10-27T18:30:00Z') }, a: 1 }, true],
  [{ on: day('2026-10-27') }, { on: day('2026-10-27') }, true],
  [{ at }, { at: at.add({ seconds: 1 }) }, false],
  [[1, 2], [2, 1], false],
  [{ a: 1 }, { a: 1, b: null }, false],
  [undefined, undefined, true],
])('%j and %j say the same: %s', (one, other, same) => {
  expect(isSame(one, other)).toBe(same)
})
