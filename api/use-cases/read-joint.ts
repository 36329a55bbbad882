import { inLondon, londonDay } from '../../domain/kernel/london.ts'
import { jointTotals } from '../../domain/reports/joint.ts'
import { reportingYearBeginning, reportingYearOf, type YearKind } from '../../domain/reports/reporting-year.ts'
import { kindOf } from '../../domain/rulebook/in-force.ts'
import type { JointReport } from '../contracts/joint.ts'
import type { Council } from '../ports/council.ts'
import { onWire } from './on-wire.ts'

type Asked = { readonly kind?: YearKind; readonly began?: number }

/** C1.17: a year's sessions that are run with other councils or partners, and what those pay of them. */
export async function readJoint({ clock, rulebook, sessions }: Council, { kind, began }: Asked): Promise<JointReport> {
  const now = clock.now()
  const asked = kind ?? rulebook.reporting.year
  const year = began === undefined ? reportingYearOf(asked, londonDay(now)) : reportingYearBeginning(asked, began)
  const within = await sessions.between(inLondon(year.from, '00:00'), inLondon(year.to, '00:00'))
  const joint = within.flatMap((session) =>
    session.joint && session.standing.kind === 'standing' ? [{ ...session, joint: session.joint }] : [],
  )
  return {
    year: { kind: year.kind, from: String(year.from), to: String(year.to) },
    rows: joint
      .toSorted((one, other) => one.startsAt.epochMilliseconds - other.startsAt.epochMilliseconds)
      .map(({ id, title, kind: of, startsAt, joint: work }) => ({
        sessionId: id,
        title,
        kindLabel: kindOf(rulebook, of).label,
        startsAt: String(startsAt),
        ...onWire(work),
      })),
    total: onWire(jointTotals(joint.map((session) => session.joint))),
    now: String(now),
  }
}
