import type { Log } from './log.ts'
import type { Clock } from './ports/clock.ts'
import { Unavailable } from './ports/unavailable.ts'

type Waiting = { readonly clock: Clock; readonly log: Log; readonly signal: AbortSignal }

/** Milliseconds between one try and the next. */
const pause = 5_000

/** Tries until it succeeds, saying each time what is waited for and why. Only an outage is waited for; the signal ends it. */
export async function untilDone(work: () => Promise<void>, { clock, log, signal }: Waiting): Promise<void> {
  while (!signal.aborted) {
    try {
      return await work()
    } catch (fault) {
      if (!(fault instanceof Unavailable)) throw fault
      log.warn('service.waiting', { dependency: fault.dependency, because: fault.because.replaceAll(' ', '-') })
      await clock.sleep(pause, signal)
    }
  }
}
