import { expect, test } from 'vitest'
import { sayings, settingAt } from '../../../domain/rulebook/changes.ts'
import { towerHamlets } from '../../../domain/testing/builders.ts'
import { settingsOf } from '../../../domain/testing/other-values.ts'
import { rulebookSchema } from '../../../domain/rulebook/rulebook.ts'
import { allFields } from './areas.ts'
import { emptyDraft, faultsElsewhere, hasWaiting, isChange, laidOver, proposalOf, settingChanged, toldOnly } from './draft.ts'
import { lists } from './lists.ts'

const empty = emptyDraft({ latest: 3 })
const fields = allFields(towerHamlets)
const [minimum] = fields
if (!minimum) throw new Error('the minimum comes first')

test('every field stands at a setting, and every switch has one', () => {
  expect(fields.filter(({ path }) => settingAt(towerHamlets, path) === undefined)).toEqual([])
  const switches = sayings.filter(({ kind }) => kind === 'switch').flatMap(({ covers }) => covers)
  expect(fields.map(({ path }) => path)).toEqual(expect.arrayContaining(switches))
})

test('every setting can be changed here but the name of the preset, which is told', () => {
  const changeable = [...fields, ...lists].map(({ path }) => path)
  expect(changeable.toSorted()).toEqual(
    settingsOf(rulebookSchema)
      .filter((path) => path !== 'preset')
      .toSorted(),
  )
  expect(toldOnly(towerHamlets).flatMap(({ covers }) => covers)).toEqual(['preset'])
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

test('what is wrong with what has no field here is said, and not by its path', () => {
  const wrong = {
    startsOn: 'That day has passed.',
    'minimum.members': 'This is too large.',
    'kinds.3.label': 'Give it a name.',
    preset: 'There is no such preset.',
    version: 'There is no such version.',
  }
  expect(faultsElsewhere(wrong, towerHamlets)).toEqual(['Council: There is no such preset.', 'There is no such version.'])
})

test('a name of figures alone stays a name', () => {
  const name = fields.find(({ path }) => path === 'bulletin.name')
  if (!name) throw new Error('the bulletin has a name')
  const { rules } = proposalOf(settingChanged(empty, towerHamlets, name, '2026'), towerHamlets)
  expect(rules).toMatchObject({ rulebook: { bulletin: { name: '2026' } } })
})

test('a preset that is looked at is proposed alone, and what was begun waits until a setting is changed again', () => {
  const begun = settingChanged(empty, towerHamlets, minimum, '4')
  const looking = { ...begun, instead: { kind: 'preset', preset: 'brent' } as const, startsOn: '2026-10-19' }
  expect(proposalOf(looking, towerHamlets)).toEqual({ seen: 3, rules: looking.instead, startsOn: '2026-10-19' })
  expect([hasWaiting(looking), hasWaiting(begun), hasWaiting({ ...empty, instead: looking.instead })]).toEqual([true, false, false])
  const changed = settingChanged(looking, towerHamlets, minimum, '5')
  expect(changed).not.toHaveProperty('instead')
  expect(changed.settings).toEqual({ 'minimum.members': '5' })
})

test('what waited while another version was applied lies over it, as far as it is still a change', () => {
  const begun = settingChanged(empty, towerHamlets, minimum, '4')
  const four = { ...towerHamlets, minimum: { ...towerHamlets.minimum, members: 4 } }
  expect(isChange(laidOver(begun, { latest: 4, rulebook: towerHamlets }))).toBe(true)
  expect(isChange(laidOver(begun, { latest: 4, rulebook: four }))).toBe(false)
})
