import { expect, test } from 'vitest'
import { aMember, aPersonId, anOfficer, arrangedAt, aSession, startsAt, towerHamlets } from '../../domain/testing/builders.ts'
import type { Rulebook } from '../../domain/rulebook/rulebook.ts'
import { testCouncil } from '../testing/council.ts'
import { changeMyTexts, readMyTexts } from './my-texts.ts'

async function texting(rulebook: Rulebook = towerHamlets) {
  const { council } = await testCouncil({ now: arrangedAt, rulebook, members: [aMember(142)] })
  const mine = async () => {
    const found = await council.members.byPerson(aPersonId(142))
    if (!found) throw new Error('the Member is not there')
    return found
  }
  return { council, mine }
}

test('C4.14 a Member sees how texts reach her, in her own way of writing a number', async () => {
  const { council, mine } = await texting()
  expect(readMyTexts(council, await mine())).toMatchObject({
    reminders: true,
    mobile: '07700 900142',
    mobileState: 'usable',
    permitted: { from: '7am', until: '8pm' },
  })
})

test('C4.14 a Member turns reminder texts off, and on again', async () => {
  const { council, mine } = await texting()
  const off = await changeMyTexts(council, await mine(), { reminders: false, etag: (await mine()).etag })
  expect(off).toMatchObject({ ok: true, value: { reminders: false } })
  const on = await changeMyTexts(council, await mine(), { reminders: true, etag: (await mine()).etag })
  expect(on).toMatchObject({ ok: true, value: { reminders: true } })
})

test('C4.14 where the council sends texts to every Member, nobody opts out', async () => {
  const { council, mine } = await texting({ ...towerHamlets, texts: { optOutAllowed: false } })
  const result = await changeMyTexts(council, await mine(), { reminders: false, etag: (await mine()).etag })
  expect(result).toEqual({ ok: false, refusal: { kind: 'opting-out-not-allowed' } })
})

test('C4.12 two sessions of one morning are combined only where the council allows it', async () => {
  const { council, mine } = await texting({ ...towerHamlets, reminders: { ...towerHamlets.reminders, combineAllowed: false } })
  const result = await changeMyTexts(council, await mine(), { combine: true, etag: (await mine()).etag })
  expect(result).toEqual({ ok: false, refusal: { kind: 'combining-not-allowed' } })
})

test('a number that cannot be texted is refused and the old one kept; one that can is taken however it is written', async () => {
  const { council, mine } = await texting()
  const bad = await changeMyTexts(council, await mine(), { mobile: '020 7946 0123', etag: (await mine()).etag })
  expect(bad).toEqual({ ok: false, refusal: { kind: 'not-a-mobile' } })
  expect((await mine()).value.mobile).toEqual({ kind: 'usable', e164: '+447700900142' })
  const good = await changeMyTexts(council, await mine(), { mobile: '+44 7700 900-555', etag: (await mine()).etag })
  expect(good).toMatchObject({ ok: true, value: { mobile: '07700 900555' } })
  expect((await mine()).value.mobileSetBy).toBe('member') // or the next import of the register would take it back
})

test('a Member who changed it elsewhere meanwhile is shown that, and nothing is overwritten', async () => {
  const { council, mine } = await texting()
  const seen = await mine()
  await changeMyTexts(council, seen, { reminders: false, etag: seen.etag })
  expect(await changeMyTexts(council, seen, { mobile: '07700 900555', etag: seen.etag })).toEqual({
    ok: false,
    refusal: { kind: 'changed-since-seen' },
  })
})

test('a mark that was never given is not taken for leave to overwrite', async () => {
  const { council, mine } = await texting()
  expect(await changeMyTexts(council, await mine(), { reminders: false, etag: '*' })).toEqual({
    ok: false,
    refusal: { kind: 'changed-since-seen' },
  })
  expect((await mine()).value.texts.reminders).toBe(true)
})

test('C3.11, C3.12 a Member to be rung about a cancellation who gives a number is texted about it after all', async () => {
  const at = startsAt.subtract({ hours: 20 })
  const world = await testCouncil({
    now: at,
    rulebook: towerHamlets,
    members: [aMember(1, { mobile: { kind: 'none' } })],
    officers: [anOfficer(901)],
    sessions: [aSession({ accepted: 1, standing: { kind: 'cancelled', at, through: 'outlook' } })],
  })
  await world.worker.settle()
  expect(world.senders.arrived.texts).toEqual([])
  await world.advance({ minutes: 90 })
  const mine = await world.council.members.byPerson(aPersonId(1))
  if (!mine) throw new Error('the Member is not there')
  await changeMyTexts(world.council, mine, { mobile: '07700 900001', etag: mine.etag })
  await world.worker.settle()
  expect(world.senders.arrived.texts).toMatchObject([{ to: '+447700900001' }])
})
