import { expect, test } from 'vitest'
import { sessionId } from '../../domain/kernel/ids.ts'
import { aMember, anOfficer, aSession, postponed, reviewAt, startsAt, towerHamlets } from '../../domain/testing/builders.ts'
import { testCouncil } from '../testing/council.ts'
import { contextFor } from './context.ts'

test('C3.4 C4.12 what is postponed speaks for no other session of its morning, and once it is on again it does', async () => {
  const earlier = aSession({ id: sessionId('s2'), accepted: 1, startsAt: startsAt.subtract({ hours: 2 }), endsAt: startsAt })
  const { council, record, change, advance } = await testCouncil({
    now: reviewAt,
    rulebook: towerHamlets,
    members: [aMember(1, { texts: { reminders: true, combine: true } })],
    officers: [anOfficer(901)],
    sessions: [aSession({ accepted: 1 }), { ...earlier, calendar: { ...earlier.calendar, eventId: 'event-2', iCalUId: 'ical-2' } }],
  })
  const speaks = async () => {
    const { sameMorning = [] } = await contextFor(council, await record(sessionId('s1')))
    return sameMorning.map(({ sessionId: id, standing }) => [id, standing])
  }
  await advance({ minutes: 1 })
  expect(await speaks()).toEqual([['s2', true]])
  await change(earlier.id, postponed)
  expect(await speaks()).toEqual([['s2', false]])
  await change(earlier.id, ({ decision: _taken, ...before }) => before)
  expect(await speaks()).toEqual([['s2', true]])
})
