import { expect, test } from 'vitest'
import { sessionId } from '../../domain/kernel/ids.ts'
import { courseOf } from '../../domain/sessions/course.ts'
import { needsOf } from '../../domain/sessions/mandatory.ts'
import type { Session } from '../../domain/sessions/session.ts'
import { aMember, anInvitation, anOfficer, aSession, reviewAt, startsAt, towerHamlets } from '../../domain/testing/builders.ts'
import { testCouncil } from '../testing/council.ts'
import { decideSession } from './decide-session.ts'
import { elsewhereOf } from './read-elsewhere.ts'

const hannah = anOfficer(901)
const planner = aMember(1, { posts: ['Member, Planning Committee'] })
const mandatory = 'Planning training'

function run(number: number, given: Partial<Session> = {}): Session {
  const begins = startsAt.add({ hours: 24 * number })
  return aSession({
    id: sessionId(`s${number}`),
    startsAt: begins,
    endsAt: begins.add({ hours: 2 }),
    calendar: { mailbox: hannah.id, eventId: `event-${number}`, iCalUId: `ical-${number}` },
    ...given,
  })
}

/** One in question, and others on each of the four days after it. */
async function withFourMore(title: string, given: Partial<Session>) {
  const course = { title, courseId: courseOf(title) }
  const asked = run(0, { ...course, invitations: [1, 2].map((number) => anInvitation(number, 'accepted')) })
  const world = await testCouncil({
    now: reviewAt.subtract({ hours: 1 }),
    rulebook: towerHamlets,
    members: [planner, aMember(2)],
    officers: [hannah],
    sessions: [asked, run(1, course), run(2, course), run(3, course), run(4, { ...course, ...given })],
  })
  await world.advanceTo(reviewAt.add({ minutes: 1 }))
  const { etag = '', session = asked } = (await world.council.sessions.find(asked.id)) ?? {}
  return { ...world, session, seen: etag }
}

test('C3.6 C3.15 a Member whose only other session is the fourth to come has another way', async () => {
  const { council, session } = await withFourMore(mandatory, { invitations: [anInvitation(1, 'none')] })
  const elsewhere = await elsewhereOf(council, session, await council.sessions.runsOf(session.courseId))
  const needs = needsOf(session, { members: [planner], rulebook: towerHamlets, elsewhere, now: reviewAt })
  expect(needs).toMatchObject([{ memberId: planner.id, otherwise: { id: 's4' } }])
})

test('C3.4 a session is not merged with a run that is full, be it the fourth to come', async () => {
  const full = { details: { version: 1, by: hannah.id, byName: hannah.name, at: reviewAt, costs: [], capacity: 1 } }
  const { council, seen } = await withFourMore('Chairing a difficult meeting', { ...full, invitations: [anInvitation(1, 'none')] })
  const merge = { choice: 'merge', reasonId: 'lack-of-interest', message: 'Please come later.', mergeWith: 's4' } as const
  expect(await decideSession(council, hannah, { sessionId: sessionId('s0'), ...merge, seen })).toMatchObject({
    refusal: { kind: 'run-full', free: 1, coming: 2 },
  })
})
