import { AsyncLocalStorage } from 'node:async_hooks'

const steps = new AsyncLocalStorage<AbortSignal>()

/**
 * Does one step of a job, with one deadline for whatever it calls, however deep: a call's own limit can end it earlier, never later. What
 * hands its signal on by hand need not; storage, which every store calls and none knows the step of, finds it here.
 *
 * Trap: what is read once for several who ask at the same time ends for all of them with the step of the first. They ask again.
 */
export async function untilDeadline<Value>(deadline: AbortSignal, step: () => Promise<Value>): Promise<Value> {
  return steps.run(deadline, step)
}

/** The signal for one call: after so many milliseconds, or with the step that it is part of. */
export function callLimit(milliseconds: number): AbortSignal {
  const own = AbortSignal.timeout(milliseconds)
  const step = steps.getStore()
  return step ? AbortSignal.any([own, step]) : own
}
