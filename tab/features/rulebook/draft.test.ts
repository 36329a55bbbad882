import { expect, test } from 'vitest'
import { sayings, settingAt } from '../../../domain/rulebook/changes.ts'
import { towerHamlets } from '../../../domain/testing/builders.ts'
import { areasOf, emptyDraft, faultsElsewhere, proposalOf, settingChanged, toldOnly } from './draft.ts'
import { fieldsOf, ruleAreas } from './fields.ts'

const empty = emptyDraft({ latest: 3 })
const [minimum] = fieldsOf(ruleAreas.flatMap(({ rules }) => rules))
const fields = fieldsOf(areasOf(towerHamlets).flatMap(({ rules }) => rules))
if (!minimum) throw new Error('the minimum comes first')

test('every field stands at a setting, and every switch has one', () => {
  expect(fields.filter(({ path }) => settingAt(towerHamlets, path) === undefined)).toEqual([])
  const switches = sayings.filter(({ kind }) => kind === 'switch').flatMap(({ covers }) => covers)
  expect(fields.map(({ path }) => path)).toEqual(expect.arrayContaining(switches))
})

test('what has no field is told, and nothing twice', () => {
  const told = toldOnly(towerHamlets).flatMap(({ covers }) => covers)
  expect(told).toContain('mandatory.rules')
  expect(told).not.toContain('minimum.members')
  expect(told).not.toContain('programme.slots.times')
})

test('a changed setting is proposed with all the others; put back it is no change', () => {
  const changed = settingChanged(empty, towerHamlets, minimum, '4')
  expect(proposalOf(changed, towerHamlets)).toEqual({
    seen: 3,
    rules: { kind: 'settings', rulebook: { ...towerHamlets, minimum: { ...towerHamlets.minimum, members: 4 } } },
  })
  expect(settingChanged(changed, towerHamlets, minimum, '6').settings).toEqual({})
})

test('what is typed and is no number is proposed as it is, to be refused at its place', () => {
  const { rules } = proposalOf(settingChanged(empty, towerHamlets, minimum, 'four'), towerHamlets)
  expect(rules).toMatchObject({ rulebook: { minimum: { members: 'four' } } })
})

test('what is wrong with a setting that has no field is said by the part of the rules it stands in, and not by its path', () => {
  const wrong = {
    startsOn: 'That day has passed.',
    'minimum.members': 'This is too large.',
    'kinds.3.label': 'Give it a name.',
    'kinds.4.label': 'Give it a name.',
    version: 'There is no such version.',
  }
  expect(faultsElsewhere(wrong, towerHamlets)).toEqual(['Kinds of session: Give it a name.', 'There is no such version.'])
})

test('a slot of the list is changed in its place', () => {
  const slot = fields.find(({ path }) => path === 'programme.slots.times.1.from')
  if (!slot) throw new Error('there are two slots')
  const { rules } = proposalOf(settingChanged(empty, towerHamlets, slot, '18:00'), towerHamlets)
  const [first, second] = towerHamlets.programme.slots.times
  expect(rules).toMatchObject({ rulebook: { programme: { slots: { times: [first, { ...second, from: '18:00' }] } } } })
})

test('changing a setting lets go of a preset that was looked at', () => {
  const looking = { ...empty, instead: { kind: 'preset', preset: 'brent' } as const, startsOn: '2026-10-19' }
  expect(proposalOf(looking, towerHamlets)).toEqual({ seen: 3, rules: looking.instead, startsOn: '2026-10-19' })
  expect(settingChanged(looking, towerHamlets, minimum, '4')).not.toHaveProperty('instead')
})
