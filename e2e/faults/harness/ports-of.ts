import { Temporal } from '../../../domain/kernel/time.ts'
import { isGuarded } from '../../../api/adapters/tables/limits.ts'
import type { AgreedClock } from '../../../api/adapters/agreed-clock.ts'
import type { Clock } from '../../../api/ports/clock.ts'
import type { Hints } from '../../../api/ports/queue.ts'
import type { Op, Pk, Tables } from '../../../api/ports/tables.ts'
import { throwing, type Asked, type Reaching } from './reach.ts'
import type { Process, Scheduler } from './scheduler.ts'
import { hintText } from './outside/world.ts'

/** The clock of one process: it may be wrong by some seconds, and goes on while the process stands still. */
export function clockOf(scheduler: Scheduler, process: Process, order: { readonly beginsAt: number; readonly skew: number }): Clock {
  const begun = scheduler.now()
  return {
    now: () => Temporal.Instant.fromEpochMilliseconds(order.beginsAt + scheduler.now() + order.skew),
    mono: () => scheduler.now() - begun,
    sleep: (milliseconds, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted) return resolve()
        // Whoever sleeps for seconds only polls: nobody waits for it.
        const cancel = scheduler.after(milliseconds, resolve, { owner: process, idle: milliseconds <= 5_000 })
        signal?.addEventListener('abort', () => {
          cancel()
          resolve()
        })
      }),
  }
}

export function tablesOf(reaching: Reaching, clock: AgreedClock): Tables {
  const { tables } = reaching.world.storage
  const read = <Value>(pk: Pk, rk: string, effect: () => Promise<Value>) =>
    dated(reaching, clock, { port: 'tables.read', about: aboutRow(pk, rk), effect })
  const storms = { left: 0 }
  return {
    get: (pk, rk) => read(pk, rk, () => tables.get(pk, rk)),
    range: (pk, from, to, max) => read(pk, from, () => tables.range(pk, from, to, max)),
    first: (pk, from, to, max) => read(pk, from, () => tables.first(pk, from, to, max)),
    commit: (pk, ops) => commit(reaching, clock, storms, pk, ops),
  }
}

/** What stands for a status that is no success. */
const refusals = new Set<unknown>([undefined, 'exists', 'stale'])

/** Storage dates each of its answers, and the process hears of a success when it comes. */
async function dated<Value>(reaching: Reaching, clock: AgreedClock, asked: Asked<Value>): Promise<Value> {
  const askedAt = clock.mono()
  let said: string | undefined
  const effect = () => {
    said = new Date(reaching.world.now()).toUTCString()
    return asked.effect()
  }
  const value = await throwing(reaching, 'storage', { ...asked, effect })
  if (!refusals.has(value)) clock.heard(said, askedAt)
  return value
}

function commit(
  reaching: Reaching,
  clock: AgreedClock,
  storms: { left: number },
  pk: Pk,
  ops: readonly Op[],
): Promise<'saved' | 'exists' | 'stale'> {
  const { storage } = reaching.world
  async function effect(): Promise<'saved' | 'exists' | 'stale'> {
    if (storms.left > 0) {
      storms.left -= 1
      await storage.touch(pk, ops)
    }
    return storage.tables.commit(pk, ops)
  }
  return dated(reaching, clock, {
    port: pk.table !== 'due' && !ops.some(isGuarded) ? 'tables.list' : 'tables.commit',
    about: ops.length > 0 ? aboutRow(pk, firstKey(ops)) : pk.key,
    effect,
    special: {
      storm(times) {
        storms.left = times
        return effect()
      },
    },
  })
}

function firstKey([op]: readonly Op[]): string {
  return String(op && Object.values(op)[0])
}

/** Without what chance makes and nothing hangs on: by what pointers of one task are told apart, and under which key one who checks in stands. */
function aboutRow(pk: Pk, rk: string): string {
  if (rk.startsWith('a~')) return `${pk.table}/${pk.key}/a~*`
  return `${pk.table}/${pk.key}/${pk.table === 'due' ? rk.slice(0, 20) : rk}`
}

export function hintsOf(reaching: Reaching, scheduler: Scheduler): Hints {
  const { hints } = reaching.world
  return {
    post: (hint) =>
      throwing(reaching, 'storage', {
        port: 'hints.post',
        about: hintText(hint),
        effect: () => hints.post(hint),
        special: {
          drop: async () => undefined,
          async repeat() {
            await hints.post(hint)
            await hints.post(hint)
          },
          async delay(milliseconds) {
            scheduler.after(milliseconds, () => void hints.post(hint))
          },
        },
      }),
    take: () => throwing(reaching, 'storage', { port: 'hints.take', about: '', effect: () => hints.take() }),
  }
}
