import type { Council } from '../../../api/ports/council.ts'
import type { Chance } from './chance.ts'
import type { World } from './outside/world.ts'
import type { Processes } from './processes.ts'
import type { Scheduler } from './scheduler.ts'

/** `again`: not yet; whoever asked looks again in a while. */
export type Tried = 'done' | 'again' | 'given up'

/**
 * True once it was done and they were told so. `isThere`: whether they still wait for this attempt: a page that came after they had turned to
 * the next is read by nobody. `stillWants`: whether they would ask once more.
 */
export type Persist = (attempt: Attempt, stillWants?: () => boolean) => Promise<boolean>
export type Attempt = (council: Council, asked: { readonly isThere: () => boolean }) => Promise<Tried>

/** Who asks, and when. */
export type Asking = { readonly persist: Persist; readonly world: World }

const tries = 60

/** People who try again when nothing answers, meaning the same each time. */
export function createPersist(deps: { readonly scheduler: Scheduler; readonly processes: Processes; readonly chance: Chance }): Persist {
  const { scheduler, processes, chance } = deps
  const wait = (milliseconds: number) => new Promise<void>((resolve) => void scheduler.after(milliseconds, resolve))
  return async (attempt, stillWants = () => true) => {
    for (let tried = 0; tried < tries && stillWants(); tried += 1) {
      const asked = await processes.ask(attempt)
      if (asked.kind === 'answer' && asked.answer !== 'again') return asked.answer === 'done'
      await wait(chance.between(2_000, 40_000))
    }
    return false
  }
}
