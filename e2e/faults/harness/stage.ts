import { instant } from '../../../domain/kernel/time.ts'
import type { Chance } from './chance.ts'
import type { World } from './outside/world.ts'
import type { People } from './people.ts'
import type { Scheduler } from './scheduler.ts'

/** Where the parts of a scenario act. */
export type Stage = { readonly world: World; readonly people: People; readonly scheduler: Scheduler; readonly chance: Chance }

/** Of a council's week: the evening of Monday. */
export const weekBeginsAt = instant('2026-10-19T16:00:00Z')

/** Minutes either way are the seed's. */
export function at(
  { world, scheduler, chance }: Pick<Stage, 'world' | 'scheduler' | 'chance'>,
  when: string,
  withinMinutes: number,
  act: () => void | Promise<void>,
): void {
  scheduler.after(millisecondsTo(world, when) + chance.between(0, withinMinutes * 60_000), () => void act())
}

/** Waits for that moment, and not at all once it has passed. */
export function until({ world, scheduler }: Pick<Stage, 'world' | 'scheduler'>, when: string): Promise<void> {
  return new Promise((resolve) => void scheduler.after(millisecondsTo(world, when), resolve))
}

function millisecondsTo(world: World, when: string): number {
  return instant(when).epochMilliseconds - world.now()
}
