import { expect, test } from 'vitest'
import { memberId } from '../../domain/kernel/ids.ts'
import { aMember, aMemberId, anOfficer, startsAt, towerHamlets } from '../../domain/testing/builders.ts'
import type { CompletionBody } from '../contracts/requirements.ts'
import { auditMonthPk, startingWith } from '../stores/keys.ts'
import { testCouncil } from '../testing/council.ts'
import { recordCompletion, withdrawCompletion } from './keep-completions.ts'
import { readMemberRequirements, readMyRequirements } from './read-requirements.ts'

const officer = anOfficer(901)
const given: CompletionBody = { ruleId: 'equalities', kind: 'accepted', on: '2024-06-04', what: 'Equalities at another council' }

async function council() {
  const one = await testCouncil({
    now: startsAt,
    rulebook: towerHamlets,
    members: [aMember(1), aMember(2)],
    officers: [officer],
  })
  const statusOf = async (number: number) => {
    const { requirements } = await readMyRequirements(one.council, aMember(number))
    return requirements.find(({ ruleId }) => ruleId === 'equalities')?.status
  }
  return { ...one, statusOf }
}
const order = { memberId: aMemberId(1), given }

test('C5.11 what an officer accepts meets the rule for that Member, with who accepted it and until when', async () => {
  const { council: own, statusOf } = await council()
  const made = await recordCompletion(own, officer, { ...order, given: { ...given, until: '2027-04-30' } }, 'mark')
  expect(made.ok).toBe(true)
  expect([await statusOf(1), await statusOf(2)]).toEqual(['done', 'due'])
  const page = await readMemberRequirements(own, aMemberId(1))
  expect(page?.requirements.find(({ ruleId }) => ruleId === 'equalities')?.evidence).toEqual([
    { kind: 'accepted', on: '2024-06-04', by: 'Officer 901', what: 'Equalities at another council', until: '2027-04-30' },
  ])
})

test('C5.11 a request that is sent again puts nothing down twice', async () => {
  const { council: own } = await council()
  await recordCompletion(own, officer, order, 'mark')
  await recordCompletion(own, officer, order, 'mark')
  expect(await own.completions.all()).toHaveLength(1)
})

test('C5.11 what is withdrawn counts no more, and stays in the record with who withdrew it and why', async () => {
  const { council: own, statusOf } = await council()
  const made = await recordCompletion(own, officer, order, 'mark')
  if (!made.ok) throw new Error(made.refusal.kind)
  const withdrawal = { memberId: aMemberId(1), completionId: made.value, why: 'It was another Member.' }
  expect((await withdrawCompletion(own, officer, withdrawal)).ok).toBe(true)
  await withdrawCompletion(own, anOfficer(902), { ...withdrawal, why: 'Again.' })
  expect(await statusOf(1)).toBe('due')
  expect((await readMemberRequirements(own, aMemberId(1)))?.completions).toMatchObject([
    { kind: 'accepted', withdrawn: { by: 'Officer 901', why: 'It was another Member.' } },
  ])
})

test('C5.11 who accepted something and who withdrew it goes into the audit chain, the words themselves do not', async () => {
  const { council: own, advance, tables } = await council()
  const made = await recordCompletion(own, officer, order, 'mark')
  await withdrawCompletion(own, officer, { memberId: aMemberId(1), completionId: made.ok ? made.value : '', why: 'A slip.' })
  await advance({ minutes: 5 })
  const rows = (await tables.range(auditMonthPk(own.profile.id, '202610'), ...startingWith(''))).map(
    ({ data }) => data as { action?: string },
  )
  expect(rows.map(({ action }) => action)).toEqual(expect.arrayContaining(['completion-recorded', 'completion-withdrawn']))
  expect(JSON.stringify(rows)).not.toContain('another council')
})

test.each([
  [{ ...order, memberId: memberId('nobody') }, 'no-such-member'],
  [{ ...order, given: { ...given, ruleId: 'nothing' } }, 'no-such-rule'],
  [{ ...order, given: { ...given, on: '2026-10-28' } }, 'in-the-future'],
  [{ ...order, given: { ...given, ruleId: 'planning' } }, 'until-is-missing'],
])('C5.11 nothing is put down that cannot count: %#', async (wrong, refusal) => {
  const { council: own } = await council()
  expect(await recordCompletion(own, officer, wrong, 'mark')).toEqual({ ok: false, refusal: { kind: refusal } })
  expect(await own.completions.all()).toEqual([])
})

test('C5.11 what was never put down cannot be withdrawn, nor what is another Member’s', async () => {
  const { council: own } = await council()
  const made = await recordCompletion(own, officer, order, 'mark')
  const completionId = made.ok ? made.value : ''
  const withdrawn = await withdrawCompletion(own, officer, { memberId: aMemberId(2), completionId, why: 'A slip.' })
  expect(withdrawn).toEqual({ ok: false, refusal: { kind: 'no-such-completion' } })
})
