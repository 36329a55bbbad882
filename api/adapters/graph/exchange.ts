import { Unavailable, type Dependency } from '../../ports/unavailable.ts'
import { neverConnected } from '../never-connected.ts'

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

/** Whether a failed call can have reached the other side. Only a failure before the first byte cannot; anything not known perhaps did. */
export function noReply(cause: unknown): NoReply {
  return { kind: 'no-reply', reached: neverConnected(cause) ? 'nothing-sent' : 'perhaps', cause, silent: 'graph' }
}

/** The call was never made: there was no token, or it waited too long for its turn. */
export function nothingSent(cause: unknown): NoReply {
  const silent = cause instanceof Unavailable ? { silent: cause.dependency } : {}
  return { kind: 'no-reply', reached: 'nothing-sent', cause, ...silent }
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
