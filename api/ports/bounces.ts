import type { Instant } from '../../domain/kernel/time.ts'

/** A message of ours that could not be delivered: by the key under which it was sent. */
export type Bounce = { readonly key: string; readonly at: Instant }

/** What came back to the council's sending mailbox: Exchange says it by mail, never as an answer to a call. */
export interface Bounces {
  since(at: Instant, signal: AbortSignal): Promise<readonly Bounce[]>
}
