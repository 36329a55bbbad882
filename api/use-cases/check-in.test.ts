import { beforeEach, expect, test } from 'vitest'
import { sessionId } from '../../domain/kernel/ids.ts'
import { aMember, anOfficer, aSession, someMembers, startsAt, towerHamlets } from '../../domain/testing/builders.ts'
import { testCouncil, type TestCouncil } from '../testing/council.ts'
import { checkIn, readCheckInCode } from './check-in.ts'
import { readAttendance } from './read-attendance.ts'
import { takeRegister } from './take-register.ts'

const id = sessionId('s1')
let council: TestCouncil

beforeEach(async () => {
  council = await testCouncil({
    now: startsAt,
    rulebook: towerHamlets,
    members: someMembers(4),
    officers: [anOfficer(901)],
    sessions: [aSession({ accepted: 2 }), aSession({ id: sessionId('s2'), accepted: 2 })],
  })
  await council.worker.settle()
})

async function code(of = id): Promise<string> {
  const shown = await readCheckInCode(council.council, of)
  return shown?.state.kind === 'open' ? shown.state.code : 'none'
}
const enter = async (member: number, given: string, of: typeof id | undefined = id) =>
  checkIn(council.council, aMember(member), { code: given, ...(of ? { sessionId: of } : {}) })

test('C2.6 a Member with the code is recorded as there by herself; a second time nothing is changed', async () => {
  const shown = await code()
  expect(await enter(1, shown)).toMatchObject({ ok: true, value: { recorded: 'in-person', already: false, walkIn: false } })
  expect(await enter(1, shown)).toMatchObject({ ok: true, value: { already: true } })
  const register = await readAttendance(council.council, anOfficer(901), id)
  expect(register?.rows.find(({ memberId }) => memberId === 'm1')).toMatchObject({ recorded: 'in-person', mark: { through: 'code' } })
  expect((await readCheckInCode(council.council, id))?.here).toBe(1)
})

test('C2.7 a Member who was not invited is a walk-in', async () => {
  expect(await enter(4, await code())).toMatchObject({ ok: true, value: { walkIn: true } })
})

test('without naming a session, the code finds its own', async () => {
  expect(await checkIn(council.council, aMember(1), { code: await code(sessionId('s2')) })).toMatchObject({
    ok: true,
    value: { sessionId: 's2' },
  })
  expect(await checkIn(council.council, aMember(1), { code: '000000' })).toMatchObject({ ok: false, refusal: { kind: 'wrong-code' } })
})

test('a wrong code, another session’s, an old one, and any before one was shown are refused, each for what it is', async () => {
  expect(await enter(1, '123456')).toMatchObject({ refusal: { kind: 'wrong-code' } })
  const shown = await code()
  expect(await enter(1, await code(sessionId('s2')))).toMatchObject({ refusal: { kind: 'wrong-code' } })
  council.clock.setTo(startsAt.add({ seconds: 119 }))
  expect(await enter(1, shown)).toMatchObject({ ok: true })
  council.clock.setTo(startsAt.add({ seconds: 120 }))
  expect(await enter(2, shown)).toMatchObject({ refusal: { kind: 'old-code' } })
})

test('nobody checks in before the last quarter of an hour or after the end', async () => {
  await council.change(id, (session) => ({ ...session, startsAt: startsAt.add({ minutes: 16 }) }))
  expect(await enter(1, '123456')).toMatchObject({ refusal: { kind: 'too-early' } })
  expect((await readCheckInCode(council.council, id))?.state.kind).toBe('too-early')
  council.clock.setTo(startsAt.add({ minutes: 1 }))
  const shown = await code()
  expect(await enter(1, shown)).toMatchObject({ ok: true })
  council.clock.setTo(startsAt.add({ hours: 2 }))
  expect(await enter(1, shown)).toMatchObject({ refusal: { kind: 'over' } })
  expect(await enter(1, shown, sessionId('s9'))).toMatchObject({ refusal: { kind: 'no-such-session' } })
})

test('C3.14 nobody checks in to a session that was cancelled', async () => {
  const shown = await code()
  await council.change(id, (session) => ({ ...session, standing: { kind: 'cancelled', at: startsAt, through: 'outlook' } }))
  expect(await enter(1, shown)).toMatchObject({ refusal: { kind: 'cancelled' } })
})

test('two officers who first show the code at one moment show the same one', async () => {
  const both = await Promise.all([code(), code()])
  expect(new Set(both).size).toBe(1)
})

test('C2.6 an officer may correct what a Member recorded herself', async () => {
  await enter(1, await code())
  const mark = { id: crypto.randomUUID(), memberId: 'm1', recorded: 'absent', agoMs: 0, seen: 1, through: 'register' } as const
  const taken = await takeRegister(council.council, anOfficer(901), { sessionId: id, marks: [mark] })
  expect(taken.ok && taken.value.register.rows.find(({ memberId }) => memberId === 'm1')).toMatchObject({ recorded: 'absent' })
})
