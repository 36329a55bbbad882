import { z } from 'zod'
import { councilId } from '../../../domain/kernel/ids.ts'
import type { Hint, Said } from '../../ports/queue.ts'
import { asciiJson } from '../ascii-json.ts'

/** Seconds for which a message that was received is hidden from others. */
export const hiddenSeconds = 120
/** Times that a message may be received before it is taken for one that nobody can handle. */
export const mostReceived = 5
/** Messages that one call receives at most: Azure's own limit. */
export const mostAtOnce = 32

const council = z.string().transform(councilId)
const id = z.string().max(100)
const hintSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('sync-mailbox'), council, mailbox: id }),
  z.object({ kind: z.literal('look-at-session'), council, session: id }),
  z.object({ kind: z.literal('discharge'), council, session: id, duty: id }),
  z.object({ kind: z.literal('run-job'), council, job: id }),
  z.object({ kind: z.literal('read-teams-report'), council, session: id }),
  z.object({ kind: z.literal('relay-audit'), council, source: id }),
])

/**
 * A hint as a message: base64 of ASCII JSON, since a control character would make the whole receive come back empty. Throws `RangeError`
 * for one that nobody could take: with its longest parts it is a hundredth of the 64 KiB that a message may have.
 */
export function messageOf(hint: Hint): string {
  if (!hintSchema.safeParse(hint).success) throw new RangeError('a hint has parts of at most 100 characters')
  return Buffer.from(asciiJson(hint)).toString('base64')
}

/** `times`: how often it has been received, this time among them. */
export function saidBy(text: string, times: number): Said {
  const hint = hintIn(text)
  if (!hint) return { kind: 'poisoned', because: 'unreadable' }
  return times > mostReceived ? { kind: 'poisoned', because: 'received-too-often', hint } : { kind: 'hint', hint }
}

function hintIn(text: string): Hint | undefined {
  try {
    return hintSchema.parse(JSON.parse(Buffer.from(text, 'base64').toString('ascii')))
  } catch {
    return undefined // no hint of ours: whoever takes it is told so
  }
}
