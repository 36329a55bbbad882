import { randomInt } from 'node:crypto'
import type { OfferId } from '../../domain/kernel/ids.ts'
import { ok, refused, type Result } from '../../domain/kernel/result.ts'
import type { Instant } from '../../domain/kernel/time.ts'
import type { Member } from '../../domain/members/member.ts'
import { isOpenTo, stageOf, type Interest, type Offer } from '../../domain/places/offer.ts'
import type { Council, Seen, Stored } from '../ports/council.ts'
import { subjectView } from './offer-subject.ts'

export type InterestRefusal =
  { readonly kind: 'no-such-offer' | 'not-for-you' | 'off' | 'over' | 'busy' } | { readonly kind: 'closed'; readonly closesAt: Instant }

/** Another instance may be writing down others' interest at the same moment. */
const attempts = 12
/** Letters and figures that nobody takes for one another. */
const signs = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const ticketLength = 10

type Order = { readonly offerId: OfferId; readonly interested: boolean }

/**
 * A Member says that she would like a place, or no longer would. Only the bulletin opens an offer and only its closing ends it, so nobody
 * has anything by being first; her ticket is made once and kept, so nobody has anything by trying again.
 *
 * Clauses: C4.4, X27.
 */
export async function expressInterest(
  council: Council,
  member: Member,
  order: Order,
  newTicket = drawnTicket,
): Promise<Result<'kept', InterestRefusal>> {
  return council.offers.inTurn(order.offerId, async () => expressNow(council, member, order, newTicket))
}

/** Written only if the draw has not been made since it was decided, however long this process stood still in between. */
async function expressNow(
  council: Council,
  member: Member,
  order: Order,
  newTicket: () => string,
): Promise<Result<'kept', InterestRefusal>> {
  const { offers, clock } = council
  const by = { kind: 'member', id: member.id } as const
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const [found, before] = await Promise.all([offers.find(order.offerId), offers.interest(order.offerId, member.id)])
    if (!found?.offer.announcedAt) return refused({ kind: 'no-such-offer' })
    const next = nextStanding(found.offer, before?.value, order)
    if (next === before?.value.standing || (next === 'withdrawn' && !before)) return ok('kept')
    const refusal = await whyNot(council, member, found.offer, next)
    if (refusal) return refused(refusal)
    const interest = { memberId: member.id, ticket: before?.value.ticket ?? newTicket(), at: clock.now(), standing: next }
    const seen = { row: seenOf(before), latch: found.offer.draw ? ('drawn' as const) : found.latch }
    const written = await offers.saveInterest(order.offerId, interest, seen, by)
    if (written === 'saved') return ok('kept')
  }
  return refused({ kind: 'busy' })
}

function nextStanding({ draw }: Offer, before: Interest | undefined, { interested }: Order): Interest['standing'] {
  if (interested) return 'interested'
  if (!draw) return 'withdrawn'
  return before?.standing === 'withdrawn' ? 'withdrawn' : 'given-up'
}

async function whyNot(council: Council, member: Member, offer: Offer, next: Interest['standing']): Promise<InterestRefusal | undefined> {
  const about = await subjectView(council, offer)
  if (about.isOff) return { kind: 'off' }
  if (about.isOver) return { kind: 'over' }
  if (next !== 'interested') return undefined
  if (stageOf(offer, council.clock.now()) !== 'open') return { kind: 'closed', closesAt: offer.closesAt }
  return isOpenTo(offer.openTo, member) ? undefined : { kind: 'not-for-you' }
}

function seenOf(before: Stored<Interest> | undefined): Seen {
  return before ? { etag: before.etag } : 'new'
}

function drawnTicket(): string {
  return Array.from({ length: ticketLength }, () => signs.charAt(randomInt(signs.length))).join('')
}
