import { agreedClock } from '../../../api/adapters/agreed-clock.ts'
import { logTo } from '../../../api/log.ts'
import type { Clock } from '../../../api/ports/clock.ts'
import type { Council } from '../../../api/ports/council.ts'
import { Unavailable } from '../../../api/ports/unavailable.ts'
import type { Chance } from './chance.ts'
import type { FaultPlan } from './fault-plan.ts'
import { profile } from './outside/council-world.ts'
import type { World } from './outside/world.ts'
import { createPoints, type Points } from './points.ts'
import { clockOf, hintsOf, tablesOf } from './ports-of.ts'
import { startProduct, type Product } from './product.ts'
import type { Process, Scheduler } from './scheduler.ts'

/** The processes of the product: as many as are meant to run, each replaced when it has died or stopped. */
export type Processes = {
  readonly points: Points
  readonly lines: readonly string[]
  /** How many of them have died so far. */
  deaths(): number
  begin(count: number): void
  /** Clocks of those alive, as milliseconds ahead of the true time. */
  skews(): readonly number[]
  /**
   * Asks one of them, as a person's client would. `no-answer`: none was there, it died, or it took too long; what was thrown as an outage
   * is `unavailable`. A client that waits no more is not there, and does nothing about what it would have read.
   */
  ask<Answer>(work: (council: Council, asked: Asks) => Promise<Answer>): Promise<Asked<Answer>>
}

/** The instance that was asked, and whether the client still waits for it. */
type Asks = { readonly product: Product; readonly isThere: () => boolean }

export type Asked<Answer> = { readonly kind: 'answer'; readonly answer: Answer } | { readonly kind: 'no-answer' | 'unavailable' }

type Running = { readonly process: Process; readonly product: Product; readonly clock: Clock; isStopping: boolean }

/** Milliseconds that a client waits for an answer. */
const patience = 30_000
/** What an instance's clock may be out by, in milliseconds. */
const mostSkew = 60_000

export function createProcesses(deps: {
  readonly scheduler: Scheduler
  readonly world: World
  readonly plan: FaultPlan
  readonly chance: Chance
  readonly beginsAt: number
}): Processes {
  const { scheduler, world, plan, chance, beginsAt } = deps
  const running = new Set<Running>()
  const lines: string[] = []
  let started = 0
  let died = 0
  const points = createPoints({ scheduler, chance, plan, on: { crash, stop } })

  function start(): void {
    started += 1
    const process: Process = { name: `p${started}`, alive: true, pausedUntil: 0 }
    const skew = plan.skewed ? chance.between(-mostSkew, mostSkew) : 0
    const onLine = (line: string) => void lines.push(line)
    const clock = agreedClock(
      clockOf(scheduler, process, { beginsAt, skew }),
      logTo(onLine, () => new Date(world.now())),
    )
    const reaching = { process, clock, points, world, chance }
    let ids = 0
    const product = startProduct({
      clock,
      tables: tablesOf(reaching, clock),
      hints: hintsOf(reaching, scheduler),
      reaching,
      newId: () => `${process.name}-${(ids += 1)}`,
      onLine,
    })
    running.add({ process, product, clock, isStopping: false })
    product.worker.start()
  }

  function crash(process: Process): void {
    const dead = [...running].find((each) => each.process === process)
    if (!dead) return
    died += 1
    process.alive = false
    running.delete(dead)
    scheduler.after(chance.pick([300, 5_000, chance.between(10_000, 300_000)]), start)
  }

  function stop(process: Process): void {
    const leaving = [...running].find((each) => each.process === process)
    if (!leaving || leaving.isStopping) return
    leaving.isStopping = true
    void replace(leaving)
  }

  async function replace(leaving: Running): Promise<void> {
    await leaving.product.worker.stop()
    leaving.process.alive = false
    running.delete(leaving)
    start()
  }

  return {
    points,
    lines,
    deaths: () => died,
    begin(count) {
      for (let index = 0; index < count; index += 1) start()
    },
    skews: () => [...running].map(({ clock }) => clock.now().epochMilliseconds - beginsAt - scheduler.now()),
    async ask(work) {
      const ready = [...running].filter(({ isStopping }) => !isStopping)
      const chosen = ready[chance.between(0, Math.max(0, ready.length - 1))]
      if (!chosen) return { kind: 'no-answer' }
      let isThere = true
      return new Promise((resolve) => {
        scheduler.after(patience, () => {
          isThere = false
          resolve({ kind: 'no-answer' })
        })
        void answered(chosen, (council) => work(council, { product: chosen.product, isThere: () => isThere })).then(resolve)
      })
    },
  }
}

async function answered<Answer>({ product }: Running, work: (council: Council) => Promise<Answer>): Promise<Asked<Answer>> {
  try {
    const council = await product.councils.open(profile.id)
    if (!council) return { kind: 'unavailable' }
    const answer = await work(council)
    product.worker.kick()
    return { kind: 'answer', answer }
  } catch (fault) {
    if (!(fault instanceof Unavailable)) throw fault
    return { kind: 'unavailable' }
  }
}
