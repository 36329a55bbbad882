import { expect, test } from 'vitest'
import { cardIn, refreshFor, wordsIn } from './activity.ts'

const card = {
  type: 'AdaptiveCard',
  refresh: { action: { type: 'Action.Execute', verb: 'decide.refresh', data: { sessionId: 's' } }, userIds: ['8:orgid:AB-1'] },
}

test('the card of an activity is found among its attachments', () => {
  expect(cardIn({ attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }] })).toEqual(card)
  expect(cardIn({ attachments: [{ contentType: 'image/png' }] })).toBeUndefined()
  expect(cardIn({ text: 'Hello' })).toBeUndefined()
})

test('what is said without a card is its text, else its summary', () => {
  expect(wordsIn({ text: 'Hello', summary: 'Greeting' })).toBe('Hello')
  expect(wordsIn({ summary: 'Greeting' })).toBe('Greeting')
  expect(wordsIn('nothing')).toBe('')
})

test('a card is brought up to date for those it names and nobody else', () => {
  expect(refreshFor(card, { objectId: 'ab-1' })).toEqual({ verb: 'decide.refresh', data: { sessionId: 's' } })
  expect(refreshFor(card, { objectId: 'ab-2', teamsId: '29:2' })).toBeUndefined()
  expect(refreshFor({ type: 'AdaptiveCard' }, { objectId: 'ab-1' })).toBeUndefined()
  expect(refreshFor(card, {})).toBeUndefined()
  const byTeams = { ...card, refresh: { ...card.refresh, userIds: ['29:1'] } }
  expect(refreshFor(byTeams, { objectId: 'ab-2', teamsId: '29:1' })).toBeDefined()
  expect(refreshFor(byTeams, { objectId: 'ab-1', teamsId: '29:2' })).toBeUndefined()
})
