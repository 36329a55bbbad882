import { expect, test } from 'vitest'
import { countInvited, doubtsOf, placeWords, roomWords } from './rooms.ts'

const first = { email: 'room1@x.example', name: 'Committee Room 1', capacity: 30, stepFree: true, hearingLoop: true }
const bare = { email: 'attic@x.example', name: 'Attic' }
const world = {
  now: '2026-10-13T13:10:00Z',
  council: { id: 'x', name: 'X' },
  people: [{ id: 'rook', name: 'Cllr Rook', email: 'rook@x.example' }],
  groups: [{ email: 'members@x.example', name: 'Members', members: ['rook', 'haddon'] }],
  mailboxes: [],
  rooms: [first, bare],
  register: { members: [] },
}

test('a room is offered with how many it seats and what access it has', () => {
  expect(roomWords(first)).toBe('Committee Room 1: 30 people, step-free, hearing loop')
  expect(roomWords(bare)).toBe('Attic')
})

test.each([
  [30, []],
  [31, ['You invite 31 people, and it seats 30.']],
])('a room for 30 is doubted for %i people: %j', (invited, doubts) => {
  expect(doubtsOf(first, invited)).toEqual(doubts)
})

test('what is not known of a room’s access is said, and never taken for a no', () => {
  const unknown = ['We are not told whether it is step-free.', 'We are not told whether it has a hearing loop.']
  expect(doubtsOf(bare, 500)).toEqual(unknown)
  expect(doubtsOf({ ...bare, stepFree: null, hearingLoop: null }, 500)).toEqual(unknown)
})

test.each([
  [{ stepFree: false }, ['It is not step-free.']],
  [{ hearingLoop: false }, ['It has no hearing loop.']],
])('a room known to be without is said to be: %j', (lacks, doubts) => {
  expect(doubtsOf({ ...first, ...lacks }, 30)).toEqual(doubts)
})

test('who is on a list and invited by name as well is one person', () => {
  const invited = ['members@x.example', 'Rook@x.example', 'partner@elsewhere.example'].map((email) => ({ name: email, email }))
  expect(countInvited({ invited }, world)).toBe(3)
})

test.each([
  ['room1@x.example', false, 'Committee Room 1'],
  ['room1@x.example', true, 'Committee Room 1, with a Teams meeting'],
  ['', true, 'Teams meeting'],
  ['', false, 'No place'],
])('in %j, online %s, is said as %j', (room, online, words) => {
  expect(placeWords({ room, online }, world.rooms)).toBe(words)
})
