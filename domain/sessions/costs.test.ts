import { expect, test } from 'vitest'
import { instant } from '../kernel/time.ts'
import { startsAt, towerHamlets } from '../testing/builders.ts'
import type { Cost, Payable } from './costs.ts'
import { moneyOf } from './costs.ts'

const terms: Payable = {
  kind: 'on-terms',
  terms: [
    { workingDaysBefore: 5, payablePercent: 50 },
    { workingDaysBefore: 1, at: '12:00', payablePercent: 100 },
  ],
}
const trainer: Cost = { category: 'external-trainer', pence: 85_000, payable: terms }
const refreshments: Cost = { category: 'refreshments', pence: 4_200, payable: { kind: 'if-it-runs' } }
const handouts: Cost = { category: 'materials', pence: 1_000, payable: { kind: 'committed' } }
/** 6:30pm, five working days before the evening of Tuesday 27 October: still in summer time. */
const halfFrom = instant('2026-10-20T17:30:00Z')
/** Noon on the Monday, in winter time. */
const wholeFrom = instant('2026-10-26T12:00:00Z')

const at = (now: typeof startsAt, costs: readonly Cost[] = [trainer, refreshments], rulebook = towerHamlets) =>
  moneyOf({ startsAt }, costs, rulebook, now)

test('C3.5 no costs put down is nothing known, and not nothing to pay', () => {
  expect(at(halfFrom, [])).toBeUndefined()
})

test('C3.5 the cost if it runs, what is owed if it is cancelled now, and when that changes', () => {
  expect(at(halfFrom)).toMatchObject({ ifRun: 89_200, committed: 0, ifCancelled: 42_500, next: { at: wholeFrom, ifCancelled: 85_000 } })
})

test.each([
  ['a second before half of it is owed', halfFrom.subtract({ seconds: 1 }), 0, { at: halfFrom, ifCancelled: 42_500 }],
  ['from that very moment', halfFrom, 42_500, { at: wholeFrom, ifCancelled: 85_000 }],
  ['a second before the whole', wholeFrom.subtract({ seconds: 1 }), 42_500, { at: wholeFrom, ifCancelled: 85_000 }],
  ['from noon the working day before', wholeFrom, 85_000, undefined],
])('C3.5 across the clock change, %s', (_when, now, ifCancelled, next) => {
  const money = at(now)
  expect(money?.ifCancelled).toBe(ifCancelled)
  expect(money?.next).toEqual(next)
})

test('C3.5 terms in working days skip weekends and bank holidays', () => {
  const afterEaster = { startsAt: instant('2027-03-30T13:00:00Z') } // Tuesday after Easter Monday, 2pm in summer time
  const twoDays: Cost = { ...trainer, payable: { kind: 'on-terms', terms: [{ workingDaysBefore: 2, payablePercent: 100 }] } }
  const money = moneyOf(afterEaster, [twoDays], towerHamlets, instant('2027-03-01T09:00:00Z'))
  // Good Friday the 26th and Easter Monday the 29th are skipped: Wednesday 24 March, 2pm in winter time.
  expect(money?.next).toEqual({ at: instant('2027-03-24T14:00:00Z'), ifCancelled: 85_000 })
})

test('C3.5 what is spent already is owed whatever is decided, and what is bought on the day is not', () => {
  expect(at(halfFrom.subtract({ hours: 1 }), [handouts, refreshments])).toEqual({
    ifRun: 5_200,
    committed: 1_000,
    ifCancelled: 1_000,
    unknown: 0,
    costs: [
      { category: 'materials', pence: 1_000 },
      { category: 'refreshments', pence: 4_200 },
    ],
  })
})

test('C3.5 the council’s usual terms are in calendar days; where it has none, nobody knows what would be owed', () => {
  const usual: Cost = { ...trainer, payable: { kind: 'usual-terms' } }
  expect(at(halfFrom, [usual])).toMatchObject({ ifCancelled: 0, unknown: 85_000 })
  const rulebook = { ...towerHamlets, costs: { ...towerHamlets.costs, supplierTerms: [{ daysBefore: 7, payablePercent: 25 }] } }
  const weekBefore = instant('2026-10-20T17:30:00Z')
  expect(at(weekBefore.subtract({ seconds: 1 }), [usual], rulebook)).toMatchObject({ ifCancelled: 0, unknown: 0 })
  expect(at(weekBefore, [usual], rulebook)).toMatchObject({ ifCancelled: 21_250 })
})

test('C3.5 where several suppliers’ terms run, the first change is told, and halves of pence are rounded', () => {
  const room: Cost = { category: 'room', pence: 333, payable: { kind: 'on-terms', terms: [{ workingDaysBefore: 2, payablePercent: 50 }] } }
  expect(at(halfFrom, [trainer, room])?.next).toEqual({ at: instant('2026-10-23T17:30:00Z'), ifCancelled: 42_500 + 167 })
})
