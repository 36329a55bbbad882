import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { londonTime } from '../kernel/london.ts'
import { day, instant } from '../kernel/time.ts'
import { aDutyRecord, aMember, aRecord, aSession, anInvitation, arrangedAt, someMembers, towerHamlets } from '../testing/builders.ts'
import { momentOf, nextPermitted, reminderAudience, reminderDuties, reminderTimes } from './reminders.ts'

function timesOf(starts: string, arranged = arrangedAt.toString(), movedAt?: string) {
  const session = { startsAt: instant(starts), firstSeenAt: instant(arranged), ...(movedAt ? { movedAt: instant(movedAt) } : {}) }
  const { weekBefore, morningOf } = reminderTimes(session, towerHamlets)
  return [weekBefore?.toString(), morningOf?.toString()]
}

test.each([
  ['in winter', '2026-11-24T18:30:00Z', '2026-11-17T10:00:00Z', '2026-11-24T08:00:00Z'],
  ['across the autumn change', '2026-10-27T18:30:00Z', '2026-10-20T09:00:00Z', '2026-10-27T08:00:00Z'],
  ['on the day of the autumn change', '2026-10-25T18:30:00Z', '2026-10-18T09:00:00Z', '2026-10-25T08:00:00Z'],
  ['across the spring change', '2027-03-30T17:30:00Z', '2027-03-23T10:00:00Z', '2027-03-30T07:00:00Z'],
])('C4.8 C4.9 C14.11 %s the texts go at 10:00 a week before and at 08:00 that morning', (_when, starts, weekBefore, morningOf) => {
  expect(timesOf(starts)).toEqual([weekBefore, morningOf])
})

test.each([
  ['09:00', '2026-11-24T09:00:00Z', '2026-11-24T08:00:00Z'], // exactly an hour's lead
  ['08:59', '2026-11-24T08:59:00Z', '2026-11-24T07:59:00Z'],
  ['08:00', '2026-11-24T08:00:00Z', '2026-11-24T07:00:00Z'], // the earliest that morning
  ['07:59', '2026-11-24T07:59:00Z', '2026-11-23T18:00:00Z'], // the evening before
])('C4.11 for a session at %s the morning text keeps its lead', (_at, starts, morningOf) => {
  expect(timesOf(starts)[1]).toBe(morningOf)
})

test.each([
  ['before the reminder is due', '2026-11-17T09:59:59Z', '2026-11-17T10:00:00Z'],
  ['at the very moment', '2026-11-17T10:00:00Z', '2026-11-17T10:00:00Z'],
  ['a minute later', '2026-11-17T10:01:00Z', '2026-11-17T10:01:00Z'],
  ['in the last permitted minute', '2026-11-18T19:59:00Z', '2026-11-18T19:59:00Z'],
  ['after hours', '2026-11-18T20:00:00Z', '2026-11-19T07:00:00Z'],
  ['before hours', '2026-11-19T06:30:00Z', '2026-11-19T07:00:00Z'],
  ['the evening before', '2026-11-23T19:59:00Z', '2026-11-23T19:59:00Z'],
  ['the night before', '2026-11-23T20:00:00Z', '2026-11-24T07:00:00Z'], // on the day itself
])('C4.11 arranged %s, the week-before reminder goes at the next permitted time', (_when, arranged, weekBefore) => {
  expect(timesOf('2026-11-24T18:30:00Z', arranged)).toEqual([weekBefore, '2026-11-24T08:00:00Z'])
})

test('C4.11 moved inside the week, the reminders follow the new time', () => {
  expect(timesOf('2026-11-24T18:30:00Z', undefined, '2026-11-20T12:00:00Z')).toEqual(['2026-11-20T12:00:00Z', '2026-11-24T08:00:00Z'])
})

