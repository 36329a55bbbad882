import { inLondon, londonDay, londonTime } from '../kernel/london.ts'
import type { Instant } from '../kernel/time.ts'
import { isAtOrAfter, isBefore } from '../kernel/time.ts'
import { holidaysOf, workingDaysBefore } from '../kernel/working-days.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import type { Session } from './session.ts'

/** From so many working days before the start, at its own time of day or at `at`, so many hundredths of the price are owed. */
export type SupplierTerm = { readonly workingDaysBefore: number; readonly at?: string; readonly payablePercent: number }

/** When money is owed although a session is cancelled. */
export type Payable =
  /** Spent or promised already, whatever is decided. */
  | { readonly kind: 'committed' }
  /** Nothing is owed unless it takes place. */
  | { readonly kind: 'if-it-runs' }
  | { readonly kind: 'on-terms'; readonly terms: readonly SupplierTerm[] }
  /** The council's usual terms (`costs.supplierTerms`); where it has none, nobody knows. */
  | { readonly kind: 'usual-terms' }

export type Cost = { readonly category: string; readonly pence: number; readonly payable: Payable }

/** All in pence. */
export type Money = {
  readonly ifRun: number
  /** Owed already whatever is decided, terms apart. */
  readonly committed: number
  /** Owed although it were cancelled at this moment; what is committed is in it. */
  readonly ifCancelled: number
  /** When that next becomes more, and what it is then. */
  readonly next?: { readonly at: Instant; readonly ifCancelled: number }
  /** Of costs whose terms nobody knows: owed or not, and in none of the above but `ifRun`. */
  readonly unknown: number
  readonly costs: readonly { readonly category: string; readonly pence: number }[]
}

type Rules = Pick<Rulebook, 'costs' | 'workingDays'>
type Step = { readonly from: Instant; readonly percent: number }

/**
 * What a session costs if it runs, what is owed if it is cancelled now, and when that changes (C3.5, TH 4.25.b1).
 *
 * At the very instant from which terms run the money is owed. Trap: wall time, so that across a clock change it is the same time of day.
 */
export function moneyOf(session: Pick<Session, 'startsAt'>, costs: readonly Cost[], rules: Rules, now: Instant): Money | undefined {
  if (costs.length === 0) return undefined
  const priced = costs.map((cost) => ({ cost, steps: stepsOf(session, cost.payable, rules) }))
  const owedAt = (at: Instant) => sum(priced.map(({ cost, steps }) => (steps ? owed(cost.pence, steps, at) : 0)))
  const ifCancelled = owedAt(now)
  const next = priced
    .flatMap(({ steps }) => steps ?? [])
    .map(({ from }) => from)
    .filter((from) => isBefore(now, from) && owedAt(from) > ifCancelled)
    .toSorted((one, other) => one.epochMilliseconds - other.epochMilliseconds)[0]
  return {
    ifRun: sum(costs.map(({ pence }) => pence)),
    committed: sum(costs.filter(({ payable }) => payable.kind === 'committed').map(({ pence }) => pence)),
    ifCancelled,
    ...(next ? { next: { at: next, ifCancelled: owedAt(next) } } : {}),
    unknown: sum(priced.filter(({ steps }) => !steps).map(({ cost }) => cost.pence)),
    costs: costs.map(({ category, pence }) => ({ category, pence })),
  }
}

/** Undefined: nobody knows. */
function stepsOf({ startsAt }: Pick<Session, 'startsAt'>, payable: Payable, { costs, workingDays }: Rules): readonly Step[] | undefined {
  const [on, time] = [londonDay(startsAt), londonTime(startsAt)]
  switch (payable.kind) {
    case 'committed':
      return [{ from: startsAt.subtract({ hours: 24 * 365 * 10 }), percent: 100 }]
    case 'if-it-runs':
      return []
    case 'on-terms':
      return payable.terms.map(({ workingDaysBefore: days, at = time, payablePercent: percent }) => ({
        from: inLondon(workingDaysBefore(on, days, holidaysOf(workingDays)), at),
        percent,
      }))
    case 'usual-terms':
      break
  }
  if (costs.supplierTerms.length === 0) return undefined
  return costs.supplierTerms.map(({ daysBefore, payablePercent: percent }) => ({
    from: inLondon(on.subtract({ days: daysBefore }), time),
    percent,
  }))
}

function owed(pence: number, steps: readonly Step[], at: Instant): number {
  const come = steps.filter(({ from }) => isAtOrAfter(at, from)).map(({ percent }) => percent)
  return Math.round((pence * Math.max(0, ...come)) / 100)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}
