import { expect, test } from 'vitest'
import { aMember, aMemberId, anOfficer, aSession, startsAt, towerHamlets } from '../../domain/testing/builders.ts'
import { day } from '../../domain/kernel/time.ts'
import type { Member } from '../../domain/members/member.ts'
import { testCouncil } from '../testing/council.ts'
import { correctMobile } from './correct-mobile.ts'
import { readAttention } from './read-attention.ts'

const memberId = aMemberId(1)
const at = startsAt.subtract({ hours: 20 })

/** A session cancelled at short notice, to which the one Member was coming. */
async function councilWith(given: Partial<Member>) {
  const world = await testCouncil({
    now: at,
    rulebook: towerHamlets,
    members: [aMember(1, given)],
    officers: [anOfficer(901)],
    sessions: [aSession({ accepted: 1, standing: { kind: 'cancelled', at, through: 'outlook' } })],
  })
  await world.worker.settle()
  const stored = async () => (await world.council.members.find(memberId))?.value
  const waiting = async () => (await readAttention(world.council)).rows.map(({ kind }) => kind)
  return { ...world, stored, waiting }
}
const landline = { mobile: { kind: 'unusable', given: '020 7946 0123', because: 'landline' } } as const

test('C3.12 a number put right waits for no officer any more, is kept as the officer’s, and the text goes', async () => {
  const { council, stored, waiting, worker, senders } = await councilWith(landline)
  expect(await waiting()).toContain('bad-mobile')
  const corrected = await correctMobile(council, anOfficer(901), { memberId, mobile: '07700 900-142' })
  expect(corrected).toEqual({ ok: true, value: { memberId, mobileState: 'usable', mobile: '07700 900142' } })
  expect(await stored()).toMatchObject({ mobile: { kind: 'usable', e164: '+447700900142' }, mobileSetBy: 'officer' })
  expect(await waiting()).not.toContain('bad-mobile')
  await worker.settle()
  expect(senders.arrived.texts).toMatchObject([{ to: '+447700900142' }])
})

test('that a Member has no mobile is an answer too', async () => {
  const { council, stored, waiting } = await councilWith(landline)
  expect(await correctMobile(council, anOfficer(901), { memberId, mobile: '' })).toEqual({
    ok: true,
    value: { memberId, mobileState: 'none' },
  })
  expect(await stored()).toMatchObject({ mobile: { kind: 'none' }, mobileSetBy: 'officer' })
  expect(await waiting()).not.toContain('bad-mobile')
})

test.each([
  ['020 7946 0123', 'landline'],
  ['070 1234 5678', 'personal-number'],
  ['+33 6 12 34 56 78', 'abroad'],
  ['O7700 900142', 'not-a-number'],
])('%s is refused as %s, and the number that was there is kept', async (mobile, kind) => {
  const { council, stored } = await councilWith({})
  expect(await correctMobile(council, anOfficer(901), { memberId, mobile })).toEqual({ ok: false, refusal: { kind } })
  expect(await stored()).toMatchObject({ mobile: { e164: '+447700900001' } })
})

test('a Member who has left has no number to put right, nor has one who was never there', async () => {
  const { council } = await councilWith({ to: day('2026-10-25') })
  const mobile = '07700 900142'
  expect(await correctMobile(council, anOfficer(901), { memberId, mobile })).toEqual({ ok: false, refusal: { kind: 'left-office' } })
  expect(await correctMobile(council, anOfficer(901), { memberId: aMemberId(9), mobile })).toEqual({
    ok: false,
    refusal: { kind: 'no-such-member' },
  })
})

test('what the Member changed in the same moment is kept beside it', async () => {
  const { council, stored } = await councilWith(landline)
  const { members } = council
  const find = members.find.bind(members)
  let hers = true
  members.find = async (id) => {
    const found = await find(id)
    if (hers && found) {
      hers = false
      await members.save({ ...found.value, texts: { reminders: false, combine: true } }, found, { kind: 'member', id: found.value.id })
    }
    return found
  }
  expect((await correctMobile(council, anOfficer(901), { memberId, mobile: '07700 900142' })).ok).toBe(true)
  expect(await stored()).toMatchObject({ texts: { reminders: false, combine: true }, mobileSetBy: 'officer' })
})
