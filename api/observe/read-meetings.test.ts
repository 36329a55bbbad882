import { expect, test } from 'vitest'
import { sessionId } from '../../domain/kernel/ids.ts'
import { ok, refused } from '../../domain/kernel/result.ts'
import { instant } from '../../domain/kernel/time.ts'
import type { CommitteeMeeting } from '../../domain/meetings/meeting.ts'
import { aMember, anOfficer, aSession, postponed, startsAt, towerHamlets } from '../../domain/testing/builders.ts'
import { aMeeting } from '../../domain/testing/meetings.ts'
import type { MeetingsRead, MeetingsRefusal, MeetingsSource } from '../ports/meetings-source.ts'
import { Unavailable } from '../ports/unavailable.ts'
import { testCouncil } from '../testing/council.ts'
import { acceptClash } from '../use-cases/accept-clash.ts'
import { clashViews } from '../use-cases/clash-views.ts'
import { aroundOf } from '../use-cases/read-around.ts'
import { readMeetings } from './read-meetings.ts'

const now = instant('2026-10-05T08:00:00Z')
const id = sessionId('s1')
const hannah = anOfficer(901, { name: 'Hannah Brightwell' })
const signal = new AbortController().signal
const calendarOf = (read: Partial<MeetingsRead>): MeetingsSource => ({
  read: async () => ok({ committees: ['Planning Committee'], meetings: [], doubts: [], ...read }),
})
const meetingsOf = (...meetings: CommitteeMeeting[]) => calendarOf({ meetings })
const refusing = (refusal: MeetingsRefusal): MeetingsSource => ({ read: async () => refused(refusal) })
const silent: MeetingsSource = {
  read: async () => {
    throw new Unavailable('modern-gov', 'no reply')
  },
}
/** So many weekly meetings from the day of the session on. */
const weekly = (count: number) =>
  Array.from({ length: count }, (_, index) => aMeeting({ number: String(index), startsAt: startsAt.add({ hours: 168 * index }) }))

/** A session on 27 October at 6:30pm, for three Members, of whom the first sits on the Planning Committee. */
async function aCouncil() {
  const started = await testCouncil({
    now,
    rulebook: towerHamlets,
    members: [aMember(1, { posts: ['Member, Planning Committee'] }), aMember(2), aMember(3)],
    officers: [hannah],
    sessions: [aSession({ accepted: 1, none: 2 })],
  })
  await started.advanceTo(now)
  const { council, worker } = started
  const read = async (source: MeetingsSource) => {
    const outcome = await readMeetings(council, source, signal)
    await worker.settle()
    return outcome
  }
  const clashes = async () => (await council.sessions.attention()).filter((row) => row.kind === 'clash')
  const known = async () => (await council.meetings.between(now, now.add({ hours: 24 * 500 }))).map((meeting) => String(meeting.startsAt))
  return { ...started, read, clashes, known }
}

test('C14.3 a meeting that is added onto a session is raised with who is affected, and goes when it is moved away', async () => {
  const { read, clashes } = await aCouncil()
  expect(await read(meetingsOf())).toEqual({ kind: 'read', changed: 0 })
  expect(await clashes()).toEqual([])

  await read(meetingsOf(aMeeting()))
  expect(await clashes()).toMatchObject([
    { group: 'put-right', sessionId: 's1', affected: ['Cllr Member 1'], against: { kind: 'meeting', committee: 'Planning Committee' } },
  ])
  await read(meetingsOf(aMeeting({ startsAt: startsAt.add({ hours: 24 }) })))
  expect(await clashes()).toEqual([])
  await read(meetingsOf(aMeeting({ startsAt: startsAt.subtract({ minutes: 149 }) })))
  expect(await clashes()).toHaveLength(1)
  await read(meetingsOf(aMeeting({ startsAt: startsAt.subtract({ minutes: 149 }), status: 'cancelled' })))
  expect(await clashes()).toEqual([])
})

test('C14.3 it goes, too, when the session is moved or cancelled', async () => {
  const { read, clashes, change, worker } = await aCouncil()
  await read(meetingsOf(aMeeting()))
  const later = startsAt.add({ hours: 48 })
  await change(id, (session) => ({ ...session, startsAt: later, endsAt: later.add({ hours: 2 }) }))
  await worker.settle()
  expect(await clashes()).toEqual([])
  await change(id, (session) => ({ ...session, startsAt, endsAt: startsAt.add({ hours: 2 }) }))
  await worker.settle()
  expect(await clashes()).toHaveLength(1)
  await change(id, (session) => ({ ...session, standing: { kind: 'cancelled', at: now, through: 'outlook' } }))
  await worker.settle()
  expect(await clashes()).toEqual([])
})

