import type { Instant } from '../kernel/time.ts'
import { stageOf, type OfferSummary } from './offer.ts'

/**
 * What an officer is to do about limited places that have closed: make the draw, or confirm the one that was made. Where nobody is
 * interested there is nothing to do (C4.4).
 */
export function waitsFor(offer: OfferSummary, now: Instant): 'draw' | 'confirmation' | undefined {
  if (offer.droppedAt) return undefined
  const stage = stageOf(offer, now)
  if (stage === 'drawn') return 'confirmation'
  return stage === 'closed' && offer.interested > 0 ? 'draw' : undefined
}
