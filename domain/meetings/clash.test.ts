import { expect, test } from 'vitest'
import { sessionId } from '../kernel/ids.ts'
import { instant } from '../kernel/time.ts'
import { aMember, anInvitation, aPersonId, arrangedAt, aSession, postponed, startsAt, towerHamlets } from '../testing/builders.ts'
import { aMeeting } from '../testing/meetings.ts'
import type { Session } from '../sessions/session.ts'
import type { Around } from './clash.ts'
import { clashesOf, unsettled } from './clash.ts'
import type { CommitteeMeeting } from './meeting.ts'

const planner = aMember(1, { posts: ['Member, Planning Committee'] })
const roll = [planner, aMember(2), aMember(3, { posts: ['Substitute, Planning Committee'] })]
/** 6:30pm to 8:30pm on 27 October, for three Members. */
const session = aSession({ none: 3 })
const around = (given: Partial<Around>): Around => ({ meetings: [], sessions: [], ...given })
const withMeetings = (...meetings: CommitteeMeeting[]) => clashesOf(session, around({ meetings }), roll, towerHamlets)
const other = (given: Partial<Session> = {}): Session => aSession({ id: sessionId('s2'), title: 'Budgets', none: 2, ...given })
const lasting = (minutes: number, from = startsAt) => ({ startsAt: from, endsAt: from.add({ minutes }) })

test('C14.3 a meeting at the time of a session is a clash for whoever is invited and sits on the committee, and for nobody else', () => {
  expect(withMeetings(aMeeting({ place: 'Council Chamber' }))).toMatchObject([
    { affected: ['m1'], against: { kind: 'meeting', committee: 'Planning Committee', place: 'Council Chamber' } },
  ])
})

test.each([
  [-29, 1],
  [-30, 0],
  [29, 1],
  [30, 0],
])('C14.3 a meeting with %i minutes between it and the session makes %i clashes', (gap, clashes) => {
  const span = gap < 0 ? lasting(60, startsAt.add({ minutes: gap - 60 })) : lasting(60, session.endsAt.add({ minutes: gap }))
  expect(withMeetings(aMeeting(span))).toHaveLength(clashes)
})

test('C14.3 the buffer is the council’s: without one, a session may begin when the meeting ends', () => {
  const none = { ...towerHamlets, programme: { ...towerHamlets.programme, clashBufferMinutes: 0 } }
  const meetings = [aMeeting(lasting(60, startsAt.subtract({ minutes: 60 })))]
  expect(clashesOf(session, around({ meetings }), roll, none)).toEqual([])
  const over = [aMeeting(lasting(61, startsAt.subtract({ minutes: 60 })))]
  expect(clashesOf(session, around({ meetings: over }), roll, none)).toHaveLength(1)
})

test('C14.3 a meeting whose end is not published is taken to last as long as the rulebook says', () => {
  const { endsAt: _, ...open } = aMeeting({ startsAt: startsAt.subtract({ minutes: 150 }) })
  expect(withMeetings(open)).toEqual([]) // two hours, and half an hour between
  expect(withMeetings({ ...open, startsAt: open.startsAt.add({ minutes: 1 }) })).toHaveLength(1)
})

test('C14.3 C14.11 half an hour is half an hour in the night in which the clocks go back', () => {
  const night = { ...session, startsAt: instant('2026-10-25T01:30:00Z'), endsAt: instant('2026-10-25T03:00:00Z') } // 1:30am, the second time
  const meeting = aMeeting({ startsAt: instant('2026-10-24T23:00:00Z'), endsAt: instant('2026-10-25T00:30:00Z') }) // until 1:30am, the first
  expect(clashesOf(night, around({ meetings: [meeting] }), roll, towerHamlets)).toEqual([])
})

test('C14.3 a cancelled meeting is in nobody’s way, and a provisional one is', () => {
  expect(withMeetings(aMeeting({ status: 'cancelled' }))).toEqual([])
  expect(withMeetings(aMeeting({ status: 'provisional' }))).toHaveLength(1)
})

