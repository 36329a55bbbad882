import type { NoticeId, OfferId, SessionId } from '../kernel/ids.ts'
import type { Instant } from '../kernel/time.ts'
import { isBefore } from '../kernel/time.ts'
import type { Criterion, OfferSummary, OpenTo } from '../places/offer.ts'
import { placesWords } from '../places/words.ts'

/** What an issue says of limited places: to whom they are open, until when, and how they are given (C4.4, X27). */
export type OfferedPlaces = {
  readonly offerId: OfferId
  readonly places: number
  readonly openTo: OpenTo
  readonly neededFor: readonly string[]
  readonly criteria: readonly Criterion[]
  readonly closesAt: Instant
}

/** Offers as an issue that leaves at a moment lists them, by what they are at. */
export type Offers = {
  of(id: SessionId | NoticeId): { readonly places?: OfferedPlaces }
  /** No issue has announced it yet, so what it is at is listed as if it were new. */
  isNew(id: SessionId | NoticeId): boolean
}

/** What has closed by then is not offered, and its places are said to be limited no more than that. */
export function offersListed(offers: readonly OfferSummary[], at: Instant): Offers {
  const open = offers.filter(({ closesAt, droppedAt, drawnAt }) => !droppedAt && !drawnAt && isBefore(at, closesAt))
  const byId = new Map(open.map((offer) => [idOf(offer), offer] as const))
  return {
    of(id) {
      const offer = byId.get(id)
      if (!offer) return {}
      const { places, openTo, neededFor, criteria, closesAt } = offer
      return { places: { offerId: offer.id, places, openTo, neededFor, criteria, closesAt } }
    },
    isNew: (id) => byId.has(id) && byId.get(id)?.announcedAt === undefined,
  }
}

function idOf({ subject }: OfferSummary): SessionId | NoticeId {
  return subject.kind === 'session' ? subject.sessionId : subject.noticeId
}

/** Where a reader says that they are interested, in words that say until when. */
export type SaidPlaces = { readonly offerId: OfferId; readonly line: string }

/** `when`: of one of several runs, which it is. */
export function linesOf({ places, openTo, neededFor, criteria }: OfferedPlaces, when?: string): readonly string[] {
  return [
    when ? `${when}: ${placesWords.howMany(places, openTo)}` : placesWords.howMany(places, openTo),
    ...(neededFor.length > 0 ? [placesWords.neededFor(neededFor)] : []),
    placesWords.method(criteria),
  ]
}

export function linkOf({ offerId, closesAt }: OfferedPlaces, when?: string): SaidPlaces {
  const line = placesWords.expressBy(closesAt)
  return { offerId, line: when ? `${when}: ${line.charAt(0).toLowerCase()}${line.slice(1)}` : line }
}
