import { municipalYearBegan } from '../kernel/municipal-year.ts'
import type { Day } from '../kernel/time.ts'
import type { Member } from '../members/member.ts'
import type { MandatoryRule } from '../rulebook/mandatory.ts'
import type { Attended, Completed } from './evidence.ts'
import type { StandingRules, Status } from './status.ts'
import { cycleOf, inductionBegan } from './term.ts'

/** How long before a refresher of every twelve months falls due it is asked for. */
const askedWeeksBefore = 8
/** C5.2: whoever took office with less than this left of a cycle attends once in it. */
const monthsForSecond = 12

type Doing = Pick<Member, 'from'>
/** What was done here, as against what was accepted in its place. */
export type Done = Attended | Completed

/** How whoever has done it at least once stands to doing it again (C5.2, C5.4). `counted`: oldest first, and never empty. */
export function againOf(rule: MandatoryRule, member: Doing, counted: readonly Done[], on: Day, rules: StandingRules): Status {
  const last = counted.at(-1)
  if (!last) throw new RangeError('whoever has not done it cannot do it again')
  switch (rule.again) {
    case 'never':
      return { kind: 'done', on: (counted[0] ?? last).on }
    case 'each-municipal-year':
      return eachYear(last.on, on)
    case 'each-twelve-months':
      return until(last.on, last.on.add({ months: 12 }), on.add({ weeks: askedWeeksBefore }), on)
    case 'each-cycle':
      break
  }
  return inCycle(member, counted, on, rules)
}

/** C5.4: once in each municipal year, so whoever did it in one has until the end of the next. */
function eachYear(last: Day, on: Day): Status {
  const by = municipalYearBegan(last).add({ years: 2 }).subtract({ days: 1 })
  return until(last, by, municipalYearBegan(on).add({ years: 1 }), on)
}

/** `asks`: the refresher is asked for once it falls due before this day. */
function until(last: Day, by: Day, asks: Day, on: Day): Status {
  if (by.until(on).sign > 0) return { kind: 'overdue', by, neverDone: false }
  return by.until(asks).sign > 0 ? { kind: 'refresher-due', by } : { kind: 'done', on: last, moreBy: by }
}

/** C5.2: twice in a cycle, and one attendance is never both. The first is the one of induction, however late it came. */
function inCycle(member: Doing, counted: readonly Done[], on: Day, rules: StandingRules): Status {
  const [first, second] = eachOnce(counted, rules.programme.repeatWithinDays)
  if (!first) throw new RangeError('whoever has not done it cannot do it again')
  if (second) return { kind: 'done', on: second.on }
  const cycle = cycleOf(on, member, rules)
  if (!cycle) return { kind: 'done', on: first.on }
  const began = inductionBegan(member, rules) ?? cycle.from
  const isLateStarter = cycle.to.add({ days: 1 }).until(began.add({ months: monthsForSecond })).sign > 0
  return isLateStarter ? { kind: 'done', on: first.on } : until(first.on, cycle.to, on.add({ years: 1 }), on)
}

/** The two halves of one repeat are one attendance (C14.4). */
function eachOnce(counted: readonly Done[], repeatWithinDays: number): readonly Done[] {
  return counted.filter((each, at) => {
    if (each.kind !== 'attended') return true
    const before = counted.slice(0, at).filter((other) => other.kind === 'attended' && other.courseId === each.courseId)
    return !before.some(({ on }) => on.until(each.on).days <= repeatWithinDays)
  })
}