test('C14.3 a committee on which nobody invited sits is no clash; one of which nobody is known to be a member is', () => {
  const absent = [aMember(9, { posts: ['Member, Planning Committee'] }), ...roll.slice(1)]
  expect(clashesOf(session, around({ meetings: [aMeeting()] }), absent, towerHamlets)).toEqual([])
  const [clash] = withMeetings(aMeeting({ committee: 'Pensions Board' }))
  expect(clash).toMatchObject({ against: { committee: 'Pensions Board' } })
  expect(clash).not.toHaveProperty('affected')
})

test('C14.12 two sessions that overlap clash for those who are invited to both', () => {
  const clashes = clashesOf(
    session,
    around({ sessions: [session, other({ startsAt: startsAt.add({ minutes: 119 }) })] }),
    roll,
    towerHamlets,
  )
  expect(clashes).toMatchObject([{ affected: ['m1', 'm2'], against: { kind: 'session', sessionId: 's2', title: 'Budgets' } }])
})

test.each([
  ['one begins when the other ends', { startsAt: startsAt.add({ hours: 2 }) }],
  ['they are for different Members', { invitations: [anInvitation(7)] }],
  ['one is cancelled', { standing: { kind: 'cancelled', at: startsAt, through: 'outlook' } }],
] as const)('C14.12 there is no clash where %s', (_, given) => {
  expect(clashesOf(session, around({ sessions: [other(given)] }), roll, towerHamlets)).toEqual([])
})

test('C14.3 C14.12 what is postponed is in nobody’s way at the time at which it is not held', () => {
  const near = around({ meetings: [aMeeting()], sessions: [other()] })
  expect(clashesOf(session, near, roll, towerHamlets)).toHaveLength(2)
  expect(clashesOf(postponed(session), near, roll, towerHamlets)).toEqual([])
  expect(clashesOf(session, around({ sessions: [postponed(other())] }), roll, towerHamlets)).toEqual([])
})

test('C14.12 of two sessions that overlap, the one that came second waits for an officer', () => {
  const first = other({ firstSeenAt: arrangedAt.subtract({ hours: 1 }) })
  const waiting = (one: Session, two: Session) => {
    const near = around({ sessions: [two] })
    return unsettled(one, clashesOf(one, near, roll, towerHamlets), near, arrangedAt).length
  }
  expect([waiting(session, first), waiting(first, session)]).toEqual([1, 0])
  expect([waiting(session, other()), waiting(other(), session)]).toEqual([0, 1]) // seen in one reading: by their ids
})

test('C14.3 a clash that was accepted waits no more, until one of the two is moved', () => {
  const near = around({ meetings: [aMeeting()] })
  const [clash] = clashesOf(session, near, roll, towerHamlets)
  const accepted = { beside: 'Planning Committee', reason: 'Both are needed', by: aPersonId(901), byName: 'Officer 901', at: arrangedAt }
  const kept = { ...session, acceptedClashes: [{ id: clash?.id ?? '', ...accepted }] }
  const waiting = (one: Session, meetings = near.meetings) =>
    unsettled(one, clashesOf(one, around({ meetings }), roll, towerHamlets), around({ meetings }), arrangedAt).length
  expect(waiting(session)).toBe(1)
  expect(waiting(kept)).toBe(0)
  expect(waiting({ ...kept, ...lasting(121) })).toBe(1)
  expect(waiting(kept, [aMeeting({ startsAt: startsAt.add({ minutes: 1 }) })])).toBe(1)
})

