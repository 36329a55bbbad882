import { expect, test } from 'vitest'
import { lastChaseWords, sparedWords, troubleWords, words } from './words.ts'

const plain = (text: string | undefined) => text?.replaceAll('\u00A0', ' ')

test('C4.13 afterwards the page says who asked, and who was spared', () => {
  const last = { by: 'Hannah Brightwell', at: '2026-10-13T12:00:00Z', asked: 24 }
  expect(plain(lastChaseWords({ last }, '2026-10-13T13:04:00Z'))).toBe('Hannah Brightwell asked 24 Members at 1pm.')
  expect(lastChaseWords({}, '2026-10-13T13:04:00Z')).toBeUndefined()
  expect(plain(sparedWords({ spared: 3, perWeek: 2 }))).toBe('3 Members left out: the council allows 2 messages a week.')
  expect(sparedWords({ spared: 0, perWeek: 2 })).toBeUndefined()
})

test('C4.13 a chase of which nobody knew is told as such until it is on the record; a refusal stands until the next press', () => {
  expect(troubleWords({ number: 1 }, { number: 1 })).toBe(words.chaseUnknown)
  expect(troubleWords({ number: 1 }, { number: 2 })).toBeUndefined()
  expect(troubleWords({ number: 1, refused: 'Somebody else has asked them.' }, { number: 2 })).toBe('Somebody else has asked them.')
})
