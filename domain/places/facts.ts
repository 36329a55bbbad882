import type { MemberId } from '../kernel/ids.ts'
import { londonDay } from '../kernel/london.ts'
import type { Instant } from '../kernel/time.ts'
import { isInOffice, type Member } from '../members/member.ts'
import { reportingYearOf } from '../reports/reporting-year.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { isBoundBy } from '../sessions/mandatory.ts'
import type { Facts, Round } from './draw.ts'
import { holds, isOpenTo, type Offer } from './offer.ts'

/** Another offer, at something that takes place, and who has a place there now. */
export type HadPlaces = Pick<Offer, 'id' | 'rounds'> & { readonly held: readonly MemberId[] }

type Known = {
  readonly members: readonly Member[]
  readonly offers: readonly HadPlaces[]
  readonly rulebook: Rulebook
  /** The mandatory rules that what the places are at meets. */
  readonly rules: Rulebook['mandatory']['rules']
  readonly now: Instant
}

/**
 * What the criteria are weighed by, on the day of the draw (C4.4). The year is the one by which the council counts (C2.10). A Member who
 * needs it holds one of the posts that were named, or is one for whom the session is mandatory.
 */
export function factsOf(offer: Pick<Offer, 'id' | 'openTo' | 'neededFor'>, { members, offers, rulebook, rules, now }: Known): Facts {
  const today = londonDay(now)
  const year = reportingYearOf(rulebook.reporting.year, today)
  const others = offers.filter(({ id }) => id !== offer.id)
  const isOfThisYear = ({ at }: Round) => year.from.until(londonDay(at)).sign >= 0
  const hadAt = ({ rounds, held }: HadPlaces) =>
    rounds.filter(isOfThisYear).flatMap(({ given }) => given.filter((memberId) => held.includes(memberId)))
  const needs = (member: Member) =>
    offer.neededFor.some((post) => holds(post, member.posts ?? [])) || rules.some((rule) => isBoundBy(rule, member))
  const idsOf = (found: readonly Member[]) => new Set(found.map(({ id }) => id))
  return {
    needing: idsOf(members.filter(needs)),
    had: new Set(others.flatMap(hadAt)),
    leftOffice: idsOf(members.filter((member) => !isInOffice(member, today))),
    eligible: idsOf(members.filter((member) => isOpenTo(offer.openTo, member))),
  }
}
