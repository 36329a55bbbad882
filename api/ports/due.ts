import type { Instant } from '../../domain/kernel/time.ts'
import type { Hint } from './queue.ts'

/**
 * "Something is to be done at this moment." Written before the fact it points to, dropped after the work: a pointer too many
 * costs a look, one too few would lose a message.
 */
export type Pointer = {
  readonly at: Instant
  readonly task: Hint
  /** Tells apart pointers to one task at one moment, where dropping the first must not lose the second. */
  readonly mark?: string
  /** How often it was put off because the work failed or the fact was not there yet. */
  readonly tries: number
}

export interface DueQueue {
  /** Pointers at or before `now`, oldest first, at most `max` from each shard. */
  due(now: Instant, max: number): Promise<readonly Pointer[]>
  /** The earliest pointer after the moment: what a clock may jump to. */
  nextAt(after: Instant): Promise<Instant | undefined>
  /** Repeatable. */
  put(pointers: readonly Pointer[]): Promise<void>
  drop(pointers: readonly Pointer[]): Promise<void>
}
