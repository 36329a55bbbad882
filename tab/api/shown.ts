import type { Problem } from '../../api/contracts/shared.ts'
import type { Answer } from './answer.ts'
import type { Outage } from './outage.ts'

/** What was known is shown. Not `fresh`: the last try brought nothing newer, and `problem` says why where we were told. */
export type Known<Value> = {
  readonly kind: 'shown'
  readonly value: Value
  readonly fresh: boolean
  readonly problem?: Problem
  readonly outage?: Outage
}

/** What a page can show of one address of the API. */
export type Shown<Value> =
  /** `slow` after 300 ms: a skeleton that flashes up and goes is worse than none. */
  | { readonly kind: 'loading'; readonly slow: boolean }
  | Known<Value>
  | { readonly kind: 'refused'; readonly problem: Problem }
  | { readonly kind: 'unreachable'; readonly outage?: Outage }

/** Whether asking again could bring another answer: the sign-in may come back, and a fault of ours may pass. */
export function mayPass({ status }: Problem): boolean {
  return status === 401 || status >= 500
}

/**
 * What to show when an answer brought nothing to show.
 *
 * Where only the way to it is barred, what was known before stays in sight, and with it whatever is being typed there.
 */
export function withoutNews<Value>(answer: Exclude<Answer<Value>, { kind: 'ok' }>, before: Shown<Value>): Shown<Value> {
  const { problem, outage } = answer.kind === 'refused' ? { ...answer, outage: undefined } : { ...answer, problem: undefined }
  if (before.kind !== 'shown' || (problem && !mayPass(problem))) return answer
  return { kind: 'shown', value: before.value, fresh: false, ...(problem ? { problem } : {}), ...(outage ? { outage } : {}) }
}

/** Lets an answer pass only if nothing that was asked later has been shown yet: the slow one never overwrites the newer. */
export function newestOnly() {
  let asked = 0
  let shown = 0
  return {
    /** Call on asking; what comes back says, and may say it once, whether the answer is still news. */
    ask: () => {
      asked += 1
      const mine = asked
      return () => {
        if (mine <= shown) return false
        shown = mine
        return true
      }
    },
    /** Something newer is known: whatever is still under way is old. */
    overtake: () => {
      asked += 1
      shown = asked
    },
  }
}
