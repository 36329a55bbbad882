import { z } from 'zod'
import { classOfSending, type Note } from '../../ports/outcomes.ts'
import type { Sending } from '../../ports/senders.ts'
import { neverConnected } from '../never-connected.ts'
import { retryAfterSeconds } from '../retry-after.ts'

/** What the HTTP client throws, as far as it is looked at; everything from outside is `unknown` until it is parsed. */
const failure = z.looseObject({
  code: z.string().optional(),
  response: z.looseObject({ status: z.int(), headers: z.unknown().optional(), data: z.unknown().optional() }).optional(),
})

/**
 * What a failed call to the connector means for the message.
 *
 * The connector has no key by which to ask again, so whatever may have arrived is `unknown` and not `later`.
 * Trap: Teams nests its error codes in different ways, one of them JSON within a message, so the whole body is searched for them.
 */
export function outcomeOf(thrown: unknown): Sending | 'new-token' {
  const parsed = failure.safeParse(thrown)
  if (!parsed.success) throw thrown
  const { code, response } = parsed.data
  if (!response)
    return neverConnected(thrown) ? { kind: 'later', afterSeconds: 15, silent: 'teams' } : { kind: 'unknown', note: code ?? 'no answer' }

  const { status } = response
  if (status === 401) return 'new-token'
  if (status === 403) return { kind: 'refused', because: reasonIn(response.data) }
  if (status === 404 || status === 410) return { kind: 'refused', because: 'not-installed' }
  if (status === 429) return { kind: 'later', afterSeconds: waitIn(response.headers), throttled: true }
  if (status === 400 || status === 413 || status === 405) return { kind: 'refused', because: 'refused' }
  return { kind: 'unknown', note: `status ${status}` }
}

/** Counts a failed call. `fresh`: it was made with a new token already, so that a refused one is not made once more. */
export function noteFailed(note: Note, thrown: unknown, { outcome, fresh }: { outcome: Sending | 'new-token'; fresh: boolean }): void {
  const status = failure.safeParse(thrown).data?.response?.status
  const became = outcome === 'new-token' ? (fresh ? 'stopped' : 'again') : classOfSending(outcome)
  note({ call: 'write', became, ...(status === undefined ? {} : { status }) })
}

function reasonIn(body: unknown): 'blocked' | 'not-installed' {
  const text = JSON.stringify(body ?? '').slice(0, 10_000)
  return /MessageWritesBlocked/i.test(text) ? 'blocked' : 'not-installed'
}

/** Seconds; 30 when the connector does not say, as it often does not. */
function waitIn(headers: unknown): number {
  const read = z.looseObject({ 'retry-after': z.string() }).safeParse(headers)
  return (read.success ? retryAfterSeconds(read.data['retry-after'], Date.now()) : undefined) ?? 30
}
