import { readMe } from '../use-cases/read-me.ts'
import { me } from '../contracts/me.ts'
import { forAnyone } from '../http/handle.ts'
import type { Operation } from '../http/operation.ts'
import { done } from '../http/problem.ts'

export function meRoutes(): readonly Operation[] {
  return [
    forAnyone(
      {
        route: 'GET /me',
        says: 'Who is signed in, whom to ring, and what is out of reach',
        gives: me,
      },
      async ({ council, person }) => done(await readMe(council, person)),
    ),
  ]
}
