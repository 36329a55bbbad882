import type { OfferId } from '../../domain/kernel/ids.ts'
import type { Interest } from '../../domain/places/offer.ts'
import type { Council } from '../ports/council.ts'

/** A Member's interest as it is kept, whatever the offer's closing says. */
export async function expressed({ offers }: Pick<Council, 'offers'>, id: OfferId, interest: Interest): Promise<void> {
  const found = await offers.find(id)
  await offers.saveInterest(id, interest, { row: 'new', latch: found?.latch ?? 'new' }, { kind: 'member', id: interest.memberId })
}
