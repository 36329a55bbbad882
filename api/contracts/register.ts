import { z } from 'zod'
import { instantText } from './shared.ts'

/** What the import made of the register: read, doubtful and why. */
export const importReport = z.object({
  at: instantText,
  source: z.string(),
  /** It was broken off in the middle; the next import finishes it. */
  unfinished: z.boolean().optional(),
  /** Of an unfinished one: there is a whole roll, written by it or by one before it. */
  rollWritten: z.boolean().optional(),
  read: z.int(),
  added: z.int(),
  changed: z.int(),
  /** In the register before and not in this one: their last day is set, nothing is deleted. */
  left: z.int(),
  doubtful: z.array(
    z.object({
      name: z.string(),
      ward: z.string().optional(),
      doubts: z.array(
        z.enum([
          'vacant',
          'no-email',
          'shared-email',
          'bad-mobile',
          'no-mobile',
          'term-ended',
          'term-unreadable',
          'several-terms',
          'twice',
          'unknown-title',
          'no-account',
        ]),
      ),
    }),
  ),
})
export type ImportReport = z.infer<typeof importReport>

/** GET /api/members */
export const members = z.object({
  members: z.array(
    z.object({
      memberId: z.string(),
      name: z.string(),
      kind: z.enum(['mayor', 'councillor', 'co-optee']),
      group: z.string().optional(),
      ward: z.string().optional(),
      mobileState: z.enum(['usable', 'unusable', 'none']),
      /** C4.14: has turned reminder texts off, and is told by email and telephone. */
      textsOff: z.literal(true).optional(),
      inOffice: z.boolean(),
      hasAccount: z.boolean(),
    }),
  ),
  lastImport: importReport.optional(),
})
export type MembersView = z.infer<typeof members>
/**
 * POST /api/members/import → 200 `importReport`. Body: {} reads modern.gov; {xml} reads the document given; `confirmed` says that
 * more than half the Members do leave.
 */
export const importBody = z.strictObject({ xml: z.string().max(5_000_000).optional(), confirmed: z.boolean().optional() })

/** PUT /api/members/:memberId/mobile → 200 `memberMobile`: an officer puts a number right. An empty one says that there is none. */
export const mobileBody = z.strictObject({ mobile: z.string().trim().max(40) })
export const memberMobile = z.object({
  memberId: z.string(),
  mobileState: z.enum(['usable', 'unusable', 'none']),
  /** As its owner would write it: "07700 900142". */
  mobile: z.string().optional(),
})
export type MemberMobile = z.infer<typeof memberMobile>
