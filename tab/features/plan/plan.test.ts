import { expect, test } from 'vitest'
import { planBody, type PlanChoices, type PlanPoint } from '../../../api/contracts/plan.ts'
import { bodyOf, dayIn, draftOf, nightsFor, wrongIn, type Draft } from './draft.ts'
import { endDayWords, onwardWords, pointWords } from './words.ts'

const choices: PlanChoices = {
  now: '2026-10-13T09:00:00Z',
  kinds: [{ id: 'workshop', label: 'Workshop', audienceFixed: false, dayAndEvening: true, usualAudience: 'all-members' }],
  rooms: [],
  venue: 'Town Hall',
  committees: [],
  offices: [],
  members: [],
  categories: [{ id: 'workshop', label: 'Member workshop' }],
}
const begun: Draft = { ...draftOf(choices), on: '2026-10-26', from: '09:00', until: '10:30' }

test('C1.14 a new plan begins at the usual venue, and asks for its day', () => {
  expect(draftOf(choices)).toMatchObject({ kind: 'workshop', place: 'Town Hall', on: '' })
  expect(wrongIn(draftOf(choices))).toEqual({ startsAt: 'Choose the day.', from: expect.any(String), endsAt: expect.any(String) })
  expect(wrongIn(begun)).toEqual({})
})

test('C14.11 days and times are London’s, on both sides of the clock change', () => {
  expect(bodyOf(begun, choices)).toMatchObject({ startsAt: '2026-10-26T09:00:00Z', endsAt: '2026-10-26T10:30:00Z' })
  expect(bodyOf({ ...begun, on: '2026-10-23' }, choices)).toMatchObject({ startsAt: '2026-10-23T08:00:00Z' })
})

test.each([
  ['10:30', false],
  ['09:01', false],
  ['09:00', true],
  ['08:00', true],
])('an end at %s is wrong: %s', (until, isWrong) => {
  expect('endsAt' in wrongIn({ ...begun, until })).toBe(isWrong)
})

test('what stands is sent again as it stands: who is named, the short check, the loop', () => {
  const plan = {
    sessionId: 's1',
    kind: 'workshop',
    startsAt: '2026-10-26T09:00:00Z',
    endsAt: '2026-10-26T10:00:00Z',
    delivery: 'hybrid' as const,
    place: 'Annexe',
    loopNeeded: true,
    audience: { kind: 'named' as const, members: ['m1'] },
    check: { type: 'They asked' },
  }
  const body = bodyOf(draftOf({ ...choices, plan }), { plan })
  expect(body).toEqual(plan)
  expect(planBody.safeParse(body).success).toBe(true)
})

test('what is online has no room, and a group has to be named', () => {
  expect(bodyOf({ ...begun, delivery: 'online' }, choices)).not.toHaveProperty('place')
  expect(wrongIn({ ...begun, audience: 'committee' })).toHaveProperty('group')
  expect(bodyOf({ ...begun, audience: 'committee', group: 'Planning Committee' }, choices)).toMatchObject({
    audience: { kind: 'committee', committee: 'Planning Committee' },
  })
})

test.each([
  ['2026-10-24T09:00:00Z', '2026-10-25T16:00:00Z', 1, 'The next day, Sunday 25 October'], // over the end of summer time
  ['2026-11-23T21:00:00Z', '2026-11-24T00:30:00Z', 1, 'The next day, Tuesday 24 November'],
  ['2026-11-23T09:00:00Z', '2026-11-25T16:00:00Z', 2, '2 days later, Wednesday 25 November'],
])('C14.5 what lasts from %s to %s is checked whole, and says on which day it ends', (startsAt, endsAt, nights, said) => {
  const plan = { kind: 'workshop', startsAt, endsAt, delivery: 'online' as const }
  const draft = draftOf({ ...choices, plan })
  expect(draft.nights).toBe(nights)
  expect(wrongIn(draft)).toEqual({})
  expect(bodyOf(draft, { plan })).toMatchObject({ startsAt, endsAt })
  expect(endDayWords(dayIn(draft), nights)).toBe(said)
})

test('what ends on its own day ends there still, and what no longer lasts past midnight may end before it begins', () => {
  const plan = { kind: 'workshop', startsAt: '2026-11-23T21:00:00Z', endsAt: '2026-11-23T23:59:00Z', delivery: 'online' as const }
  const draft = draftOf({ ...choices, plan })
  expect(draft.nights).toBe(0)
  expect(wrongIn({ ...draft, until: '00:30' })).toHaveProperty('endsAt')
  expect(wrongIn({ ...draft, until: '00:30', nights: 1 })).toEqual({})
})

test('C14.5 a new plan may pass midnight: the day on which it ends is chosen, two weeks on at most', () => {
  const overnight = { ...begun, on: '2026-10-24', from: '21:00', until: '00:30' }
  expect(wrongIn(overnight).endsAt).toContain('a later day below')
  expect(wrongIn({ ...overnight, nights: 1 })).toEqual({})
  // The clocks go back in that night: half past midnight is still summer time, the same time of the next night is not.
  expect(bodyOf({ ...overnight, nights: 1 }, choices)).toMatchObject({ startsAt: '2026-10-24T20:00:00Z', endsAt: '2026-10-24T23:30:00Z' })
  expect(bodyOf({ ...overnight, nights: 2 }, choices)).toMatchObject({ endsAt: '2026-10-26T00:30:00Z' })
  expect(nightsFor(overnight)).toEqual(Array.from({ length: 14 }, (_, days) => days))
  expect(nightsFor({ nights: 14 }).at(-1)).toBe(14) // what stands is never taken from the list
  expect(endDayWords(dayIn(begun), 0)).toBe('The same day')
  expect(endDayWords(dayIn(draftOf(choices)), 2)).toBe('2 days later')
})

const about = (point: PlanPoint) => `${pointWords(point).bold} ${pointWords(point).rest}`.replaceAll('\u00A0', ' ')

test('C14.8 the pre-election period asks for a check on publicity, induction does not', () => {
  const period = { weight: 'warning', about: 'cycle', label: 'Borough election', from: '2027-03-23', to: '2027-05-06' } as const
  expect(about({ ...period, part: 'pre-election' })).toBe(
    'It falls in the pre-election period. Borough election: Tuesday 23 March 2027 to Thursday 6 May 2027. Have its publicity checked before anything is announced.',
  )
  expect(about({ ...period, part: 'induction' })).not.toContain('publicity')
})

test('C12.6 C12.7 a room is refused with what would do instead, and a need is told without whose', () => {
  const room = { about: 'room' as const, instead: ['Room 1', 'Room 2'] }
  expect(about({ weight: 'refused', trouble: 'not-step-free', ...room })).toBe(
    'This room is not step-free. Only rooms that are may be used. Would do instead: Room 1 and Room 2.',
  )
  expect(about({ weight: 'warning', trouble: 'not-marked', ...room })).toContain('who approves it, and why')
  expect(about({ weight: 'refused', trouble: 'no-loop', ...room })).toContain('Somebody who is to come needs one.')
  expect(about({ weight: 'note', trouble: 'no-loop', ...room })).toContain('A room with one is better.')
})

test('C14.2 what is settled is made in Outlook, with the category of its kind', () => {
  expect(onwardWords(choices, 'workshop')).toContain('with the category “Member workshop”')
  expect(onwardWords(choices, 'visit')).toMatch(/^No category in Outlook stands for this kind yet/)
})
