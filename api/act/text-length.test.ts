import { assert, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { firstThatFits, fragmentsOf, placesOf, plainLetters, shortened } from './text-length.ts'

test.each([
  ['’Tis “so” – really…', '\'Tis "so" - really...'],
  ['Siân Ŵyn', 'Sian Wyn'],
  ['Café à Zürich', 'Café à Zürich'], // letters a plain text has
  ['a\u00A0b\u200Bc', 'a bc'],
  ['Party 🎉 বাংলা', 'Party ? ??'],
  ['Cyngor\tSir', 'Cyngor Sir'],
])('%s goes as %s', (given, sent) => {
  expect(plainLetters(given)).toBe(sent)
})

test.each([
  ['a'.repeat(160), 1],
  ['a'.repeat(161), 2],
  ['a'.repeat(306), 2],
  ['a'.repeat(307), 3],
  [`${'a'.repeat(158)}€`, 1],
  [`${'a'.repeat(159)}€`, 2],
])('%s is %i fragments', (text, fragments) => {
  expect(fragmentsOf(text)).toBe(fragments)
})

test('signs in brackets count twice', () => {
  expect(placesOf('[]{}^\\|~€')).toBe(18)
})

test('cut at a word, without a comma left hanging', () => {
  expect(shortened('Chairing, well, a difficult meeting', 20)).toBe('Chairing, well, a...')
  expect(shortened('Chairing, well, a difficult meeting', 18)).toBe('Chairing, well...')
  expect(shortened('Chairing', 3)).toBe('Chairing...')
})

test('the first way that fits is taken, and the last is cut when none does', () => {
  expect(firstThatFits(['one two three', 'one two', 'one'], 8)).toBe('one two')
  expect(firstThatFits(['one two three four'], 10)).toBe('one two...')
})

test('whatever somebody writes, what is sent is in letters that cost one place', () => {
  assert(
    property(string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      const plain = plainLetters(text)
      expect(plainLetters(plain)).toBe(plain)
      expect(fragmentsOf(plain)).toBe(placesOf(plain) <= 160 ? 1 : Math.ceil(placesOf(plain) / 153))
    }),
  )
})
