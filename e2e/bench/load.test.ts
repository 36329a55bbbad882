import { expect, test } from 'vitest'
import { isKept } from './load.ts'

const taken = ['accepted', 'declined', 'accepted']

test('C2.1 where every answer had a reply, those kept are those taken, once each and in order', () => {
  expect(isKept({ taken, unknown: 0 }, taken)).toBe(true)
  expect(isKept({ taken, unknown: 0 }, ['accepted', 'declined'])).toBe(false)
  expect(isKept({ taken, unknown: 0 }, [...taken, 'accepted'])).toBe(false)
  expect(isKept({ taken: ['accepted', 'declined'], unknown: 0 }, ['declined', 'accepted'])).toBe(false)
})

test('C2.1 of an answer that nobody can tell of, one more may be kept and no two, and none that was taken may be lost for it', () => {
  expect(isKept({ taken, unknown: 1 }, taken)).toBe(true)
  expect(isKept({ taken, unknown: 1 }, [...taken, 'declined'])).toBe(true)
  expect(isKept({ taken, unknown: 1 }, [...taken, 'declined', 'declined'])).toBe(false)
  expect(isKept({ taken, unknown: 1 }, ['accepted', 'declined', 'declined'])).toBe(false)
})
