import { expect, test } from 'vitest'
import { phones } from '../../testing/officer-fixtures.ts'
import { now } from '../../testing/people.ts'
import { headingWords, inOrder, leadWords, reachedWords } from './words.ts'

const plain = (text: string) => text.replaceAll('\u00A0', ' ')

test('C3.12 the phone list counts those still to reach, and puts them first', () => {
  expect(headingWords(phones)).toBe('3 Members still to ring')
  expect(plain(leadWords(phones))).toBe('Thursday’s 10am session was cancelled at 2:02pm. 3 texts delivered, 1 Member rung.')
  expect(inOrder(phones.entries).at(-1)?.name).toBe('Cllr Leila Haddon')
  const reached = { ...phones, entries: phones.entries.map((entry) => ({ ...entry, reached: true })) }
  expect(headingWords({ ...reached, onTheirWay: 0 })).toBe('Everyone has been reached')
  expect(headingWords({ ...reached, onTheirWay: 1 })).toBe('Nobody to ring now')
})

test('C3.12 a text that arrived after all needs no call', () => {
  const [first, , , told] = phones.entries
  expect(first && reachedWords({ ...first, reached: true }, now, 'x')).toBe('Reached: the text was delivered after all')
  expect(told && reachedWords(told, now, 'Desmond Achterly')).toBe('Told at 2:05pm by you')
})
