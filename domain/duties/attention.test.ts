import { expect, test } from 'vitest'
import { sessionId } from '../kernel/ids.ts'
import type { Instant } from '../kernel/time.ts'
import {
  aMember,
  aMemberId,
  aPersonId,
  aRecord,
  aSession,
  aSummary,
  anOfficer,
  arrangedAt,
  briefed,
  done,
  postponed,
  reviewAt,
  someMembers,
  startsAt,
  towerHamlets,
} from '../testing/builders.ts'
import type { Answers } from '../testing/builders.ts'
import type { Session } from '../sessions/session.ts'
import type { SessionRecord } from '../sessions/session-record.ts'
import { attentionOf, rollAttention } from './attention.ts'
import type { Channel, DutyOutcome, Purpose } from './duty.ts'
import { dutyOf } from './duty-ids.ts'

const noon = reviewAt.add({ hours: 3 })
const short = startsAt.subtract({ hours: 20 })
const officers = [anOfficer(901)]
const advice = 'events@advice.example'
const rulebook = {
  ...towerHamlets,
  partners: { domains: [], organisations: [{ name: 'Advice', domains: [], contacts: [advice] }] },
}
const repeat = aSummary({ id: sessionId('s2'), startsAt: startsAt.subtract({ hours: 54 }) })

function rowsOf(
  given: Answers & Partial<Session>,
  now: Instant,
  record: Partial<SessionRecord> = {},
  members = someMembers(9),
  rules = rulebook,
) {
  return attentionOf(aRecord(briefed(aSession(given)), record), members, officers, rules, [repeat], now)
}

test('a session that is in order asks for nothing', () => {
  expect(rowsOf({ accepted: 6 }, reviewAt)).toEqual([])
})

test('C3.2 C3.4 an open case waits to be decided', () => {
  const open = { kind: 'open', round: 1, openedAt: reviewAt, decideBy: noon } as const
  const row = { kind: 'decide', group: 'decide', accepted: 4, tentative: 2, none: 3, minimum: 6, decideBy: noon, escalated: false }
  expect(rowsOf({ accepted: 4, tentative: 2, none: 3, undersubscribed: open }, reviewAt)).toMatchObject([row])
  expect(rowsOf({ accepted: 4, undersubscribed: { ...open, escalatedAt: noon } }, noon)).toMatchObject([{ escalated: true }])
})

const cancelled = { kind: 'cancelled', at: short, through: 'decision' } as const

test('C3.12 a short-notice cancellation waits until everyone is reached', () => {
  const members = [aMember(1, { mobile: { kind: 'none' } }), aMember(2)]
  const rows = rowsOf({ accepted: 2, standing: cancelled }, short, {}, members)
  expect(rows).toMatchObject([
    { kind: 'ring', group: 'now', cancelledAt: short, toRing: [{ name: 'Cllr Member 1', because: 'no-mobile' }] },
  ])
  const told = { id: 'c1', memberId: aMemberId(1), outcome: 'told', at: short, by: 'p', byName: 'Officer 901' } as const
  expect(rowsOf({ accepted: 2, standing: cancelled }, short, { calls: [told] }, members)).toEqual([])
})

test.each([
  [startsAt.add({ hours: 2 }).subtract({ seconds: 1 }), 1],
  [startsAt.add({ hours: 2 }), 0],
])('C3.12 at %s ringing about it still makes %i row', (now, count) => {
  expect(rowsOf({ accepted: 1, standing: cancelled }, now, {}, [aMember(1, { mobile: { kind: 'none' } })])).toHaveLength(count)
})

