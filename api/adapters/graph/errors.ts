import type { FailedBecause } from '../../../domain/duties/duty.ts'
import type { OutcomeClass } from '../../ports/outcomes.ts'
import { Unavailable, type Dependency } from '../../ports/unavailable.ts'
import { codeOf, type Exchange, type Reply } from './exchange.ts'

/** What a reading came to. Nothing here is retried in place: whoever asked for the reading asks again, later. */
export type ReadVerdict =
  | { readonly kind: 'read'; readonly value: unknown }
  | { readonly kind: 'new-token' }
  | { readonly kind: 'gone' }
  /** 410, or a token of a round that the server no longer knows. */
  | { readonly kind: 'start-again' }
  | { readonly kind: 'closed-to-us'; readonly because: 'no-mailbox' | 'not-allowed' }
  | { readonly kind: 'wrong'; readonly code: string }
  | { readonly kind: 'later'; readonly because: string; readonly afterSeconds?: number; readonly throttled?: boolean }

/** What a write came to. `unknown` may have been done, and is never repeated before it has been looked for. */
export type WriteVerdict =
  | { readonly kind: 'done'; readonly value: unknown }
  | { readonly kind: 'new-token' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'exists' }
  | { readonly kind: 'refused'; readonly because: FailedBecause; readonly code: string }
  | { readonly kind: 'later'; readonly afterSeconds: number; readonly silent?: Dependency; readonly throttled?: boolean }
  | { readonly kind: 'unknown'; readonly note: string }

const noMailbox = new Set([
  'mailboxnotenabledforrestapi',
  'errornonexistentmailbox',
  'errorinvaliduser',
  'request_resourcenotfound',
  'mailboxnotsupportedforrestapi',
])
const lostState = new Set(['syncstatenotfound', 'resyncrequired'])
const throttling = new Set([423, 429, 509])
const busy = new Set([503, ...throttling])
/** Where Graph does not say how long to wait. */
const patienceSeconds = 10

/** The row of reliability.md §14 for a Graph GET. Anything not listed is tried again later, since asking twice harms nothing. */
export function readVerdict(exchange: Exchange): ReadVerdict {
  if (exchange.kind === 'no-reply') return { kind: 'later', because: 'no reply' }
  const { status, body } = exchange
  const code = codeOf(body)
  if (lostState.has(code) || status === 410) return { kind: 'start-again' }
  if (status >= 200 && status < 300) return readable(exchange)
  if (status === 401) return { kind: 'new-token' }
  if (status === 403) return { kind: 'closed-to-us', because: 'not-allowed' }
  if (status === 404) return noMailbox.has(code) ? { kind: 'closed-to-us', because: 'no-mailbox' } : { kind: 'gone' }
  if (status === 400) return { kind: 'wrong', code }
  if (busy.has(status)) {
    const throttled = throttling.has(status) ? { throttled: true } : {}
    return { kind: 'later', because: `busy ${status}`, afterSeconds: exchange.retryAfterSeconds ?? patienceSeconds, ...throttled }
  }
  return { kind: 'later', because: `status ${status}` }
}

function readable({ body }: Reply): ReadVerdict {
  if (body.kind === 'json') return { kind: 'read', value: body.value }
  return { kind: 'later', because: body.kind === 'unreadable' ? body.because : `${body.kind} instead of JSON` }
}

/** The rows of reliability.md §14 for writes. Anything not listed is unknown: it may have been done. */
export function writeVerdict(exchange: Exchange): WriteVerdict {
  if (exchange.kind === 'no-reply') {
    const silent = exchange.silent ? { silent: exchange.silent } : {}
    return exchange.reached === 'nothing-sent'
      ? { kind: 'later', afterSeconds: patienceSeconds, ...silent }
      : { kind: 'unknown', note: 'no reply' }
  }
  const { status, body } = exchange
  const code = codeOf(body)
  if (status >= 200 && status < 300) return written(exchange)
  if (status === 400) return { kind: 'refused', because: 'refused', code }
  if (status === 401) return { kind: 'new-token' }
  if (status === 403) return { kind: 'refused', because: 'not-allowed', code }
  if (status === 404) return noMailbox.has(code) ? { kind: 'refused', because: 'no-mailbox', code } : { kind: 'gone' }
  if (status === 409) return { kind: 'exists' }
  if (status === 423 || status === 429)
    return { kind: 'later', afterSeconds: exchange.retryAfterSeconds ?? patienceSeconds, throttled: true }
  return { kind: 'unknown', note: `status ${status}` }
}

/** An action answers 202 with nothing; what is created answers with itself. A page or half a reply says nothing certain. */
function written({ body, status }: Reply): WriteVerdict {
  if (body.kind === 'json') return { kind: 'done', value: body.value }
  if (body.kind === 'empty') return { kind: 'done', value: undefined }
  return { kind: 'unknown', note: `unreadable ${status}` }
}

/** Which of the classes an answer was, by what was made of it. A 410, a 404 and a 409 are answers like any other. */
export function classOf(exchange: Exchange, { kind, ...verdict }: ReadVerdict | WriteVerdict): OutcomeClass {
  if (kind === 'unknown') return 'unknown'
  if (kind === 'new-token') return 'again'
  if (kind === 'closed-to-us' || kind === 'wrong' || kind === 'refused') return 'final'
  if (kind !== 'later') return 'done'
  const isTold = exchange.kind === 'reply' && exchange.retryAfterSeconds !== undefined
  return isTold || ('throttled' in verdict && verdict.throttled) ? 'wait' : 'again'
}

/** A reading that cannot be used now, as the outage that it is. */
export function outage(verdict: ReadVerdict): Unavailable {
  if (verdict.kind === 'later') {
    const { because, afterSeconds, throttled } = verdict
    const asked = { ...(afterSeconds === undefined ? {} : { retryAfterSeconds: afterSeconds }), ...(throttled ? { throttled } : {}) }
    return new Unavailable('graph', because, asked)
  }
  return new Unavailable('graph', `answered ${verdict.kind}`)
}
