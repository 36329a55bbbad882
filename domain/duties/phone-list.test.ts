import { expect, test } from 'vitest'
import { aDutyRecord, aMember, aMemberId, aRecord, aSession, done, startsAt, towerHamlets } from '../testing/builders.ts'
import type { Call, DutyRecord, SessionRecord } from '../sessions/session-record.ts'
import type { Member } from '../members/member.ts'
import type { Instant } from '../kernel/time.ts'
import type { DutyOutcome } from './duty.ts'
import { dutyOf } from './duty-ids.ts'
import { phoneListOf } from './phone-list.ts'

const at = startsAt.subtract({ hours: 20 })
const anHour = at.add({ minutes: 60 })
const standing = { kind: 'cancelled', at, through: 'decision' } as const
const session = aSession({ accepted: 1, standing })
const notice = dutyOf(session.id, { kind: 'cancellation-notice', memberId: aMemberId(1) }, 'text', { notBefore: at, notAfter: startsAt })

function listOf(given: {
  member?: Partial<Member>
  duty?: DutyRecord
  calls?: readonly Call[]
  now?: Instant
  record?: Partial<SessionRecord>
}) {
  const { member = {}, duty, calls = [], now = at, record = {} } = given
  return phoneListOf({ ...aRecord(session, { duties: duty ? [duty] : [], calls }), ...record }, [aMember(1, member)], towerHamlets, now)
}

function aCall(outcome: Call['outcome'], given: Partial<Call> = {}): Call {
  return { id: 'c1', memberId: aMemberId(1), outcome, at, by: 'p', byName: 'Officer 901', ...given }
}

const sent = (given: Partial<Extract<DutyOutcome, { kind: 'sent' }>> = {}) => done(notice, { kind: 'sent', at, ...given })

test.each([
  ['no-mobile', { mobile: { kind: 'none' } }],
  ['bad-number', { mobile: { kind: 'unusable', given: '020 7364 5000', because: 'landline' } }],
  ['texts-off', { texts: { reminders: false, combine: false } }],
] as const)('C3.12 a Member with %s is on the phone list at once', (because, member) => {
  expect(listOf({ member })).toMatchObject({ entries: [{ because, had: 'accepted', reached: false }], toRing: 1 })
})

test.each([
  ['bad-number', { kind: 'failed', at, because: 'bad-number' }],
  ['text-failed', { kind: 'failed', at, because: 'refused' }],
  ['text-failed', { kind: 'needs-attention', at, because: 'gave up' }],
  ['text-failed', { kind: 'skipped', at, because: 'late' }],
  ['texts-off', { kind: 'skipped', at, because: 'opted-out' }],
  ['text-failed', { kind: 'sent', at, delivery: { status: 'permanent-failure', at } }],
  ['text-failed', { kind: 'sent', at, delivery: { status: 'temporary-failure', at } }],
  ['text-failed', { kind: 'sent', at, delivery: { status: 'technical-failure', at } }],
] as const)('C3.12 %s: a text that came to %o puts its Member on the list', (because, outcome) => {
  expect(listOf({ duty: done(notice, outcome) })).toMatchObject({ entries: [{ because, reached: false }], toRing: 1 })
})

test.each([
  [anHour.subtract({ seconds: 1 }), 0, 1],
  [anHour, 1, 0],
])('C3.12 a text not confirmed by %s: %i to ring, %i on their way', (now, toRing, onTheirWay) => {
  expect(listOf({ duty: sent(), now })).toMatchObject({ toRing, onTheirWay })
  expect(listOf({ duty: sent({ delivery: { status: 'sending', at } }), now })).toMatchObject({ toRing, onTheirWay })
  expect(listOf({ duty: aDutyRecord(notice), now })).toMatchObject({ toRing, onTheirWay })
})

test.each([
  [anHour.subtract({ seconds: 1 }), { onTheirWay: 1, toRing: 0 }],
  [anHour, { onTheirWay: 0, toRing: 1, entries: [{ because: 'unconfirmed' }] }],
])('C3.12 a Member who can be texted since, and for whom no text was written down, is not lost from the list: at %s', (now, expected) => {
  expect(listOf({ now })).toMatchObject(expected)
})

test('C3.12 a text delivered in time needs no call', () => {
  const delivered = sent({ delivery: { status: 'delivered', at: anHour } })
  expect(listOf({ duty: delivered, now: anHour })).toEqual({ entries: [], delivered: 1, onTheirWay: 0, toRing: 0, rung: 0 })
})

test('C3.12 a text delivered after all is a Member reached, and stays on the list for all to see', () => {
  const delivered = sent({ delivery: { status: 'delivered', at: anHour.add({ seconds: 1 }) } })
  expect(listOf({ duty: delivered, now: anHour.add({ hours: 1 }) })).toMatchObject({
    entries: [{ because: 'unconfirmed', reached: true }],
    toRing: 0,
  })
})

const noMobile = { mobile: { kind: 'none' } } as const
test.each([
  ['told', true, 1],
  ['left-message', false, 0],
  ['no-reply', false, 0],
] as const)('C3.12 after a call with the outcome %s the Member is reached: %s', (outcome, reached, rung) => {
  expect(listOf({ member: noMobile, calls: [aCall(outcome)] })).toMatchObject({ entries: [{ reached, calls: [{ outcome }] }], rung })
})

test('C3.12 a call taken back reached nobody, and is still seen', () => {
  const list = listOf({ member: noMobile, calls: [aCall('told', { takenBackAt: at })] })
  expect(list).toMatchObject({ entries: [{ reached: false, calls: [{ outcome: 'told' }] }], toRing: 1, rung: 0 })
})

test('C3.12 another call reaches whom the first did not', () => {
  expect(listOf({ member: noMobile, calls: [aCall('no-reply'), aCall('told', { id: 'c2' })] }).toRing).toBe(0)
})

test.each([
  ['the mobile that is not confirmed', { landline: '020 7364 5000' }, anHour, sent(), '07700 900001'],
  [
    'the landline where the text failed',
    { landline: '020 7364 5000' },
    at,
    done(notice, { kind: 'failed', at, because: 'refused' }),
    '020 7364 5000',
  ],
  ['the mobile where there is no landline', {}, at, done(notice, { kind: 'failed', at, because: 'refused' }), '07700 900001'],
  [
    'a landline given for a mobile',
    { mobile: { kind: 'unusable', given: '020 7364 5000', because: 'landline' } },
    at,
    undefined,
    '020 7364 5000',
  ],
  ['no number at all', noMobile, at, undefined, undefined],
] as const)('C3.12 the number to ring is %s', (_which, member, now, duty, telephone) => {
  expect(listOf({ member, now, ...(duty ? { duty } : {}) }).entries[0]?.telephone).toBe(telephone)
})

test('C3.12 with notice enough, or while it stands, there is nobody to ring', () => {
  const early = { kind: 'cancelled', at: startsAt.subtract({ hours: 24 * 9 }), through: 'decision' } as const
  expect(listOf({ member: noMobile, record: { session: aSession({ accepted: 1, standing: early }) } }).entries).toEqual([])
  expect(listOf({ member: noMobile, record: { session: aSession({ accepted: 1 }) } }).entries).toEqual([])
})
