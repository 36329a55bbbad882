import { expect, test } from 'vitest'
import { aSession, postponed, startsAt, towerHamlets } from '../testing/builders.ts'
import { nextReportAt } from './report-times.ts'
import type { TeamsReport } from './teams-report.ts'

const session = aSession({ joinUrl: 'https://teams.example/join', endsAt: startsAt.add({ minutes: 60 }) })
const after = (minutes: number) => session.endsAt.add({ minutes })
const rule = towerHamlets.attendance
const none = (minutes: number): TeamsReport => ({ kind: 'none', at: after(minutes), because: 'no-report' })
const read = (minutes: number): TeamsReport => ({ kind: 'read', at: after(minutes), people: [] })

test('C2.6 Teams is asked ten minutes after the end, and a few times more until it has a report', () => {
  expect(nextReportAt(session, undefined, rule, after(-90))).toEqual(after(10))
  expect(nextReportAt(session, none(10), rule, after(10))).toEqual(after(45))
  expect(nextReportAt(session, none(45), rule, after(45))).toEqual(after(180))
  expect(nextReportAt(session, none(24 * 60), rule, after(24 * 60))).toBeUndefined()
})

test('a report of ten minutes after the end is read once more, since a meeting may run over; one of later is whole', () => {
  expect(nextReportAt(session, read(10), rule, after(10))).toEqual(after(45))
  expect(nextReportAt(session, read(45), rule, after(45))).toBeUndefined()
})

test('after a silence of hours it is asked once, not once for each time that passed', () => {
  expect(nextReportAt(session, undefined, rule, after(200))).toEqual(after(180))
  expect(nextReportAt(session, none(200), rule, after(200))).toEqual(after(24 * 60))
})

test('C3.14 nobody is asked about what was not online, was cancelled, or by a council that leaves Teams out', () => {
  expect(nextReportAt(aSession(), undefined, rule, after(10))).toBeUndefined()
  const cancelled = { ...session, standing: { kind: 'cancelled', at: startsAt, through: 'outlook' } } as const
  expect(nextReportAt(cancelled, undefined, rule, after(10))).toBeUndefined()
  expect(nextReportAt(session, undefined, { ...rule, recordedBy: ['officers'] }, after(10))).toBeUndefined()
})

test('C3.4 Teams is not asked who joined at the old time of a postponed session', () => {
  expect(nextReportAt(postponed(session), undefined, rule, after(10))).toBeUndefined()
})
