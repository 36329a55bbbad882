import { expect, test } from 'vitest'
import { instant } from '../kernel/time.ts'
import type { Instant } from '../kernel/time.ts'
import { aPersonId, aRecord, aSession, reviewAt, startsAt, towerHamlets } from '../testing/builders.ts'
import type { Answers } from '../testing/builders.ts'
import type { Session } from './session.ts'
import type { SessionRecord } from './session-record.ts'
import type { UndersubscribedCase } from './undersubscribed-case.ts'
import { caseAfter, decideByOf, minimumFor, reviewFrom, uptakeOf } from './undersubscribed.ts'

const noon = instant('2026-10-20T11:00:00Z')
const withMinimum = (given: Partial<typeof towerHamlets.minimum>) => ({ ...towerHamlets, minimum: { ...towerHamlets.minimum, ...given } })

test.each([
  { accepted: 5, tentative: 9, kind: 'too-few' }, // a tentative answer never makes up the number
  { accepted: 6, tentative: 0, kind: 'enough' },
  { accepted: 7, tentative: 0, kind: 'enough' },
  { accepted: 0, tentative: 0, kind: 'too-few' },
])('C3.2 $accepted accepted and $tentative tentative is $kind at the review', ({ kind, ...answers }) => {
  expect(uptakeOf(aSession(answers), towerHamlets, reviewAt)).toMatchObject({ kind, ...answers, minimum: 6 })
})

test('C3.2 review begins at 09:00 in London, five working days before, although the clocks change in between', () => {
  expect(reviewFrom(aSession(), towerHamlets).equals(reviewAt)).toBe(true)
  expect(uptakeOf(aSession(), towerHamlets, reviewAt.subtract({ seconds: 1 }))).toMatchObject({
    kind: 'before-review',
    reviewFrom: reviewAt,
  })
  expect(uptakeOf(aSession(), towerHamlets, reviewAt).kind).toBe('too-few')
})

test('C3.2 C14.6 the review skips the bank holidays and closures of the council', () => {
  const session = aSession({ startsAt: instant('2027-01-06T10:00:00Z') }) // a Wednesday; 1 January and 25, 28 December are holidays
  const closed = { ...towerHamlets, workingDays: { ...towerHamlets.workingDays, closures: ['2026-12-29', '2026-12-30', '2026-12-31'] } }
  expect(reviewFrom(session, towerHamlets).toString()).toBe('2026-12-29T09:00:00Z')
  expect(reviewFrom(session, closed).toString()).toBe('2026-12-22T09:00:00Z')
})

test('C3.2 a kind may have its own minimum, and one with none is never put to officers', () => {
  const rulebook = withMinimum({ byKind: { 'member-briefing': 3, visit: 0 } })
  expect(minimumFor({ kind: 'member-briefing' }, rulebook)).toBe(3)
  expect(uptakeOf(aSession({ kind: 'member-briefing', accepted: 3 }), rulebook, reviewAt).kind).toBe('enough')
  expect(uptakeOf(aSession({ kind: 'visit' }), rulebook, reviewAt).kind).toBe('not-judged')
  expect(uptakeOf(aSession({ kind: 'workshop', accepted: 5 }), rulebook, reviewAt).kind).toBe('too-few')
})

test('C3.3 no-answer, declined, officers, presenters, partners, rooms and lists do not count', () => {
  const others = (['officer', 'presenter', 'partner', 'room', 'list'] as const).map((kind) => ({
    kind,
    name: kind,
    address: `${kind}@thamesbrook.example`,
    response: 'accepted' as const,
  }))
  const session = aSession({ accepted: 5, declined: 9, none: 30, others })
  expect(uptakeOf(session, towerHamlets, reviewAt)).toMatchObject({ kind: 'too-few', accepted: 5 })
})

test.each([
  [0, 5, 30, 'too-few'],
  [0.5, 5, 1, 'too-few'],
  [0.5, 5, 2, 'enough'],
  [1, 0, 6, 'enough'],
  [1, 0, 5, 'too-few'],
  [0.1, 5, 10, 'enough'], // ten tenths
])('C3.3 where a tentative answer counts %f, %i accepted and %i tentative is %s', (tentativeCounts, accepted, tentative, kind) => {
  const uptake = uptakeOf(aSession({ accepted, tentative }), withMinimum({ tentativeCounts }), reviewAt)
  expect(uptake).toMatchObject({ kind, accepted, tentative })
})

test('C3.8 a session is judged on its own count, however many its repeat has', () => {
  const day = aSession({ accepted: 5 })
  const evening = aSession({ accepted: 20, startsAt: startsAt.add({ hours: 48 }), title: day.title })
  expect(day.courseId).toBe(evening.courseId)
  expect(uptakeOf(day, towerHamlets, reviewAt).kind).toBe('too-few')
})

