import { expect, test } from 'vitest'
import { day } from '../kernel/time.ts'
import {
  aGuestMark,
  aMark,
  aMember,
  aMemberId,
  aPersonId,
  aRecord,
  aSession,
  postponed,
  someMembers,
  startsAt,
  towerHamlets,
} from '../testing/builders.ts'
import { attendedIn, countsOfRegister, mayRecord, registerOf, registerState } from './register.ts'

const minutes = (many: number) => startsAt.add({ minutes: many })
const session = aSession({ accepted: 2, tentative: 1, declined: 1, none: 1 })
const rowsOf = (given: Parameters<typeof aRecord>[1] = {}, of = session) => registerOf(aRecord(of, given), someMembers(6), towerHamlets)
const row = (number: number, register: ReturnType<typeof rowsOf>) => register.rows.find(({ memberId }) => memberId === aMemberId(number))

test('C2.6 nothing is recorded of anybody until somebody records it: an acceptance is no attendance, before, during or after', () => {
  const register = rowsOf()
  expect(register.rows.map(({ recorded }) => recorded)).toEqual(Array(6).fill('not-recorded'))
  expect(countsOfRegister(register)).toEqual({ here: 0, online: 0, apologies: 0, absent: 0, walkIns: 0, toCome: 3, guests: 0 })
})

test('the register holds everyone in office, invited or not, and expects those who accepted or were tentative', () => {
  const register = rowsOf()
  expect(register.rows.filter(({ expected }) => expected).map(({ memberId }) => memberId)).toEqual([1, 2, 3].map(aMemberId))
  expect(row(6, register)).toMatchObject({ invited: false, response: 'none', expected: false })
})

test('a Member who had left by the day is not on the register, unless invited or recorded', () => {
  const gone = (number: number) => aMember(number, { to: day('2026-10-01') })
  const register = registerOf(aRecord(session, { marks: [aMark(8, 'in-person')] }), [gone(5), gone(7), gone(8)], towerHamlets)
  expect(register.rows.map(({ memberId }) => memberId).toSorted()).toEqual([1, 2, 3, 4, 5, 8].map(aMemberId))
})

test('C2.6 each of the four can be recorded, and taken back', () => {
  const four = ['in-person', 'online', 'apologies', 'absent'] as const
  const marks = four.map((recorded, index) => aMark(index + 1, recorded, { number: index + 1 }))
  const register = rowsOf({ marks })
  expect(register.rows.slice(0, 4).map(({ recorded }) => recorded)).toEqual(four)
  expect(countsOfRegister(register)).toMatchObject({ here: 2, online: 1, apologies: 1, absent: 1, toCome: 0 })
  const undone = aMark(1, 'not-recorded', { number: 5, pressedAt: minutes(9), seen: 4 })
  expect(row(1, rowsOf({ marks: [...marks, undone] }))?.recorded).toBe('not-recorded')
})

test('C2.7 whoever attends without having accepted is a walk-in and counts like any other', () => {
  const marks = [1, 3, 4, 5, 6].map((number) => aMark(number, 'in-person', { number }))
  const register = rowsOf({ marks })
  expect([1, 3, 4, 5, 6].map((number) => row(number, register)?.walkIn)).toEqual([false, true, true, true, true])
  expect(countsOfRegister(register)).toMatchObject({ here: 5, walkIns: 4 })
  expect(row(4, rowsOf({ marks: [aMark(4, 'absent')] }))?.walkIn).toBe(false)
})

test('an answer changed in Outlook after the start makes nobody a walk-in', () => {
  const responded = (at: number) => ({
    at: minutes(at),
    what: { kind: 'responded', memberId: aMemberId(4), from: 'accepted', to: 'declined' } as const,
  })
  expect(row(4, rowsOf({ history: [responded(0)] }))?.response).toBe('accepted')
  expect(row(4, rowsOf({ history: [responded(-1)] }))?.response).toBe('declined')
})

test('C1.16, C1.18 officers and partners are recorded apart and never counted as Members', () => {
  const marks = [
    aGuestMark('g1', { kind: 'partner', name: 'Rosa Lim', organisation: 'Citizens Advice' }),
    aGuestMark('g2', { kind: 'officer', name: 'Sam Obi' }, { number: 2 }),
    aGuestMark('g2', { kind: 'officer', name: 'Sam Obi' }, { number: 3, recorded: 'not-recorded', seen: 2 }),
  ]
  const register = rowsOf({ marks })
  expect(register.guests.map(({ guest }) => guest.name)).toEqual(['Rosa Lim'])
  expect(countsOfRegister(register)).toMatchObject({ here: 0, guests: 1 })
})

test('the register opens an hour before the start, never before, and stays open', () => {
  expect(registerState(session, minutes(-61))).toEqual({ kind: 'not-yet', opensAt: minutes(-60) })
  expect(registerState(session, minutes(-60))).toEqual({ kind: 'open' })
  expect(registerState(session, minutes(60 * 24 * 30))).toEqual({ kind: 'open' })
})

test('C3.14 a cancelled session has no register, and what was recorded before it was cancelled counts for nothing', () => {
  const cancelled = aSession({ accepted: 2, standing: { kind: 'cancelled', at: minutes(-5), through: 'outlook' } })
  expect(registerState(cancelled, minutes(0))).toEqual({ kind: 'cancelled' })
  const register = rowsOf(
    { marks: [aMark(1, 'in-person'), aGuestMark('g1', { kind: 'other', name: 'A guest' }, { number: 2 })] },
    cancelled,
  )
  expect(countsOfRegister(register)).toMatchObject({ here: 0, guests: 0 })
})

test('C2.6 who may record: any officer, or only the one who arranged it', () => {
  const rule = (recordedBy: readonly ('officers' | 'organiser' | 'check-in')[]) => ({ countsFromPercent: 50, recordedBy: [...recordedBy] })
  const [arranger, other] = [aPersonId(901), aPersonId(902)]
  expect(mayRecord(session, other, rule(['officers']))).toBe(true)
  expect(mayRecord(session, arranger, rule(['organiser']))).toBe(true)
  expect(mayRecord(session, other, rule(['organiser']))).toBe(false)
  expect(mayRecord(session, arranger, rule(['check-in']))).toBe(false)
})

test('C3.4 a postponed session is not held at its old time: it has no register, and whoever was pressed too soon did not attend', () => {
  const later = postponed(session)
  const record = aRecord(later, { marks: [aMark(1, 'in-person'), aGuestMark('g', { kind: 'partner', name: 'Rosa Lim' }, { number: 2 })] })
  const register = registerOf(record, someMembers(6), towerHamlets)
  expect([-61, 0, 600].map((at) => registerState(later, minutes(at)))).toEqual([-61, 0, 600].map(() => ({ kind: 'postponed' })))
  expect(countsOfRegister(register)).toMatchObject({ here: 0, guests: 0 })
  expect(attendedIn(later, record.marks)).toEqual([])
  expect(attendedIn(session, record.marks)).toEqual([aMemberId(1)])
})
