import { expect, test } from 'vitest'
import { sessionId } from '../kernel/ids.ts'
import { aPersonId, aRecord, aSession, aSummary, arrangedAt, reviewAt, startsAt, towerHamlets } from '../testing/builders.ts'
import type { DecisionOrder } from './deciding.ts'
import type { Decision } from './decision.ts'
import { decided, knownAt, mayDecide, mayGiveReason, withReason } from './deciding.ts'
import { isPostponed } from './postponed.ts'
import type { Session } from './session.ts'

const now = reviewAt.add({ hours: 1 })
const tooFew = aSession({
  accepted: 5,
  tentative: 2,
  undersubscribed: { kind: 'open', round: 1, openedAt: reviewAt, decideBy: now.add({ hours: 2 }) },
})
const enough = aSession({ accepted: 6 })
const otherRun = aSummary({ id: sessionId('s2'), startsAt: startsAt.add({ hours: 48 }), accepted: 9 })
const lackOfInterest: DecisionOrder = { choice: 'cancel', reasonId: 'lack-of-interest' }
const trainerIll: DecisionOrder = { choice: 'cancel', reasonId: 'trainer-unavailable' }

function ask(session: Session, order: DecisionOrder, at = now) {
  const result = mayDecide(aRecord(session), order, towerHamlets, [otherRun], at)
  return result.ok ? 'allowed' : result.refusal
}

test.each([
  { choice: 'run', reasonId: 'mandatory for some' },
  { choice: 'cancel', reasonId: 'lack-of-interest' },
  { choice: 'postpone', reasonId: 'own-words', reasonWords: 'The trainer is ill' },
  { choice: 'merge', reasonId: 'lack-of-interest', mergeWith: 's2' },
] as const)('C3.4 officers may $choice a session that has too few', (order) => {
  expect(ask(tooFew, order)).toBe('allowed')
})

test('C3.4 a case that the next look will open may be decided already', () => {
  expect(ask(aSession({ accepted: 5 }), { choice: 'run', reasonId: 'mandatory' }, reviewAt)).toBe('allowed')
})

test('C3.1 any session may be cancelled for an unexpected factor', () => {
  expect(ask(enough, trainerIll)).toBe('allowed')
  expect(ask(enough, trainerIll, arrangedAt)).toBe('allowed')
})

test.each([
  ['enough are coming', enough, now],
  ['it is before the review', aSession({ accepted: 1 }), reviewAt.subtract({ seconds: 1 })],
  ['the kind is never judged', aSession({ kind: 'visit' }), now],
])('C3.1 C3.2 lack of interest is no reason when %s', (_what, session, at) => {
  expect(ask(session, lackOfInterest, at)).toEqual({ kind: 'not-too-few' })
})

test.each([
  ['before-review', aSession({ accepted: 1 }), reviewAt.subtract({ seconds: 1 })],
  ['enough', enough, now],
  ['not-judged', aSession({ kind: 'visit' }), now],
  ['too-late', aSession({ accepted: 1 }), startsAt.subtract({ minutes: 119 })],
  ['untagged', aSession({ accepted: 1, standing: { kind: 'untagged', at: arrangedAt } }), now],
  ['decided', decided(tooFew, aDecision({ choice: 'run' })).session, now],
] as const)('C3.4 there is nothing to decide: %s', (because, session, at) => {
  expect(ask(session, { choice: 'run', reasonId: 'mandatory' }, at)).toEqual({ kind: 'nothing-to-decide', because })
})

test('C3.4 a session already cancelled, or begun, is not decided again', () => {
  expect(ask(decided(tooFew, aDecision()).session, trainerIll)).toEqual({ kind: 'cancelled' })
  expect(ask(tooFew, trainerIll, startsAt)).toEqual({ kind: 'started' })
  expect(ask(tooFew, trainerIll, startsAt.subtract({ seconds: 1 }))).toBe('allowed')
})

test.each([
  ['unknown-reason', { choice: 'cancel', reasonId: 'whim' }],
  ['reason-needs-words', { choice: 'cancel', reasonId: 'other' }],
  ['reason-needs-words', { choice: 'cancel', reasonId: 'other', reasonWords: '   ' }],
  ['unknown-reason', { choice: 'merge', reasonId: 'mandatory', mergeWith: 's2' }],
  ['no-such-run', { choice: 'merge', reasonId: 'lack-of-interest' }],
  ['no-such-run', { choice: 'merge', reasonId: 'lack-of-interest', mergeWith: 's9' }],
] as const)('C3.1 refused as %s: %o', (kind, order) => {
  expect(ask(tooFew, order)).toEqual({ kind })
})

test('C3.1 another reason is one when it is said in words', () => {
  expect(ask(tooFew, { choice: 'cancel', reasonId: 'other', reasonWords: 'The boiler has failed' })).toBe('allowed')
})

function aDecision(given: Partial<Decision> = {}): Decision {
  const knowing = knownAt(tooFew, towerHamlets, [otherRun], now)
  return { choice: 'cancel', by: aPersonId(901), byName: 'Officer 901', at: now, reasonId: 'lack-of-interest', knowing, ...given }
}

test('C3.4 who decided, when, why and knowing what is recorded', () => {
  expect(aDecision().knowing).toEqual({
    counts: { accepted: 5, tentative: 2, declined: 0, none: 0 },
    minimum: 6,
    readAt: tooFew.readAt,
    otherRuns: [{ sessionId: 's2', startsAt: otherRun.startsAt, accepted: 9 }],
  })
  const { session, history } = decided(tooFew, aDecision())
  expect(session.decision).toEqual(aDecision())
  expect(history).toEqual([{ at: now, what: { kind: 'decided', choice: 'cancel', byName: 'Officer 901' } }])
})

