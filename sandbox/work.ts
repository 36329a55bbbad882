import type { Work } from './service.ts'

export type TrackedWork = Work & {
  /** Answers when nothing is under way any more. */
  idle(): Promise<void>
  /** How many pieces of work were ever started: two equal readings with a wait between them mean quiet. */
  started(): number
}

/** Starts each piece of work at once and remembers it until it ends. A piece that fails is told to `onFailure` and waited for no longer. */
export function createWork(onFailure: (failure: unknown) => void): TrackedWork {
  const underWay = new Set<Promise<void>>()
  let started = 0
  return {
    run(work) {
      started += 1
      const running: Promise<void> = work()
        .catch(onFailure)
        .finally(() => underWay.delete(running))
      underWay.add(running)
    },
    async idle() {
      while (underWay.size > 0) await Promise.all(underWay)
    },
    started: () => started,
  }
}
