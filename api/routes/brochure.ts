import { z } from 'zod'
import { mayReadSessions } from '../../domain/policy/may.ts'
import { brochure } from '../contracts/brochure.ts'
import { forMembersAnd } from '../http/handle.ts'
import type { Operation } from '../http/operation.ts'
import { done } from '../http/problem.ts'
import { readBrochure } from '../use-cases/read-brochure.ts'

const asked = z.object({
  began: z
    .string()
    .regex(/^20\d\d$/)
    .transform(Number)
    .optional(),
  by: z.enum(['month', 'kind']).optional(),
})

/** The year's programme, for whoever it is published to. */
export function brochureRoutes(): readonly Operation[] {
  return [
    forMembersAnd(
      mayReadSessions,
      {
        route: 'GET /brochure',
        says: 'A municipal year’s programme as it is published',
        query: asked,
        gives: brochure,
      },
      async ({ council, person, member, query: { began, by } }) =>
        done(
          await readBrochure(
            council,
            { member: member?.value, isOfficer: mayReadSessions(person) },
            { ...(began === undefined ? {} : { began }), ...(by ? { by } : {}) },
          ),
        ),
    ),
  ]
}
