import { expect, test } from 'vitest'
import { followed, isAbout, keptStory, newStory, remembering, stepNow, ticked, ticksOf, type Evidence } from './steps.ts'

const nothing: Evidence = { sent: false, answered: 0, asked: false, cancelled: false, read: false }
const opening = { council: 'thamesbrook', now: '2026-10-13T13:10:00Z', texts: 0, happened: 0 }
const meeting = {
  id: 'e1',
  iCalUId: 'u1',
  subject: 'Scrutiny: using evidence',
  start: '2026-10-22T14:00:00',
  createdAt: '2026-10-13T13:10:00Z',
  answered: 0,
  asked: 1,
  calendars: 51,
  coming: ['rook'],
}

test('nothing is ticked until it has happened', () => {
  expect(ticked(ticksOf(nothing))).toBe(0)
  expect(stepNow(ticksOf(nothing))).toBe('send')
})

test.each([
  [3, false],
  [4, true],
  [5, true],
])('%i answers tick the second step: %s', (answered, done) => {
  expect(ticksOf({ ...nothing, answered }).answer).toBe(done)
})

test('the step to do next is the first not done, though a later one is', () => {
  const ticks = ticksOf({ ...nothing, sent: true, asked: true })
  expect(stepNow(ticks)).toBe('answer')
  expect(ticked(ticks)).toBe(2)
})

test('when all five are done there is no step to do', () => {
  expect(stepNow(ticksOf({ sent: true, answered: 4, asked: true, cancelled: true, read: true }))).toBeUndefined()
})

test('what stood in the calendar before the visit is not taken for the visitor’s own', () => {
  const story = { ...newStory(opening), before: ['old'] }
  expect(followed(story, [{ ...meeting, iCalUId: 'old' }]).followed).toBeUndefined()
  expect(followed(story, [{ ...meeting, asked: 0 }]).followed).toBeUndefined() // an appointment with nobody is no invitation
  expect(followed(story, [meeting]).followed).toMatchObject({ id: 'e1', iCalUId: 'u1', subject: 'Scrutiny: using evidence' })
})

test('the invitation and its answers are remembered when it leaves the calendar', () => {
  const sent = followed({ ...newStory(opening), before: [] }, [{ ...meeting, answered: 4 }])
  expect(followed(sent, [])).toEqual(sent)
  expect(followed(sent, [{ ...meeting, iCalUId: 'another', answered: 9 }])).toEqual(sent)
})

test('a story is kept over a reload, and not over a new council', () => {
  const story = { ...newStory(opening), before: ['old'], seenAt: '2026-10-15T08:00:00Z', seenHappened: 12 }
  const kept = JSON.stringify(story)
  const later = { council: 'thamesbrook', now: '2026-10-15T08:00:00Z', happened: 12 }
  expect(keptStory(kept, later)).toEqual(story)
  expect(keptStory(kept, { ...later, now: '2026-10-13T13:10:00Z' })).toBeUndefined() // the clock has gone back: it was started again
  expect(keptStory(kept, { ...later, happened: 11 })).toBeUndefined() // as much did not happen here
  expect(keptStory(kept, { ...later, council: 'riverton' })).toBeUndefined()
  expect(keptStory('{"half":', later)).toBeUndefined()
  expect(keptStory(null, later)).toBeUndefined()
})

test('the first look tells what was there before the visitor from what they were quick to send', () => {
  const old = { ...meeting, iCalUId: 'old', createdAt: '2026-09-10T10:20:00Z' }
  const first = followed(newStory(opening), [old])
  expect(first.before).toEqual(['old'])
  expect(first.followed).toBeUndefined()
  expect(followed(newStory(opening), [old, meeting])).toMatchObject({ before: ['old'], followed: { iCalUId: 'u1' } })
})

test('a card is about a session when it names it, quotation marks and all', () => {
  expect(isAbout({ body: [{ text: 'Scrutiny: using “evidence"' }] }, 'Scrutiny: using “evidence"')).toBe(true)
  expect(isAbout({ body: [{ text: 'Planning' }] }, 'Scrutiny')).toBe(false)
  expect(isAbout({ body: [] }, '')).toBe(false)
})

test('who was coming is remembered when the meeting has left the calendar', () => {
  const was = remembering(newStory(opening), [meeting])
  expect(remembering(was, []).meetings).toEqual({ u1: { subject: 'Scrutiny: using evidence', calendars: 51, coming: ['rook'] } })
})