test('C14.12 a clash of two sessions is one and the same from either of them, and accepted on one it waits on neither', () => {
  const second = other({ firstSeenAt: arrangedAt.add({ hours: 1 }) })
  const idFrom = (one: Session, two: Session) => clashesOf(one, around({ sessions: [two] }), roll, towerHamlets)[0]?.id ?? ''
  const id = idFrom(session, second)
  expect(idFrom(second, session)).toBe(id)
  expect(idFrom({ ...second, ...lasting(121) }, session)).not.toBe(id)

  const accepted = { id, beside: 'Budgets', reason: 'Both are needed', by: aPersonId(901), byName: 'Officer 901', at: arrangedAt }
  const kept = { ...session, acceptedClashes: [accepted] }
  const waiting = (one: Session, two: Session) => {
    const near = around({ sessions: [two] })
    return unsettled(one, clashesOf(one, near, roll, towerHamlets), near, arrangedAt).length
  }
  expect([waiting(second, session), waiting(second, kept), waiting(kept, second)]).toEqual([1, 0, 0])
})

test('C14.3 a clash with a meeting stays the same however long the rulebook takes meetings to last', () => {
  const { endsAt: _, ...open } = aMeeting()
  const longer = { ...towerHamlets, meetings: { ...towerHamlets.meetings, assumedMinutes: 180 } }
  const idBy = (rules: typeof longer, meeting: CommitteeMeeting) =>
    clashesOf(session, around({ meetings: [meeting] }), roll, rules).map(({ id }) => id)
  expect(idBy(longer, open)).toEqual(idBy(towerHamlets, open))
  expect(idBy(towerHamlets, open)).not.toEqual(idBy(towerHamlets, aMeeting())) // its end is published meanwhile
})

test('C14.3 nothing waits for a session that has begun, or that is cancelled', () => {
  const near = around({ meetings: [aMeeting()] })
  const clashes = clashesOf(session, near, roll, towerHamlets)
  expect(unsettled(session, clashes, near, startsAt.subtract({ nanoseconds: 1 }))).toHaveLength(1)
  expect(unsettled(session, clashes, near, startsAt)).toEqual([])
  expect(clashesOf({ ...session, standing: { kind: 'cancelled', at: arrangedAt, through: 'outlook' } }, near, roll, towerHamlets)).toEqual(
    [],
  )
})

const onYomKippur = aSession({ none: 3, startsAt: instant('2026-09-21T10:00:00Z'), endsAt: instant('2026-09-21T12:00:00Z') })

test('C14.5 C12.9 a session on an event to avoid clashes with it, with nobody named, until an officer says why it stays', () => {
  const nothingElse = around({})
  const [clash] = clashesOf(onYomKippur, nothingElse, roll, towerHamlets)
  expect(clash).toMatchObject({ against: { kind: 'event', label: 'Yom Kippur', from: '2026-09-21', isSure: true, isEve: false } })
  expect(clash).not.toHaveProperty('affected')
  const waits = (one: Session) => unsettled(one, clashesOf(one, nothingElse, roll, towerHamlets), nothingElse, arrangedAt).length
  expect(waits(onYomKippur)).toBe(1)
  const reason = 'The trainer has no other day'
  const accepted = { id: clash?.id ?? '', beside: 'Yom Kippur', reason, by: aPersonId(901), byName: 'Officer', at: arrangedAt }
  expect(waits({ ...onYomKippur, acceptedClashes: [accepted] })).toBe(0)
  const moved = { ...onYomKippur, startsAt: onYomKippur.startsAt.add({ minutes: 60 }), acceptedClashes: [accepted] }
  expect(waits(moved)).toBe(1)
})

test('C14.5 an event that is only mentioned is no clash, nor is one of which nobody is told as it is cancelled', () => {
  const holi = aSession({ none: 3, startsAt: instant('2027-03-22T10:00:00Z'), endsAt: instant('2027-03-22T12:00:00Z') })
  expect(clashesOf(holi, around({}), roll, towerHamlets)).toEqual([])
  expect(clashesOf(postponed(onYomKippur), around({}), roll, towerHamlets)).toEqual([])
})
