import { expect, test } from 'vitest'
import { councilId } from '../../domain/kernel/ids.ts'
import { arrangedAt, towerHamlets } from '../../domain/testing/builders.ts'
import { testCouncil, testProfile } from '../testing/council.ts'
import { setUpCouncil } from './set-up-council.ts'

const profile = { ...testProfile, id: councilId('riverside'), name: 'Riverside Council', tenantId: '22222222-2222-4222-8222-222222222222' }
const order = { profile, preset: 'tower-hamlets', by: 'a script' }

test('a council is set up with its preset and its own settings over it, and found by its tenant', async () => {
  const { councils, clock } = await testCouncil({ now: arrangedAt, rulebook: towerHamlets })
  const result = await setUpCouncil({ councils, clock }, { ...order, settings: { minimum: { members: 8 } } })
  expect(result).toMatchObject({ ok: true, value: { profile: { name: 'Riverside Council' }, rulebook: { minimum: { members: 8 } } } })
  expect((await councils.byTenant(profile.tenantId))?.profile.id).toBe('riverside')
})

test('asked again it changes nothing, so that a script may be run twice', async () => {
  const { councils, clock } = await testCouncil({ now: arrangedAt, rulebook: towerHamlets })
  await setUpCouncil({ councils, clock }, order)
  const again = await setUpCouncil({ councils, clock }, { ...order, settings: { minimum: { members: 9 } } })
  expect(again).toMatchObject({ ok: true, value: { rulebook: { minimum: { members: 6 } } } })
})

test('a preset that is none, settings that are wrong, and an id that is another council’s are refused', async () => {
  const { councils, clock } = await testCouncil({ now: arrangedAt, rulebook: towerHamlets })
  expect(await setUpCouncil({ councils, clock }, { ...order, preset: 'nowhere' })).toEqual({
    ok: false,
    refusal: { kind: 'unknown-preset' },
  })
  expect(await setUpCouncil({ councils, clock }, { ...order, settings: { minimum: { membres: 8 } } })).toMatchObject({
    refusal: { kind: 'rulebook-refused', errors: [{ path: 'minimum.membres' }] },
  })
  const taken = { ...order, profile: { ...profile, id: testProfile.id } }
  expect(await setUpCouncil({ councils, clock }, taken)).toEqual({ ok: false, refusal: { kind: 'exists-otherwise' } })
})

test('asked again with a profile that was corrected it says that nothing was taken', async () => {
  const { councils, clock } = await testCouncil({ now: arrangedAt, rulebook: towerHamlets })
  await setUpCouncil({ councils, clock }, order)
  const corrected = { ...order, profile: { ...profile, help: { ...profile.help, telephone: '020 7946 0999' } } }
  expect(await setUpCouncil({ councils, clock }, corrected)).toEqual({ ok: false, refusal: { kind: 'exists-otherwise' } })
  expect((await councils.open(profile.id))?.profile.help).toEqual(profile.help)
})
