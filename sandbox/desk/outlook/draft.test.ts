import { expect, test } from 'vitest'
import { momentOf } from '../dates.ts'
import { blank, eventOf, filledIn, listsOf, mistakesIn, timeMistake, whenWords } from './draft.ts'
import { eventBody } from './graph.ts'

const now = momentOf('2026-10-13T13:10:00Z')
const world = {
  now: now.toString(),
  council: { id: 'thamesbrook', name: 'Thamesbrook' },
  people: [],
  groups: [
    { email: 'planning@x.example', name: 'Planning', members: ['rook', 'wyszomir'] },
    { email: 'members@x.example', name: 'Members (all)', members: ['planning@x.example', 'rook', 'amblecote', 'members@x.example'] },
  ],
  mailboxes: [],
  rooms: [{ email: 'room1@x.example', name: 'Committee Room 1' }],
  register: { members: [] },
}

test('the first invitation is ready to send, to the largest list', () => {
  const draft = filledIn(world, now)
  expect(mistakesIn(draft)).toEqual([])
  expect(draft.invited).toEqual([{ name: 'Members (all)', email: 'members@x.example', people: 3 }])
  expect(whenWords(draft)).toBe('Thursday 22 October, 2pm to 4pm')
})

test('a list inside a list, or inside itself, counts each person once', () => {
  expect(listsOf(world).map(({ people }) => people)).toEqual([2, 3])
})

test.each([
  ['subject', { subject: ' ' }],
  ['invited', { invited: [] }],
  ['time', { until: '14:00' }],
  ['time', { day: '' }],
])('without a good %s it is not sent', (mistake, wrong) => {
  expect(mistakesIn({ ...filledIn(world, now), ...wrong })).toEqual([mistake])
})

test.each([
  [{ day: '' }, 'day', 'Give the day and the time it begins'],
  [{ from: '', until: '' }, 'from', 'Give the day and the time it begins'],
  [{ until: '' }, 'until', 'Give the time it ends'],
  [{ until: '14:00' }, 'until', 'It ends before it begins'],
])('of times with %j it is said under %s: %s', (wrong, under, says) => {
  expect(timeMistake({ ...filledIn(world, now), ...wrong })).toEqual({ under, says })
})

test('what is posted is what Outlook posts: one attendee for the list, the room as a resource, London’s wall time', () => {
  expect(eventBody(eventOf(filledIn(world, now), world))).toEqual({
    subject: 'Scrutiny: using evidence',
    body: { contentType: 'text', content: 'Dear Member, how to test what you are told, with three worked reviews.' },
    start: { dateTime: '2026-10-22T14:00:00', timeZone: 'Europe/London' },
    end: { dateTime: '2026-10-22T16:00:00', timeZone: 'Europe/London' },
    attendees: [
      { type: 'required', emailAddress: { name: 'Members (all)', address: 'members@x.example' } },
      { type: 'resource', emailAddress: { name: 'Committee Room 1', address: 'room1@x.example' } },
    ],
    location: { displayName: 'Committee Room 1', locationType: 'conferenceRoom', locationEmailAddress: 'room1@x.example' },
    categories: ['Member training'],
  })
})

test('an event with no room, no category and a Teams meeting says just that', () => {
  const body = eventBody(eventOf({ ...blank(now), subject: 'Chat', category: '', online: true }, world))
  expect(body).toMatchObject({ isOnlineMeeting: true, attendees: [], location: { displayName: 'Microsoft Teams Meeting' } })
  expect(body).not.toHaveProperty('categories')
})
