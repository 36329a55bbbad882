import { z } from 'zod'
import type { Memory } from '../memory.ts'
import type { Mint } from '../mint.ts'
import { syncStateNotFound } from './refusal.ts'

const place = z.union([
  /** Reading everything: what comes after this place in the calendar, and where the journal stood at the start. */
  z.object({ round: z.literal('whole'), since: z.int(), after: z.object({ serial: z.int(), on: z.string() }).optional() }),
  /** Reading changes: from one place of the journal to another. */
  z.object({ round: z.literal('changes'), from: z.int(), at: z.int(), to: z.int() }),
  /** The end of a round: where the next one begins. */
  z.object({ round: z.literal('done'), since: z.int() }),
])
export type Place = z.infer<typeof place>

const shape = z.object({
  stamp: z.string(),
  mailbox: z.string(),
  generation: z.int(),
  window: z.object({ start: z.number(), end: z.number() }),
  place,
})
export type SyncState = Omit<z.infer<typeof shape>, 'stamp'>

export type Tokens = { write(state: SyncState): string; read(token: string): SyncState }

/** Tokens are opaque, carry their one window, and die with the sandbox that gave them. */
export function createTokens(memory: Memory, mint: Mint): Tokens {
  const { stamp } = memory.of('delta-tokens', () => ({ stamp: mint('stamp') }))
  return {
    write: (state) => Buffer.from(JSON.stringify({ ...state, stamp })).toString('base64url'),
    read(token) {
      const read = shape.safeParse(parsed(token))
      if (!read.success || read.data.stamp !== stamp) throw syncStateNotFound()
      return read.data
    },
  }
}

function parsed(token: string): unknown {
  try {
    return JSON.parse(Buffer.from(token, 'base64url').toString('utf8'))
  } catch {
    return undefined // not one of ours
  }
}
