import { expect, test } from 'vitest'
import { towerHamlets } from '../testing/builders.ts'
import { asItStands } from './as-it-stands.ts'
import { sayings } from './changes.ts'
import { parseRulebook } from './parse-rulebook.ts'
import { presets } from './presets.ts'
import { presetFor } from './taking-a-preset.ts'

test('every setting but a switch stands in a sentence', () => {
  const told = asItStands(towerHamlets)
  const covered = told.flatMap(({ covers }) => covers)
  const switches = sayings.filter(({ kind }) => kind === 'switch').flatMap(({ covers }) => covers)
  expect([...covered, ...switches].toSorted()).toEqual(sayings.flatMap(({ covers }) => covers).toSorted())
  expect(told.map(({ sentence }) => sentence)).toEqual(
    expect.arrayContaining([
      'a session is put to officers with fewer than 6 Members coming',
      'short notice is less than 2 working days before the start',
      'closures: none',
    ]),
  )
})

test('a preset brings another council’s rules, and leaves what is this council’s own', () => {
  const own = {
    ...towerHamlets,
    recognition: { ...towerHamlets.recognition, sharedMailboxes: ['training@thamesbrook.example'] },
    minimum: { ...towerHamlets.minimum, members: 4, escalateTo: ['head@thamesbrook.example'] },
    workingDays: { ...towerHamlets.workingDays, closures: ['2026-12-24'] },
  }
  const taken = presetFor(own, presets.brent)
  expect(taken).toMatchObject({
    preset: 'brent',
    recognition: { sharedMailboxes: ['training@thamesbrook.example'] },
    minimum: { members: 6, escalateTo: ['head@thamesbrook.example'] },
    workingDays: { closures: ['2026-12-24'] },
    reporting: presets.brent.reporting,
    partners: presets.brent.partners,
  })
  for (const preset of Object.values(presets)) expect(parseRulebook(presetFor(own, preset))).toMatchObject({ ok: true })
})

test('C1.1 with a preset the council’s own categories still make sessions of appointments, and of kinds that only it has', () => {
  const [first] = towerHamlets.kinds
  if (!first) throw new Error('a preset has kinds')
  const walk = { ...first, id: 'ward-walk', label: 'Ward walk', whenOnline: 'virtual-walk' }
  const own = {
    ...towerHamlets,
    recognition: { ...towerHamlets.recognition, categories: { 'Ward walks': 'ward-walk', 'Member seminar': 'member-seminar' } },
    kinds: [...towerHamlets.kinds, walk, { ...first, id: 'virtual-walk', label: 'Virtual walk' }],
  }
  const taken = presetFor(own, presets.thurrock)
  expect(taken.recognition.categories).toEqual(own.recognition.categories)
  expect(taken.kinds.slice(-2).map(({ label }) => label)).toEqual(['Ward walk', 'Virtual walk'])
  expect(taken.kinds.slice(0, -2)).toEqual(presets.thurrock.kinds)
  expect(parseRulebook(taken)).toMatchObject({ ok: true })
})
