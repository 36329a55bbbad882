import { z } from 'zod'
import { mayReadSessions } from '../../domain/policy/may.ts'
import { planBody, planCheck, planChoices } from '../contracts/plan.ts'
import { forRoles, notFound } from '../http/handle.ts'
import type { Operation } from '../http/operation.ts'
import { done, problem } from '../http/problem.ts'
import type { RefusalWords } from '../http/problem.ts'
import type { Council } from '../ports/council.ts'
import { readPlanCheck } from '../use-cases/check-plan.ts'
import type { OpenLists } from '../use-cases/reach-of-invitation.ts'
import type { PlanRefusal } from '../use-cases/check-plan.ts'
import { readPlanChoices } from '../use-cases/read-plan-choices.ts'
import { idOfSession } from './shapes.ts'

const refusals = {
  'no-such-session': { status: 404, title: 'There is no such session' },
  faulty: {
    status: 422,
    title: 'Something here needs putting right',
    detail: 'Nothing has been checked. What you have written is still here.',
  },
} as const satisfies Record<PlanRefusal['kind'], RefusalWords>

export function planRoutes(openLists: (council: Council) => OpenLists): readonly Operation[] {
  return [
    forRoles(
      mayReadSessions,
      {
        route: 'GET /plan',
        says: 'What a session is planned from: kinds, rooms, committees, Members; with `session` how that one stands as a plan',
        query: z.object({ session: idOfSession.optional() }),
        gives: planChoices,
      },
      async ({ council, query }) => {
        const choices = await readPlanChoices(council, query.session)
        return choices ? done(choices) : notFound
      },
    ),
    forRoles(
      mayReadSessions,
      {
        route: 'POST /plan/check',
        says: 'All that is known for and against a plan, the short check, and other times; of an invitation that is being written, who is missing from it. It changes nothing; refused with each field that is wrong by name',
        body: planBody,
        gives: planCheck,
        refuses: refusals,
      },
      async ({ council, body }) => {
        const result = await readPlanCheck(council, body, openLists(council))
        if (result.ok) return done(result.value)
        const { refusal } = result
        const errors = refusal.kind === 'faulty' ? refusal.faults.map(({ path, because }) => ({ path, message: because })) : []
        return problem(refusal.kind, refusals[refusal.kind], { errors })
      },
    ),
  ]
}
