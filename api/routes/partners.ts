import { mayShareWithPartners } from '../../domain/policy/may.ts'
import { partnerSharing, shareBody } from '../contracts/partners.ts'
import { forRoles, notFound } from '../http/handle.ts'
import type { Operation } from '../http/operation.ts'
import { created, done, problem } from '../http/problem.ts'
import type { RefusalWords } from '../http/problem.ts'
import { readPartners } from '../use-cases/read-partners.ts'
import { shareWithPartners } from '../use-cases/share-with-partners.ts'
import type { ShareRefusal } from '../use-cases/share-with-partners.ts'
import { ofSession } from './shapes.ts'

const nothingSent = 'Nothing has been sent.'
const refusals = {
  'no-such-session': { status: 404, title: 'There is no such session' },
  'not-marked': { status: 409, title: 'Nobody has said that this event suits partners', detail: nothingSent },
  'no-partners': { status: 409, title: 'There is nobody on the council’s list of partners', detail: nothingSent },
  'nothing-changed': { status: 409, title: 'Partners know all of this already', detail: nothingSent },
  'names-a-member': { status: 422, title: 'This names a Member, and nothing of any Member is shared', detail: nothingSent },
  cancelled: { status: 409, title: 'This session is cancelled', detail: nothingSent },
  untagged: { status: 409, title: 'This is no longer marked as training in Outlook', detail: nothingSent },
  postponed: { status: 409, title: 'This session is postponed, and has no new date to share yet', detail: nothingSent },
  started: { status: 409, title: 'This session has started', detail: nothingSent },
  'too-often': { status: 409, title: 'This event has been shared as often as is allowed', detail: nothingSent },
  'changed-since-seen': {
    status: 412,
    title: 'Something has changed since you read this',
    detail: 'Nothing has been sent. Read it again, then share it.',
  },
  busy: { status: 503, title: 'Quorate is busy', detail: 'Please press it again. Nobody is told twice.' },
} as const satisfies Record<ShareRefusal['kind'], RefusalWords>

export function partnerRoutes(kick: () => void): readonly Operation[] {
  return [
    forRoles(
      mayShareWithPartners,
      {
        route: 'GET /sessions/:sessionId/partners',
        says: 'What partners would be told of it now, word for word, and who was told what, or whose email came back',
        params: ofSession,
        gives: partnerSharing,
      },
      async ({ council, params }) => {
        const sharing = await readPartners(council, params.sessionId)
        return sharing ? done(sharing) : notFound
      },
    ),
    forRoles(
      mayShareWithPartners,
      {
        route: 'POST /sessions/:sessionId/partners',
        says: 'Tells partners; refused when the words or the list changed since `seen`',
        params: ofSession,
        body: shareBody,
        once: true,
        gives: partnerSharing,
        status: 201,
        refuses: refusals,
      },
      async ({ council, officer, params, body, mark }) => {
        const result = await shareWithPartners(council, officer, { ...params, ...body, press: mark })
        if (!result.ok) return problem(result.refusal.kind, refusals[result.refusal.kind])
        kick()
        const sharing = await readPartners(council, params.sessionId)
        return sharing ? created(sharing) : notFound
      },
    ),
  ]
}