test.each([
  ['2026-11-24T08:00:01Z', '2026-11-24T08:00:01Z'],
  ['2026-11-24T17:30:00Z', '2026-11-24T17:30:00Z'], // an hour is left
  ['2026-11-24T17:30:01Z', undefined],
])('C4.11 arranged on the day at %s, both reminders are due at %s', (arranged, due) => {
  expect(timesOf('2026-11-24T18:30:00Z', arranged)).toEqual([due, due])
})

test('C4.11 on the day itself each Member hears once: who has not answered is asked, the others have the morning’s text', () => {
  const session = aSession({ accepted: 1, tentative: 1, declined: 1, none: 1 }) // Members 1 to 4
  const of = (reminder: 'week-before' | 'morning-of', at: string) =>
    reminderAudience(session, reminder, someMembers(4), towerHamlets, instant(at)).map((each) => each.id)
  expect(of('week-before', '2026-10-26T23:59:59Z')).toEqual(['m1', 'm2', 'm4'])
  expect(of('week-before', '2026-10-27T00:00:00Z')).toEqual(['m4'])
  expect(of('morning-of', '2026-10-27T08:00:00Z')).toEqual(['m1', 'm2'])
})

test('C4.11 no reminder is ever planned outside the permitted hours, nor after the start, nor before it was arranged', () => {
  const minutes = (days: number) => fc.integer({ min: 0, max: days * 24 * 60 })
  fc.assert(
    fc.property(minutes(400), minutes(14), (start, ahead) => {
      const startsAt = instant('2026-01-01T07:00:00Z').add({ minutes: start })
      const firstSeenAt = startsAt.subtract({ minutes: ahead })
      for (const at of Object.values(reminderTimes({ startsAt, firstSeenAt }, towerHamlets))) {
        expect(londonTime(at) >= '07:00' && londonTime(at) < '20:00').toBe(true)
        expect(at.until(startsAt).sign).toBe(1)
        expect(firstSeenAt.until(at).sign).toBeGreaterThanOrEqual(0)
      }
    }),
  )
})

test.each([
  ['2026-10-20T05:59:59Z', '2026-10-20T06:00:00Z'], // 07:00 in summer time
  ['2026-10-20T06:00:00Z', '2026-10-20T06:00:00Z'],
  ['2026-10-20T18:59:59Z', '2026-10-20T18:59:59Z'],
  ['2026-10-20T19:00:00Z', '2026-10-21T06:00:00Z'],
  ['2026-10-24T19:00:00Z', '2026-10-25T07:00:00Z'], // into winter time
])('C4.11 from %s a text may next go at %s', (from, at) => {
  expect(nextPermitted(instant(from), towerHamlets).toString()).toBe(at)
})

const session = aSession()
test.each([
  ['week-before', '2026-10-20T08:59:59Z', { kind: 'at', at: instant('2026-10-20T09:00:00Z') }],
  ['week-before', '2026-10-20T09:00:00Z', { kind: 'now' }],
  ['week-before', '2026-10-22T14:00:00Z', { kind: 'now' }], // slept through
  ['week-before', '2026-10-22T21:00:00Z', { kind: 'at', at: instant('2026-10-23T06:00:00Z') }],
  ['week-before', '2026-10-26T21:00:00Z', { kind: 'at', at: instant('2026-10-27T07:00:00Z') }], // on the day itself
  ['week-before', '2026-10-27T17:30:00Z', { kind: 'now' }], // an hour is left
  ['week-before', '2026-10-27T17:30:01Z', { kind: 'none' }],
  ['morning-of', '2026-10-27T07:59:59Z', { kind: 'at', at: instant('2026-10-27T08:00:00Z') }],
  ['morning-of', '2026-10-27T08:00:20Z', { kind: 'now' }],
  ['morning-of', '2026-10-27T17:29:59Z', { kind: 'now' }],
  ['morning-of', '2026-10-27T17:30:00Z', { kind: 'none' }], // an hour before the start
] as const)('C4.11 the moment of the %s reminder, asked at %s', (reminder, now, expected) => {
  expect(momentOf(reminder, session, towerHamlets, instant(now))).toEqual(expected)
})