test('C14.3 an officer’s word that it stays is kept with her reason; the meeting moved again, it is raised again', async () => {
  const { council, read, clashes, record, worker } = await aCouncil()
  await read(meetingsOf(aMeeting()))
  const [clash] = await clashes()
  const clashId = clash?.clashId ?? ''
  const order = { sessionId: id, clashId, reason: 'Planning sends its substitute' }
  expect(await acceptClash(council, hannah, order)).toMatchObject({ ok: true })
  await worker.settle()
  expect(await clashes()).toEqual([])
  const { session, history } = await record(id)
  expect(session.acceptedClashes).toMatchObject([{ id: clashId, beside: 'Planning Committee', byName: 'Hannah Brightwell' }])
  expect(history.at(-1)?.what).toMatchObject({ kind: 'clash-accepted', reason: 'Planning sends its substitute' })

  expect(await acceptClash(council, hannah, order)).toEqual(refused({ kind: 'already-accepted' }))
  await read(meetingsOf(aMeeting({ startsAt: startsAt.add({ minutes: 30 }) })))
  expect(await clashes()).toHaveLength(1)
  await read(meetingsOf(aMeeting()))
  expect(await clashes()).toEqual([]) // as it was when she said so
})

test('C14.3 what is no clash cannot be accepted, nor one of another session', async () => {
  const { council } = await aCouncil()
  const order = { sessionId: id, clashId: '0'.repeat(20), reason: 'It stays' }
  expect(await acceptClash(council, hannah, order)).toEqual(refused({ kind: 'no-such-clash' }))
  expect(await acceptClash(council, hannah, { ...order, sessionId: sessionId('s9') })).toEqual(refused({ kind: 'no-such-session' }))
})

test('C14.12 two sessions at one time for the same Members are raised once, and fall when one of them is moved', async () => {
  const { council, clashes, change, worker } = await aCouncil()
  const other = sessionId('s2')
  const calendar = { mailbox: hannah.id, eventId: 'event-2', iCalUId: 'ical-2' }
  const second = aSession({ id: other, title: 'Budgets', none: 2, calendar, startsAt: startsAt.add({ minutes: 90 }), firstSeenAt: now })
  await council.sessions.save({ session: second, history: [] }, 'new')
  await worker.settle()
  expect(await clashes()).toMatchObject([
    { sessionId: 's2', affected: ['Cllr Member 1', 'Cllr Member 2'], against: { kind: 'session', sessionId: 's1' } },
  ])
  await change(id, (session) => ({ ...session, endsAt: startsAt.add({ minutes: 90 }) }))
  await worker.settle()
  expect(await clashes()).toEqual([])
  await change(id, (session) => ({ ...session, endsAt: startsAt.add({ minutes: 91 }) }))
  await worker.settle()
  expect(await clashes()).toHaveLength(1)
})

test('C14.12 two sessions that an officer lets stay on the page of the first no longer wait on that of the second', async () => {
  const { council, clashes, worker, record } = await aCouncil()
  const other = sessionId('s2')
  const calendar = { mailbox: hannah.id, eventId: 'event-2', iCalUId: 'ical-2' }
  await council.sessions.save(
    { session: aSession({ id: other, title: 'Budgets', none: 2, calendar, firstSeenAt: now }), history: [] },
    'new',
  )
  await worker.settle()
  const [clash] = await clashes()
  expect(clash).toMatchObject({ sessionId: 's2' })

  const order = { sessionId: id, clashId: clash?.clashId ?? '', reason: 'Half of them go to each' }
  expect(await acceptClash(council, hannah, order)).toMatchObject({ ok: true, value: { beside: 'Budgets' } })
  await worker.settle()
  expect(await clashes()).toEqual([])
  expect(await acceptClash(council, hannah, { ...order, sessionId: other })).toEqual(refused({ kind: 'already-accepted' }))

  const { session } = await record(other)
  const views = clashViews(session, {
    around: await aroundOf(council, session),
    members: await council.members.all(),
    rulebook: council.rulebook,
  })
  expect(views).toMatchObject([{ clashId: order.clashId, accepted: { by: 'Hannah Brightwell', reason: 'Half of them go to each' } }])
})

test('C14.12 what an officer lets stay, or postpones, takes the clash from the other session though whoever wrote it died', async () => {
  const { council, clashes, change, worker } = await aCouncil()
  const calendar = { mailbox: hannah.id, eventId: 'event-2', iCalUId: 'ical-2' }
  const second = aSession({ id: sessionId('s2'), title: 'Budgets', none: 2, calendar, firstSeenAt: now })
  await council.sessions.save({ session: second, history: [] }, 'new')
  await worker.settle()
  const [clash] = await clashes()
  expect(clash).toMatchObject({ sessionId: 's2' })

  const accepted = { id: clash?.clashId ?? '', beside: 'Budgets', reason: 'It stays', by: hannah.id, byName: hannah.name, at: now }
  await change(id, (session) => ({ ...session, acceptedClashes: [accepted] }))
  await worker.settle()
  expect(await clashes()).toEqual([])
  await change(id, ({ acceptedClashes: _accepted, ...session }) => session)
  await worker.settle()
  expect(await clashes()).toHaveLength(1)
  await change(id, postponed)
  await worker.settle()
  expect(await clashes()).toEqual([])
})