test('C3.13 a cancellation in Outlook waits for its reason, also after the day', () => {
  const standing = { kind: 'cancelled', at: arrangedAt, through: 'outlook' } as const
  const row = { kind: 'reason-missing', group: 'put-right', cancelledAt: arrangedAt, organiser: 'Officer 901' }
  expect(rowsOf({ standing }, reviewAt)).toMatchObject([row])
  expect(rowsOf({ standing }, startsAt.add({ hours: 99 }))).toMatchObject([row])
  const reason = { id: 'other', by: aPersonId(901), byName: 'Officer 901', at: noon }
  expect(rowsOf({ standing: { ...standing, reason } }, noon)).toEqual([])
})

test.each([
  [startsAt.subtract({ seconds: 1 }), ['untagged']],
  [startsAt, []],
])('C1.1 at %s a session that lost its tag asks for %j', (now, kinds) => {
  expect(rowsOf({ standing: { kind: 'untagged', at: arrangedAt } }, now).map((row) => row.kind)).toEqual(kinds)
})

test('C2.5 a list that cannot be opened is put to officers', () => {
  const list = { kind: 'list', name: 'All Members', address: 'all@thamesbrook.example', response: 'none' } as const
  expect(rowsOf({ accepted: 6, others: [{ ...list, list: { kind: 'unresolvable' } }] }, reviewAt)).toMatchObject([
    { kind: 'list-unresolvable', group: 'put-right', list: 'All Members' },
  ])
  expect(rowsOf({ accepted: 6, others: [{ ...list, list: { kind: 'expanded', members: 9 } }] }, reviewAt)).toEqual([])
})

function withOutcome(purpose: Purpose, channel: Channel, outcome: DutyOutcome) {
  return done(dutyOf(sessionId('s1'), purpose, channel, { notBefore: reviewAt }), outcome)
}
const reminder: Purpose = { kind: 'reminder', reminder: 'week-before', memberId: aMemberId(1) }
const failedText = withOutcome(reminder, 'text', { kind: 'failed', at: reviewAt, because: 'bad-number' })

test.each([
  ['a reminder', failedText, { name: 'Cllr Member 1', because: 'bad-number' }],
  [
    'an undelivered one',
    withOutcome(reminder, 'text', { kind: 'sent', at: reviewAt, delivery: { status: 'permanent-failure', at: reviewAt } }),
    { name: 'Cllr Member 1', because: 'permanent-failure' },
  ],
  [
    'a card',
    withOutcome({ kind: 'ask-reason', officerId: aPersonId(901) }, 'card', { kind: 'needs-attention', at: reviewAt, because: 'gave up' }),
    { name: 'Officer 901', because: 'gave up' },
  ],
  [
    'the clearing of calendars',
    withOutcome({ kind: 'cancel-event' }, 'calendar', { kind: 'failed', at: reviewAt, because: 'not-allowed' }),
    { name: 'Officer 901', because: 'not-allowed' },
  ],
  [
    'an email to a partner',
    withOutcome({ kind: 'partner-share', address: 'events@advice.example', share: 1 }, 'email', {
      kind: 'failed',
      at: reviewAt,
      because: 'refused',
    }),
    { name: 'events@advice.example', because: 'refused' },
  ],
  [
    'an email to a partner that came back',
    withOutcome({ kind: 'partner-share', address: 'events@advice.example', share: 1 }, 'email', {
      kind: 'sent',
      at: reviewAt,
      delivery: { status: 'permanent-failure', at: reviewAt },
    }),
    { name: 'events@advice.example', because: 'came-back' },
  ],
] as const)('%s that failed is named', (_what, duty, failed) => {
  expect(rowsOf({ accepted: 6 }, reviewAt, { duties: [duty] })).toMatchObject([
    { kind: 'message-failed', group: 'put-right', failed: [failed] },
  ])
})

const cameBack: DutyOutcome = { kind: 'sent', at: reviewAt, delivery: { status: 'permanent-failure', at: reviewAt } }
const shareTo = (address: string, share: number, outcome: DutyOutcome = cameBack) =>
  withOutcome({ kind: 'partner-share', address, share }, 'email', outcome)
