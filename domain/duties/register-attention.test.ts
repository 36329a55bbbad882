import { expect, test } from 'vitest'
import { instant } from '../kernel/time.ts'
import type { Instant } from '../kernel/time.ts'
import {
  aContext,
  aGuestMark,
  aMark,
  aPersonId,
  aRecord,
  aSession,
  postponed,
  someMembers,
  startsAt,
  towerHamlets,
} from '../testing/builders.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { inLondon, londonDay } from '../kernel/london.ts'
import { owed } from './owed.ts'
import { registerRow } from './register-attention.ts'

const members = someMembers(4)
const session = aSession({ accepted: 3, endsAt: startsAt.add({ minutes: 60 }) })
const midnight = inLondon(londonDay(session.endsAt).add({ days: 1 }), '00:00')
const over = inLondon(londonDay(session.endsAt).add({ days: 15 }), '00:00')
const aSecond = { seconds: 1 }
const rowOf = (record = aRecord(session), now: Instant = midnight, rulebook: Rulebook = towerHamlets) =>
  registerRow(record, { members, rulebook, now })
const row = { kind: 'register-empty', group: 'put-right', sessionId: session.id, title: session.title, startsAt }

test('C2.10 an empty register is asked for from the day after the session, by London’s day, for a fortnight', () => {
  expect(rowOf(aRecord(session), midnight.subtract(aSecond))).toBeUndefined()
  expect(rowOf(aRecord(session), midnight)).toEqual(row)
  expect(rowOf(aRecord(session), over.subtract(aSecond))).toEqual(row)
  expect(rowOf(aRecord(session), over)).toBeUndefined()
})

test('C2.10 in summer London’s next day begins before Greenwich’s', () => {
  const summer = { startsAt: instant('2026-07-07T17:00:00Z'), endsAt: instant('2026-07-07T18:00:00Z') }
  const record = aRecord(aSession({ accepted: 1, ...summer }))
  expect(rowOf(record, instant('2026-07-07T22:59:59Z'))).toBeUndefined()
  expect(rowOf(record, instant('2026-07-07T23:00:00Z'))).toMatchObject({ kind: 'register-empty' })
})

test('C2.10 whatever is recorded on it, of a Member or a guest, it is filled in; what was pressed before it opened is not on it', () => {
  expect(rowOf(aRecord(session, { marks: [aMark(1, 'absent')] }))).toBeUndefined()
  expect(rowOf(aRecord(session, { marks: [aGuestMark('g1', { name: 'Rosa Lim', kind: 'other' })] }))).toBeUndefined()
  const tooSoon = aMark(1, 'in-person', { pressedAt: startsAt.subtract({ minutes: 61 }) })
  expect(rowOf(aRecord(session, { marks: [tooSoon] }))).toEqual(row)
})

test('C2.6 C2.10 a mark that was taken back leaves it empty, of a Member as of a guest; one that stands beside it does not', () => {
  const later = { pressedAt: startsAt.add({ minutes: 5 }) }
  const undone = [aMark(1, 'in-person'), aMark(1, 'not-recorded', later)]
  const guest = { name: 'Rosa Lim', kind: 'other' } as const
  const left = [aGuestMark('g1', guest), aGuestMark('g1', guest, { ...later, recorded: 'not-recorded' })]
  for (const marks of [undone, left, [...undone, ...left]]) expect(rowOf(aRecord(session, { marks }))).toEqual(row)
  expect(rowOf(aRecord(session, { marks: [...undone, aMark(2, 'apologies')] }))).toBeUndefined()
  expect(rowOf(aRecord(session, { marks: [...undone, aMark(1, 'online', { pressedAt: startsAt.add({ minutes: 9 }) })] }))).toBeUndefined()
})

test('C3.4 C3.14 what was cancelled, postponed or untagged was not held and has no register; nor has what nobody was invited to', () => {
  const cancelled = { ...session, standing: { kind: 'cancelled', at: startsAt, through: 'outlook' } } as const
  const untagged = { ...session, standing: { kind: 'untagged', at: startsAt } } as const
  for (const each of [cancelled, untagged, postponed(session), aSession({})]) expect(rowOf(aRecord(each))).toBeUndefined()
})

test('C2.6 where neither officers nor the organiser record by hand, it is not asked for', () => {
  const under = (recordedBy: Rulebook['attendance']['recordedBy']) => ({
    ...towerHamlets,
    attendance: { ...towerHamlets.attendance, recordedBy },
  })
  expect(rowOf(aRecord(session), midnight, under(['check-in', 'teams-report']))).toBeUndefined()
  expect(rowOf(aRecord(session), midnight, under(['organiser']))).toEqual(row)
})

test('C2.6 Members whom Teams shows are waiting to be confirmed, and are said; others are not', () => {
  const spells = [{ from: startsAt, to: startsAt.add({ minutes: 50 }) }]
  const people = [1, 2, 99].map((number) => ({ personId: aPersonId(number), name: `Person ${number}`, spells }))
  const teamsReport = { kind: 'read', at: midnight, people } as const
  expect(rowOf(aRecord(session, { teamsReport }))).toEqual({ ...row, joined: 2 })
  expect(rowOf(aRecord(session, { teamsReport: { ...teamsReport, people: people.slice(2) } }))).toEqual(row)
})

test('C2.10 it is looked at when the row comes and when it goes, and of a register that is filled in not again', () => {
  const evaluation = { ...towerHamlets.evaluation, askedOf: ['external' as const] }
  const rulebook = { ...towerHamlets, evaluation } // whose forms would want a look of their own
  const next = (now: Instant, marks = aRecord(session).marks) =>
    owed(aRecord(session, { marks }), aContext(now, { members, rulebook })).nextLookAt
  const later = session.endsAt.add({ minutes: 1 })
  expect([next(later), next(midnight), next(over)]).toEqual([midnight, over, undefined])
  expect(next(later, [aMark(1, 'in-person')])).toBeUndefined()
})
