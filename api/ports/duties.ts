import type { DutyId, MatterId } from '../../domain/kernel/ids.ts'
import type { Instant } from '../../domain/kernel/time.ts'
import type { DutyRecord } from '../../domain/sessions/session-record.ts'
import type { Stored, Written } from './council.ts'

/** Duties as the outbox moves them on, by what they are owed because of: a session, an issue of the bulletin or an offer of places. */
export interface Duties<Id extends MatterId> {
  duty(matter: Id, duty: DutyId): Promise<Stored<DutyRecord> | undefined>
  /** The outbox's own write: one duty on, guarded by its own etag. */
  moveDuty(matter: Id, record: DutyRecord, seen: Stored<DutyRecord>): Promise<Written>
  /** "Look at this now": after a fact that its own rows do not hold, or whose writer could not know what follows. */
  askLook(matter: Id): Promise<void>
  /** "Take this duty on at that moment": before it is written to be due then. */
  askDischarge(matter: Id, duty: DutyId, at: Instant): Promise<void>
}
