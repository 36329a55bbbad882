import type { MemberId, OfferId } from '../../domain/kernel/ids.ts'
import type { Instant } from '../../domain/kernel/time.ts'
import type { Interest, Offer, OfferRecord, OfferSummary } from '../../domain/places/offer.ts'
import type { DutyRecord } from '../../domain/sessions/session-record.ts'
import type { Actor } from './audit.ts'
import type { Seen, Stored, Written } from './council.ts'
import type { Duties } from './duties.ts'

/** A council's offers of limited places (C4.4): each one partition, with who is interested and what is owed because of it. */
export interface Offers extends Duties<OfferId> {
  /**
   * `etag`: of the offer itself. `stamp` changes with every row that says who is interested, too. `latch`: of what keeps a Member's word and
   * the draw apart.
   */
  find(id: OfferId): Promise<(OfferRecord & { readonly etag: string; readonly stamp: string; readonly latch: Seen }) | undefined>
  /** As of sessions: fifty Members at one moment, on one instance, do not get into each other's way. No lock. */
  inTurn<Done>(id: OfferId, work: () => Promise<Done>): Promise<Done>
  /**
   * The offer as it now is, `etag` being of what was read. Has it looked at afterwards; the pointer is written first, so that a crash
   * between leaves a look too many and never one too few.
   */
  save(offer: Offer, seen: Seen, by: Actor): Promise<Written>
  /** The offer with its draw, made from everybody who was interested when `seen` was read: `stale` where anybody has said otherwise since. */
  saveDraw(offer: Offer, seen: { readonly etag: string; readonly latch: Seen }, by: Actor): Promise<Written>
  interest(id: OfferId, member: MemberId): Promise<Stored<Interest> | undefined>
  /**
   * One Member's, guarded by its own etag and, as long as a draw would count it, by the latch: whoever stood still since she looked writes
   * nothing once the draw is made. `drawn`: the draw that she saw counts nothing any more. Looked at afterwards, as above.
   */
  saveInterest(id: OfferId, interest: Interest, seen: { readonly row: Seen; readonly latch: Seen | 'drawn' }, by: Actor): Promise<Written>
  /** Those that the offer does not have yet, each with its pointer before it. Repeatable: one that exists is left as it stands. */
  owe(id: OfferId, duties: readonly DutyRecord[]): Promise<void>
  /** Has it looked at again at a moment. Repeatable. */
  askLookAt(id: OfferId, at: Instant): Promise<void>
  /** One of them, as its last look left it. */
  summary(id: OfferId): Promise<OfferSummary | undefined>
  /** Every offer there ever was, as its last look left it. */
  all(): Promise<readonly OfferSummary[]>
  /** The look's own write. Repeatable. */
  keep(summary: OfferSummary): Promise<void>
}
