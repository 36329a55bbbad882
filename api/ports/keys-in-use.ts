import type { Day } from '../../domain/kernel/time.ts'

/** How the service proves that it is itself, to one of those it works with. `none`: it was given nothing, and does without. */
export type KeyInUse = {
  readonly of: 'entra' | 'teams' | 'notify' | 'receipts' | 'storage' | 'anchors'
  readonly kind: 'identity' | 'certificate' | 'secret' | 'key' | 'none'
  /** The last day on which it works, where that is known. */
  readonly endsOn?: Day
}
