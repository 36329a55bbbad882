import type { MemberId } from '../../domain/kernel/ids.ts'
import { londonDay } from '../../domain/kernel/london.ts'
import type { Instant } from '../../domain/kernel/time.ts'
import { isBefore } from '../../domain/kernel/time.ts'
import { isInOffice } from '../../domain/members/member.ts'
import type { OfferSummary } from '../../domain/places/offer.ts'
import { isDrawn, nextGiven, stillThere } from '../../domain/places/standing.ts'
import { waitsFor } from '../../domain/places/waiting.ts'
import type { AttentionRow } from '../contracts/attention.ts'
import type { Council } from '../ports/council.ts'
import { subjectView } from './offer-subject.ts'

type Waiting = Extract<AttentionRow, { kind: 'places-waiting' }>

/** How long after its closing an offer is still asked about: longer than anything is offered ahead. */
const lookedBackHours = 24 * 366
/** As many as anybody would work through. */
const mostShown = 20

/** C4.4: limited places that have closed and that nobody has given, at what still takes place. */
export async function placesWaiting(council: Council, all: Promise<readonly OfferSummary[]>): Promise<readonly Waiting[]> {
  const now = council.clock.now()
  const since = now.subtract({ hours: lookedBackHours })
  const members = await council.members.all()
  const inOffice = new Set(members.filter((each) => isInOffice(each, londonDay(now))).map(({ id }) => id))
  const waiting = (await all)
    .map((offer) => asItIs(offer, inOffice))
    .filter((offer) => waitsFor(offer, now) && isBefore(since, offer.closesAt))
  const oldest = waiting.toSorted((one, other) => one.closesAt.epochMilliseconds - other.closesAt.epochMilliseconds)
  const rows = await Promise.all(oldest.slice(0, mostShown).map(async (offer) => rowOf(council, offer, now)))
  return rows.filter((row) => row !== undefined)
}

/** Whoever held a place and has left office has given it up (0027), and nothing is looked at because of that day. */
function asItIs(offer: OfferSummary, inOffice: ReadonlySet<MemberId>): OfferSummary {
  return offer.held.every((id) => inOffice.has(id)) ? offer : { ...offer, next: Math.max(1, offer.next ?? 0) }
}

async function rowOf(council: Council, offer: OfferSummary, now: Instant): Promise<Waiting | undefined> {
  const { title, startsAt, isOff, isOver } = await subjectView(council, offer)
  const forWhat = waitsFor(offer, now)
  if (isOff || isOver || !forWhat) return undefined
  if (forWhat === 'next' && !(await hasNext(council, offer, now))) return undefined
  const { id: offerId, interested, places, closesAt } = offer
  return {
    kind: 'places-waiting',
    group: 'decide',
    offerId,
    title,
    ...(startsAt ? { startsAt: String(startsAt) } : {}),
    waitsFor: forWhat,
    closedAt: String(closesAt),
    interested,
    places,
  }
}

/** Whoever was next may have left office since the offer was last looked at. */
async function hasNext({ offers, members }: Council, { id }: OfferSummary, now: Instant): Promise<boolean> {
  const found = await offers.find(id)
  if (!found || !isDrawn(found.offer)) return false
  return nextGiven(found.offer, stillThere(found.interests, await members.all(), londonDay(now))).length > 0
}
