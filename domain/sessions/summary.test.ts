import { expect, test } from 'vitest'
import { aPersonId, aSession, aSummary, arrangedAt, reviewAt, startsAt, towerHamlets } from '../testing/builders.ts'
import type { Answers } from '../testing/builders.ts'
import type { Instant } from '../kernel/time.ts'
import { decided, knownAt } from './deciding.ts'
import type { Session } from './session.ts'
import { myUptake, stateOf, summaryOf } from './summary.ts'

const noon = reviewAt.add({ hours: 3 })
const open = { kind: 'open', round: 1, openedAt: reviewAt, decideBy: noon } as const

test('C2.2 a summary has the numbers, when they were read, and no names', () => {
  const summary = summaryOf({ session: aSession({ accepted: 2, tentative: 1, declined: 1, none: 3, about: 'Aims' }) })
  expect(summary).toMatchObject({ counts: { accepted: 2, tentative: 1, declined: 1, none: 3 }, invited: 7, others: 0, readAt: arrangedAt })
  expect(summary).not.toHaveProperty('invitations')
  expect(summary).not.toHaveProperty('about')
})

function state(given: Answers & Partial<Session>, now: Instant) {
  return stateOf(aSummary(given), towerHamlets, now)
}

const ran = (() => {
  const session = aSession({ accepted: 4, undersubscribed: open })
  const knowing = knownAt(session, towerHamlets, [], noon)
  return decided(session, { choice: 'run', by: aPersonId(901), byName: 'Officer 901', at: noon, reasonId: 'mandatory', knowing }).session
})()

test.each([
  ['before the review', { accepted: 1 }, reviewAt.subtract({ seconds: 1 }), { kind: 'reviewed-on', at: reviewAt }],
  ['with six', { accepted: 6 }, reviewAt, { kind: 'going-ahead', because: 'enough' }],
  ['with five, before any look', { accepted: 5 }, reviewAt, { kind: 'decide-by', at: noon, escalated: false }],
  ['in question', { accepted: 5, undersubscribed: open }, noon, { kind: 'decide-by', at: noon, escalated: false }],
  ['escalated', { accepted: 5, undersubscribed: { ...open, escalatedAt: noon } }, noon, { kind: 'decide-by', at: noon, escalated: true }],
  ['never judged', { kind: 'visit' }, noon, { kind: 'going-ahead', because: 'not-judged' }],
  [
    'fallen below six at the last minute',
    { accepted: 5 },
    startsAt.subtract({ minutes: 1 }),
    { kind: 'going-ahead', because: 'not-judged' },
  ],
  ['begun', { accepted: 5 }, startsAt, { kind: 'took-place' }],
  ['untagged', { standing: { kind: 'untagged', at: noon } }, noon, { kind: 'untagged' }],
] as const)('a session %s stands so', (_what, given, now, expected) => {
  expect(state(given, now)).toEqual(expected)
})

test.each([
  [0, 'decide-by'],
  [1, 'going-ahead'],
])('C3.9 %i seconds past the last check, a count that fell stands as the look will have it: %s', (seconds, kind) => {
  expect(state({ accepted: 5 }, startsAt.subtract({ minutes: 120 }).add({ seconds })).kind).toBe(kind)
})

test('C3.4 decided to run, it goes ahead for that', () => {
  expect(stateOf(summaryOf({ session: ran }), towerHamlets, noon)).toEqual({ kind: 'going-ahead', because: 'decided' })
})

test.each([
  ['outlook', undefined, true],
  ['decision', { id: 'other', by: aPersonId(901), byName: 'Officer 901', at: noon }, false],
] as const)('C3.14 cancelled through %s it stays in the list, for ever, and took place never', (through, reason, reasonMissing) => {
  const standing = { kind: 'cancelled', at: noon, through, ...(reason ? { reason } : {}) } as const
  const expected = { kind: 'cancelled', at: noon, reasonMissing, through }
  expect(state({ standing }, noon)).toEqual(expected)
  expect(state({ standing }, startsAt.add({ hours: 99 }))).toEqual(expected)
})

test.each([
  ['before-review', { accepted: 4 }, arrangedAt, noon],
  ['enough', { accepted: 6 }, reviewAt, undefined],
  ['too-few', { accepted: 4, undersubscribed: open }, reviewAt, noon],
  ['going-ahead', { accepted: 4 }, startsAt.subtract({ minutes: 1 }), undefined],
  ['started', { accepted: 4 }, startsAt, undefined],
  ['not-judged', { kind: 'visit' }, arrangedAt, undefined],
] as const)('a Member is told how the numbers stand: %s', (stage, given, now, decideBy) => {
  const uptake = myUptake(aSummary(given), towerHamlets, now)
  expect(uptake).toMatchObject({ stage, readAt: arrangedAt })
  expect(uptake.decideBy).toEqual(decideBy)
})

test.each([
  [-1, undefined],
  [0, true],
])('C3.4 %i seconds past the deadline, a Member is told that officers are deciding: %s', (seconds, late) => {
  expect(myUptake(aSummary({ accepted: 4, undersubscribed: open }), towerHamlets, noon.add({ seconds })).late).toBe(late)
})

test('C3.4 a Member is told that a session decided to run goes ahead', () => {
  expect(myUptake(summaryOf({ session: ran }), towerHamlets, noon)).toMatchObject({ stage: 'going-ahead', accepted: 4, minimum: 6 })
})
