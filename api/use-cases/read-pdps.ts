import { londonDay } from '../../domain/kernel/london.ts'
import { isDesignated, seesStandingOf, type PdpAsker } from '../../domain/policy/pdp.ts'
import type { PdpStandingsPage } from '../contracts/pdp.ts'
import type { Council } from '../ports/council.ts'
import { planHelpers } from './plan-helpers.ts'

/**
 * Who has a plan: for officers of every Member, for a leader or whip of their own group. Undefined for everybody else.
 *
 * Clauses: C6.22.
 */
export async function readPdps(council: Council, asks: Omit<PdpAsker, 'address'>): Promise<PdpStandingsPage | undefined> {
  const { clock, members, pdps, rulebook } = council
  const now = clock.now()
  const [roll, helpers] = await Promise.all([members.all(), planHelpers(council)])
  const helper = helpers.find(({ id }) => id === asks.personId)
  const asker: PdpAsker = { ...asks, address: helper?.address ?? '' }
  const seen = seesStandingOf(asker, roll, rulebook, londonDay(now))
  if (seen.size === 0) return undefined
  const standings = await pdps.standings()
  const ofCouncil = asker.roles.includes('officer')
  const opensAll = helper !== undefined && isDesignated(helper, rulebook.pdp)
  const group = asker.member?.group
  return {
    of: ofCouncil ? 'council' : 'group',
    ...(group && !ofCouncil ? { group } : {}),
    rows: roll
      .filter(({ id }) => seen.has(id))
      .map(({ id, shortName, group: of }) => {
        const at = standings.get(id)
        const agreedAt = at?.agreedAt
        const standing = agreedAt ? 'agreed' : at ? 'begun' : 'none'
        return {
          memberId: id,
          name: shortName,
          ...(of ? { group: of } : {}),
          standing,
          ...(agreedAt ? { agreedAt: String(agreedAt) } : {}),
          mayOpen: opensAll || (helper !== undefined && at?.supporter === helper.id),
        }
      }),
    now: String(now),
  }
}
