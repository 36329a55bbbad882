import { mayBriefPresenter } from '../../domain/policy/may.ts'
import { briefGivenBody, presenterBrief } from '../contracts/brief.ts'
import { forRoles, notFound } from '../http/handle.ts'
import type { Operation } from '../http/operation.ts'
import { done, problem } from '../http/problem.ts'
import type { RefusalWords } from '../http/problem.ts'
import { giveBrief } from '../use-cases/give-brief.ts'
import type { GiveBriefRefusal } from '../use-cases/give-brief.ts'
import { readBrief } from '../use-cases/read-brief.ts'
import { ofSession } from './shapes.ts'

const notWritten = 'Nothing was written down.'
const refusals = {
  'no-such-session': { status: 404, title: 'There is no such session' },
  'no-aims': { status: 409, title: 'Nobody has put its aims and objectives down yet', detail: `${notWritten} The brief opens with them.` },
  cancelled: { status: 409, title: 'This session is cancelled', detail: notWritten },
  untagged: { status: 409, title: 'This is no longer marked as training in Outlook', detail: notWritten },
  postponed: { status: 409, title: 'This session is postponed, and has no new date yet', detail: notWritten },
  started: { status: 409, title: 'This session has started', detail: notWritten },
  'changed-since-seen': {
    status: 412,
    title: 'The brief has changed since you read it',
    detail: `${notWritten} Read it again, and give it to the presenter as it is now.`,
  },
  busy: { status: 503, title: 'Quorate is busy', detail: `${notWritten} Please press it again.` },
} as const satisfies Record<GiveBriefRefusal['kind'], RefusalWords>

export function briefRoutes(kick: () => void): readonly Operation[] {
  return [
    forRoles(
      mayBriefPresenter,
      {
        route: 'GET /sessions/:sessionId/brief',
        says: 'The presenter’s brief, opening with the aims: what a presenter is given, with numbers and no Member’s name',
        params: ofSession,
        gives: presenterBrief,
      },
      async ({ council, params }) => {
        const brief = await readBrief(council, params.sessionId)
        return brief ? done(brief) : notFound
      },
    ),
    forRoles(
      mayBriefPresenter,
      {
        route: 'POST /sessions/:sessionId/brief',
        says: 'Says that the presenter has been given it; refused when it changed since `seen`',
        params: ofSession,
        body: briefGivenBody,
        once: true,
        gives: presenterBrief,
        refuses: refusals,
      },
      async ({ council, officer, params, body }) => {
        const result = await giveBrief(council, officer, { ...params, ...body })
        if (!result.ok) return problem(result.refusal.kind, refusals[result.refusal.kind])
        kick()
        const brief = await readBrief(council, params.sessionId)
        return brief ? done(brief) : notFound
      },
    ),
  ]
}
