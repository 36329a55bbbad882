import type { Keys, Services } from './services.ts'
import { createServices } from './services.ts'
import type { Kept } from './keeping.ts'
import { createLane } from './lane.ts'
import { createPassingTime, type PassingTime } from './passing-time.ts'
import { ProductDidNotStart, type ProductDriver } from './product-driver.ts'
import { scenarios, type ScenarioName } from './scenarios/scenarios.ts'
import type { Story } from './scenarios/scenario.ts'
import { createStage } from './scenarios/stage.ts'
import type { Addresses, SandboxClock } from './service.ts'
import { readWorld } from './world-mistakes.ts'
import type { World } from './world.ts'

/** Somebody asked before the first council was laid. */
export class NotYetThere extends Error {
  override readonly name = 'NotYetThere'
}

/** The sandbox at work: one world at a time, and the product that lives in it. */
export type Running = {
  /** Those of the world there is now. */
  readonly services: () => Services
  /** A council is being made: what happens meanwhile is its past, and nobody's doing. */
  readonly beginning: () => boolean
  readonly time: PassingTime
  readonly product: Pick<ProductDriver, 'nextUp'>
  readonly addresses: () => Addresses
  /** A stable hand on the clock of whatever world there is. */
  readonly clock: SandboxClock
  /** Nothing else moves time or changes the world meanwhile. */
  readonly alone: <Value>(work: () => Promise<Value>) => Promise<Value>
  /** Ask only when alone. */
  readonly begin: (world: World) => Promise<void>
  readonly beginScenario: (name: ScenarioName) => Promise<void>
  /** Goes on where a council was kept. */
  readonly resume: (kept: Kept) => Promise<void>
  /** Lets everything come to rest, stops the product, and gives the council as it then stands. */
  readonly standstill: () => Promise<Kept>
  readonly rotateKeys: () => Promise<void>
}

type Around = {
  readonly keys: Keys
  readonly product: ProductDriver
  readonly addresses: () => Addresses
  readonly changed: () => void
  readonly onFailure: (failure: unknown) => void
}

export function createRunning(around: Around): Running {
  const { keys, product, addresses, changed } = around
  let current: Services | undefined
  let laid = 0
  let beginning = false

  function services(): Services {
    if (!current) throw new NotYetThere('The sandbox is only just starting: ask again in a moment')
    return current
  }

  const clock: SandboxClock = {
    now: () => services().context.clock.now(),
    at: (at, work) => services().context.clock.at(at, work),
  }
  const time = createPassingTime(() => services().context, product, changed)

  /** A world that the product would not take changes nothing: the council there is goes on. */
  async function lay(world: World, before?: () => Promise<void>): Promise<void> {
    await started(product.check(world))
    await product.leave()
    laid += 1
    current = createServices(world, keys, { ...around, seed: `${world.council.id}/${world.now}/${laid}` })
    await before?.()
    await started(product.restart(current.context.world, { clock, addresses }))
    current.connector.installForAll()
    await time.settle()
  }

  async function begin(world: World, story?: Story): Promise<void> {
    const stage = createStage(services, time, addresses)
    await whileBeginning(async () => {
      await lay(world, story && (() => story.before(stage)))
      await story?.since(stage)
      await product.begin()
    })
  }

  async function whileBeginning(work: () => Promise<void>): Promise<void> {
    beginning = true
    changed()
    try {
      await work()
    } finally {
      beginning = false
      changed()
    }
  }

  return {
    services,
    beginning: () => beginning,
    time,
    product,
    addresses,
    clock,
    alone: createLane(),
    begin: (world) => begin(world),
    async beginScenario(name) {
      const { world, story } = scenarios[name]
      await begin(checked(world()), story?.())
    },
    async resume(kept) {
      await whileBeginning(async () => {
        laid = kept.laid
        current = createServices(kept.world, keys, { ...around, seed: '', kept })
        await started(product.resume(kept.world, { clock, addresses }, kept.storage))
        await time.settle()
        await product.begin()
      })
    },
    async standstill() {
      await time.settle()
      const storage = product.storage()
      await product.leave()
      const { world, memory } = services().context
      return { world, now: clock.now().toString(), remembered: memory.all, laid, storage }
    },
    async rotateKeys() {
      await Promise.all([keys.entra.rotate(), keys.connector.rotate()])
    },
  }
}

async function started(restart: Promise<void>): Promise<void> {
  try {
    await restart
  } catch (cause) {
    if (cause instanceof ProductDidNotStart) throw cause
    throw new ProductDidNotStart(cause instanceof Error ? cause.message : String(cause), { cause })
  }
}

/** A world of our own is checked like any other. */
export function checked(world: World): World {
  const read = readWorld(world)
  if (read.ok) return read.world
  throw new Error(read.mistakes.map(({ path, message }) => `${path}: ${message}`).join('\n'))
}
