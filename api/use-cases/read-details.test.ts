import { expect, test } from 'vitest'
import { sessionId } from '../../domain/kernel/ids.ts'
import { anOfficer, aSession, someMembers, startsAt, towerHamlets } from '../../domain/testing/builders.ts'
import { testCouncil } from '../testing/council.ts'
import { readDetails } from './read-details.ts'

const now = startsAt.subtract({ hours: 24 * 14 })
const calendar = { ...aSession().calendar, eventId: 'event-2', iCalUId: 'ical-2' }
const evening = { kind: 'in-person-training', startsAt, endsAt: startsAt.add({ hours: 2 }) } as const
const nextMorning = startsAt.add({ hours: 16 })

async function pairOf(...sessions: ReturnType<typeof aSession>[]) {
  const { council, advanceTo } = await testCouncil({
    now,
    rulebook: towerHamlets,
    members: someMembers(2),
    officers: [anOfficer(901)],
    sessions,
  })
  await advanceTo(now)
  return (await readDetails(council, sessionId('s1')))?.pair
}

test('C1.6 where the details of a session are put down its repeat is asked for, until it stands at the other time of day', async () => {
  const one = aSession({ ...evening, none: 2 })
  expect(await pairOf(one)).toBe('no-repeat')
  const again = { id: sessionId('s2'), kind: evening.kind, calendar, none: 2 }
  const lateAgain = startsAt.add({ hours: 24 })
  expect(await pairOf(one, aSession({ ...again, startsAt: lateAgain, endsAt: lateAgain.add({ hours: 2 }) }))).toBe('both-evening')
  expect(await pairOf(one, aSession({ ...again, startsAt: nextMorning, endsAt: nextMorning.add({ hours: 2 }) }))).toBe('complete')
})

test('C1.6 of a kind that needs no repeat, and of what is over or cancelled, nothing is asked', async () => {
  expect(await pairOf(aSession({ ...evening, kind: 'online-training', none: 2 }))).toBe('not-needed')
  const cancelled = { kind: 'cancelled', at: now, through: 'decision' } as const
  expect(await pairOf(aSession({ ...evening, standing: cancelled, none: 2 }))).toBe('not-needed')
  const past = now.subtract({ hours: 24 })
  expect(await pairOf(aSession({ ...evening, startsAt: past, endsAt: past.add({ hours: 2 }), none: 2 }))).toBe('not-needed')
})
