import type { Alert } from '../../domain/duties/chasing.ts'
import type { DutyId } from '../../domain/kernel/ids.ts'
import type { Instant } from '../../domain/kernel/time.ts'

/** How many messages beyond the reminders each Member has had: counted across all sessions, and never past the council's cap (C4.13). */
export interface Alerts {
  /** Those since a moment. */
  since(from: Instant): Promise<readonly Alert[]>
  /**
   * Counts alerts before they are owed, as many as the cap leaves room for since `from`, whoever else does so at the same time. Repeatable:
   * one that was counted before is granted again and counted once.
   */
  take(wanted: readonly Alert[], cap: { readonly perMember: number; readonly from: Instant }): Promise<ReadonlySet<DutyId>>
}
