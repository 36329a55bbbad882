import { digest } from '../kernel/digest.ts'
import type { MemberId, PersonId } from '../kernel/ids.ts'
import type { Instant } from '../kernel/time.ts'
import type { Criterion, Interest, Offer } from './offer.ts'

/** One Member in the order in which places are given. */
export type Ranked = {
  readonly memberId: MemberId
  readonly ticket: string
  /** Which of the offer's criteria they meet. */
  readonly meets: readonly Criterion[]
  /** Their number in the ballot: SHA-256 of the seed and their ticket. The lowest is drawn first. */
  readonly number: string
}

/** Those who were interested and cannot have a place. */
export type LeftOut = { readonly memberId: MemberId; readonly because: 'left-office' | 'not-holder' }

export type Draw = {
  readonly at: Instant
  readonly by: PersonId
  readonly byName: string
  readonly order: readonly Ranked[]
  readonly leftOut: readonly LeftOut[]
}

/** Places given by the order, on one officer's confirmation. */
export type Round = {
  readonly at: Instant
  readonly by: PersonId
  readonly byName: string
  /** How many places there then were. */
  readonly places: number
  readonly given: readonly MemberId[]
}

export function ballotNumber(seed: string, ticket: string): string {
  return digest(`${seed}~${ticket}`)
}

export type Facts = {
  /** Who needs it for a post they hold. */
  readonly needing: ReadonlySet<MemberId>
  /** Who has had a place this year. */
  readonly had: ReadonlySet<MemberId>
  readonly leftOffice: ReadonlySet<MemberId>
  /** Who may have one: everybody, or the holders of the posts. */
  readonly eligible: ReadonlySet<MemberId>
}

/**
 * The order in which places are given, from the method that was announced and the seed alone: worked out again it is the same, whoever
 * was quicker and in whatever order the rows were read.
 *
 * Clauses: C4.4 (TH 4.21: "an equal opportunity to express an interest").
 */
export function drawn(
  offer: Pick<Offer, 'criteria' | 'seed'>,
  interests: readonly Interest[],
  facts: Facts,
): Pick<Draw, 'order' | 'leftOut'> {
  const standing = interests.filter((each) => each.standing === 'interested')
  const because = (memberId: MemberId): LeftOut['because'] | undefined => {
    if (facts.leftOffice.has(memberId)) return 'left-office'
    return facts.eligible.has(memberId) ? undefined : 'not-holder'
  }
  const order = standing
    .filter(({ memberId }) => !because(memberId))
    .map(({ memberId, ticket }) => ({
      memberId,
      ticket,
      meets: offer.criteria.filter((criterion) => isMet(criterion, memberId, facts)),
      number: ballotNumber(offer.seed, ticket),
    }))
  const leftOut = standing.flatMap(({ memberId }) => {
    const why = because(memberId)
    return why ? [{ memberId, because: why }] : []
  })
  return {
    order: order.toSorted((one, other) => inOrder(one, other, offer.criteria)),
    leftOut: leftOut.toSorted((one, other) => byText(one.memberId, other.memberId)),
  }
}

function isMet(criterion: Criterion, memberId: MemberId, { needing, had }: Facts): boolean {
  if (criterion === 'ballot') return false
  return criterion === 'role-need' ? needing.has(memberId) : !had.has(memberId)
}

function inOrder(one: Ranked, other: Ranked, criteria: readonly Criterion[]): number {
  const decisive = firstDifference(one, other, criteria)
  if (decisive) return one.meets.includes(decisive) ? -1 : 1
  return byText(one.number, other.number) || byText(one.ticket, other.ticket)
}

/** The first criterion that one of two meets and the other does not; undefined when only the ballot parts them. */
export function firstDifference(
  one: Pick<Ranked, 'meets'>,
  other: Pick<Ranked, 'meets'>,
  criteria: readonly Criterion[],
): Criterion | undefined {
  return criteria.find((criterion) => one.meets.includes(criterion) !== other.meets.includes(criterion))
}

function byText(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}
