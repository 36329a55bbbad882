import { municipalYearBegan } from '../kernel/municipal-year.ts'
import type { Day } from '../kernel/time.ts'
import { day } from '../kernel/time.ts'
import type { Member } from '../members/member.ts'
import type { MandatoryRule } from '../rulebook/mandatory.ts'
import { againOf, type Done } from './again.ts'
import type { Bound, HeldSeat } from './bound.ts'
import { boundBy } from './bound.ts'
import type { Evidence } from './evidence.ts'
import type { StandingRules, Status } from './status.ts'
import { cycleOf, inductionBegan, inductionEnds } from './term.ts'

/** A seat that a rule gates (C5.3). The software says so and prevents nobody: the chair and the Monitoring Officer decide. */
export type Sitting = HeldSeat & { readonly maySit: boolean }

export type Standing = {
  readonly rule: MandatoryRule
  readonly status: Status
  /** Why it binds them. Absent: it does not. */
  readonly bound?: Bound
  /** What counts towards it, oldest first. */
  readonly evidence: readonly Evidence[]
  readonly sits: readonly Sitting[]
}

type Who = Pick<Member, 'kind' | 'from' | 'to' | 'posts' | 'held'>

/**
 * How a Member stands to one rule on a day, with what shows it: the same whenever it is asked, for today and for any day before.
 *
 * What counts: for induction, what was done since it began, so that training before the election counts only once an officer has accepted
 * it (C5.11); in each cycle, what was done within it (C5.2); otherwise whatever was done until then. What was accepted meets the rule from
 * the day of accepting it until the day that was said, and is no session of a cycle.
 *
 * Clauses: C5.1 to C5.9, C5.11. Trap: `on` is a day of London's calendar, and what was attended on it counts.
 */
export function standingOf(rule: MandatoryRule, member: Who, evidence: readonly Evidence[], on: Day, rules: StandingRules): Standing {
  const bound = boundBy(rule, member, on)
  if (typeof bound === 'string') return { rule, status: { kind: 'not-needed', because: bound }, evidence: [], sits: [] }
  const since = countsSince(rule, member, on, rules)
  const known = evidence.filter((each) => each.on.until(on).sign >= 0)
  const done = known.filter((each): each is Done => each.kind !== 'accepted' && (!since || since.until(each.on).sign >= 0))
  const accepted = known.filter((each) => each.kind === 'accepted' && each.acceptedOn.until(on).sign >= 0)
  const counted = known.filter((each) => done.some((one) => one === each) || accepted.includes(each))
  const status = withAccepted(statusOf(rule, member, { bound, done }, on, rules), accepted, on)
  const maySit = counted.length > 0 && (status.kind !== 'overdue' || !rule.lapseBlocks)
  const sits = rule.due.by === 'sitting' ? bound.seats.map((seat) => ({ ...seat, maySit })) : []
  return { rule, status, bound, evidence: counted, sits }
}

type Found = { readonly bound: Bound; readonly done: readonly Done[] }

function statusOf(rule: MandatoryRule, member: Who, { bound, done }: Found, on: Day, rules: StandingRules): Status {
  if (done.length > 0) return againOf(rule, member, done, on, rules)
  const by = firstDueBy(rule, member, bound, on, rules)
  if (!by) return { kind: 'due' }
  return isOver(by, on) ? { kind: 'overdue', by, neverDone: true } : { kind: 'due', by }
}

/** C5.11: what was accepted stands in for what is not done, for as long as it was accepted; once that is over it is to be done here. */
function withAccepted(status: Status, accepted: readonly Evidence[], on: Day): Status {
  const latest = accepted.filter((each) => each.kind === 'accepted').toSorted((one, other) => ends(other).localeCompare(ends(one)))[0]
  if (!latest || status.kind === 'done') return status
  const { until } = latest
  if (!until) return { kind: 'done', on: latest.on }
  const by = 'by' in status && status.by ? (later(status.by, until) ?? until) : until
  if (!isOver(until, on)) return { kind: 'done', on: latest.on, moreBy: by }
  return isOver(by, on) ? { kind: 'overdue', by, neverDone: false } : status
}

function ends({ until }: { readonly until?: Day }): string {
  return until?.toString() ?? '9999'
}

function isOver(by: Day, on: Day): boolean {
  return by.until(on).sign > 0
}

/** From when on what was attended counts; undefined: whenever it was. */
function countsSince(rule: MandatoryRule, member: Who, on: Day, rules: StandingRules): Day | undefined {
  if (rule.again === 'each-cycle') return beganInCycle(member, on, rules)
  return rule.due.by === 'induction' ? inductionBegan(member, rules) : undefined
}

/** C5.2: the cycle begins anew at each ordinary election, and with it the induction of whoever was in office before. */
function beganInCycle(member: Who, on: Day, rules: StandingRules): Day | undefined {
  return later(inductionBegan(member, rules), cycleOf(on, member, rules)?.from)
}

/** The last day on which the first time is in time. Undefined: none is set, or nobody knows when the Member took office. */
function firstDueBy(rule: MandatoryRule, member: Who, bound: Bound, on: Day, rules: StandingRules): Day | undefined {
  const { due, again } = rule
  const began = again === 'each-cycle' ? beganInCycle(member, on, rules) : inductionBegan(member, rules)
  switch (due.by) {
    case 'induction':
      return began && inductionEnds(began, rules)
    case 'municipal-year':
      return yearsWindowBegan(member, bound, on, rules).add({ weeks: due.weeks })
    case 'day':
      return began && day(due.on).until(began).sign > 0 ? inductionEnds(began, rules) : day(due.on)
    case 'sitting':
    case 'none':
      break
  }
  return undefined
}

/** C5.6: from the start of the municipal year, or from taking the office later. Of an office whose start nobody knows, this year's. */
function yearsWindowBegan(member: Who, { offices, seats }: Bound, on: Day, rules: StandingRules): Day {
  const known = [...offices.flatMap(({ from }) => from ?? []), ...seats.flatMap(({ since }) => since ?? [])]
  const first = known.length === offices.length + seats.length ? known.toSorted((one, other) => other.until(one).sign)[0] : undefined
  return first ?? later(annualMeetingOf(on, rules), member.from) ?? municipalYearBegan(on)
}

/** The annual meeting of the municipal year in which a day falls; where its date is not put down, the first of May. */
function annualMeetingOf(on: Day, { planning }: StandingRules): Day {
  const began = municipalYearBegan(on)
  const meeting = planning.cycle
    .filter(({ part }) => part === 'annual-meeting')
    .map(({ from }) => day(from))
    .find((each) => began.until(each).sign >= 0 && each.until(began.add({ years: 1 })).sign > 0)
  return meeting ?? began
}

function later(one: Day | undefined, other: Day | undefined): Day | undefined {
  if (!one || !other) return one ?? other
  return one.until(other).sign > 0 ? other : one
}
