import { expect, test } from 'vitest'
import { momentOf } from '../dates.ts'
import { cancelled, draftOf, hasPlace, heldFrom, isWrong, meetingOf, movedTo, uncancelled, withChanged, withMeeting } from './calendar.ts'

const evening = { start: '2026-10-21T18:30', end: '2026-10-21T20:30', place: 'Council Chamber' }
const planning = { name: 'Planning Committee', meetings: [{ start: '2026-10-12T18:30' }, 'gone' as const, evening] }
const audit = { name: 'Audit Committee', meetings: [{ start: '2026-10-13T09:00' }, { start: '2026-10-21T18:30' }] }

test('the meetings of today and later are listed in order, whatever the hour; those taken off are not', () => {
  const now = momentOf('2026-10-13T22:59:00Z') // a minute to midnight in London
  expect(heldFrom([planning, audit], now).map(({ committee, number }) => [committee, number])).toEqual([
    ['Audit Committee', 0],
    ['Audit Committee', 1],
    ['Planning Committee', 2],
  ])
  expect(heldFrom([planning, audit], momentOf('2026-10-13T23:00:00Z'))).toHaveLength(2)
})

test('a meeting is changed in its place, because its place is its number', () => {
  const later = { ...evening, start: '2026-10-21T19:00' }
  expect(withChanged(planning, 2, () => later)).toEqual([{ start: '2026-10-12T18:30' }, 'gone', later])
  expect(withMeeting(planning, later)).toEqual([...planning.meetings, later])
})

test('what is changed is the meeting as it stands: cancelled after a move it stays moved, and moved while cancelled it stays cancelled', () => {
  const draft = { ...draftOf(evening), from: '19:00', place: '' }
  const moved = { start: '2026-10-21T19:00', end: '2026-10-21T20:30' }
  expect(movedTo(draft)(evening)).toEqual(moved)
  expect(cancelled(moved)).toEqual({ ...moved, status: 'Cancelled' })
  expect(movedTo(draft)(cancelled(evening))).toEqual({ ...moved, status: 'Cancelled' })
  expect(uncancelled(cancelled(evening))).toEqual(evening)
})

test.each([1, 3])('a meeting taken off, or that never was, is not changed: number %i', (number) => {
  expect(() => withChanged(planning, number, cancelled)).toThrow('This meeting is no longer in the calendar.')
})

test('a meeting just added has no place in a list that was read before it', () => {
  const has = (number: number) => hasPlace([planning, audit], { committee: 'Planning Committee', number })
  expect([has(1), has(2), has(3)]).toEqual([true, true, false])
  expect(hasPlace([audit], { committee: 'Planning Committee', number: 0 })).toBe(false)
})

test('a form holds what the calendar says, with an end or without', () => {
  expect(meetingOf(draftOf(evening))).toEqual(evening)
  expect(meetingOf(draftOf({ start: '2026-10-21T18:30' }))).toEqual({ start: '2026-10-21T18:30' })
})

test.each([
  [{}, false],
  [{ until: '' }, false],
  [{ until: '18:30' }, true],
  [{ until: '18:31' }, false],
  [{ day: '' }, true],
  [{ from: '' }, true],
])('%j is wrong: %s', (change, wrong) => {
  expect(isWrong({ ...draftOf(evening), ...change })).toBe(wrong)
})
