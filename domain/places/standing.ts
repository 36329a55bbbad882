import type { MemberId } from '../kernel/ids.ts'
import type { Day } from '../kernel/time.ts'
import { isInOffice, type Member } from '../members/member.ts'
import { firstDifference, type Draw, type LeftOut, type Ranked } from './draw.ts'
import type { Criterion, Interest, Offer } from './offer.ts'

/** Why somebody has a place or waits for one, as words need it. */
export type Reason =
  | { readonly kind: 'enough' }
  | { readonly kind: 'criterion'; readonly criterion: Criterion; readonly met: boolean }
  /** Drawn as the `drawn`th of so many between whom only the ballot decided. */
  | { readonly kind: 'ballot'; readonly drawn: number; readonly of: number }
  /** A place became free, or one more came, and they were next. */
  | { readonly kind: 'next' }

export type Standing =
  | { readonly kind: 'place'; readonly reason: Reason }
  /** `position`: 1 is next. */
  | { readonly kind: 'reserve'; readonly position: number; readonly reason: Reason }
  | { readonly kind: 'given-up' }
  | { readonly kind: 'left-out'; readonly because: LeftOut['because'] }

export type Stood = { readonly memberId: MemberId; readonly ticket?: string; readonly standing: Standing }

type Drawn = Pick<Offer, 'places' | 'criteria' | 'rounds'> & { readonly draw: Draw }
type Given = readonly Pick<Interest, 'memberId' | 'standing'>[]

export function isDrawn<Of extends Pick<Offer, 'draw'>>(offer: Of): offer is Of & { readonly draw: Draw } {
  return offer.draw !== undefined
}

/**
 * Everybody who was interested, in order, with what they have and why. Before the first round: what would be given were it confirmed now.
 *
 * Clauses: C4.4.
 */
export function standingsOf(offer: Drawn, interests: Given): readonly Stood[] {
  const gone = goneFrom(interests)
  const given = placedIn(offer, gone)
  let position = 0
  const order = offer.draw.order.map((ranked): Stood => {
    const { memberId, ticket } = ranked
    if (gone.has(memberId)) return { memberId, ticket, standing: { kind: 'given-up' } }
    if (given.has(memberId)) return { memberId, ticket, standing: { kind: 'place', reason: reasonOf(ranked, offer, gone) } }
    position += 1
    return { memberId, ticket, standing: { kind: 'reserve', position, reason: reasonOf(ranked, offer, gone) } }
  })
  const leftOut = offer.draw.leftOut.map(({ memberId, because }): Stood => ({ memberId, standing: { kind: 'left-out', because } }))
  return [...order, ...leftOut]
}

/** Who would be given a place by the next confirmation: as many as are free, in order, without those who have given up. */
export function nextGiven(offer: Drawn, interests: Given): readonly MemberId[] {
  const gone = goneFrom(interests)
  const given = new Set(offer.rounds.flatMap((round) => round.given))
  const held = [...given].filter((memberId) => !gone.has(memberId)).length
  const waiting = offer.draw.order.filter(({ memberId }) => !given.has(memberId) && !gone.has(memberId))
  return waiting.slice(0, Math.max(0, offer.places - held)).map(({ memberId }) => memberId)
}

/**
 * Who has left office since has given up what they had or waited for (C4.4): nobody is given a place who cannot take it, and theirs goes to
 * the next.
 */
export function stillThere(interests: readonly Interest[], members: readonly Member[], today: Day): readonly Interest[] {
  const inOffice = new Set(members.filter((member) => isInOffice(member, today)).map(({ id }) => id))
  return interests.map((each) => (inOffice.has(each.memberId) ? each : { ...each, standing: 'given-up' }))
}

/** Who has a place that was confirmed and not given up. */
export function heldBy({ rounds }: Pick<Offer, 'rounds'>, interests: Given): readonly MemberId[] {
  const gone = goneFrom(interests)
  return rounds.flatMap((round) => round.given).filter((memberId) => !gone.has(memberId))
}

function goneFrom(interests: Given): ReadonlySet<MemberId> {
  return new Set(interests.filter(({ standing }) => standing !== 'interested').map(({ memberId }) => memberId))
}

/** Until the first round it is the preview of that. */
function placedIn(offer: Drawn, gone: ReadonlySet<MemberId>): ReadonlySet<MemberId> {
  const [first] = offer.rounds
  if (first) return new Set(offer.rounds.flatMap((round) => round.given))
  const waiting = offer.draw.order.filter(({ memberId }) => !gone.has(memberId))
  return new Set(waiting.slice(0, offer.places).map(({ memberId }) => memberId))
}

/**
 * What decided about one Member at the first round: what parts those who have a place from the first who waits, or the last who has one
 * from those who wait.
 */
function reasonOf(ranked: Ranked, offer: Drawn, gone: ReadonlySet<MemberId>): Reason {
  const { draw, criteria, rounds } = offer
  const [first, ...later] = rounds
  if (later.some((round) => round.given.includes(ranked.memberId))) return { kind: 'next' }
  const placed = first ? new Set(first.given) : placedIn(offer, gone)
  const last = draw.order.findLastIndex(({ memberId }) => placed.has(memberId))
  // Whoever stands before the last place without having one gave up before it was confirmed.
  const asked = draw.order.filter(({ memberId }, index) => placed.has(memberId) || index > last)
  const firstWaiting = asked.find(({ memberId }) => !placed.has(memberId))
  const lastPlaced = draw.order[last]
  const other = placed.has(ranked.memberId) ? firstWaiting : lastPlaced
  if (!other) return { kind: 'enough' }
  const criterion = firstDifference(ranked, other, criteria)
  if (criterion) return { kind: 'criterion', criterion, met: ranked.meets.includes(criterion) }
  const alike = asked.filter((each) => !firstDifference(each, ranked, criteria))
  return { kind: 'ballot', drawn: alike.findIndex(({ memberId }) => memberId === ranked.memberId) + 1, of: alike.length }
}

/** One line of the draw as it is published: no name, and the ticket is known to its Member alone. */
export type PublishedTicket = {
  readonly ticket: string
  readonly number: string
  readonly meets: readonly Criterion[]
}

/** C4.4: what anybody needs to draw again and find the same order. */
export function publishedDraw({ draw }: { readonly draw: Draw }): readonly PublishedTicket[] {
  return draw.order.map(({ ticket, number, meets }) => ({ ticket, number, meets }))
}
