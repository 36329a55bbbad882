import { expect, test } from 'vitest'
import { summaryOf } from '../../domain/sessions/summary.ts'
import { arrangedAt, aSession, postponed, startsAt, towerHamlets } from '../../domain/testing/builders.ts'
import { programmeRowOf } from './standing-views.ts'

const runUp = { id: 'run-up', label: 'Weir by-election', part: 'pre-election', from: '2026-10-27', to: '2026-11-26' } as const
const rulebook = { ...towerHamlets, planning: { ...towerHamlets.planning, cycle: [runUp] } }
const checkOf = (session: ReturnType<typeof aSession>, now = arrangedAt) =>
  programmeRowOf(summaryOf({ session }), [], { rulebook, now }).publicityCheck

test('C14.8 what is to come in the pre-election period is marked for a check on publicity until it begins', () => {
  expect(checkOf(aSession())).toBe('Weir by-election')
  expect(checkOf(aSession(), startsAt.subtract({ seconds: 1 }))).toBe('Weir by-election')
  expect(checkOf(aSession(), startsAt)).toBeUndefined()
})

test('C14.8 C3.4 what is postponed or cancelled is not: nobody announces it for that time', () => {
  expect(checkOf(postponed(aSession()))).toBeUndefined()
  expect(checkOf(aSession({ standing: { kind: 'cancelled', at: arrangedAt, through: 'outlook' } }))).toBeUndefined()
})
