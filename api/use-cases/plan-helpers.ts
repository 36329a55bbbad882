import { londonDay } from '../../domain/kernel/london.ts'
import type { Officer } from '../../domain/members/officer.ts'
import { officersWhoMayHelp } from '../../domain/policy/pdp.ts'
import type { Council } from '../ports/council.ts'

/**
 * Those of the directory's officers who can help a Member with a plan (C6.22). Whoever opens one and whoever is named as able to are both
 * taken from here.
 *
 * Trap: a sign-in says `officer` until it ends, an hour after the directory stopped saying so.
 */
export async function planHelpers({
  clock,
  officers,
  members,
}: Pick<Council, 'clock' | 'officers' | 'members'>): Promise<readonly Officer[]> {
  const [all, roll] = await Promise.all([officers.all(), members.all()])
  return officersWhoMayHelp(all, roll, londonDay(clock.now()))
}
