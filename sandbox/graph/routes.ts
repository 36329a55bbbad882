import type { Call, Reply } from './call.ts'
import type { Mailbox } from './mailbox.ts'
import { badRequest } from './refusal.ts'
import type { DirectoryNeed, MailboxNeed } from './rights.ts'

/** What stood in the path where the route has a `:name`. */
export type Parameters = Readonly<Record<string, string>>

type Answering = Reply | Promise<Reply>

export type Route = {
  readonly method: string
  readonly segments: readonly string[]
} & (
  | { readonly kind: 'mailbox'; readonly need: MailboxNeed; readonly handle: (call: Call, mailbox: Mailbox, at: Parameters) => Answering }
  | { readonly kind: 'directory'; readonly need: DirectoryNeed; readonly handle: (call: Call, at: Parameters) => Answering }
)

/** A path below a mailbox: `GET events/:event`. Writing is whatever is not GET. */
export function inMailbox(
  part: MailboxNeed['part'],
  line: string,
  handle: (call: Call, mailbox: Mailbox, at: Parameters) => Answering,
  writes?: boolean,
): Route {
  const [method = '', path = ''] = line.split(' ')
  return {
    kind: 'mailbox',
    method,
    segments: ['users', ':user', ...path.split('/')],
    need: { part, writes: writes ?? method !== 'GET' },
    handle,
  }
}

export function inDirectory(need: DirectoryNeed, line: string, handle: (call: Call, at: Parameters) => Answering): Route {
  const [method = '', path = ''] = line.split(' ')
  return { kind: 'directory', method, segments: path.split('/'), need, handle }
}

export type Routes = (
  method: string,
  segments: readonly string[],
) => { readonly route: Route; readonly at: Parameters } | 'wrong-method' | undefined

export function createRoutes(routes: readonly Route[]): Routes {
  const bySize = Map.groupBy(routes, ({ segments }) => segments.length)
  return (method, segments) => {
    let known = false
    for (const route of bySize.get(segments.length) ?? []) {
      const at = fits(route.segments, segments)
      if (at && route.method === method) return { route, at }
      known ||= at !== undefined
    }
    return known ? 'wrong-method' : undefined
  }
}

function fits(pattern: readonly string[], segments: readonly string[]): Parameters | undefined {
  const at: Record<string, string> = {}
  for (const [index, part] of pattern.entries()) {
    const segment = segments[index] ?? ''
    if (part.startsWith(':')) at[part.slice(1)] = segment
    else if (part.toLowerCase() !== segment.toLowerCase()) return undefined
  }
  return at
}

/**
 * The parts of a path in one manner of writing: `users('x')` becomes `users/x`, `/me` the caller, and the one calendar of a mailbox
 * is left out where it only leads to its events.
 */
export function segmentsOf(path: string, me: string | undefined): string[] {
  const parts = path.split('/').filter(Boolean).flatMap(keyApart)
  const whole = parts[0]?.toLowerCase() === 'me' ? ['users', meOrRefuse(me), ...parts.slice(1)] : parts
  const [first, user, third = '', ...rest] = whole
  if (first?.toLowerCase() !== 'users' || user === undefined) return whole
  if (third.toLowerCase() === 'calendar' && leadsOn(rest[0])) return [first, user, ...rest]
  if (third.toLowerCase() === 'calendars' && leadsOn(rest[1])) return [first, user, ...rest.slice(1)]
  return whole
}

function meOrRefuse(me: string | undefined): string {
  if (me === undefined) throw badRequest('/me request is only valid with delegated authentication flow.')
  return me
}

function leadsOn(segment: string | undefined): boolean {
  return segment !== undefined && ['events', 'calendarview'].includes(segment.toLowerCase())
}

function keyApart(segment: string): string[] {
  const [, name, key] = /^([\w.]+)\((?:\w+=)?'(.*)'\)$/.exec(segment) ?? []
  if (name === undefined || key === undefined) return [segment]
  return segment.includes("(appId='") ? [name, `appId=${key}`] : [name, key]
}
