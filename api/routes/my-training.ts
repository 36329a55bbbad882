import { answerBody, mySession, mySessionPage, myTexts, myTextsBody, myTraining } from '../contracts/my-training.ts'
import { forMembers, notFound } from '../http/handle.ts'
import type { Operation } from '../http/operation.ts'
import { accepted, done, problem } from '../http/problem.ts'
import type { RefusalWords } from '../http/problem.ts'
import { answerInvitation } from '../use-cases/answer-invitation.ts'
import type { AnswerRefusal } from '../use-cases/answer-invitation.ts'
import { changeMyTexts, readMyTexts } from '../use-cases/my-texts.ts'
import type { TextsRefusal } from '../use-cases/my-texts.ts'
import { readMySession, readMyTraining } from '../use-cases/read-my-training.ts'
import { ofSession } from './shapes.ts'

const answerRefusals = {
  'no-such-session': { status: 404, title: 'There is no such session' },
  'not-invited': { status: 404, title: 'There is no such session' },
  cancelled: { status: 409, title: 'This session is cancelled', detail: 'There is nothing to answer any more.' },
  past: { status: 409, title: 'This session has started', detail: 'Answers are taken until it begins.' },
  busy: { status: 503, title: 'Quorate is busy', detail: 'Your answer was not kept. Please press it again.' },
} as const satisfies Record<AnswerRefusal['kind'], RefusalWords>

const textsRefusals = {
  'opting-out-not-allowed': { status: 409, title: 'Your council sends reminder texts to every Member' },
  'combining-not-allowed': { status: 409, title: 'Your council sends one text for each session' },
  'not-a-mobile': {
    status: 422,
    title: 'That does not look like a UK mobile number',
    detail: 'Write it as 07700 900142. Your old number is still kept.',
  },
  'changed-since-seen': {
    status: 412,
    title: 'This was changed somewhere else since you opened it',
    detail: 'Here it is as it stands now.',
  },
  'no-such-member': { status: 404, title: 'There is nothing here' },
} as const satisfies Record<TextsRefusal['kind'], RefusalWords>

/** A Member's own pages. Who it is about comes from the sign-in alone. */
export function myTrainingRoutes(kick: () => void): readonly Operation[] {
  return [
    forMembers(
      {
        route: 'GET /my/training',
        says: 'What wants an answer, the next dates, the week',
        gives: myTraining,
      },
      async ({ council, member }) => done(await readMyTraining(council, member.value)),
    ),
    forMembers(
      {
        route: 'GET /my/sessions/:sessionId',
        says: 'One session as its Member sees it',
        params: ofSession,
        gives: mySessionPage,
      },
      async ({ council, member, params }) => {
        const page = await readMySession(council, member.value, params.sessionId)
        return page ? done(page) : notFound
      },
    ),
    forMembers(
      {
        route: 'PUT /my/sessions/:sessionId/answer',
        says: 'Answers an invitation. Outlook is told after the answer of this request',
        params: ofSession,
        body: answerBody,
        gives: mySession,
        status: 202,
        refuses: answerRefusals,
      },
      async ({ council, member, params, body }) => {
        const result = await answerInvitation(council, member.value, { ...params, ...body })
        if (!result.ok) return problem(result.refusal.kind, answerRefusals[result.refusal.kind])
        kick()
        const page = await readMySession(council, member.value, params.sessionId)
        return page ? accepted(page.session) : notFound
      },
    ),
    forMembers(
      {
        route: 'GET /my/texts',
        says: 'How texts reach the Member',
        gives: myTexts,
      },
      async ({ council, member }) => done(readMyTexts(council, member)),
    ),
    forMembers(
      {
        route: 'PUT /my/texts',
        says: 'Changes how texts reach the Member; refused when it was changed elsewhere meanwhile',
        body: myTextsBody,
        gives: myTexts,
        refuses: textsRefusals,
      },
      async ({ council, member, body }) => {
        const result = await changeMyTexts(council, member, body)
        return result.ok ? done(result.value) : problem(result.refusal.kind, textsRefusals[result.refusal.kind])
      },
    ),
  ]
}
