import { expect, test } from 'vitest'
import { sessionId } from '../kernel/ids.ts'
import { summaryOf } from '../sessions/summary.ts'
import { aMark, aMemberId, aRecord, aSession, startsAt } from '../testing/builders.ts'
import { runAttendedBy, toRelease } from './release.ts'

const evening = aSession({ id: sessionId('s2'), accepted: 1, tentative: 1, declined: 1, none: 1, startsAt: startsAt.add({ hours: 48 }) })
const dayRun = (marks = [1, 3, 4].map((number) => aMark(number, number === 4 ? 'online' : 'in-person', { number })), given = {}) =>
  summaryOf(aRecord(aSession({ accepted: 4, ...given }), { marks }))

test('C2.12 whoever attended either run is offered to give up an open invitation to the other', () => {
  expect(toRelease(evening, [dayRun()]).map(({ memberId }) => memberId)).toEqual([aMemberId(1), aMemberId(4)])
  expect(runAttendedBy(aMemberId(4), evening, [dayRun()])?.id).toBe('s1')
})

test('C2.12 an acceptance of the other run, apologies to it or an absence release nothing', () => {
  const marks = [aMark(1, 'apologies'), aMark(2, 'absent', { number: 2 })]
  expect(toRelease(evening, [dayRun(marks)])).toEqual([])
  expect(toRelease(evening, [dayRun([])])).toEqual([])
})

test('C2.12 a run that was cancelled met nobody’s need, and no run releases its own invitations', () => {
  const cancelled = dayRun(undefined, { standing: { kind: 'cancelled', at: startsAt, through: 'outlook' } })
  expect(toRelease(evening, [cancelled])).toEqual([])
  expect(toRelease(aSession({ accepted: 1 }), [dayRun()])).toEqual([])
})
