import type { Senders } from '../ports/compose.ts'
import type { Hints } from '../ports/queue.ts'
import type { Tables } from '../ports/tables.ts'

/** The process died here. Nothing it does afterwards has any effect. */
export class Crash extends Error {
  override readonly name = 'Crash'
}

/** Counts every call that leaves the process, and kills the process at one of them. */
export type CrashPoint = {
  readonly calls: () => number
  readonly crashed: () => boolean
  readonly guard: <Answer>(call: () => Promise<Answer>) => Promise<Answer>
}

/** `before`: the call has no effect. `after`: it has, and nobody hears of it. `at` counts from 0; undefined never crashes. */
export function crashAt(at: number | undefined, when: 'before' | 'after'): CrashPoint {
  let calls = 0
  let dead = false
  return {
    calls: () => calls,
    crashed: () => dead,
    async guard(call) {
      if (dead) throw new Crash()
      const isHere = calls === at
      calls += 1
      if (!isHere) return call()
      dead = true
      if (when === 'after') await call()
      throw new Crash()
    },
  }
}

export function crashingTables(tables: Tables, { guard }: CrashPoint): Tables {
  return {
    get: async (...call) => guard(async () => tables.get(...call)),
    range: async (...call) => guard(async () => tables.range(...call)),
    first: async (...call) => guard(async () => tables.first(...call)),
    commit: async (...call) => guard(async () => tables.commit(...call)),
  }
}

export function crashingHints(hints: Hints, { guard }: CrashPoint): Hints {
  return { post: async (hint) => guard(async () => hints.post(hint)), take: async () => guard(async () => hints.take()) }
}

export function crashingSenders({ text, mail, card, calendar }: Senders, { guard }: CrashPoint): Senders {
  return {
    text: {
      send: async (...call) => guard(async () => text.send(...call)),
      find: async (...call) => guard(async () => text.find(...call)),
    },
    mail: {
      send: async (...call) => guard(async () => mail.send(...call)),
      find: async (...call) => guard(async () => mail.find(...call)),
    },
    card: {
      send: async (...call) => guard(async () => card.send(...call)),
      update: async (...call) => guard(async () => card.update(...call)),
    },
    calendar: {
      cancel: async (...call) => guard(async () => calendar.cancel(...call)),
      isCancelled: async (...call) => guard(async () => calendar.isCancelled(...call)),
      answer: async (...call) => guard(async () => calendar.answer(...call)),
    },
  }
}
