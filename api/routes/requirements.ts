import { z } from 'zod'
import { day } from '../../domain/kernel/time.ts'
import { mayReadRequirements } from '../../domain/policy/may.ts'
import { completionBody, memberRequirements, myRequirements, requirementsGrid, withdrawalBody } from '../contracts/requirements.ts'
import { forMembers, forRoles, notFound } from '../http/handle.ts'
import type { Operation } from '../http/operation.ts'
import { created, done, problem, type RefusalWords } from '../http/problem.ts'
import { recordCompletion, withdrawCompletion, type CompletionRefusal } from '../use-cases/keep-completions.ts'
import { readRequirementsGrid } from '../use-cases/read-requirements-grid.ts'
import { readMemberRequirements, readMyRequirements } from '../use-cases/read-requirements.ts'
import { ofMember } from './shapes.ts'

const asAt = z.object({ on: z.iso.date().optional() })
const ofCompletion = ofMember.extend({ completionId: z.string().regex(/^c[0-9a-f]{24}$/) })

const refusals = {
  'no-such-member': { status: 404, title: 'There is no such Member' },
  'no-such-rule': {
    status: 422,
    title: 'That training is not among what is mandatory any more',
    detail: 'Open the page again: it shows what is.',
  },
  'no-such-completion': { status: 404, title: 'It is not there any more' },
  'not-e-learning': {
    status: 422,
    title: 'This training is held as sessions',
    detail: 'Who was there is recorded on the session’s register.',
  },
  'not-by-equivalence': { status: 409, title: 'Your council accepts no other training in place of this' },
  'in-the-future': { status: 422, title: 'That day has yet to come', detail: 'Put down the day on which it was done.' },
  'what-is-missing': { status: 422, title: 'Say what was accepted', detail: 'What the training was, where, and what you have seen of it.' },
  'until-is-missing': {
    status: 422,
    title: 'Say until when it counts',
    detail: 'This training is to be done again from time to time, so nothing can be accepted in its place for good.',
  },
  'until-is-over': { status: 422, title: 'That last day has passed', detail: 'It would count for nothing. Give a day to come.' },
  'until-for-nothing': { status: 422, title: 'A course that was finished has no last day' },
} as const satisfies Record<CompletionRefusal['kind'], RefusalWords>

/** Mandatory training: to each Member her own, to officers each Member's (C5.22). */
export function requirementRoutes(): readonly Operation[] {
  return [
    forMembers(
      {
        route: 'GET /my/requirements',
        says: 'What the Member must do, with why, how she stands to it, what shows it, and a session that would meet it',
        gives: myRequirements,
      },
      async ({ council, member }) => done(await readMyRequirements(council, member.value)),
    ),
    forRoles(
      mayReadRequirements,
      {
        route: 'GET /requirements',
        says: 'How every Member in office on a day, today unless `on` says otherwise, stands to everything mandatory',
        query: asAt,
        gives: requirementsGrid,
      },
      async ({ council, query: { on } }) => done(await readRequirementsGrid(council, on ? day(on) : undefined)),
    ),
    forRoles(
      mayReadRequirements,
      {
        route: 'GET /members/:memberId/requirements',
        says: 'The same of one Member, with what officers have put down or accepted, and what can be',
        params: ofMember,
        gives: memberRequirements,
      },
      async ({ council, params }) => {
        const page = await readMemberRequirements(council, params.memberId)
        return page ? done(page) : notFound
      },
    ),
    forRoles(
      mayReadRequirements,
      {
        route: 'POST /members/:memberId/completions',
        says: 'Puts down that a Member has finished an e-learning course, or accepts training had elsewhere',
        params: ofMember,
        body: completionBody,
        once: true,
        gives: memberRequirements,
        status: 201,
        refuses: refusals,
      },
      async ({ council, officer, params, body, mark }) => {
        const result = await recordCompletion(council, officer, { ...params, given: body }, mark)
        if (!result.ok) return problem(result.refusal.kind, refusals[result.refusal.kind])
        const page = await readMemberRequirements(council, params.memberId)
        return page ? created(page) : notFound
      },
    ),
    forRoles(
      mayReadRequirements,
      {
        route: 'POST /members/:memberId/completions/:completionId/withdrawal',
        says: 'Takes that back; it stays in the record as withdrawn',
        params: ofCompletion,
        body: withdrawalBody,
        gives: memberRequirements,
        refuses: refusals,
      },
      async ({ council, officer, params, body }) => {
        const result = await withdrawCompletion(council, officer, { ...params, ...body })
        if (!result.ok) return problem(result.refusal.kind, refusals[result.refusal.kind])
        const page = await readMemberRequirements(council, params.memberId)
        return page ? done(page) : notFound
      },
    ),
  ]
}
