import { Unavailable } from '../../ports/unavailable.ts'

export type Attempted = 'saved' | 'exists' | 'stale'

/** One transaction that can be sent more than once and recognised afterwards. */
export type Attempt = {
  /** Sends it. Throws when it cannot be known what became of it. */
  submit(): Promise<Attempted>
  /** Whether a row of the transaction carries this write's mark. */
  landed(): Promise<boolean>
}

export type Patience = {
  pause(milliseconds: number): Promise<void>
  random(): number
  /** How often a call is made in all that ends in this fault: once, where the fault may not pass. */
  triesAfter(fault: unknown): number
}

/**
 * Commits although replies get lost.
 *
 * A write whose reply was lost has often succeeded, and sending it again then meets its own traces: 409 or 412. So every write
 * carries a mark of its own, and a conflict is believed only after looking whether the mark is there.
 */
export async function commitSurely(attempt: Attempt, patience: Patience): Promise<Attempted> {
  for (let tried = 1; ; tried += 1) {
    try {
      const outcome = await attempt.submit()
      if (outcome === 'saved') return 'saved'
      return (await attempt.landed()) ? 'saved' : outcome
    } catch (fault) {
      const tries = patience.triesAfter(fault)
      if (fault instanceof Unavailable || tries === 1) throw fault
      if (tried >= tries) return await lastLook(attempt, fault)
      await patience.pause(backOff(tried, patience.random()))
    }
  }
}

async function lastLook(attempt: Attempt, fault: unknown): Promise<Attempted> {
  if (await attempt.landed()) return 'saved'
  throw fault
}

/** Reads again what a passing fault kept from being read. */
export async function readSurely<Value>(read: () => Promise<Value>, patience: Patience): Promise<Value> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await read()
    } catch (fault) {
      if (tried >= patience.triesAfter(fault)) throw fault
      await patience.pause(backOff(tried, patience.random()))
    }
  }
}

/** Milliseconds: 100, 200, 400, ..., with full jitter, so that instances do not come back together. */
function backOff(tried: number, random: number): number {
  return Math.ceil(100 * 2 ** (tried - 1) * random)
}
