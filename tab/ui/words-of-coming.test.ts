import { expect, test } from 'vitest'
import type { UptakeView } from '../../api/contracts/my-training.ts'
import { comingWords } from './words-of-coming.ts'

const now = '2026-10-13T13:10:00Z'
const fourOfSix: UptakeView = {
  accepted: 4,
  tentative: 2,
  minimum: 6,
  readAt: '2026-10-13T08:15:00Z',
  stage: 'before-review',
  decideBy: '2026-10-15T11:00:00Z',
}
const told = (change: Partial<UptakeView>, stale = false) =>
  JSON.parse(JSON.stringify(comingWords({ ...fourOfSix, ...change }, now, stale) ?? null).replaceAll('\u00A0', ' ')) as unknown

test('C3.3 tentative answers are said apart and are not in the count', () => {
  expect(told({})).toEqual({
    count: '4 of 6 coming.',
    consequence: 'Decided this Thursday at noon.',
    detail: 'Two more might come. Below six, officers decide whether it goes ahead.',
    filled: 4,
  })
})

test('C3.2 at five of six officers decide, at six it goes ahead', () => {
  expect(told({ accepted: 5 })).toMatchObject({ count: '5 of 6 coming.', filled: 5 })
  expect(told({ accepted: 6 })).toEqual({ count: '6 coming.', consequence: 'It goes ahead.', filled: 6 })
  expect(told({ accepted: 9 })).toEqual({ count: '9 coming.', consequence: 'It goes ahead.', filled: 6 })
})

test('nothing is said of those who might come when nobody might', () => {
  expect(told({ tentative: 0 })).toMatchObject({ detail: 'Below six, officers decide whether it goes ahead.' })
})

test('C3.4 after the time asked for, the deadline is not shown as if it were to come', () => {
  expect(told({ stage: 'too-few', decideBy: '2026-10-13T11:00:00Z' })).toMatchObject({
    consequence: 'Officers are deciding whether it goes ahead.',
    detail: 'Two more might come.',
  })
})

test('C3.4 a session that officers decided to run goes ahead with the number that it has', () => {
  expect(told({ stage: 'going-ahead' })).toEqual({ count: '4 coming.', consequence: 'It goes ahead.' })
})

test('a kind of session that is never judged is not measured against a minimum', () => {
  expect(told({ minimum: 0, stage: 'not-judged' })).toEqual({ count: '4 coming.' })
  expect(told({ minimum: 0, stage: 'not-judged', accepted: 0 })).toEqual({ count: 'Nobody has accepted yet.' })
})

test('C2.2 a count that cannot be read again is told in the past, with its time', () => {
  expect(told({}, true)).toEqual({ count: '4 of 6 were coming at 9:15am.', filled: 4 })
})

test('nothing is counted once the session has started', () => {
  expect(told({ stage: 'started' })).toBeNull()
})
