import { expect, test } from 'vitest'
import { towerHamlets } from '../testing/builders.ts'
import { categoryWanted, isNews, kindByTag } from './tag.ts'

const tag = { kind: 'in-person-training', digest: 'one' }

test('C1.4 a tag names one of the council’s own kinds, or none', () => {
  expect(kindByTag(tag, towerHamlets)).toBe('in-person-training')
  expect(kindByTag({ kind: 'juggling' }, towerHamlets)).toBeUndefined()
  expect(kindByTag(undefined, towerHamlets)).toBeUndefined()
})

test('C1.5 a new tag is put down where nothing is, and in the place of an older tag', () => {
  expect(isNews(tag, undefined)).toBe(true)
  expect(isNews(tag, { fromTag: 'another' })).toBe(true)
  expect(isNews(tag, { fromTag: 'one' })).toBe(false)
})

test('C1.5 no tag takes the place of what an officer put down in Quorate', () => {
  expect(isNews(tag, {})).toBe(false)
})

test('C1.1 an appointment that is tagged and looks like any other should carry the category of its kind', () => {
  expect(categoryWanted(tag, [], towerHamlets)).toBe('Member training')
  expect(categoryWanted({ kind: 'member-briefing' }, ['Red'], towerHamlets)).toBe('Member briefing')
})

test('C1.1 none is added where one of the council’s stands already, in whatever case, or where the tag says nothing', () => {
  expect(categoryWanted(tag, [' member TRAINING'], towerHamlets)).toBeUndefined()
  expect(categoryWanted(tag, ['Member briefing'], towerHamlets)).toBeUndefined() // an officer's own word is not contradicted
  expect(categoryWanted({ kind: 'juggling' }, [], towerHamlets)).toBeUndefined()
  expect(categoryWanted(undefined, [], towerHamlets)).toBeUndefined()
})

test('C1.1 a kind without a category of its own has that of the kind which it is when held online or both ways', () => {
  const roomsOnly = {
    ...towerHamlets,
    recognition: { ...towerHamlets.recognition, categories: { 'Member training': 'in-person-training' } },
  }
  const wanted = ['hybrid-training', 'online-training'].map((kind) => categoryWanted({ kind }, [], roomsOnly))
  expect(wanted).toEqual(['Member training', 'Member training'])
})

test('C1.1 C1.4 no kind is given a category by which it would be another: coaching and a workshop have none where none is theirs', () => {
  const { 'Member workshop': _, ...categories } = towerHamlets.recognition.categories
  const rules = { ...towerHamlets, recognition: { ...towerHamlets.recognition, categories } }
  expect(rules.recognition.categories).toMatchObject({ 'Member visit': 'visit', 'Member training': 'in-person-training' })
  expect(['coaching', 'workshop'].map((kind) => categoryWanted({ kind }, [], rules))).toEqual([undefined, undefined])
  expect(categoryWanted({ kind: 'visit' }, [], rules)).toBe('Member visit')
})
