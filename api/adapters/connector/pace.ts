import type { Clock } from '../../ports/clock.ts'

export type Pace = {
  /** Waits for a conversation's turn: 0 when it has come, else after how many seconds it is worth asking again. */
  turn(conversationId: string, signal: AbortSignal): Promise<number>
}

type Limit = { readonly count: number; readonly milliseconds: number }
type Gone = { readonly mono: number; readonly at: number }

/** A little under Teams' own: 7 within a second and 8 within two to one conversation, 60 within 30, 50 a second in a tenant. */
const perConversation: readonly Limit[] = [
  { count: 7, milliseconds: 2_000 },
  { count: 55, milliseconds: 30_000 },
]
const perTenant: readonly Limit[] = [{ count: 40, milliseconds: 1_000 }]
const mostKept = 55
/** A turn that comes within this is waited for: a card that is edited a moment later is still the same card. */
const patienceMilliseconds = 3_000

/**
 * Spreads messages out so that Teams need not refuse them, counted on this instance.
 *
 * Trap: a message counts while it is recent by both clocks. The council's may be moved by a week in a second in a rehearsal, and what
 * was put off until tomorrow must not be told again that it is too early.
 */
export function createPace(clock: Clock): Pace {
  const gone = new Map<string, readonly Gone[]>()
  const tenant = ''

  function waitFor(key: string, limits: readonly Limit[], now: Gone): number {
    const waits = limits.map(({ count, milliseconds }) => {
      const recent = (gone.get(key) ?? []).filter(({ mono, at }) => now.mono - mono < milliseconds && now.at - at < milliseconds)
      const first = recent.at(-count)
      return first ? first.mono + milliseconds - now.mono : 0
    })
    return Math.max(...waits)
  }

  function note(key: string, now: Gone): void {
    gone.set(key, [...(gone.get(key) ?? []), now].slice(-mostKept))
  }

  return {
    async turn(conversationId, signal) {
      const patientUntil = clock.mono() + patienceMilliseconds
      for (;;) {
        const now = { mono: clock.mono(), at: clock.now().epochMilliseconds }
        const wait = Math.max(waitFor(conversationId, perConversation, now), waitFor(tenant, perTenant, now))
        if (wait === 0) {
          note(conversationId, now)
          note(tenant, now)
          return 0
        }
        if (signal.aborted || now.mono + wait > patientUntil) return Math.ceil(wait / 1000)
        await clock.sleep(wait, signal)
      }
    },
  }
}