const offTo = withOutcome({ kind: 'partner-cancelled', address: advice, share: 1, cancelledAt: reviewAt }, 'email', cameBack)
const sent: DutyOutcome = { kind: 'sent', at: reviewAt }

test.each([
  ['told again', [shareTo(advice, 1), shareTo(advice, 2, sent)], []],
  ['told again, and that came back', [shareTo(advice, 1), shareTo(advice, 2)], [advice]],
  ['told again after it was told off', [offTo, shareTo(advice, 2, sent)], []],
  ['told off, and not told again', [shareTo(advice, 1, sent), offTo], [advice]],
  ['told again, which was put aside', [offTo, shareTo(advice, 2, { kind: 'skipped', at: reviewAt, because: 'cancelled' })], [advice]],
  ['told of an earlier share', [shareTo(advice, 1, sent), shareTo(advice, 2)], [advice]],
  ['not the address that was told again', [shareTo(advice, 1), shareTo('other@advice.example', 2, sent)], [advice]],
  ['taken off the list', [shareTo('gone@advice.example', 1)], []],
  [
    'told off and taken off the list',
    [{ ...offTo, duty: { ...offTo.duty, purpose: { ...offTo.duty.purpose, address: 'gone@x.example' } } }],
    [],
  ],
] as const)('C4.18 of a partner %s, what came back waits only while it is not dealt with', (_what, duties, names) => {
  const rows = rowsOf({ accepted: 6 }, reviewAt, { duties })
  expect(rows.flatMap((row) => (row.kind === 'message-failed' ? row.failed.map(({ name }) => name) : []))).toEqual(names)
})

const asked: Purpose = { kind: 'nudge', memberId: aMemberId(1), number: 1 }
const askedAgain: Purpose = { kind: 'chase', memberId: aMemberId(1), number: 1 }

test.each([
  ['an email that asked for an answer', asked, 'email', { accepted: 0, none: 1 }, 1],
  ['one that asked, answered since', asked, 'email', { accepted: 0, tentative: 1 }, 0],
  ['one that asked again, of somebody who may come', askedAgain, 'email', { accepted: 0, tentative: 1 }, 1],
  ['one that asked again, accepted since', askedAgain, 'email', { accepted: 1 }, 0],
  ['a reminder by email', reminder, 'email', { accepted: 1 }, 1],
  ['a reminder by email, declined since', reminder, 'email', { accepted: 0, declined: 1 }, 0],
  ['a reminder by email, taken off the invitation since', reminder, 'email', { accepted: 0 }, 0],
  ['an email that asked for an answer, taken off the invitation since', asked, 'email', { accepted: 0 }, 0],
  ['a reminder by email of what is cancelled', reminder, 'email', { accepted: 1, standing: cancelled }, 0],
  ['a reminder by email of what is postponed', reminder, 'email', { accepted: 1, decision: postponed(aSession()).decision }, 0],
] as const)(
  'C2.3 C4.13 C4.14 of %s that came back officers hear while there is something left to tell',
  (_what, purpose, channel, given, rows) => {
    const all = rowsOf(given, reviewAt, { duties: [withOutcome(purpose, channel, cameBack)] }, someMembers(1))
    expect(all.flatMap((row) => (row.kind === 'message-failed' ? row.failed : []))).toEqual(
      Array.from({ length: rows }, () => ({ name: 'Cllr Member 1', because: 'came-back' })),
    )
  },
)

test('what went by email instead did not fail', () => {
  const email = withOutcome(reminder, 'email', { kind: 'sent', at: reviewAt })
  expect(rowsOf({ accepted: 6 }, reviewAt, { duties: [failedText, email] })).toEqual([])
  const failedEmail = withOutcome(reminder, 'email', { kind: 'failed', at: reviewAt, because: 'no-mailbox' })
  expect(rowsOf({ accepted: 6 }, reviewAt, { duties: [failedText, failedEmail] })).toMatchObject([{ failed: [{}, {}] }])
})