test.each([
  ['at the review', '2026-10-20T08:00:00Z', '2026-10-20T11:00:00Z'],
  ['an hour before noon', '2026-10-20T10:00:00Z', '2026-10-20T11:00:00Z'],
  ['too near noon', '2026-10-20T10:00:01Z', '2026-10-21T11:00:00Z'],
  ['next day, three hours before noon', '2026-10-21T08:00:00Z', '2026-10-21T11:00:00Z'],
  ['next day, later', '2026-10-21T08:00:01Z', '2026-10-22T11:00:00Z'],
  ['on Friday afternoon', '2026-10-23T13:00:00Z', '2026-10-26T12:00:00Z'], // Monday, in winter time
  ['on the morning of the session', '2026-10-27T09:00:00Z', '2026-10-27T12:00:00Z'],
  ['too late for that', '2026-10-27T09:00:01Z', '2026-10-27T17:30:00Z'], // an hour before the start
  ['in the last hour', '2026-10-27T18:00:00Z', '2026-10-27T18:00:00Z'],
])('C3.4 a case raised %s is to be decided in time', (_when, openedAt, decideBy) => {
  expect(decideByOf(aSession(), instant(openedAt), towerHamlets).toString()).toBe(decideBy)
})

function after(given: Answers & Partial<Session>, now: Instant, moments: Partial<SessionRecord['moments']> = {}) {
  return caseAfter(aRecord(aSession(given), { moments: { nudged: 0, ...moments } }), towerHamlets, now)
}
const open: UndersubscribedCase = { kind: 'open', round: 1, openedAt: reviewAt, decideBy: noon }
const reviewed = { reviewed: reviewAt }

test('C3.2 at the review, with five, it is put to officers and nothing else happens to the session', () => {
  expect(after({ accepted: 5, tentative: 2 }, reviewAt)).toEqual({
    undersubscribed: open,
    reviewed: reviewAt,
    history: [{ at: reviewAt, what: { kind: 'raised', accepted: 5, minimum: 6, round: 1 } }],
  })
})

test('C3.2 with exactly six it is not, and the record says that it was reviewed', () => {
  expect(after({ accepted: 6 }, reviewAt)).toEqual({
    undersubscribed: { kind: 'none' },
    reviewed: reviewAt,
    history: [{ at: reviewAt, what: { kind: 'reviewed', accepted: 6, minimum: 6 } }],
  })
  expect(after({ accepted: 6 }, noon, reviewed).history).toEqual([])
})

test('C3.2 before the review nothing is asked', () => {
  expect(after({ accepted: 0 }, reviewAt.subtract({ seconds: 1 }))).toEqual({
    undersubscribed: { kind: 'none' },
    reviewed: undefined,
    history: [],
  })
})

test('C3.9 when later declines take it below six, it is raised', () => {
  const now = instant('2026-10-22T15:42:00Z')
  expect(after({ accepted: 5 }, now, reviewed)).toMatchObject({
    undersubscribed: { kind: 'open', round: 1, openedAt: now },
    history: [{ what: { kind: 'raised', accepted: 5 } }],
  })
})

test('C3.9 when later acceptances lift it to six, an open case closes itself and says so', () => {
  expect(after({ accepted: 6, undersubscribed: open }, noon, reviewed)).toMatchObject({
    undersubscribed: { kind: 'closed', round: 1, closedAt: noon, because: 'enough' },
    history: [{ at: noon, what: { kind: 'closed', because: 'enough', accepted: 6 } }],
  })
  expect(after({ accepted: 5, undersubscribed: open }, reviewAt, reviewed).undersubscribed).toEqual(open)
})

test('C3.9 falling below six again raises it again, as another round', () => {
  const closed: UndersubscribedCase = { kind: 'closed', round: 1, closedAt: noon, because: 'enough' }
  expect(after({ accepted: 5, undersubscribed: closed }, noon.add({ hours: 24 }), reviewed).undersubscribed).toMatchObject({
    kind: 'open',
    round: 2,
  })
})

test.each([
  [0, 'open'],
  [1, 'none'],
])('C3.9 %i seconds past the last check before the start, a low count leaves the case %s', (seconds, kind) => {
  const lastCheck = startsAt.subtract({ minutes: 120 })
  expect(after({ accepted: 5 }, lastCheck.add({ seconds }), reviewed).undersubscribed.kind).toBe(kind)
})

test.each([
  [noon.subtract({ seconds: 1 }), undefined],
  [noon, noon],
])('C3.4 at %s with no decision: escalated at %s, and open all the same', (now, escalatedAt) => {
  const { undersubscribed, history } = after({ accepted: 4, undersubscribed: open }, now, reviewed)
  expect(undersubscribed).toEqual(escalatedAt ? { ...open, escalatedAt } : open)
  expect(history).toEqual(escalatedAt ? [{ at: now, what: { kind: 'escalated' } }] : [])
})

