import { londonDay, inLondon } from '../../domain/kernel/london.ts'
import { isBefore } from '../../domain/kernel/time.ts'
import { reportingYearBeginning, reportingYearOf } from '../../domain/reports/reporting-year.ts'
import type { YearKind } from '../../domain/reports/reporting-year.ts'
import { membersWhoAttended, uptakeInTotal, uptakeOfSession } from '../../domain/reports/uptake.ts'
import { kindOf } from '../../domain/rulebook/in-force.ts'
import type { UptakeReport } from '../contracts/uptake.ts'
import type { Council } from '../ports/council.ts'

type Asked = { readonly kind?: YearKind; readonly began?: number }

/** C2.10: a year's uptake, session by session and in total, from the rolls that stand beside the sessions. */
export async function readUptake({ clock, rulebook, sessions }: Council, { kind, began }: Asked): Promise<UptakeReport> {
  const now = clock.now()
  const asked = kind ?? rulebook.reporting.year
  const year = began === undefined ? reportingYearOf(asked, londonDay(now)) : reportingYearBeginning(asked, began)
  const rolls = await sessions.rolls(inLondon(year.from, '00:00'), inLondon(year.to, '00:00'))
  const held = rolls.filter(({ standing, endsAt }) => standing === 'standing' && !isBefore(now, endsAt))
  return {
    year: { kind: year.kind, from: String(year.from), to: String(year.to) },
    rows: held.map((roll) => ({
      sessionId: roll.sessionId,
      title: roll.title,
      kindLabel: kindOf(rulebook, roll.kind).label,
      startsAt: String(roll.startsAt),
      ...uptakeOfSession(roll),
    })),
    total: uptakeInTotal(held, rulebook),
    membersWhoAttended: membersWhoAttended(held),
    cancelled: rolls.filter(({ standing }) => standing === 'cancelled').length,
    now: String(now),
  }
}
