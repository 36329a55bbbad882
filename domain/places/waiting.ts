import { isAtOrAfter, type Instant } from '../kernel/time.ts'
import { stageOf, type OfferSummary } from './offer.ts'

/**
 * What an officer is to do about limited places that have closed: make the draw, confirm the one that was made, or give a place that
 * came free to the next. Where nobody is
 * interested, or it is over or called off, there is nothing to do (C4.4).
 */
export function waitsFor(offer: OfferSummary, now: Instant): 'draw' | 'confirmation' | 'next' | undefined {
  if (offer.droppedAt || isOverOrOff(offer, now)) return undefined
  const stage = stageOf(offer, now)
  if (stage === 'drawn') return 'confirmation'
  if (stage === 'allotted') return offer.next ? 'next' : undefined
  return stage === 'closed' && offer.interested > 0 ? 'draw' : undefined
}

/** As its last look left it: what its places are at is over, or is called off. Nobody can do anything about it any more. */
export function isOverOrOff({ endsAt, calledOffAt }: Pick<OfferSummary, 'endsAt' | 'calledOffAt'>, now: Instant): boolean {
  return calledOffAt !== undefined || (endsAt !== undefined && isAtOrAfter(now, endsAt))
}
