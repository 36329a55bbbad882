import { createHash } from 'node:crypto'
import { z } from 'zod'
import { councilId, type CouncilId } from '../../domain/kernel/ids.ts'
import { canonicalJson } from '../../domain/kernel/same.ts'
import type { AuditEntry, ChainHead, ChainRow } from '../ports/audit.ts'

/*
 * How the rows of a council's audit chain hang together. Each carries the hash of the one before, so that none can be changed, taken out
 * or put in without the hashes of all that follow changing too; the last one's is anchored outside the tables each night.
 */

const hex = z.string().regex(/^[0-9a-f]{64}$/)
const mark = z.string().max(100)
const code = z.string().max(100)

const entryShape = {
  at: z.iso.datetime(),
  actor: z.strictObject({
    kind: z.enum(['officer', 'member', 'outlook', 'administrator', 'quorate']),
    id: mark.optional(),
    rule: code.optional(),
  }),
  action: code,
  object: z.strictObject({
    kind: z.enum([
      'session',
      'duty',
      'issue',
      'notice',
      'offer',
      'pdp',
      'member',
      'mailbox',
      'rulebook',
      'register',
      'officers',
      'council',
    ]),
    id: mark.optional(),
    session: mark.optional(),
  }),
  member: mark.optional(),
  reason: code.optional(),
  fields: z.array(code).readonly().optional(),
  before: hex.optional(),
  after: hex.optional(),
  details: z.record(z.string(), z.union([z.string().max(500), z.int()])).optional(),
}

export const auditEntrySchema: z.ZodType<AuditEntry> = z.strictObject(entryShape)

const month = z.string().regex(/^\d{6}$/)
const council = z.codec(z.string(), z.custom<CouncilId>(), { decode: councilId, encode: (id) => id })
export const chainRowSchema: z.ZodType<ChainRow> = z.strictObject({
  ...entryShape,
  seq: z.int().positive(),
  council,
  source: z.string().max(300),
  prev: hex,
  hash: hex,
})
export const chainHeadSchema: z.ZodType<ChainHead> = z.strictObject({
  seq: z.int().nonnegative(),
  hash: hex,
  previous: month.optional(),
  next: month.optional(),
  pending: z.strictObject({ source: z.string().max(100), keys: z.array(z.string()).readonly() }).optional(),
  check: hex,
})
export const beginningSchema = z.strictObject({ month, check: hex })

export type Link = { readonly seq: number; readonly hash: string }

/** What a council's first row hangs on: no row of another council's chain, and no row of ours further on. */
export function originOf(council: CouncilId): Link {
  return { seq: 0, hash: sha256(`quorate audit chain of ${council}`) }
}

/** SHA-256 of the hash before and the row's own words, without its two hashes, as canonical JSON. */
export function hashOf(row: object): string {
  const { prev, hash: _hash, ...rest } = row as { prev?: unknown; hash?: unknown }
  return sha256(`${String(prev)}${canonicalJson(rest)}`)
}

export type Sourced = { readonly source: string; readonly entry: AuditEntry }

/** The rows that follow a link, in order, each hanging on the one before. */
export function linked(council: CouncilId, after: Link, entries: readonly Sourced[]): readonly ChainRow[] {
  let last = after
  return entries.map(({ source, entry }) => {
    const unhashed = { ...entry, seq: last.seq + 1, council, source, prev: last.hash }
    const row: ChainRow = { ...unhashed, hash: hashOf(unhashed) }
    last = row
    return row
  })
}

/** The same with a digest of itself: so that a head with one thing changed is seen to be changed. */
export function checked<Value extends object>(value: Value): Omit<Value, 'check'> & { readonly check: string } {
  const { check: _check, ...rest } = value as Value & { check?: unknown }
  return { ...rest, check: sha256(canonicalJson(rest)) }
}

export function isChecked(value: { readonly check: string }): boolean {
  return checked(value).check === value.check
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
