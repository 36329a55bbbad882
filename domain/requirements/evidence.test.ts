import { expect, test } from 'vitest'
import { sessionId } from '../kernel/ids.ts'
import { instant } from '../kernel/time.ts'
import { aMark, aMemberId, aRecord, aSession, startsAt, towerHamlets } from '../testing/builders.ts'
import type { Session } from '../sessions/session.ts'
import { summaryOf } from '../sessions/summary.ts'
import { attendedIn } from './evidence.ts'

const after = startsAt.add({ hours: 1 })

function held(given: Partial<Session> = {}, marks = [aMark(1, 'in-person')]) {
  return summaryOf(aRecord(aSession({ title: 'Planning training', none: 3, ...given }), { marks }))
}

function seen(sessions: Parameters<typeof attendedIn>[0], now = after) {
  const found = attendedIn(sessions, towerHamlets, now).get('planning')
  return [...(found ?? new Map())].map(([member, evidence]) => [member, evidence.length] as const)
}

test('C5.1 whoever was there, in person or online, has done it; apologies, absence and no entry are no evidence', () => {
  const marks = (['in-person', 'online', 'apologies', 'absent'] as const).map((recorded, at) => aMark(at + 1, recorded, { number: at + 1 }))
  expect(seen([held({ none: 5 } as Partial<Session>, marks)])).toEqual([
    [aMemberId(1), 1],
    [aMemberId(2), 1],
  ])
})

test('C5.1 a session counts from its start, and one that was cancelled does not', () => {
  expect(seen([held()], startsAt)).toEqual([])
  expect(seen([held()], startsAt.add({ seconds: 1 }))).toEqual([[aMemberId(1), 1]])
  expect(seen([held({ standing: { kind: 'cancelled', at: startsAt, through: 'outlook' } })])).toEqual([])
})

test('C5.1 what officers say that one run of a course meets, its other run met too', () => {
  const day = held({ title: 'Making decisions', details: { meets: ['planning'] } as Session['details'] & object })
  const evening = held({ id: sessionId('s2'), title: 'Making decisions (evening)', startsAt: startsAt.subtract({ hours: 48 }) }, [
    aMark(2, 'in-person', { pressedAt: startsAt.subtract({ hours: 48 }) }),
  ])
  expect(seen([day, evening])).toEqual([
    [aMemberId(2), 1],
    [aMemberId(1), 1],
  ])
  expect(seen([evening])).toEqual([])
})

test('C5.1 a session late in the evening is of its London day', () => {
  const late = held({ startsAt: instant('2026-07-01T23:30:00Z') }, [aMark(1, 'online', { pressedAt: instant('2026-07-01T23:30:00Z') })])
  const found = attendedIn([late], towerHamlets, after).get('planning')?.get(aMemberId(1))
  expect(found?.map(({ on }) => on.toString())).toEqual(['2026-07-02'])
})
