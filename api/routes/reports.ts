import { z } from 'zod'
import { mayReadSessions } from '../../domain/policy/may.ts'
import { jointReport } from '../contracts/joint.ts'
import { missing } from '../contracts/missing.ts'
import { spreadReport } from '../contracts/spread.ts'
import { uptakeReport } from '../contracts/uptake.ts'
import { forRoles } from '../http/handle.ts'
import type { Operation } from '../http/operation.ts'
import { done } from '../http/problem.ts'
import { readJoint } from '../use-cases/read-joint.ts'
import { readMissing } from '../use-cases/read-missing.ts'
import { readSpread } from '../use-cases/read-spread.ts'
import { readUptake } from '../use-cases/read-uptake.ts'

const ofYear = z.object({
  year: z.enum(['municipal', 'financial', 'calendar']).optional(),
  began: z
    .string()
    .regex(/^20\d\d$/)
    .transform(Number)
    .optional(),
})

function askedIn({ year, began }: z.infer<typeof ofYear>) {
  return { ...(year ? { kind: year } : {}), ...(began === undefined ? {} : { began }) }
}

/** Figures without names. */
export function reportRoutes(): readonly Operation[] {
  return [
    forRoles(
      mayReadSessions,
      {
        route: 'GET /reports/uptake',
        says: 'A year’s uptake',
        query: ofYear,
        gives: uptakeReport,
      },
      async ({ council, query }) => done(await readUptake(council, askedIn(query))),
    ),
    forRoles(
      mayReadSessions,
      {
        route: 'GET /reports/spread',
        says: 'How a year’s programme is spread over weekdays, times of day and months',
        query: ofYear,
        gives: spreadReport,
      },
      async ({ council, query }) => done(await readSpread(council, askedIn(query))),
    ),
    forRoles(
      mayReadSessions,
      {
        route: 'GET /reports/joint',
        says: 'A year’s sessions run with other councils or partners, and what those pay',
        query: ofYear,
        gives: jointReport,
      },
      async ({ council, query }) => done(await readJoint(council, askedIn(query))),
    ),
    forRoles(
      mayReadSessions,
      {
        route: 'GET /reports/missing',
        says: 'Sessions of which something is not put down yet',
        query: z.object({ time: z.enum(['past']).optional() }),
        gives: missing,
      },
      async ({ council, query }) => done(await readMissing(council, query.time)),
    ),
  ]
}
