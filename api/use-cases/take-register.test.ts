import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { sessionId } from '../../domain/kernel/ids.ts'
import { aMark, aMemberId, anOfficer, aSession, postponed, someMembers, startsAt, towerHamlets } from '../../domain/testing/builders.ts'
import { marksBody } from '../contracts/attendance.ts'
import { createChainReader } from '../stores/audit-chain.ts'
import { copyOf, rowsOf } from '../testing/chain-copy.ts'
import { testCouncil, testProfile, type TestCouncil } from '../testing/council.ts'
import { readAttendance } from './read-attendance.ts'
import { readUptake } from './read-uptake.ts'
import { takeRegister } from './take-register.ts'

const id = sessionId('s1')
const [hannah, omar] = [anOfficer(901), anOfficer(902)]
let council: TestCouncil

beforeEach(async () => {
  council = await councilAt(startsAt)
})

async function councilAt(now: typeof startsAt, given: Partial<Parameters<typeof testCouncil>[0]> = {}) {
  return testCouncil({
    now,
    rulebook: towerHamlets,
    members: someMembers(6),
    officers: [hannah, omar],
    sessions: [aSession({ accepted: 3, declined: 1 })],
    ...given,
  })
}

type Given = { readonly id?: string; readonly ago?: number; readonly seen?: number }
const press = (member: string, recorded: string, { id: own = randomUUID(), ago = 0, seen = 0 }: Given = {}) => ({
  id: own,
  memberId: member,
  recorded,
  agoMs: ago * 1000,
  seen,
})
const guest = (name: string, kind: string) => ({
  id: randomUUID(),
  guest: { id: 'g-1', name, kind },
  recorded: 'in-person',
  agoMs: 0,
  seen: 0,
})

async function send(marks: readonly object[], officer = hannah, to = council) {
  const body = marksBody.parse({ marks })
  const result = await takeRegister(to.council, officer, { sessionId: id, ...body })
  if (!result.ok) throw new Error(result.refusal.kind)
  return result.value
}

const rowIn = (register: Awaited<ReturnType<typeof send>>['register'] | undefined, member: string) =>
  register?.rows.find((row) => row.memberId === member)

test('C2.6 a mark is recorded with who pressed it and when; nobody else is recorded, whatever they had answered', async () => {
  const { register } = await send([press('m1', 'in-person', { ago: 40 })])
  expect(rowIn(register, 'm1')).toMatchObject({
    recorded: 'in-person',
    response: 'accepted',
    mark: { by: 'Officer 901', at: String(startsAt.subtract({ seconds: 40 })), through: 'register' },
  })
  expect(rowIn(register, 'm2')).toMatchObject({ recorded: 'not-recorded', response: 'accepted' })
  expect(await readAttendance(council.council, hannah, id)).toEqual(register)
})

test('the same mark sent again changes nothing, nor does one that stands twice in a batch', async () => {
  const mark = press('m1', 'in-person')
  const first = await send([mark, mark])
  const again = await send([{ ...mark, recorded: 'absent', agoMs: 99_000 }, press('m2', 'online')])
  expect(first.register.seen).toBe(1)
  expect(rowIn(again.register, 'm1')?.recorded).toBe('in-person')
  expect((await council.record(id)).marks).toHaveLength(2)
})

test('C2.6 of two officers without a network the later press stands, though it is sent first, and the other is told', async () => {
  await send([press('m1', 'in-person', { ago: 60 })], hannah)
  const { register } = await send([press('m1', 'apologies', { ago: 600 })], omar)
  expect(rowIn(register, 'm1')).toMatchObject({ recorded: 'in-person', unseen: { recorded: 'apologies', by: 'Officer 902' } })
  const settled = await send([press('m1', 'apologies', { seen: register.seen })], hannah)
  expect(rowIn(settled.register, 'm1')).toMatchObject({ recorded: 'apologies' })
  expect(rowIn(settled.register, 'm1')).not.toHaveProperty('unseen')
})

test('C2.7 a walk-in is whoever attends without having accepted, invited or not; someone who is no Member is refused alone', async () => {
  const { register, refused } = await send([press('m4', 'in-person'), press('m6', 'online'), press('m77', 'in-person')])
  expect([rowIn(register, 'm4'), rowIn(register, 'm6')]).toMatchObject([
    { walkIn: true, response: 'declined' },
    { walkIn: true, invited: false },
  ])
  expect(refused).toMatchObject([{ because: 'no-such-member' }])
})

test('C1.16, C1.18 officers and partners stand apart, those invited named ready to press', async () => {
  const others = [{ kind: 'partner', name: 'Rosa Lim', address: 'rosa@partner.example', response: 'accepted' }] as const
  const other = await councilAt(startsAt, { sessions: [aSession({ accepted: 1, others })] })
  const before = await readAttendance(other.council, hannah, id)
  expect(before?.guestsInvited).toMatchObject([{ name: 'Rosa Lim', kind: 'partner' }])
  const invited = before?.guestsInvited[0]
  const pressed = { ...guest('Rosa Lim', 'partner'), guest: { id: invited?.guestId, name: 'Rosa Lim', kind: 'partner' } }
  const { register } = await send([pressed], hannah, other)
  expect(register).toMatchObject({ guests: [{ name: 'Rosa Lim', kind: 'partner', recorded: 'in-person' }], guestsInvited: [] })
  expect(register.rows.every(({ recorded }) => recorded === 'not-recorded')).toBe(true)
})

