import type { MemberId, PersonId } from '../kernel/ids.ts'
import { refused, ok, type Result } from '../kernel/result.ts'
import type { Day, Instant } from '../kernel/time.ts'
import type { MandatoryRule } from '../rulebook/mandatory.ts'

/** Who did something with a completion, and when. */
type Doing = { readonly at: Instant; readonly by: PersonId; readonly byName: string }

/**
 * That a Member has done what a rule asks, as an officer put it down: an e-learning course finished (C5.9), or training had elsewhere or
 * before the election and accepted as meeting it (C5.11). Never changed: one that is wrong is withdrawn, and stays in the record.
 */
export type Completion = Doing & {
  readonly id: string
  readonly memberId: MemberId
  readonly ruleId: MandatoryRule['id']
  readonly kind: 'completed' | 'accepted'
  /** The day on which it was done. */
  readonly on: Day
  /** Of what was accepted: the last day on which it counts. Absent: for good. */
  readonly until?: Day
  /** Of what was accepted: what it was, where, and what was seen of it. */
  readonly what?: string
}

export type Withdrawal = Doing & { readonly why: string }

/** As it stands: counted, unless it was withdrawn. */
export type KeptCompletion = Completion & { readonly withdrawn?: Withdrawal }

/** What an officer would put down. */
export type Told = Pick<Completion, 'kind' | 'on' | 'until' | 'what'>

export type CompletionFault =
  'not-e-learning' | 'not-by-equivalence' | 'in-the-future' | 'what-is-missing' | 'until-is-missing' | 'until-is-over' | 'until-for-nothing'

/**
 * Whether what an officer tells can count towards a rule. What is to be done again cannot be accepted for good: somebody has to say until
 * when (C5.11).
 */
export function judged(
  told: Told,
  rule: Pick<MandatoryRule, 'through' | 'equivalence' | 'again'>,
  today: Day,
): Result<Told, CompletionFault> {
  const { kind, on, until, what } = told
  if (today.until(on).sign > 0) return refused('in-the-future')
  if (kind === 'completed') {
    if (rule.through !== 'e-learning') return refused('not-e-learning')
    return until ? refused('until-for-nothing') : ok(told)
  }
  if (!rule.equivalence) return refused('not-by-equivalence')
  if (!what) return refused('what-is-missing')
  if (!until) return rule.again === 'never' ? ok(told) : refused('until-is-missing')
  return until.until(today).sign > 0 ? refused('until-is-over') : ok(told)
}
