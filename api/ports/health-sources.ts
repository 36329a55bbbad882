import type { Instant } from '../../domain/kernel/time.ts'
import type { Council } from './council.ts'
import type { KeyInUse } from './keys-in-use.ts'

/** Something done by the clock: when last, when next, and since when it should have been done. */
export type WorkByTheClock = { readonly job: string; readonly lastAt?: Instant; readonly nextAt: Instant; readonly dueSince?: Instant }

/** What the administrator's page shows that is in no council's records. */
export type HealthSources = {
  readonly workOf: (council: Council) => Promise<readonly WorkByTheClock[]>
  readonly keysOf: (council: Council) => readonly KeyInUse[]
  /** Looks now, at Graph, what the service may do there. */
  readonly checkAccess: (council: Council, signal: AbortSignal) => Promise<void>
}
