import { mayChangeRulebook, mayReadRulebook } from '../../domain/policy/may.ts'
import { rulebookChange, rulebookPreview, rulebookProposal, rulebookView } from '../contracts/rulebook.ts'
import { forRoles } from '../http/handle.ts'
import type { Operation } from '../http/operation.ts'
import { created, done, problem } from '../http/problem.ts'
import type { Refused, RefusalWords } from '../http/problem.ts'
import { changeRulebook, previewRulebook } from '../use-cases/change-rulebook.ts'
import type { ProposalRefusal } from '../use-cases/propose-rulebook.ts'
import { readRulebook } from '../use-cases/read-rulebook.ts'

const kept = 'Nothing has been changed. What you have chosen is still here.'
const refusals = {
  faulty: { status: 422, title: 'Something here needs putting right', detail: kept },
  'changed-since-seen': { status: 412, title: 'Somebody else has changed the rulebook since you looked', detail: kept },
  'nothing-changes': { status: 409, title: 'These are the rules already', detail: 'There is nothing to apply.' },
} as const satisfies Record<ProposalRefusal['kind'], RefusalWords>

export function rulebookRoutes(kick: () => void): readonly Operation[] {
  return [
    forRoles(
      mayReadRulebook,
      {
        route: 'GET /rulebook',
        says: 'The latest rules, and every version: who, when, why, what it changed',
        gives: rulebookView,
      },
      async ({ council, person }) => done(await readRulebook(council, mayChangeRulebook(person))),
    ),
    forRoles(
      mayChangeRulebook,
      {
        route: 'POST /rulebook/preview',
        says: 'What a change would do, with the place of each fault. It changes nothing',
        body: rulebookProposal,
        gives: rulebookPreview,
        refuses: refusals,
      },
      async ({ council, body }) => {
        const result = await previewRulebook(council, body)
        return result.ok ? done(result.value) : refusedAs(result.refusal)
      },
    ),
    forRoles(
      mayChangeRulebook,
      {
        route: 'POST /rulebook',
        says: 'Changes the rules; refused when somebody else changed them since `seen`, with what they changed',
        body: rulebookChange,
        once: true,
        gives: rulebookView,
        status: 201,
        refuses: refusals,
      },
      async ({ council, officer, body }) => {
        const result = await changeRulebook(council, officer, body)
        if (!result.ok) return refusedAs(result.refusal)
        kick()
        return created(await readRulebook(council, true))
      },
    ),
  ]
}

/** Of a stale change, `errors` say what somebody else changed, each with its place. */
function refusedAs(refusal: ProposalRefusal): Refused {
  const errors =
    refusal.kind === 'faulty'
      ? [...refusal.errors]
      : refusal.kind === 'changed-since-seen'
        ? refusal.changed.map(({ path, sentence }) => ({ path, message: sentence }))
        : []
  return problem(refusal.kind, refusals[refusal.kind], { errors })
}
