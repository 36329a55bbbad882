import type { Day } from '../kernel/time.ts'
import { day } from '../kernel/time.ts'
import type { Member } from '../members/member.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'

/** Between ordinary elections where the council has not put down the next. */
const cycleYears = 4
/** Councillors come into office on the fourth day after an ordinary election (Local Government Act 1972, Sch. 2 para 6(3)); a few more for a count that is late. */
const daysToTakeOffice = 14

type Rules = Pick<Rulebook, 'members' | 'planning'>

/** One election cycle: from a polling day to the day before the next. */
export type Cycle = { readonly from: Day; readonly to: Day }

/**
 * The election cycle in which a day falls (C5.2), by the ordinary elections in the rulebook's electoral dates.
 *
 * Where none is put down that had been held by then, it is four years at a time from the day on which the Member took office, or until the
 * first that is put down, and unknown if the register does not say when that was.
 */
export function cycleOf(on: Day, { from }: Pick<Member, 'from'>, rules: Rules): Cycle | undefined {
  const elections = electionsOf(rules)
  const last = elections.findLast((each) => each.until(on).sign >= 0)
  const next = elections.find((each) => on.until(each).sign > 0)
  const eve = next?.subtract({ days: 1 })
  if (last) return eve ? { from: last, to: eve } : fourYears(last, on)
  if (!from || from.until(on).sign < 0) return undefined
  const own = fourYears(from, on)
  return eve && eve.until(own.to).sign > 0 ? { ...own, to: eve } : own
}

function fourYears(first: Day, on: Day): Cycle {
  const passed = Math.floor(first.until(on, { largestUnit: 'years' }).years / cycleYears)
  const from = first.add({ years: passed * cycleYears })
  return { from, to: first.add({ years: (passed + 1) * cycleYears }).subtract({ days: 1 }) }
}

function electionsOf({ planning }: Rules): readonly Day[] {
  return planning.cycle
    .filter(({ part }) => part === 'ordinary-election')
    .map(({ from }) => day(from))
    .toSorted((one, other) => other.until(one).sign)
}

/** The first day that counts as within a Member's induction: that of the election by which they took office, or of taking it. */
export function inductionBegan({ from }: Pick<Member, 'from'>, rules: Rules): Day | undefined {
  if (!from) return undefined
  const elected = electionsOf(rules).findLast((each) => each.until(from).sign >= 0)
  return elected && elected.until(from).days <= daysToTakeOffice ? elected : from
}

/** The last day of an induction that began so (TH 1.4). */
export function inductionEnds(began: Day, { members }: Rules): Day {
  return began.add({ months: members.inductionMonths })
}
