import { maySetDetails } from '../../domain/policy/may.ts'
import { detailsBody, sessionDetails } from '../contracts/details.ts'
import { forRoles, notFound } from '../http/handle.ts'
import type { Operation } from '../http/operation.ts'
import { done, problem } from '../http/problem.ts'
import type { RefusalWords } from '../http/problem.ts'
import { readDetails } from '../use-cases/read-details.ts'
import { setDetails } from '../use-cases/set-details.ts'
import type { DetailsRefusal } from '../use-cases/set-details.ts'
import { ofSession } from './shapes.ts'

const kept = 'Nothing has been saved. What you have written is still here.'
const refusals = {
  'no-such-session': { status: 404, title: 'There is no such session' },
  faulty: { status: 422, title: 'Something here needs putting right', detail: kept },
  'changed-since-seen': { status: 412, title: 'Somebody else has changed these details since you looked', detail: kept },
  busy: { status: 503, title: 'Quorate is busy', detail: kept },
} as const satisfies Record<DetailsRefusal['kind'], RefusalWords>

export function detailsRoutes(kick: () => void): readonly Operation[] {
  return [
    forRoles(
      maySetDetails,
      {
        route: 'GET /sessions/:sessionId/details',
        says: 'What an appointment cannot say: aims, audience, costs and terms, room; and what there is to choose from',
        params: ofSession,
        gives: sessionDetails,
      },
      async ({ council, params }) => {
        const details = await readDetails(council, params.sessionId)
        return details ? done(details) : notFound
      },
    ),
    forRoles(
      maySetDetails,
      {
        route: 'PUT /sessions/:sessionId/details',
        says: 'Sets them, all of them; refused when somebody else changed them since `version`, with each field that is wrong by name',
        params: ofSession,
        body: detailsBody,
        gives: sessionDetails,
        refuses: refusals,
      },
      async ({ council, officer, params, body }) => {
        const result = await setDetails(council, officer, { ...params, ...body })
        if (!result.ok) {
          const { refusal } = result
          const errors = refusal.kind === 'faulty' ? refusal.faults.map(({ path, because }) => ({ path, message: because })) : []
          return problem(refusal.kind, refusals[refusal.kind], { errors })
        }
        kick()
        const details = await readDetails(council, params.sessionId)
        return details ? done(details) : notFound
      },
    ),
  ]
}
