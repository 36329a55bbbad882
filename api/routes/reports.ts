import { Router } from 'express'
import { z } from 'zod'
import { mayReadSessions } from '../../domain/policy/may.ts'
import { forRoles } from '../http/handle.ts'
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
export function reportRoutes(): Router {
  const router = Router()
  router.get(
    '/reports/uptake',
    forRoles(mayReadSessions, { query: ofYear }, async ({ council, query: { year, began } }) =>
      done(await readUptake(council, { ...(year ? { kind: year } : {}), ...(began === undefined ? {} : { began }) })),
    ),
  )
  return router
}
