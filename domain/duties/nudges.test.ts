import { expect, test } from 'vitest'
import { instant } from '../kernel/time.ts'
import { aContext, aMember, aRecord, aSession, anInvitation, arrangedAt, startsAt, towerHamlets } from '../testing/builders.ts'
import { nudgeDuties, nudgesDue, nudgeTimes } from './nudges.ts'

const nudgeAt = instant('2026-10-16T09:00:00Z') // Friday, two working days before the review
const withNudge = (nudge: Partial<typeof towerHamlets.responses.nudge>) => ({
  ...towerHamlets,
  responses: { ...towerHamlets.responses, nudge: { ...towerHamlets.responses.nudge, ...nudge } },
})

test.each([
  [{ count: 0 }, []],
  [{ count: 1 }, ['2026-10-16T09:00:00Z']],
  [{ count: 2 }, ['2026-10-16T09:00:00Z', '2026-10-19T09:00:00Z']],
  [{ count: 3 }, ['2026-10-16T09:00:00Z', '2026-10-19T09:00:00Z', '2026-10-20T09:00:00Z']],
  [{ count: 3, workingDaysBeforeReview: 0 }, ['2026-10-20T09:00:00Z']], // never after the day of the review
])('C2.3 with %o a Member who has not answered is asked at %j', (nudge, times) => {
  expect(nudgeTimes(aSession(), withNudge(nudge)).map(String)).toEqual(times)
})

test.each([
  ['before its time', nudgeAt.subtract({ seconds: 1 }), 0, { nudged: 0 }],
  ['at its time', nudgeAt, 0, { nudged: 1, number: 1 }],
  ['again', nudgeAt, 1, { nudged: 1 }],
  ['in the evening still', instant('2026-10-16T18:59:59Z'), 0, { nudged: 1, number: 1 }],
  ['after hours no more', instant('2026-10-16T19:00:00Z'), 0, { nudged: 1 }],
])('C2.3 asked %s', (_when, now, nudged, expected) => {
  expect(nudgesDue(aRecord(aSession(), { moments: { nudged } }), aContext(now))).toEqual(expected)
})

test('C2.3 after a long sleep only the last is sent', () => {
  const rulebook = withNudge({ count: 3 })
  expect(nudgesDue(aRecord(), aContext(instant('2026-10-19T09:00:00Z'), { rulebook }))).toEqual({ nudged: 2, number: 2 })
})

test('C2.3 a session arranged after the time of asking asks nobody: the invitation has only just come', () => {
  const session = aSession({ firstSeenAt: nudgeAt.add({ minutes: 1 }) })
  expect(nudgesDue(aRecord(session), aContext(nudgeAt.add({ minutes: 2 })))).toEqual({ nudged: 1 })
})

test.each([
  ['before the move', nudgeAt.subtract({ seconds: 1 }), { nudged: 1, number: 4 }],
  ['since the move', nudgeAt, { nudged: 1 }],
])('C2.3 C1.21 of a session that was moved, those asked %s are asked anew about its new time: %o', (_when, nudgedAt, expected) => {
  const session = aSession({ movedAt: nudgeAt })
  const history = [{ at: nudgeAt, what: { kind: 'moved', from: startsAt.subtract({ hours: 24 }), to: startsAt } } as const]
  const record = aRecord(session, { moments: { nudged: 1, nudgedAt }, history })
  expect(nudgesDue(record, aContext(nudgeAt))).toEqual(expected)
  expect(nudgesDue(record, aContext(nudgeAt.subtract({ seconds: 1 })))).toEqual({ nudged: nudgedAt.equals(nudgeAt) ? 1 : 0 })
})

test('C2.3 C1.21 moved after the time of asking, nobody is asked: Outlook has only just told everyone', () => {
  const record = aRecord(aSession({ movedAt: nudgeAt.add({ minutes: 1 }) }), { moments: { nudged: 1, nudgedAt: nudgeAt } })
  expect(nudgesDue(record, aContext(nudgeAt.add({ minutes: 2 })))).toEqual({ nudged: 1 })
})

test('C2.3 only who has not answered is asked, by card, or by email where there is no account', () => {
  const wanted = anInvitation(4, 'none', { wanted: { answer: 'accepted', at: arrangedAt } })
  const session = aSession({ invitations: [anInvitation(1), anInvitation(2, 'accepted'), anInvitation(3), wanted] })
  const { personId: _account, ...withoutAccount } = aMember(3)
  const duties = nudgeDuties(session, 1, aContext(nudgeAt, { members: [aMember(1), aMember(2), withoutAccount, aMember(4)] }))
  expect(duties.map((duty) => [duty.purpose, duty.channel])).toEqual([
    [{ kind: 'nudge', memberId: 'm1', number: 1 }, 'card'],
    [{ kind: 'nudge', memberId: 'm3', number: 1 }, 'email'],
  ])
})
