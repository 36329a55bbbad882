import { Unavailable, type Dependency } from '../../ports/unavailable.ts'

/** What came of one call to Graph, before anyone has judged it. */
export type Exchange = Reply | NoReply

export type Reply = { readonly kind: 'reply'; readonly status: number; readonly body: Body; readonly retryAfterSeconds?: number }

/** `nothing-sent`: no connection was made, so nothing can have happened there. `silent`: who was not there; absent when we did not try. */
export type NoReply = {
  readonly kind: 'no-reply'
  readonly reached: 'nothing-sent' | 'perhaps'
  readonly cause: unknown
  readonly silent?: Dependency
}

export type Body =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'empty' }
  /** A proxy's page, where JSON was due. */
  | { readonly kind: 'html' }
  /** Cut off, too long or not JSON. */
  | { readonly kind: 'unreadable'; readonly because: 'truncated' | 'too-long' }

const neverConnected = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
])

/** Whether a failed call can have reached the other side. Only a failure before the first byte cannot; anything not known perhaps did. */
export function noReply(cause: unknown): NoReply {
  const reached = everyCause(cause).some((code) => neverConnected.has(code)) ? 'nothing-sent' : 'perhaps'
  return { kind: 'no-reply', reached, cause, silent: 'graph' }
}

/** The call was never made: there was no token, or it waited too long for its turn. */
export function nothingSent(cause: unknown): NoReply {
  const silent = cause instanceof Unavailable ? { silent: cause.dependency } : {}
  return { kind: 'no-reply', reached: 'nothing-sent', cause, ...silent }
}

function everyCause(thrown: unknown, depth = 0): readonly string[] {
  if (!(thrown instanceof Error) || depth > 4) return []
  const own = 'code' in thrown && typeof thrown.code === 'string' ? [thrown.code] : []
  const several = thrown instanceof AggregateError ? thrown.errors.flatMap((each) => everyCause(each, depth + 1)) : []
  return [...own, ...several, ...everyCause(thrown.cause, depth + 1)]
}

/** Seconds, possibly with a fraction, or a date; rounded up. Undefined when it says neither. */
export function retryAfterSeconds(header: string | null | undefined, wallMilliseconds: number): number | undefined {
  if (!header) return undefined
  const seconds = /^\d+(\.\d+)?$/.test(header.trim()) ? Number(header) : (Date.parse(header) - wallMilliseconds) / 1000
  return Number.isFinite(seconds) ? Math.max(0, Math.ceil(seconds)) : undefined
}

export function bodyOf(text: string): Body {
  const trimmed = text.trim()
  if (trimmed === '') return { kind: 'empty' }
  if (trimmed.startsWith('<')) return { kind: 'html' }
  try {
    return { kind: 'json', value: JSON.parse(trimmed) }
  } catch {
    return { kind: 'unreadable', because: 'truncated' }
  }
}

/** Graph's own word for an error, lower case: sometimes empty, sometimes nested. Branch on it and on the status, never on the message. */
export function codeOf(body: Body): string {
  if (body.kind !== 'json') return ''
  const error = memberOf(body.value, 'error')
  const code = memberOf(error, 'code')
  return typeof code === 'string' ? code.toLowerCase() : ''
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Object.entries(value).find(([key]) => key.toLowerCase() === name)?.[1] : undefined
}
