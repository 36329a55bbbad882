import { expect, test } from 'vitest'
import { texts } from '../../testing/member-fixtures.ts'
import { holds, undoOf } from './change.ts'

test.each([
  [{ reminders: true }, true],
  [{ reminders: false }, false],
  [{ combine: true }, false],
  [{ mobile: '+44 7700 900142' }, true],
  [{ mobile: '07700 900155' }, false],
])('C4.14 that %j is saved already is %s, and a change whose answer was lost is known by it', (change, saved) => {
  expect(holds(texts, change)).toBe(saved)
})

test('a change is undone by what was there before it; a number that cannot be texted is not put back', () => {
  expect(undoOf(texts, { reminders: false })).toEqual({ reminders: true })
  expect(undoOf(texts, { combine: true })).toEqual({ combine: false })
  expect(undoOf(texts, { mobile: '07700 900155' })).toEqual({ mobile: '07700 900142' })
  expect(undoOf({ ...texts, mobileState: 'unusable' }, { mobile: '07700 900155' })).toBeUndefined()
})