test('what is over asks for nothing more, and a failed notice of cancellation is the phone list’s', () => {
  expect(rowsOf({ accepted: 6 }, startsAt.add({ hours: 2 }), { duties: [failedText] })).toEqual([])
  const notice = withOutcome({ kind: 'cancellation-notice', memberId: aMemberId(1) }, 'text', {
    kind: 'failed',
    at: short,
    because: 'bad-number',
  })
  expect(rowsOf({ accepted: 1, standing: cancelled }, short, { duties: [notice] }).map((row) => row.kind)).toEqual(['ring'])
})

test('C14.4 a session offered only in the evening, or only once, is mentioned when there is a moment', () => {
  const alone = attentionOf(aRecord(briefed(aSession({ accepted: 6 }))), [], officers, towerHamlets, [], reviewAt)
  expect(alone).toMatchObject([{ kind: 'no-repeat', group: 'moment', pair: 'no-repeat' }])
  expect(attentionOf(aRecord(briefed(aSession({ accepted: 6 }))), [], officers, towerHamlets, [], startsAt)).toEqual([])
})

test('C3.12 a Member in office whose number cannot be texted is named once', () => {
  const landline = { kind: 'unusable', given: '020 7364 5000', because: 'landline' } as const
  const members = [aMember(1, { mobile: landline }), aMember(2), aMember(3, { mobile: { kind: 'none' } })]
  expect(rollAttention(members, towerHamlets, reviewAt)).toEqual([
    { kind: 'bad-mobile', group: 'put-right', memberId: 'm1', name: 'Cllr Member 1', given: '020 7364 5000' },
  ])
})

test('C1.9 what is held back waits until it says its aims or begins; what is for Members who were named is announced to nobody', () => {
  const rules = { ...rulebook, planning: { ...rulebook.planning, withoutAims: 'hold' as const } }
  const details = { version: 1, by: aPersonId(901), byName: 'Officer 901', at: arrangedAt, costs: [] }
  const held = (given: Partial<Session>, now = reviewAt) =>
    rowsOf({ accepted: 6, ...given }, now, {}, someMembers(9), rules).filter(({ kind }) => kind === 'held-back')
  expect(held({})).toMatchObject([{ group: 'put-right', sessionKind: 'in-person-training' }])
  expect(held({ details: { ...details, hadAims: true } })).toMatchObject([{ hadAims: true }])
  expect(held({ details: { ...details, aims: 'Keep order' } })).toEqual([])
  expect(held({ details: { ...details, audience: { kind: 'named', members: [aMemberId(1)] } } })).toEqual([])
  expect(held({ standing: cancelled })).toEqual([])
  expect(held({}, startsAt.subtract({ seconds: 1 }))).toHaveLength(1)
  expect(held({}, startsAt)).toEqual([])
  expect(rowsOf({ accepted: 6 }, reviewAt)).toEqual([])
})

test('C1.5 what is written in its appointment and not followed waits until it is put right, put down in Quorate, or too late', () => {
  const refusedTag = { because: 'unreadable', digest: 'spoilt', at: noon } as const
  const details = { version: 1, by: aPersonId(901), byName: 'Officer 901', at: noon, aims: 'Chair', costs: [] }
  const found = (given: Partial<Session>, at = noon) =>
    rowsOf({ accepted: 6, refusedTag, ...given }, at).filter(({ kind }) => kind === 'tag-refused')
  expect(found({ details: { ...details, fromTag: 'one' } })).toMatchObject([
    { kind: 'tag-refused', group: 'put-right', because: 'unreadable', organiser: aSession().organiser.name },
  ])
  expect(found({})).toHaveLength(1)
  expect(found({ details })).toEqual([])
  expect(found({}, startsAt.subtract({ seconds: 1 }))).toHaveLength(1)
  expect(found({}, startsAt)).toEqual([])
  expect(found({ standing: { kind: 'cancelled', at: noon, through: 'outlook' } })).toEqual([])
})
