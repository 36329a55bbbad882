import { expect, test } from 'vitest'
import { sessionId } from '../../domain/kernel/ids.ts'
import { aMember, aMemberId, anOfficer, aSession, arrangedAt, startsAt, towerHamlets } from '../../domain/testing/builders.ts'
import type { Officer } from '../../domain/members/officer.ts'
import type { Council } from '../ports/council.ts'
import { testCouncil } from '../testing/council.ts'
import { readPhoneList, recordCall as recordMarkedCall, takeBackCall } from './phone-list.ts'
import { readAttention } from './read-attention.ts'

const id = sessionId('s1')
const hannah = anOfficer(901, { name: 'Hannah Brightwell' })
const amblecote = aMember(1, { shortName: 'Cllr Amblecote', mobile: { kind: 'none' }, landline: '020 7946 0123' })

let marks = 0
/** A call that was never sent before. */
function recordCall(council: Council, officer: Officer, order: Omit<Parameters<typeof recordMarkedCall>[2], 'id'>) {
  return recordMarkedCall(council, officer, { ...order, id: `mark-${(marks += 1)}` })
}

/** Cancelled in Outlook four hours before the start; one of two who accepted has no mobile. */
async function cancelled() {
  const at = startsAt.subtract({ hours: 4 })
  const council = await testCouncil({
    now: at,
    rulebook: towerHamlets,
    members: [amblecote, aMember(2)],
    officers: [hannah],
    sessions: [aSession({ accepted: 2, standing: { kind: 'cancelled', at, through: 'outlook' } })],
  })
  await council.worker.settle()
  return council
}

test('C3.12 who has no mobile is on the list with a number to ring and what to say', async () => {
  const { council } = await cancelled()
  const list = await readPhoneList(council, id)
  expect(list?.entries).toEqual([
    {
      memberId: 'm1',
      name: 'Cllr Amblecote',
      because: 'no-mobile',
      had: 'accepted',
      telephone: '020 7946 0123',
      calls: [],
      reached: false,
    },
  ])
  expect(list?.say).toContain('is cancelled')
})

test('C3.12 a call is logged with who made it, and told takes the row away', async () => {
  const { council, worker, advance } = await cancelled()
  const noReply = await recordCall(council, hannah, { sessionId: id, memberId: amblecote.id, outcome: 'no-reply' })
  expect(noReply).toMatchObject({
    ok: true,
    value: { entries: [{ reached: false, calls: [{ outcome: 'no-reply', by: 'Hannah Brightwell' }] }] },
  })
  await advance({ minutes: 10 })
  const told = await recordCall(council, hannah, { sessionId: id, memberId: amblecote.id, outcome: 'told' })
  expect(told).toMatchObject({ ok: true, value: { entries: [{ reached: true, calls: [{ outcome: 'no-reply' }, { outcome: 'told' }] }] } })
  await worker.settle()
  expect((await readAttention(council)).rows.filter(({ kind }) => kind === 'ring')).toEqual([])
})

test('C3.12 a slip of the thumb is taken back, and what was taken back stays on the record', async () => {
  const { council, record } = await cancelled()
  await recordCall(council, hannah, { sessionId: id, memberId: amblecote.id, outcome: 'told' })
  const back = await takeBackCall(council, hannah, { sessionId: id, memberId: amblecote.id })
  expect(back).toMatchObject({ ok: true, value: { entries: [{ reached: false, calls: [] }] } })
  expect((await record(id)).calls).toMatchObject([{ outcome: 'told', takenBackAt: expect.anything() as unknown }])
  expect(await takeBackCall(council, hannah, { sessionId: id, memberId: amblecote.id })).toEqual({
    ok: false,
    refusal: { kind: 'no-call' },
  })
})

test('C3.12 calls made within one moment keep their order, and the one taken back is the last', async () => {
  const { council, record } = await cancelled()
  const outcomes = ['no-reply', 'left-message', 'no-reply', 'told', 'no-reply', 'left-message', 'told'] as const
  for (const outcome of outcomes) await recordCall(council, hannah, { sessionId: id, memberId: amblecote.id, outcome })
  expect((await record(id)).calls.map(({ outcome }) => outcome)).toEqual(outcomes)
  await takeBackCall(council, hannah, { sessionId: id, memberId: amblecote.id })
  expect((await record(id)).calls.map(({ takenBackAt }) => takenBackAt !== undefined)).toEqual(outcomes.map((_, index) => index === 6))
})

test('two officers who ring at once are two calls', async () => {
  const { council, record } = await cancelled()
  const call = { sessionId: id, memberId: amblecote.id, outcome: 'no-reply' } as const
  const both = await Promise.all([recordCall(council, hannah, call), recordCall(council, anOfficer(902), call)])
  expect(both.map((result) => result.ok)).toEqual([true, true])
  expect((await record(id)).calls).toHaveLength(2)
})

test('C3.12 one call written down twice, because its answer was lost, is one call', async () => {
  const { council, record, advance } = await cancelled()
  const call = { sessionId: id, memberId: amblecote.id, outcome: 'no-reply', id: 'mark' } as const
  const first = await recordMarkedCall(council, hannah, call)
  await advance({ minutes: 3 })
  const again = await recordMarkedCall(council, hannah, call)
  expect(again).toMatchObject({ ok: true, value: { entries: first.ok ? first.value.entries : [] } })
  expect((await record(id)).calls).toHaveLength(1)
})

test('nobody is rung about a session that is not there, or who is not on its list', async () => {
  const { council } = await cancelled()
  const call = { sessionId: id, memberId: aMemberId(9), outcome: 'told' } as const
  expect(await recordCall(council, hannah, call)).toEqual({ ok: false, refusal: { kind: 'not-on-list' } })
  expect(await recordCall(council, hannah, { ...call, sessionId: sessionId('s9') })).toEqual({
    ok: false,
    refusal: { kind: 'no-such-session' },
  })
  expect(await readPhoneList(council, sessionId('s9'))).toBeUndefined()
})

test('C3.12 nobody is on the list of a session that stands', async () => {
  const { council } = await testCouncil({
    now: arrangedAt,
    rulebook: towerHamlets,
    members: [amblecote],
    sessions: [aSession({ accepted: 1 })],
  })
  expect((await readPhoneList(council, id))?.entries).toEqual([])
})
