import type { MemberId, PersonId } from '../../domain/kernel/ids.ts'
import type { Instant } from '../../domain/kernel/time.ts'
import type { Pdp, PdpStanding, PdpVersion } from '../../domain/pdp/plan.ts'
import type { Actor } from './audit.ts'
import type { Stored, Written } from './council.ts'

export type PdpChange = { readonly plan: Pdp; readonly kept?: readonly PdpVersion[] }

/** C6.1: Members' plans, each in a partition of its own. What is in one is in no list, no log and no audit row. */
export interface Pdps {
  find(member: MemberId): Promise<Stored<Pdp> | undefined>
  /** A plan for a Member who has none yet, not yet saved. */
  begun(member: MemberId, at: Instant): Promise<Pdp>
  /** The plan with what is kept of it before, in one transaction. */
  save(change: PdpChange, seen: Stored<Pdp> | 'new', by: Actor): Promise<Written>
  /** The latest hundred, newest first. */
  versions(plan: Pdp): Promise<readonly PdpVersion[]>
  /** C6.22: written down before anything is shown. */
  noteRead(plan: Pdp, by: PersonId, at: Instant): Promise<void>
  /** When each who is not its Member last opened it. */
  reads(plan: Pdp): Promise<ReadonlyMap<PersonId, Instant>>
  /** How each Member's plan stands who has begun one: the only thing that is read of many plans at once. */
  standings(): Promise<ReadonlyMap<MemberId, PdpStanding>>
}