test('C4.11 an early session’s text is not lost because it was looked at a few seconds late', () => {
  const early = aSession({ startsAt: instant('2026-11-24T08:30:00Z') })
  expect(momentOf('morning-of', early, towerHamlets, instant('2026-11-24T07:30:20Z'))).toEqual({ kind: 'now' })
  expect(momentOf('morning-of', early, towerHamlets, instant('2026-11-24T08:00:00Z'))).toEqual({ kind: 'none' })
})

test('C4.10 the audience is who answered so at the moment of sending, and nobody who declined', () => {
  const answered = aSession({ accepted: 1, tentative: 1, declined: 1, none: 1 }) // Members 1 to 4
  const members = someMembers(4)
  expect(reminderAudience(answered, 'week-before', members, towerHamlets, arrangedAt).map((each) => each.id)).toEqual(['m1', 'm2', 'm4'])
  expect(reminderAudience(answered, 'morning-of', members, towerHamlets, arrangedAt).map((each) => each.id)).toEqual(['m1', 'm2'])
})

test('C4.10 what a Member has asked for counts before Outlook shows it', () => {
  const declining = anInvitation(1, 'accepted', { wanted: { answer: 'declined', at: arrangedAt } })
  const accepting = anInvitation(2, 'declined', { wanted: { answer: 'accepted', at: arrangedAt } })
  const session = aSession({ invitations: [declining, accepting] })
  expect(reminderAudience(session, 'week-before', someMembers(2), towerHamlets, arrangedAt).map((each) => each.id)).toEqual(['m2'])
})

test('C4.10 whoever has left office by then gets none', () => {
  const left = aMember(1, { to: day('2026-10-26') })
  expect(reminderAudience(aSession({ accepted: 1 }), 'week-before', [left], towerHamlets, arrangedAt)).toEqual([])
})

test('C4.12 whoever has a reminder of the kind gets no other, though they changed to email before the rest was written down', () => {
  const now = instant('2026-10-20T09:00:00Z')
  const session = aSession({ accepted: 2 })
  const [half] = reminderDuties(aRecord(session), 'week-before', someMembers(1), towerHamlets, now)
  if (!half) throw new Error('nobody is reminded')
  const record = aRecord(session, { duties: [aDutyRecord(half)] })
  const changed = [aMember(1, { texts: { reminders: false, combine: false } }), aMember(2)]
  const rest = reminderDuties(record, 'week-before', changed, towerHamlets, now)
  expect(rest.map(({ purpose }) => purpose)).toEqual([{ kind: 'reminder', reminder: 'week-before', memberId: 'm2' }])
  expect(reminderDuties(record, 'morning-of', changed, towerHamlets, now)).toHaveLength(2)
})

test('C4.14 a reminder goes by text, or by email to whoever takes no texts or has no mobile', () => {
  const members = [aMember(1), aMember(2, { texts: { reminders: false, combine: false } }), aMember(3, { mobile: { kind: 'none' } })]
  const duties = reminderDuties(aRecord(aSession({ accepted: 3 })), 'week-before', members, towerHamlets, instant('2026-10-20T09:00:00Z'))
  expect(duties.map((duty) => duty.channel)).toEqual(['text', 'email', 'email'])
})

test.each([
  ['week-before', '2026-10-20T09:00:00Z', '2026-10-20T19:00:00Z'], // 20:00 in summer time
  ['morning-of', '2026-10-27T08:00:00Z', '2026-10-27T17:30:00Z'], // an hour before the start
] as const)('C4.11 a %s text that was held up does not go after hours, nor too late to be of use', (reminder, now, until) => {
  const [duty] = reminderDuties(aRecord(aSession({ accepted: 1 })), reminder, someMembers(1), towerHamlets, instant(now))
  expect(duty?.notBefore.toString()).toBe(now)
  expect(duty?.notAfter?.toString()).toBe(until)
})
