import type { Result } from '../../domain/kernel/result.ts'
import { mayCorrectMobile, mayImportRegister, mayReadRegister } from '../../domain/policy/may.ts'
import { importBody, importReport, memberMobile, members, mobileBody } from '../contracts/register.ts'
import type { ImportReport } from '../contracts/register.ts'
import { forRoles } from '../http/handle.ts'
import type { Operation } from '../http/operation.ts'
import { done, problem } from '../http/problem.ts'
import type { RefusalWords } from '../http/problem.ts'
import type { Council } from '../ports/council.ts'
import { correctMobile } from '../use-cases/correct-mobile.ts'
import type { MobileRefusal } from '../use-cases/correct-mobile.ts'
import type { ImportOrder, ImportRefusal } from '../use-cases/import-register.ts'
import { readMembers } from '../use-cases/read-members.ts'
import { ofMember } from './shapes.ts'

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
  'sent-elsewhere': {
    status: 409,
    title: 'The address of your register leads to another website',
    detail: 'Nothing has been changed. If your register has moved, an administrator can set its new address.',
  },
} as const satisfies Record<ImportRefusal['kind'], RefusalWords>

const kept = 'The number that was there is still kept.'
const mobileRefusals = {
  'no-such-member': { status: 404, title: 'There is no such Member' },
  'left-office': { status: 409, title: 'This Member has left office', detail: kept },
  'not-a-number': { status: 422, title: 'That does not look like a UK mobile number', detail: `Write it as 07700 900142. ${kept}` },
  landline: { status: 422, title: 'That is a landline, which cannot be texted', detail: `Ask for a mobile number. ${kept}` },
  'personal-number': { status: 422, title: 'Numbers that begin with 070 cannot be texted', detail: `Ask for a mobile number. ${kept}` },
  abroad: { status: 422, title: 'Only UK mobile numbers can be texted', detail: `Ask for a UK mobile number. ${kept}` },
  busy: { status: 503, title: 'Quorate is busy', detail: 'The number was not changed. Please press it again.' },
} as const satisfies Record<MobileRefusal['kind'], RefusalWords>

export function registerRoutes(importRegister: ImportRegister, kick: () => void): readonly Operation[] {
  return [
    forRoles(
      mayReadRegister,
      {
        route: 'GET /members',
        says: 'The register, and what the last import left in doubt',
        gives: members,
      },
      async ({ council }) => done(await readMembers(council)),
    ),
    forRoles(
      mayImportRegister,
      {
        route: 'POST /members/import',
        says: 'Reads the register from modern.gov, or from the document that is sent',
        body: importBody,
        gives: importReport,
        refuses: refusals,
      },
      async ({ council, officer, body }) => {
        const { xml, confirmed } = body
        const result = await importRegister(council, {
          by: { kind: 'officer', id: officer.id },
          ...(xml === undefined ? {} : { xml }),
          ...(confirmed === undefined ? {} : { confirmed }),
        })
        return result.ok ? done(result.value) : problem(result.refusal.kind, refusals[result.refusal.kind])
      },
    ),
    forRoles(
      mayCorrectMobile,
      {
        route: 'PUT /members/:memberId/mobile',
        says: 'Puts a Member’s mobile number right',
        params: ofMember,
        body: mobileBody,
        gives: memberMobile,
        refuses: mobileRefusals,
      },
      async ({ council, officer, params, body }) => {
        const result = await correctMobile(council, officer, { ...params, ...body })
        if (!result.ok) return problem(result.refusal.kind, mobileRefusals[result.refusal.kind])
        kick()
        return done(result.value)
      },
    ),
  ]
}
