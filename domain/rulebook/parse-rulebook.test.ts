import { expect, test } from 'vitest'
import { towerHamlets } from '../testing/builders.ts'
import { parseRulebook, withSettings } from './parse-rulebook.ts'

function errorsOf(settings: unknown): readonly { readonly path: string; readonly message: string }[] {
  const result = withSettings(towerHamlets, settings)
  return result.ok ? [] : result.refusal.errors
}

test('settings are laid over a preset: objects are merged, lists replaced', () => {
  const result = withSettings(towerHamlets, { minimum: { members: 4 }, cancellation: { tell: ['accepted'] } })
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  expect(result.value.minimum).toEqual({ ...towerHamlets.minimum, members: 4 })
  expect(result.value.cancellation.tell).toEqual(['accepted'])
  expect(result.value.reminders).toEqual(towerHamlets.reminders)
})

test('a council can drop one of a preset’s categories with null', () => {
  const result = withSettings(towerHamlets, { recognition: { categories: { 'Member visit': null, Induction: 'in-person-training' } } })
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  expect(result.value.recognition.categories).not.toHaveProperty('Member visit')
  expect(result.value.recognition.categories).toHaveProperty('Induction', 'in-person-training')
})

test('a preset without settings is itself', () => {
  expect(withSettings(towerHamlets, undefined)).toEqual({ ok: true, value: towerHamlets })
  expect(parseRulebook(towerHamlets)).toEqual({ ok: true, value: towerHamlets })
})

test.each([
  ['an unknown setting', { minimum: { membres: 4 } }, 'minimum.membres'],
  ['an unknown setting at the top', { minimums: {} }, 'minimums'],
  ['an unknown kind behind a category', { recognition: { categories: { Talks: 'talk' } } }, 'recognition.categories.Talks'],
  ['an unknown kind of a shared mailbox', { recognition: { sharedMailboxKind: 'talk' } }, 'recognition.sharedMailboxKind'],
  ['an unknown kind with its own minimum', { minimum: { byKind: { talk: 3 } } }, 'minimum.byKind.talk'],
  ['a decision before its review', { minimum: { reviewAt: '12:00', decideAt: '11:59' } }, 'minimum.decideAt'],
  ['hours that end before they begin', { reminders: { permitted: { from: '09:00', until: '09:00' } } }, 'reminders.permitted.until'],
  ['a reminder after hours', { reminders: { morningOf: { at: '06:59' } } }, 'reminders.morningOf.at'],
  ['a reminder as the hours end', { reminders: { weekBefore: { at: '20:00' } } }, 'reminders.weekBefore.at'],
  ['two spellings of one category', { recognition: { categories: { 'member TRAINING': 'workshop' } } }, 'recognition.categories'],
  ['a kind that stands twice', { kinds: [...towerHamlets.kinds, { id: 'workshop', label: 'Again', countsAs: 'training' }] }, 'kinds'],
  [
    'no reason for lack of interest',
    { cancellation: { reasons: [{ id: 'room', label: 'Room', basis: 'unexpected', needsWords: false }] } },
    'cancellation.reasons',
  ],
  ['a day that is none', { workingDays: { closures: ['2026-02-30'] } }, 'workingDays.closures.0'],
  [
    'a holiday that ends first',
    { workingDays: { schoolHolidays: [{ label: 'Half term', from: '2026-10-30', to: '2026-10-26' }] } },
    'workingDays.schoolHolidays.0.to',
  ],
  ['a time that is none', { minimum: { reviewAt: '9am' } }, 'minimum.reviewAt'],
  ['a number out of bounds', { reminders: { weekBefore: { days: 8 } } }, 'reminders.weekBefore.days'],
])('%s is refused where it stands', (_what, settings, path) => {
  const errors = errorsOf(settings)
  expect(errors.map((error) => error.path)).toContain(path)
  expect(errors.every((error) => error.message.length > 10)).toBe(true)
})

test.each([
  ['deciding at the moment of the review', { minimum: { reviewAt: '12:00', decideAt: '12:00' } }],
  ['a reminder as the hours begin', { reminders: { morningOf: { at: '07:00' } } }],
  ['a reminder in the last minute of the hours', { reminders: { weekBefore: { at: '19:59' } } }],
])('%s is allowed', (_what, settings) => {
  expect(errorsOf(settings)).toEqual([])
})

test.each([['nothing'], [null], [[]], [42]])('settings that are no object (%j) are refused', (settings) => {
  expect(errorsOf(settings)).toHaveLength(1)
})

test('a setting named like a part of every object is an unknown setting', () => {
  expect(errorsOf(JSON.parse('{"__proto__": {"members": 1}}')).map((error) => error.path)).toEqual(['__proto__'])
})
