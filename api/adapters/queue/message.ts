import { z } from 'zod'
import type { Hint } from '../../ports/queue.ts'
import { asciiJson } from '../ascii-json.ts'

const id = z.string().max(100)
const hintSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('sync-mailbox'), council: id, mailbox: id }),
  z.object({ kind: z.literal('look-at-session'), council: id, session: id }),
  z.object({ kind: z.literal('discharge'), council: id, session: id, duty: id }),
  z.object({ kind: z.literal('run-job'), council: id, job: id }),
  z.object({ kind: z.literal('relay-audit'), council: id, source: id }),
])

/**
 * A hint as a message: base64 of ASCII JSON, since a control character would make the whole receive come back empty. Throws `RangeError`
 * for one that nobody could take: with its longest parts it is a hundredth of the 64 KiB that a message may have.
 */
export function messageOf(hint: Hint): string {
  if (!hintSchema.safeParse(hint).success) throw new RangeError('a hint has parts of at most 100 characters')
  return Buffer.from(asciiJson(hint)).toString('base64')
}

/** Undefined for what is no hint of ours. */
export function hintIn(text: string): Hint | undefined {
  try {
    return hintSchema.parse(JSON.parse(Buffer.from(text, 'base64').toString('ascii')))
  } catch {
    return undefined // told to `onPoison` and deleted by the caller
  }
}
