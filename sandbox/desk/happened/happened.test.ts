import { expect, test } from 'vitest'
import { linesOf, messagesIn, placeOf, withoutName } from './happened.ts'

const people = [
  { id: 'rook', name: 'Cllr Elspeth Rook', email: 'rook@x.example' },
  { id: 'lee', name: 'Cllr Ann Lee', email: 'lee@x.example' },
  { id: 'hannah', name: 'Hannah Brightwell', email: 'hannah@x.example' },
]
const at = '2026-10-15T09:00:00Z'
const text = (who: string, name: string, end = 'You have accepted.') => ({
  at,
  kind: 'text',
  who,
  summary: `Text to ${name}, delivered: Planning: making sound decisions is on Thu 22 Oct. ${end}`,
})

test('texts about one session at one time are one line with everyone in it', () => {
  const lines = linesOf([text('rook', 'Cllr Elspeth Rook'), text('lee', 'Cllr Ann Lee', 'You have not answered.')], people)
  expect(lines).toHaveLength(1)
  expect(lines[0]).toMatchObject({ kind: 'text', count: 2, who: ['rook', 'lee'] })
  expect(lines[0]?.summary).toBe('Text: Planning: making sound decisions is on Thu 22 Oct. You have accepted.')
})

test('what differs in time, kind or session is another line, and the order is kept', () => {
  const other = { ...text('rook', 'Cllr Elspeth Rook'), at: '2026-10-15T09:01:00Z' }
  const cancelled = { at, kind: 'cancellation', who: 'hannah', summary: 'Hannah Brightwell cancelled “Scrutiny”.' }
  expect(linesOf([cancelled, text('rook', 'Cllr Elspeth Rook'), other], people).map(({ kind }) => kind)).toEqual([
    'cancellation',
    'text',
    'text',
  ])
})

test('the clock itself is not something that happened', () => {
  expect(linesOf([{ at, kind: 'clock', summary: 'The clock moved' }], people)).toEqual([])
})

test('a line that stands for one keeps its person', () => {
  expect(linesOf([text('rook', 'Cllr Elspeth Rook')], people)[0]?.summary).toContain('Cllr Elspeth Rook')
  expect(withoutName('Nobody in particular', ['Cllr Ann Lee'])).toBe('Nobody in particular')
})

test('messages are counted, presses are not', () => {
  const pressed = { at, kind: 'card', who: 'hannah', summary: 'Hannah Brightwell pressed “Cancel”' }
  const card = { at, kind: 'card', who: 'hannah', summary: 'Card to Hannah Brightwell: 4 of 6 coming' }
  const changed = { ...card, summary: 'Card of Hannah Brightwell changed: Cancelled' }
  expect(messagesIn(linesOf([text('rook', 'Cllr Elspeth Rook'), pressed, card, changed], people))).toEqual({ texts: 1, mails: 0, cards: 1 })
})

test('a line leads to where what was sent can be read', () => {
  expect(placeOf('text', 'rook')).toEqual({ phone: 'rook' })
  expect(placeOf('card', 'hannah')).toMatchObject({ person: 'hannah', app: 'teams', teams: 'chat' })
  expect(placeOf('mail', 'rook')).toMatchObject({ person: 'rook', outlook: 'mail' })
  expect(placeOf('invitation', 'hannah')).toMatchObject({ person: 'hannah', outlook: 'calendar' })
})

test('several answers alike are one line that counts them', () => {
  const answer = (who: string, name: string) => ({ at, kind: 'answer', who, summary: `${name} accepted “Scrutiny”.` })
  const lines = linesOf([answer('rook', 'Cllr Elspeth Rook'), answer('lee', 'Cllr Ann Lee')], people)
  expect(lines.map(({ summary }) => summary)).toEqual(['2 people accepted “Scrutiny”.'])
})

test('a text that failed is a line of its own', () => {
  const failed = {
    at,
    kind: 'text',
    who: 'lee',
    summary: 'Text to Cllr Ann Lee, failed: Planning: making sound decisions is on Thu 22 Oct.',
  }
  const lines = linesOf([text('rook', 'Cllr Elspeth Rook'), failed], people)
  expect(lines).toHaveLength(2)
})
