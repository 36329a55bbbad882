import { expect, test } from 'vitest'
import { sessionId } from '../../domain/kernel/ids.ts'
import { courseOf } from '../../domain/sessions/course.ts'
import type { SessionRecord } from '../../domain/sessions/session-record.ts'
import { summaryOf } from '../../domain/sessions/summary.ts'
import {
  aMark,
  aMember,
  anInvitation,
  anOfficer,
  aPersonId,
  aRecord,
  aSession,
  arrangedAt,
  postponed,
  startsAt,
  towerHamlets,
} from '../../domain/testing/builders.ts'
import { testCouncil } from '../testing/council.ts'
import { newsIn } from './runs-concerned.ts'

const session = aSession({ accepted: 3 })
const putDown = { version: 1, by: aPersonId(901), byName: 'Officer 901', at: arrangedAt, costs: [] }
const { council } = await testCouncil({ now: arrangedAt, rulebook: towerHamlets })

async function isNews(record: SessionRecord): Promise<boolean> {
  return (await newsIn(council, record, [summaryOf(aRecord(session))])) !== undefined
}

test.each<[string, SessionRecord]>([
  ['an answer', aRecord(aSession({ accepted: 2, declined: 1 }))],
  ['being moved', aRecord({ ...session, startsAt: startsAt.add({ hours: 1 }) })],
  ['another length', aRecord({ ...session, endsAt: startsAt.add({ hours: 3 }) })],
  ['being postponed', aRecord(postponed(session))],
  ['another title of the same course', aRecord({ ...session, title: `${session.title} (evening)` })],
  ['another room', aRecord({ ...session, place: 'Committee Room 9' })],
  ['how many its room holds', aRecord({ ...session, details: { ...putDown, capacity: 12 } })],
  ['what it meets', aRecord({ ...session, details: { ...putDown, meets: [] } })],
  ['who was there', aRecord(session, { marks: [aMark(1, 'in-person')] })],
])('C3.4 C3.15 %s is news to the sessions whose question hangs on it', async (_what, record) => {
  expect(await isNews(record)).toBe(true)
})

test('what others do not ask about is no news to them', async () => {
  expect(await isNews(aRecord(session))).toBe(false)
  expect(await isNews(aRecord({ ...session, details: { ...putDown, aims: 'Keep order' }, readAt: startsAt }))).toBe(false)
})

const planner = aMember(1, { posts: ['Member, Planning Committee'] })
const cancelled = aSession({
  title: 'Planning training',
  courseId: courseOf('Planning training'),
  invitations: [anInvitation(1, 'accepted')],
  standing: { kind: 'cancelled', at: arrangedAt, through: 'outlook' },
})
const instead = aSession({
  id: sessionId('s2'),
  title: 'How to read a plan',
  courseId: courseOf('How to read a plan'),
  startsAt: startsAt.add({ hours: 48 }),
  endsAt: startsAt.add({ hours: 50 }),
  invitations: [anInvitation(1, 'none')],
  details: { ...putDown, meets: ['planning'] },
  calendar: { ...session.calendar, eventId: 'event-2', iCalUId: 'ical-2' },
})

async function needsOpen() {
  const world = await testCouncil({
    now: arrangedAt.add({ hours: 1 }),
    rulebook: towerHamlets,
    members: [planner],
    officers: [anOfficer(901)],
    sessions: [cancelled, instead],
  })
  await world.worker.settle()
  const open = async () =>
    (await world.council.sessions.attention()).flatMap((row) => (row.kind === 'need-reopened' ? [row.sessionId] : []))
  return { ...world, open }
}

test('C3.15 a need is open again once what would have met it no longer does, and closes when it does again', async () => {
  const { change, worker, open } = await needsOpen()
  expect(await open()).toEqual([])
  await change(instead.id, (was) => ({ ...was, details: { ...putDown, version: 2, meets: [] } }))
  await worker.settle()
  expect(await open()).toEqual(['s1'])
  await change(instead.id, (was) => ({ ...was, details: { ...putDown, version: 3, meets: ['planning'] } }))
  await worker.settle()
  expect(await open()).toEqual([])
})