test.each(['cancel', 'merge'] as const)('C3.10 a decision to %s marks the session cancelled at once, with its reason', (choice) => {
  const { session } = decided(tooFew, aDecision({ choice, reasonWords: 'Only five' }))
  const reason = { id: 'lack-of-interest', words: 'Only five', by: aPersonId(901), byName: 'Officer 901', at: now }
  expect(session.standing).toEqual({ kind: 'cancelled', at: now, through: 'decision', reason })
  expect(session.undersubscribed).toEqual({ kind: 'closed', round: 1, closedAt: now, because: 'decided' })
})

test('C3.4 a decision to run it leaves it standing', () => {
  const { session } = decided(tooFew, aDecision({ choice: 'run' }))
  expect(session.standing).toEqual({ kind: 'standing' })
  expect(session.undersubscribed).toMatchObject({ kind: 'closed', because: 'decided' })
})

test('C3.4 a postponed session stands where it is until it is moved, and the question about the old time is over', () => {
  const { session } = decided(tooFew, aDecision({ choice: 'postpone' }))
  expect(session.standing).toEqual({ kind: 'standing' })
  expect(isPostponed(session)).toBe(true)
  expect(session.undersubscribed).toMatchObject({ kind: 'closed', because: 'decided' })
  expect(ask(session, { choice: 'postpone', reasonId: 'own-words' })).toEqual({ kind: 'nothing-to-decide', because: 'decided' })
  expect(ask(session, trainerIll)).toBe('allowed')
})

test('C3.4 what was postponed may be run after all until its old time, with a reason in words, and that is told in its history', () => {
  const { session: waits } = decided(tooFew, aDecision({ choice: 'postpone' }))
  const afterAll: DecisionOrder = { choice: 'run', reasonId: 'own-words', reasonWords: 'The trainer can come' }
  expect(ask(waits, afterAll)).toBe('allowed')
  expect(ask(waits, afterAll, startsAt.subtract({ seconds: 1 }))).toBe('allowed')
  expect(ask(waits, afterAll, startsAt)).toEqual({ kind: 'started' })
  expect(ask(waits, { ...afterAll, reasonWords: ' ' })).toEqual({ kind: 'reason-needs-words' })
  expect(ask({ ...waits, standing: { kind: 'untagged', at: now } }, afterAll)).toMatchObject({ kind: 'nothing-to-decide' })

  const { session, history } = decided(waits, aDecision({ choice: 'run', reasonWords: 'The trainer can come' }))
  expect(isPostponed(session)).toBe(false)
  expect(session.undersubscribed).toMatchObject({ kind: 'closed', because: 'decided' })
  expect(history.map(({ what }) => what)).toEqual([
    { kind: 'decided', choice: 'run', byName: 'Officer 901', insteadOf: 'postpone', reason: 'The trainer can come' },
  ])
  expect(ask(session, afterAll)).toEqual({ kind: 'nothing-to-decide', because: 'decided' }) // there is nothing more to take back
})

function runFor(capacity: number, accepted: number): Session {
  const details = { version: 1, by: aPersonId(901), byName: 'Officer 901', at: arrangedAt, costs: [], capacity }
  return aSession({ id: sessionId('s2'), startsAt: otherRun.startsAt, accepted, details })
}

test.each([
  [13, 9, 'allowed'], // all five here are among the nine there
  [8, 3, 'allowed'],
  [4, 3, { kind: 'run-full', free: 1, coming: 2 }],
  [3, 3, { kind: 'run-full', free: 0, coming: 2 }],
])('C3.4 merging into a room for %i with %i accepted: %o', (capacity, accepted, expected) => {
  const result = mayDecide(
    aRecord(tooFew),
    { choice: 'merge', reasonId: 'lack-of-interest', mergeWith: 's2' },
    towerHamlets,
    [otherRun],
    now,
    [runFor(capacity, accepted)],
  )
  expect(result.ok ? 'allowed' : result.refusal).toEqual(expected)
})

test('C3.1 cancelling a session that was not in question leaves no case behind', () => {
  expect(decided(enough, aDecision({ reasonId: 'trainer-unavailable' })).session.undersubscribed).toEqual({ kind: 'none' })
})

test('C3.13 the reason of a cancellation in Outlook is given afterwards, and any of the reasons will do', () => {
  const cancelled = aSession({ standing: { kind: 'cancelled', at: arrangedAt, through: 'outlook' } })
  const reason = { id: 'room-unavailable', by: aPersonId(901), byName: 'Officer 901', at: now }
  const { session, history } = withReason(cancelled, reason)
  expect(session.standing).toEqual({ kind: 'cancelled', at: arrangedAt, through: 'outlook', reason })
  expect(history).toEqual([{ at: now, what: { kind: 'reason-given', byName: 'Officer 901', reasonId: 'room-unavailable' } }])
  expect(mayGiveReason({ reasonId: 'lack-of-interest' }, towerHamlets, true)).toMatchObject({ ok: true })
  expect(mayGiveReason({ reasonId: 'whim' }, towerHamlets, true)).toMatchObject({ refusal: { kind: 'unknown-reason' } })
})

test('C3.13 a session that stands has no reason to be given', () => {
  const reason = { id: 'room-unavailable', by: aPersonId(901), byName: 'Officer 901', at: now }
  expect(withReason(enough, reason)).toEqual({ session: enough, history: [] })
})
