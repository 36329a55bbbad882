import { z } from 'zod'
import { mayReadSessions } from '../../domain/policy/may.ts'
import { uptakeReport } from '../contracts/uptake.ts'
import { forRoles } from '../http/handle.ts'
import type { Operation } from '../http/operation.ts'
import { done } from '../http/problem.ts'
import { readUptake } from '../use-cases/read-uptake.ts'

const ofYear = z.object({
  year: z.enum(['municipal', 'financial', 'calendar']).optional(),
  began: z
    .string()
    .regex(/^20\d\d$/)
    .transform(Number)
    .optional(),
})

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
      async ({ council, query: { year, began } }) =>
        done(await readUptake(council, { ...(year ? { kind: year } : {}), ...(began === undefined ? {} : { began }) })),
    ),
  ]
}