test('C14.3 a calendar that cannot be read keeps what was known, and since when', async () => {
  const { council, clock, read, clashes, known } = await aCouncil()
  await read(meetingsOf(aMeeting()))
  const readAt = clock.now()
  clock.setTo(now.add({ hours: 24 }))
  await expect(read(silent)).rejects.toThrow(Unavailable)
  clock.setTo(now.add({ hours: 48 }))
  await expect(read(silent)).rejects.toThrow(Unavailable)
  expect(await council.meetings.calendar()).toMatchObject({ readAt, failing: { since: now.add({ hours: 24 }), because: 'no-answer' } })

  expect(await read(refusing({ kind: 'unreadable', because: 'not-xml' }))).toEqual({ kind: 'refused', because: 'unreadable' })
  expect(await council.meetings.calendar()).toMatchObject({ failing: { since: now.add({ hours: 24 }), because: 'unreadable' } })
  expect([await known(), (await clashes()).length]).toEqual([['2026-10-27T18:30:00Z'], 1])
  await read(meetingsOf(aMeeting()))
  expect(await council.meetings.calendar()).not.toHaveProperty('failing')
})

test('C14.3 a council that publishes no calendar is not told that it fails', async () => {
  const { council, read } = await aCouncil()
  expect(await read(refusing({ kind: 'no-calendar' }))).toEqual({ kind: 'refused', because: 'no-calendar' })
  expect(await council.meetings.calendar()).toBeUndefined()
})

test.each([
  [4, 0],
  [5, 5],
])('C14.3 of %i meetings to come, after a calendar without any, %i are still known', async (count, left) => {
  const { read, known } = await aCouncil()
  await read(meetingsOf(...weekly(count)))
  await read(meetingsOf())
  expect(await known()).toHaveLength(left)
})

test('C14.3 a committee whose own calendar cannot be read keeps its meetings; another’s that are gone are gone', async () => {
  const { read, known, council } = await aCouncil()
  const audit = aMeeting({ number: '7', committee: 'Audit Committee', startsAt: startsAt.add({ hours: 24 }) })
  await read(meetingsOf(aMeeting(), audit))
  await read(calendarOf({ doubts: [{ committee: 'Planning Committee', because: 'unread' }] }))
  expect(await known()).toEqual(['2026-10-27T18:30:00Z'])
  expect(await council.meetings.calendar()).toMatchObject({ doubts: [{ committee: 'Planning Committee', because: 'unread' }] })
})

test.each([
  ['its date, and it has its number', { because: 'unreadable-date', number: '1', given: 'to be agreed' }, 1],
  ['its date, and it has no number', { because: 'unreadable-date', given: 'to be agreed' }, 1],
  ['its number', { because: 'no-number', given: '27/10/2026' }, 1],
  ['the date of another meeting', { because: 'unreadable-date', number: '2', given: 'to be agreed' }, 0],
  ['the time of another meeting', { because: 'unreadable-time', number: '2', given: 'evening' }, 0],
] as const)('C14.3 a meeting that is not among those published, where nobody can read %s: %#', async (_, doubt, left) => {
  const { read, known, clashes } = await aCouncil()
  await read(meetingsOf(aMeeting()))
  await read(
    calendarOf({
      doubts: [
        { committee: 'Audit Committee', because: 'unread' },
        { committee: 'Planning Committee', ...doubt },
      ],
    }),
  )
  expect([(await known()).length, (await clashes()).length]).toEqual([left, left])
})

test('C14.3 a calendar of which nothing could be read is not said to be without a meeting', async () => {
  const { council, read, known } = await aCouncil()
  await read(meetingsOf(...weekly(5)))
  const doubts = [{ committee: 'Planning Committee', because: 'unread' }] as const
  expect(await read(calendarOf({ committees: [], doubts }))).toEqual({ kind: 'read', changed: 0 })
  expect(await known()).toHaveLength(5)
  const calendar = await council.meetings.calendar()
  expect(calendar).toMatchObject({ doubts })
  expect(calendar).not.toHaveProperty('failing')
})

test('C14.3 a reading that was broken off while it was written is made good by the next, though nothing differs any more', async () => {
  const { council, read, clashes } = await aCouncil()
  await council.meetings.note({ committees: [], doubts: [], unfinished: true })
  await council.meetings.change({ put: [aMeeting()], drop: [] })
  expect(await read(meetingsOf(aMeeting()))).toEqual({ kind: 'read', changed: 0 })
  expect(await clashes()).toHaveLength(1)
  expect(await council.meetings.calendar()).not.toHaveProperty('unfinished')
})
