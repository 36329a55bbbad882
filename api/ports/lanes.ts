import type { Channel } from '../../domain/duties/duty.ts'
import type { Instant } from '../../domain/kernel/time.ts'
import type { Sending } from './senders.ts'

/** Until when a channel is left alone. `stopped`: a person must look first; absent, the provider asked for a pause. */
export type Rest = { readonly until: Instant; readonly stopped?: Extract<Sending, { kind: 'stopped' }> }

/** Which channels of a council rest, for every instance: what one was told need not be asked by the others, once for each Member. */
export interface Lanes {
  /** An instance may be ten seconds behind what another was told. */
  resting(channel: Channel): Promise<Rest | undefined>
  /** Repeatable. A rest is never shortened. */
  rest(channel: Channel, rest: Rest): Promise<void>
}
