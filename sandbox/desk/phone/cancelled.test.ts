import { expect, test } from 'vitest'
import { momentOf } from '../dates.ts'
import { newStory } from '../steps/steps.ts'
import { isToRing, lastCancelled } from './cancelled.ts'

const at = '2026-10-13T13:21:00Z'
const rook = { id: 'rook', name: 'Cllr Elspeth Rook', email: 'rook@x.example', mobile: '07700 900287' }
const amblecote = { id: 'amblecote', name: 'Cllr Hugh Amblecote', email: 'amblecote@x.example' }
const people = [rook, amblecote, { id: 'other', name: 'Cllr Other', email: 'other@x.example', mobile: '07700 900999' }]
const journal = [
  { at: '2026-10-08T09:00:00Z', kind: 'answer', who: 'other', summary: 'Cllr Other accepted' },
  { at, kind: 'cancellation', who: 'hannah', summary: 'Hannah Brightwell cancelled “Planning: making sound decisions”.' },
  { at, kind: 'text', who: 'rook', summary: 'Text to Cllr Elspeth Rook' },
]
const texts = [{ to: '+447700900287', body: 'CANCELLED: Planning: making sound decisions', at, status: 'delivered' }]
const story = {
  ...newStory({ council: 'thamesbrook', now: '2026-10-13T13:10:00Z', texts: 1, happened: 1 }),
  meetings: { u1: { subject: 'Planning: making sound decisions', calendars: 54, coming: ['rook', 'amblecote'] } },
}

test('the phones that buzzed are there to pick up, and whoever has none is to be rung', () => {
  const cancelled = lastCancelled({ journal, texts, people, now: momentOf('2026-10-13T13:24:00Z') }, story)
  expect(cancelled?.calendars).toBe(54)
  expect(cancelled?.phones.map(({ person }) => person.id)).toEqual(['rook', 'amblecote'])
  expect(cancelled?.phones.map(isToRing)).toEqual([false, true])
})

test('texts that went just before the calendars were cleared are of it too, other sessions’ are not', () => {
  const early = [
    journal[0] ?? { at, kind: 'text', summary: '' },
    { at, kind: 'card', who: 'hannah', summary: 'Hannah Brightwell pressed “Cancel and clear 54 calendars”' },
    { at, kind: 'text', who: 'rook', summary: 'Text to Cllr Elspeth Rook' },
    journal[1] ?? { at, kind: 'cancellation', summary: '' },
    { at: '2026-10-13T14:00:00Z', kind: 'text', who: 'other', summary: 'Text to Cllr Other' },
  ]
  const both = [...texts, { to: '07700900999', body: 'You are coming to Budget', at: '2026-10-13T14:00:00Z', status: 'delivered' }]
  const cancelled = lastCancelled({ journal: early, texts: both, people, now: momentOf('2026-10-13T14:10:00Z') }, story)
  expect(cancelled?.phones.map(({ person }) => person.id)).toEqual(['rook', 'amblecote'])
})

test('a text that failed is somebody to ring, one on its way is not', () => {
  expect(isToRing({ person: rook, text: { to: '', body: '', at, status: 'permanent-failure' } })).toBe(true)
  expect(isToRing({ person: rook, text: { to: '', body: '', at, status: 'sending' } })).toBe(false)
})

test('with notice enough no text goes and nobody is rung', () => {
  const cancelled = lastCancelled({ journal: journal.slice(0, 2), texts: [], people, now: momentOf(at) }, story)
  expect(cancelled?.phones).toEqual([])
})

test('the phones lie there for three hours and not longer', () => {
  expect(lastCancelled({ journal, texts, people, now: momentOf('2026-10-13T16:21:00Z') }, story)).toBeDefined()
  expect(lastCancelled({ journal, texts, people, now: momentOf('2026-10-13T16:22:00Z') }, story)).toBeUndefined()
})

test('what was cancelled before the visit is no news', () => {
  expect(lastCancelled({ journal, texts, people, now: momentOf(at) }, { ...story, happenedBefore: 2 })).toBeUndefined()
})