test('C3.4 nothing is recorded at the old time of a postponed session, which says so', async () => {
  const later = await councilAt(startsAt, { sessions: [postponed(aSession({ accepted: 3 }))] })
  await expect(send([press('m1', 'in-person')], hannah, later)).rejects.toThrow('postponed')
  expect((await readAttendance(later.council, hannah, id))?.state).toEqual({ kind: 'postponed' })
  const heldBy = async (one: TestCouncil) => {
    await one.advanceTo(startsAt.add({ hours: 3 }))
    return (await readUptake(one.council, {})).rows.length
  }
  expect([await heldBy(council), await heldBy(later)]).toEqual([1, 0])
})

test.each([
  ['', 'rosa@partner.example'],
  ['   ', 'rosa@partner.example'],
  [`${'Rosa Lim '.repeat(11)}of Partners`, 'Rosa Lim '.repeat(11).concat('o').slice(0, 100).trim()],
])('C1.18 a guest whom Outlook calls %j is named so that the mark can be taken', async (name, shown) => {
  const others = [{ kind: 'partner', name, address: 'rosa@partner.example', response: 'accepted' }] as const
  const other = await councilAt(startsAt, { sessions: [aSession({ accepted: 1, others })] })
  const [invited] = (await readAttendance(other.council, hannah, id))?.guestsInvited ?? []
  expect(invited?.name).toBe(shown)
  const pressed = { ...guest('', 'partner'), guest: { id: invited?.guestId, name: invited?.name, kind: 'partner' } }
  expect((await send([pressed], hannah, other)).register.guests).toMatchObject([{ name: shown }])
})

test('nothing is recorded before the register opens: not a batch sent too early, nor one mark in it pressed too early', async () => {
  const early = await councilAt(startsAt.subtract({ minutes: 61 }))
  await expect(send([press('m1', 'in-person')], hannah, early)).rejects.toThrow('not-yet')
  const open = await councilAt(startsAt.subtract({ minutes: 60 }))
  const { refused, register } = await send([press('m1', 'in-person', { ago: 1 }), press('m2', 'in-person')], hannah, open)
  expect(refused).toMatchObject([{ because: 'before-open' }])
  expect([rowIn(register, 'm1')?.recorded, rowIn(register, 'm2')?.recorded]).toEqual(['not-recorded', 'in-person'])
})

test('C3.14 a cancelled session has no register', async () => {
  const standing = { kind: 'cancelled', at: startsAt.subtract({ hours: 2 }), through: 'outlook' } as const
  const off = await councilAt(startsAt, { sessions: [aSession({ accepted: 1, standing })] })
  await expect(send([press('m1', 'in-person')], hannah, off)).rejects.toThrow('cancelled')
})

test('C2.6 where the rulebook leaves it to whoever arranged the session, no other officer records', async () => {
  const rulebook = { ...towerHamlets, attendance: { countsFromPercent: 50, recordedBy: ['organiser' as const] } }
  const own = await councilAt(startsAt, { rulebook })
  await expect(send([press('m1', 'in-person')], omar, own)).rejects.toThrow('not-yours-to-record')
  expect((await readAttendance(own.council, omar, id))?.mayRecord).toBe(false)
  expect(rowIn((await send([press('m1', 'in-person')], hannah, own)).register, 'm1')?.recorded).toBe('in-person')
})

test('a session that is not there is refused, and one with two thousand marks takes no more', async () => {
  const nowhere = await takeRegister(council.council, hannah, { sessionId: sessionId('s9'), marks: [] })
  expect(nowhere).toMatchObject({ ok: false, refusal: { kind: 'no-such-session' } })
  const found = await council.record(id)
  const full = { ...found, marks: Array.from({ length: 1999 }, (_, at) => aMark(1, 'in-person', { number: at + 1 })) }
  const sessions = { ...council.council.sessions, find: async () => ({ ...full, etag: '1', stamp: '' }) }
  const nearly = { ...council, council: { ...council.council, sessions } }
  await expect(send([press('m1', 'absent'), press('m2', 'absent')], hannah, nearly)).rejects.toThrow('too-many')
  expect((await send([press('m1', 'absent')], hannah, nearly)).register.seen).toBe(2000)
})

test('the audit chain is told of every mark, and the history of who began', async () => {
  await send([press('m1', 'in-person'), press('m2', 'apologies')])
  await send([guest('Sam Obi', 'officer')], omar)
  await council.worker.settle()
  const told = rowsOf(await copyOf(createChainReader({ council: testProfile.id, tables: council.tables })))
  const recorded = told.filter(({ action }) => action === 'attendance-recorded' || action === 'guest-recorded')
  expect(recorded).toMatchObject([
    { action: 'attendance-recorded', actor: { kind: 'officer', id: hannah.id }, details: { through: 'register' } },
    { action: 'attendance-recorded' },
    { action: 'guest-recorded', actor: { id: omar.id }, reason: 'officer' },
  ])
  expect(JSON.stringify(recorded)).not.toMatch(/Sam Obi|"m1"|in-person/)
  const { history, marks } = await council.record(id)
  expect(marks.map(({ about }) => about.kind)).toEqual(['member', 'member', 'guest'])
  expect(marks[0]?.about).toEqual({ kind: 'member', memberId: aMemberId(1) })
  expect(history.filter(({ what }) => what.kind === 'register-begun')).toMatchObject([{ what: { byName: 'Officer 901' } }])
})
