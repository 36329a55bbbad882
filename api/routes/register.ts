import { Router } from 'express'
import type { Result } from '../../domain/kernel/result.ts'
import { mayImportRegister, mayReadRegister } from '../../domain/policy/may.ts'
import { importBody } from '../contracts/register.ts'
import type { ImportReport } from '../contracts/register.ts'
import { forRoles } from '../http/handle.ts'
import { done, problem } from '../http/problem.ts'
import type { RefusalWords } from '../http/problem.ts'
import type { Council } from '../ports/council.ts'
import type { ImportOrder, ImportRefusal } from '../use-cases/import-register.ts'
import { readMembers } from '../use-cases/read-members.ts'

/** `importRegister` with the sources of one council already bound. */
export type ImportRegister = (council: Council, order: ImportOrder) => Promise<Result<ImportReport, ImportRefusal>>

const unchanged = 'Nothing has been changed.'
const refusals = {
  'no-register': {
    status: 409,
    title: 'Quorate does not know where your register is published',
    detail: 'An administrator can set its address, or you can give the document.',
  },
  'too-many-leave': {
    status: 409,
    title: 'More than half of the Members would leave',
    detail: 'Nothing has been changed. If that is right, for instance after an election, confirm it.',
  },
  'too-large': { status: 413, title: 'That document is larger than any register', detail: unchanged },
  'not-xml': { status: 422, title: 'That is not the XML document which modern.gov publishes', detail: unchanged },
  'another-document': { status: 422, title: 'That is not a register of councillors by ward', detail: unchanged },
  'no-members': { status: 422, title: 'There are no Members in that document', detail: unchanged },
} as const satisfies Record<ImportRefusal['kind'], RefusalWords>

export function registerRoutes(importRegister: ImportRegister): Router {
  const router = Router()
  router.get(
    '/members',
    forRoles(mayReadRegister, {}, async ({ council }) => done(await readMembers(council))),
  )
  router.post(
    '/members/import',
    forRoles(mayImportRegister, { body: importBody }, async ({ council, body }) => {
      const { xml, confirmed } = body
      const result = await importRegister(council, {
        ...(xml === undefined ? {} : { xml }),
        ...(confirmed === undefined ? {} : { confirmed }),
      })
      return result.ok ? done(result.value) : problem(result.refusal.kind, refusals[result.refusal.kind])
    }),
  )
  return router
}
