import { expect, test } from 'vitest'
import { someMembers, aMemberId, aSession, towerHamlets } from '../testing/builders.ts'
import type { SupplierTerm } from './costs.ts'
import type { GivenDetails } from './details.ts'
import { detailsFaults } from './details.ts'

const session = aSession()
const faults = (given: Partial<GivenDetails>, isOtherRun = true, kind = session.kind) =>
  detailsFaults({ kind }, { costs: [], ...given }, { rulebook: towerHamlets, members: someMembers(3), isOtherRun })
const trainer = (terms: readonly SupplierTerm[]) => ({
  costs: [{ category: 'external-trainer', pence: 85_000, payable: { kind: 'on-terms' as const, terms } }],
})

test('C1.5 C3.5 what fits the rulebook and the register has no fault', () => {
  expect(faults({ aims: 'Decide by the rules', meets: ['planning'], audience: { kind: 'named', members: [aMemberId(2)] } })).toEqual([])
  expect(
    faults(
      trainer([
        { workingDaysBefore: 1, payablePercent: 100 },
        { workingDaysBefore: 5, payablePercent: 50 },
      ]),
    ),
  ).toEqual([])
})

test.each<[string, Partial<GivenDetails>, string]>([
  ['C1.3 nobody is named', { audience: { kind: 'named', members: [] } }, 'audience.members'],
  ['C1.3 somebody unknown is named', { audience: { kind: 'named', members: [aMemberId(9)] } }, 'audience.members'],
  ['C3.6 a rule that the council does not have', { meets: ['planning', 'juggling'] }, 'meets.1'],
  [
    'C3.5 a category that it does not have',
    { costs: [{ category: 'yacht', pence: 1, payable: { kind: 'committed' } }] },
    'costs.0.category',
  ],
  ['C3.5 terms that say nothing', trainer([]), 'costs.0.terms'],
  [
    'C3.5 less owed nearer to the start',
    trainer([
      { workingDaysBefore: 5, payablePercent: 50 },
      { workingDaysBefore: 1, payablePercent: 49 },
    ]),
    'costs.0.terms',
  ],
  [
    'C3.5 two terms of one day',
    trainer([
      { workingDaysBefore: 5, payablePercent: 50 },
      { workingDaysBefore: 5, payablePercent: 60 },
    ]),
    'costs.0.terms',
  ],
])('%s is told beside its field', (_what, given, path) => {
  expect(faults(given).map((fault) => fault.path)).toEqual([path])
})

test('C1.7 a seminar cannot be narrowed, and a repeat must be another session', () => {
  expect(faults({ audience: { kind: 'new-members' } }, true, 'member-seminar')).toEqual([{ path: 'audience', because: 'audience-fixed' }])
  expect(faults({ audience: { kind: 'all-members' } }, true, 'member-seminar')).toEqual([])
  expect(faults({ repeatOf: session.id }, false)).toEqual([{ path: 'repeatOf', because: 'no-such-run' }])
})

test('C1.7 who asked for it is one of the services that the rulebook lists, or the one that stood there before', () => {
  const listing = (...labels: string[]) => ({
    ...towerHamlets,
    planning: { ...towerHamlets.planning, serviceAreas: labels.map((label) => ({ id: label.toLowerCase(), label })) },
  })
  const wrong = (requestedBy: string | undefined, rulebook = listing('Housing'), was?: string) => {
    const record = requestedBy === undefined ? {} : { requestedBy }
    const put = { version: 1, by: session.organiser.id, byName: 'Officer 901', at: session.readAt, costs: [] }
    const before = was === undefined ? {} : { details: { ...put, record: { requestedBy: was } } }
    const known = { rulebook, members: someMembers(3), isOtherRun: true }
    return detailsFaults({ kind: 'member-seminar', ...before }, { costs: [], record }, known)
  }
  expect([wrong('Housing'), wrong(undefined), wrong('Anything', listing())]).toEqual([[], [], []])
  expect(wrong('Parks')).toEqual([{ path: 'record.requestedBy', because: 'no-such-service' }])
  expect(wrong('Parks', listing('Housing'), 'Parks')).toEqual([])
  expect(wrong('Parks', listing('Housing'), 'Leisure')).toHaveLength(1)
})
