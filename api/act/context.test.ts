import { expect, test } from 'vitest'
import type { DutyOutcome } from '../../domain/duties/duty.ts'
import { asDue, dutyOf } from '../../domain/duties/duty-ids.ts'
import { sessionId } from '../../domain/kernel/ids.ts'
import {
  aMember,
  aMemberId,
  anOfficer,
  aSession,
  done,
  postponed,
  reviewAt,
  startsAt,
  towerHamlets,
} from '../../domain/testing/builders.ts'
import { testCouncil } from '../testing/council.ts'
import { contextFor } from './context.ts'

const beginsAt = startsAt.subtract({ hours: 2 })
const earlier = aSession({ id: sessionId('s2'), accepted: 1, startsAt: beginsAt, endsAt: startsAt })

/** `speaks`: the earlier session, where its text may speak for the later one of the day. */
async function twoOfOneMorning() {
  const started = await testCouncil({
    now: reviewAt,
    rulebook: towerHamlets,
    members: [aMember(1, { texts: { reminders: true, combine: true } })],
    officers: [anOfficer(901)],
    sessions: [aSession({ accepted: 1 }), { ...earlier, calendar: { ...earlier.calendar, eventId: 'event-2', iCalUId: 'ical-2' } }],
  })
  const speaks = async () => {
    const { sameMorning = [] } = await contextFor(started.council, await started.record(sessionId('s1')))
    return sameMorning.map(({ sessionId: id, standing }) => [id, standing])
  }
  return { ...started, speaks }
}

test('C3.4 C4.12 what is postponed speaks for no other session of its morning, and once it is on again it does', async () => {
  const { advance, change, speaks } = await twoOfOneMorning()
  await advance({ minutes: 1 })
  expect(await speaks()).toEqual([['s2', true]])
  await change(earlier.id, postponed)
  expect(await speaks()).toEqual([['s2', false]])
  await change(earlier.id, ({ decision: _taken, ...before }) => before)
  expect(await speaks()).toEqual([['s2', true]])
})

const purpose = { kind: 'reminder', reminder: 'morning-of', memberId: aMemberId(1) } as const
const notBefore = beginsAt.subtract({ hours: 8 })

test.each<readonly [string, DutyOutcome, number]>([
  ['was put aside speaks for no other', { kind: 'skipped', at: notBefore, because: 'postponed' }, 0],
  ['had left speaks as before', { kind: 'sent', at: notBefore }, 1],
])('C4.12 a morning text that is due again as its session begins and %s', async (_, first, many) => {
  const { council, clock, advance, speaks } = await twoOfOneMorning()
  await advance({ minutes: 1 })
  const found = await council.sessions.find(earlier.id)
  const duties = [
    done(dutyOf(earlier.id, purpose, 'text', { notBefore }), first),
    asDue(dutyOf(earlier.id, { ...purpose, again: 1 }, 'text', { notBefore })),
  ]
  expect(await council.sessions.save({ session: found?.session ?? earlier, history: [], duties }, { etag: found?.etag ?? '' })).toBe(
    'saved',
  )
  clock.setTo(beginsAt.subtract({ seconds: 1 }))
  expect(await speaks()).toEqual([['s2', true]])
  clock.setTo(beginsAt)
  expect(await speaks()).toHaveLength(many)
})
