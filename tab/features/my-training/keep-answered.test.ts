import { expect, test } from 'vitest'
import { casework, chairing, moved, training } from '../../testing/member-fixtures.ts'
import { keepAnswered } from './keep-answered.ts'
import { viewOf } from './use-my-training.ts'
import { answeredLine, leadWords, weekLine } from './words.ts'

const accepted = { ...chairing, response: 'accepted' } as const
const on = (reading: typeof training) => new Map([[chairing.sessionId, { session: accepted, place: 0, on: reading }]])
const ids = (sessions: typeof training.needsAnswer | ReturnType<typeof keepAnswered>) => sessions.map(({ sessionId }) => sessionId)

test('what was answered on this visit is shown with its answer though the list was read before it', () => {
  expect(keepAnswered(training, on(training))).toEqual([accepted, casework])
  expect(viewOf(training, on(training))).toMatchObject({ left: 1, answeredHere: 1 })
})

test('what was answered on this visit stays where it was, although it wants nothing more, as it was read last', () => {
  const counted = { ...accepted, uptake: { ...accepted.uptake, accepted: 5 } }
  const later = { ...training, needsAnswer: [casework], nextDates: [counted] }
  expect(keepAnswered(later, on(training))).toEqual([counted, casework])
  expect(viewOf(later, on(training))).toMatchObject({ left: 1, answeredHere: 1, nextDates: [] })
  expect(keepAnswered({ ...later, nextDates: [] }, on(training))).toEqual([accepted, casework])
})

test('C1.21 a session that moves after she answered it asks her again', () => {
  const moved = { ...chairing, answeredOldTime: 'accepted' } as const
  const later = { ...training, needsAnswer: [moved, casework] }
  expect(keepAnswered(later, on(training))).toEqual([moved, casework])
  expect(viewOf(later, on(training)).left).toBe(2)
})

test('C3.10 a session that is cancelled after she answered it is no invitation any more', () => {
  const later = { ...training, needsAnswer: [casework], cancelled: [{ ...accepted, standing: 'cancelled' as const }] }
  expect(ids(keepAnswered(later, on(training)))).toEqual([casework.sessionId])
})

test('what is still shown as answered is not shown again among the next dates', () => {
  const view = viewOf({ ...training, needsAnswer: [], nextDates: [accepted, casework] }, on(training))
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
  { left: 2, answeredHere: 0, forms: 0, lead: 'Two things for you today. About one minute.' },
  { left: 3, answeredHere: 0, forms: 0, lead: 'Three things for you today. About two minutes.' },
  { left: 1, answeredHere: 1, forms: 0, lead: 'One thing left today. About one minute.' },
  { left: 0, answeredHere: 2, forms: 0, lead: 'That is everything for today. Thank you.' },
  { left: 0, answeredHere: 0, forms: 0, lead: 'Nothing needs you today.' },
  { left: 1, answeredHere: 0, forms: 1, lead: 'Two things for you today. About two minutes.' },
  { left: 0, answeredHere: 0, forms: 1, lead: 'One thing for you today. About one minute.' },
])('C2.14 C8.27 the lead says what there is to do: $lead', ({ lead, ...state }) => {
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
