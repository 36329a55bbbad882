import { myRequirements } from '../contracts/requirements.ts'
import { forMembers } from '../http/handle.ts'
import type { Operation } from '../http/operation.ts'
import { done } from '../http/problem.ts'
import { readMyRequirements } from '../use-cases/read-requirements.ts'

/** Mandatory training: to each Member her own. */
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
  ]
}
