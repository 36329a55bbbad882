import { AxiosError } from 'axios'
import { z } from 'zod'
import type { Finding, Sending } from '../../ports/senders.ts'
import { neverConnected } from '../never-connected.ts'

const accepted = z.object({ id: z.string().min(1) })
const listing = z.object({
  notifications: z.array(z.object({ id: z.string().min(1), reference: z.string().nullish(), body: z.string().nullish() })),
})
const refusal = z.object({ errors: z.array(z.object({ error: z.string() })).min(1) })

const rateLimitSeconds = 60
const patienceSeconds = 30

/**
 * What Notify's answer to a text means: reliability.md §14, row "Notify POST".
 *
 * Traps: 429 has two meanings, told apart by `error` and never by the words. Notify keeps the message before it answers, so a 5xx may
 * have been sent. A 403 is our key or our clock: every other text would meet it too.
 */
export function sentOutcome(reply: { readonly status: number; readonly data: unknown }): Sending {
  const { status, data } = reply
  if (status >= 200 && status < 300) {
    const read = accepted.safeParse(data)
    return read.success ? { kind: 'sent', providerId: read.data.id } : { kind: 'unknown', note: `unreadable ${status}` }
  }
  const errors = errorsIn(data)
  if (status === 400) return { kind: 'refused', because: errors.includes('ValidationError') ? 'bad-number' : 'misconfigured' }
  if (status === 401 || status === 403 || status === 404) return { kind: 'stopped', because: 'misconfigured', untilUtcMidnight: false }
  if (status === 429 && errors.includes('TooManyRequestsError'))
    return { kind: 'stopped', because: 'limit-reached', untilUtcMidnight: true }
  if (status === 429) return { kind: 'later', afterSeconds: rateLimitSeconds, throttled: true }
  return { kind: 'unknown', note: `status ${status}` }
}

/** A call that failed before Notify could answer, or was given up. */
export function failedOutcome(thrown: unknown): Sending {
  if (!(thrown instanceof AxiosError)) throw thrown
  if (thrown.response) return sentOutcome(thrown.response)
  return neverConnected(thrown)
    ? { kind: 'later', afterSeconds: patienceSeconds, silent: 'notify' }
    : { kind: 'unknown', note: thrown.code ?? 'no reply' }
}

/**
 * What a look by reference means: row "Notify GET by reference". Several mean that it was sent twice, which cannot be undone and must
 * not be made worse.
 */
export function foundOutcome(reply: { readonly status: number; readonly data: unknown }, key: string): Finding {
  const read = reply.status === 200 ? listing.safeParse(reply.data) : undefined
  if (!read?.success) return { kind: 'unknown' }
  const own = read.data.notifications.filter(({ reference }) => reference === key)
  const [first] = own
  if (!first) return { kind: 'not-found' }
  return { kind: 'found', providerId: first.id, ...(first.body ? { body: first.body } : {}), ...(own.length > 1 ? { twice: true } : {}) }
}

function errorsIn(data: unknown): readonly string[] {
  const read = refusal.safeParse(data)
  return read.success ? read.data.errors.map(({ error }) => error) : []
}
