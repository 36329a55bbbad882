import { Temporal } from '../../../domain/kernel/time.ts'
import type { Clock } from '../../../api/ports/clock.ts'
import { createCouncils } from '../../../api/stores/councils.ts'
import { createDueQueue } from '../../../api/stores/due.ts'
import type { World } from './outside/world.ts'

/** The rows as they lie, read past every fault and without a process. */
export function storesOf(world: World) {
  const clock: Clock = {
    now: () => Temporal.Instant.fromEpochMilliseconds(world.now()),
    mono: () => world.now(),
    sleep: async () => undefined,
  }
  const { tables } = world.storage
  const due = createDueQueue({ tables, shards: 2 })
  const quiet = { post: async () => undefined, take: async () => [] }
  return { councils: createCouncils({ tables, due, hints: quiet, clock }), due }
}