test('C3.4 it escalates once', () => {
  const escalated = { ...open, escalatedAt: noon }
  expect(after({ accepted: 4, undersubscribed: escalated }, noon.add({ hours: 9 }), reviewed)).toMatchObject({
    undersubscribed: escalated,
    history: [],
  })
})

test('C3.4 with no decision the session stands until it starts, and then the case is over', () => {
  const escalated = { ...open, escalatedAt: noon }
  expect(after({ accepted: 4, undersubscribed: escalated }, startsAt.subtract({ seconds: 1 }), reviewed).undersubscribed).toEqual(escalated)
  expect(after({ accepted: 4, undersubscribed: escalated }, startsAt, reviewed).undersubscribed).toMatchObject({ because: 'started' })
})

const ran: Partial<Session> = {
  undersubscribed: { kind: 'closed', round: 1, closedAt: noon, because: 'decided' },
  decision: {
    choice: 'run',
    by: aPersonId(901),
    byName: 'Officer 901',
    at: noon,
    reasonId: 'mandatory',
    knowing: { counts: { accepted: 4, tentative: 2, declined: 0, none: 0 }, minimum: 6, readAt: noon, otherRuns: [] },
  },
}

test.each([
  [5, 'closed'],
  [4, 'closed'], // what they knew when they decided to run it
  [3, 'open'],
])('C3.4 C3.9 after a decision to run it with four, %i accepted leaves the case %s', (accepted, kind) => {
  expect(after({ accepted, ...ran }, noon.add({ hours: 24 }), reviewed).undersubscribed.kind).toBe(kind)
})

test('C1.21 a session moved to a later week is asked about anew at its new time', () => {
  const movedAt = noon.add({ hours: 1 })
  const closed: UndersubscribedCase = { kind: 'closed', round: 1, closedAt: movedAt, because: 'moved' }
  const moved = { accepted: 4, undersubscribed: closed, startsAt: startsAt.add({ hours: 24 * 14 }), movedAt }
  const newReview = instant('2026-11-03T09:00:00Z')
  expect(after(moved, newReview.subtract({ seconds: 1 }), reviewed)).toMatchObject({ undersubscribed: closed, reviewed: undefined })
  expect(after(moved, newReview).undersubscribed).toMatchObject({ kind: 'open', round: 2 })
})

test('C1.21 a session moved inside its review week is raised again at once with its new deadline', () => {
  const movedAt = noon.subtract({ minutes: 30 })
  const closed: UndersubscribedCase = { kind: 'closed', round: 1, closedAt: movedAt, because: 'moved' }
  const result = after({ none: 4, undersubscribed: closed, startsAt: startsAt.add({ hours: 1 }), movedAt }, movedAt, reviewed)
  expect(result.undersubscribed).toMatchObject({ kind: 'open', round: 2, openedAt: movedAt })
  expect(result.history.map((line) => line.what.kind)).toEqual(['raised'])
})

test.each([
  [-1, 1],
  [0, 1],
  [1, 0], // dated after now, by the clock of another instance: it takes nothing away before its time
])('C1.21 a review two seconds ago is made again for a session moved %i seconds from now: %i times', (seconds, times) => {
  const moved = { accepted: 6, movedAt: noon.add({ seconds }) }
  const first = after(moved, noon, { reviewed: noon.subtract({ seconds: 2 }) })
  expect(first.history).toHaveLength(times)
  expect(after(moved, noon, first.reviewed ? { reviewed: first.reviewed } : {}).history).toEqual([])
})

test.each([
  ['are reviewed later', { reviewWorkingDays: 2 }],
  ['are put to nobody', { byKind: { 'in-person-training': 0 } }],
])(
  'when the council’s rules now say that such sessions %s, an open case closes and does not claim that enough are coming',
  (_how, rule) => {
    const result = caseAfter(aRecord(aSession({ accepted: 4, undersubscribed: open })), withMinimum(rule), noon)
    expect(result.undersubscribed).toMatchObject({ kind: 'closed', because: 'rules-changed' })
  },
)

test('C3.10 a cancelled session has no open case', () => {
  const standing = { kind: 'cancelled', at: noon, through: 'outlook' } as const
  expect(after({ accepted: 4, undersubscribed: open, standing }, noon, reviewed).undersubscribed).toMatchObject({ because: 'cancelled' })
  expect(after({ accepted: 4, standing }, reviewAt).undersubscribed).toEqual({ kind: 'none' })
})

test('a session that lost its tag keeps its case as it is, until officers have put it right', () => {
  const standing = { kind: 'untagged', at: noon } as const
  expect(after({ accepted: 4, undersubscribed: open, standing }, noon.add({ hours: 1 }), reviewed)).toMatchObject({
    undersubscribed: open,
    history: [],
  })
})
