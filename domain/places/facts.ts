import { londonDay } from '../kernel/london.ts'
import type { Instant } from '../kernel/time.ts'
import { isInOffice, type Member } from '../members/member.ts'
import { reportingYearOf } from '../reports/reporting-year.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { isBoundBy, rulesMetBy } from '../sessions/mandatory.ts'
import type { Session } from '../sessions/session.ts'
import type { Facts } from './draw.ts'
import { holds, isOpenTo, type Offer, type OfferSummary } from './offer.ts'

type Known = {
  readonly members: readonly Member[]
  /** Every offer there has been. */
  readonly offers: readonly Pick<OfferSummary, 'id' | 'rounds' | 'held'>[]
  readonly rulebook: Rulebook
  /** What the places are at, where it is a session. */
  readonly session?: Session | undefined
  readonly now: Instant
}

/**
 * What the criteria are weighed by, on the day of the draw (C4.4). The year is the one by which the council counts (C2.10). A Member who
 * needs it holds one of the posts that were named, or is one for whom the session is mandatory.
 */
export function factsOf(offer: Pick<Offer, 'id' | 'openTo' | 'neededFor'>, { members, offers, rulebook, session, now }: Known): Facts {
  const today = londonDay(now)
  const year = reportingYearOf(rulebook.reporting.year, today)
  const ofThisYear = offers.filter(({ id, rounds: [first] }) => id !== offer.id && first && year.from.until(londonDay(first.at)).sign >= 0)
  const rules = session ? rulesMetBy(session, rulebook) : []
  const needs = (member: Member) =>
    offer.neededFor.some((post) => holds(post, member.posts ?? [])) || rules.some((rule) => isBoundBy(rule, member))
  const idsOf = (found: readonly Member[]) => new Set(found.map(({ id }) => id))
  return {
    needing: idsOf(members.filter(needs)),
    had: new Set(ofThisYear.flatMap(({ held }) => held)),
    leftOffice: idsOf(members.filter((member) => !isInOffice(member, today))),
    eligible: idsOf(members.filter((member) => isOpenTo(offer.openTo, member))),
  }
}
