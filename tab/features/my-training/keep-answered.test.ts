import { expect, test } from 'vitest'
import { casework, chairing, moved, training } from '../../testing/member-fixtures.ts'
import { keepAnswered } from './keep-answered.ts'
import { viewOf } from './use-my-training.ts'
import { answeredLine, leadWords, weekLine } from './words.ts'

const accepted = { ...chairing, response: 'accepted' } as const
const answered = new Map([[chairing.sessionId, { session: accepted, place: 0 }]])

test('what was answered on this visit stays where it was, although it wants nothing more', () => {
  expect(keepAnswered([casework], answered)).toEqual([accepted, casework])
  expect(viewOf({ ...training, needsAnswer: [casework] }, answered)).toMatchObject({ left: 1, answeredHere: 1 })
})

test('what was answered on this visit is shown with its answer though the list was read before it', () => {
  expect(keepAnswered([chairing, casework], answered)).toEqual([accepted, casework])
})

test('what is still shown as answered is not shown again among the next dates', () => {
  const view = viewOf({ ...training, needsAnswer: [], nextDates: [accepted, casework] }, answered)
  expect(view.nextDates).toEqual([casework])
})

test('an answer on its way from an earlier visit wants nothing of her; a refused one does', () => {
  const telling = { answer: 'accepted', at: training.now, state: 'telling' } as const
  const left = (needsAnswer: typeof training.needsAnswer) => viewOf({ ...training, needsAnswer }, new Map()).left
  expect(left([{ ...chairing, telling }])).toBe(0)
  expect(left([{ ...chairing, telling: { ...telling, state: 'refused' } }])).toBe(1)
})

test('while Outlook is out of reach, answers that wait for it stand apart', () => {
  const waiting = { ...chairing, telling: { answer: 'accepted', at: training.now, state: 'waiting' } } as const
  const down = { ...training, needsAnswer: [waiting, moved], unreachable: [{ dependency: 'graph' as const, since: training.now }] }
  expect(viewOf(down, new Map())).toMatchObject({ waiting: [waiting], invitations: [moved], left: 1 })
})

test.each([
  { left: 2, answeredHere: 0, lead: 'Two things for you today. About one minute.' },
  { left: 3, answeredHere: 0, lead: 'Three things for you today. About two minutes.' },
  { left: 1, answeredHere: 1, lead: 'One thing left today. About one minute.' },
  { left: 0, answeredHere: 2, lead: 'That is everything for today. Thank you.' },
  { left: 0, answeredHere: 0, lead: 'Nothing needs you today.' },
])('C2.14 the lead says what there is to do: $lead', ({ lead, ...state }) => {
  expect(leadWords(state)).toBe(lead)
})

test('C2.3 her response rate is a fact, and nothing when nobody has asked her', () => {
  const since = '2026-05-20T12:00:00Z'
  expect(answeredLine({ answered: 11, invited: 12, since })).toBe('You have answered 11 of the 12 invitations sent since May.')
  expect(answeredLine({ answered: 12, invited: 12, since })).toBe('You have answered all 12 invitations sent since May.')
  expect(answeredLine({ answered: 0, invited: 0, since })).toBeUndefined()
})

test('her week is said in sessions and time', () => {
  expect(weekLine({ sessions: 1, minutes: 45 })).toBe('One session this week, 45 minutes.')
  expect(weekLine({ sessions: 0, minutes: 0 })).toBe('Nothing in your calendar this week.')
})
