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
