import { Temporal } from 'temporal-polyfill'
import type { OwnedContext } from './context.ts'
import type { ProductDriver } from './product-driver.ts'
import type { Happening } from './service.ts'

/** Rounds without rest before it is called a defect: nothing real takes so many. */
const mostRounds = 500
const mostSteps = 100_000

export class NeverRests extends Error {
  override readonly name = 'NeverRests'
}

export type Passed = { readonly now: string; readonly happened: readonly Happening[] }

/**
 * Lets time pass for the sandbox and the product together: always what is due is done before the clock moves, and the clock stops at
 * every instant at which either has something to do. So a week in one jump goes as seven days would.
 */
export function createPassingTime(context: () => OwnedContext, product: ProductDriver, changed: () => void) {
  /** Everything of the sandbox's own that is due or under way. */
  async function finishOwnWork(): Promise<number> {
    const { clock, work } = context()
    let timers = 0
    do {
      while (await clock.runNext()) timers += 1
      await work.idle()
    } while (isDue())
    return timers
  }

  function isDue(): boolean {
    const { clock } = context()
    const next = clock.next()
    return next !== undefined && Temporal.Instant.compare(next, clock.now()) <= 0
  }

  /** Until both have been idle twice in a row: what one does may give the other work. */
  async function settle(): Promise<void> {
    let idle = 0
    for (let round = 0; idle < 2; round += 1) {
      if (round === mostRounds) throw new NeverRests('Something goes on making work for itself')
      const before = context().work.started()
      const timers = await finishOwnWork()
      await product.settle()
      idle = timers === 0 && context().work.started() === before && !isDue() ? idle + 1 : 0
    }
  }

  async function next(): Promise<{ at: Temporal.Instant; whose: 'product' | 'sandbox' } | undefined> {
    const own = context().clock.next()
    const theirs = await product.nextAt()
    if (theirs && (!own || Temporal.Instant.compare(theirs, own) <= 0)) return { at: theirs, whose: 'product' }
    return own && { at: own, whose: 'sandbox' }
  }

  /** The next stop on the way, if there is one before `target`. A product that names the past has nothing to stop for. */
  async function nextStop(target: Temporal.Instant): Promise<Temporal.Instant | undefined> {
    const { clock } = context()
    const stops = [clock.next(), await product.nextAt()].filter(
      (at) => at && Temporal.Instant.compare(at, clock.now()) > 0 && Temporal.Instant.compare(at, target) < 0,
    )
    return stops.reduce((first, at) => (first && at && Temporal.Instant.compare(first, at) <= 0 ? first : at), undefined)
  }

  return {
    settle,
    next,
    /** Moves the clock to `target`, stopping wherever something is due. Throws `RangeError` backwards. */
    async passUntil(target: Temporal.Instant): Promise<Passed> {
      const { clock, journal } = context()
      if (Temporal.Instant.compare(target, clock.now()) < 0) throw new RangeError('The clock only goes forward')
      const place = journal.length()
      await settle()
      for (let step = 0, stop = await nextStop(target); stop; step += 1, stop = await nextStop(target)) {
        if (step === mostSteps) throw new NeverRests('The clock was stopped too often on the way')
        clock.set(stop)
        await settle()
      }
      clock.set(target)
      await settle()
      changed()
      return { now: clock.now().toString(), happened: journal.from(place) }
    },
  }
}

export type PassingTime = ReturnType<typeof createPassingTime>
