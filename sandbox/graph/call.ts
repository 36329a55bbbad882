/** Who holds the token, as Entra vouches for it. */
export type Caller =
  | { readonly kind: 'app'; readonly appId: string; readonly tenantId: string; readonly roles: readonly string[] }
  | {
      readonly kind: 'user'
      readonly oid: string
      readonly tenantId: string
      readonly scp: readonly string[]
      /** The application through which the person acts; absent for Outlook itself, which no limit of an application concerns. */
      readonly appId?: string
    }

/** What a request prefers, of the things that Outlook honours. */
export type Prefer = {
  readonly ids: 'default' | 'immutable'
  readonly zone: string
  readonly bodyAs?: 'text' | 'html'
  readonly pageSize?: number
  /** For `Preference-Applied`. */
  readonly applied: readonly string[]
}

/** One request, alone or out of a batch. */
export type Call = {
  readonly method: string
  /** Decoded, below the version: `/users/{id}/events`. */
  readonly path: string
  /** By name in small letters: `$select`, `startdatetime`. */
  readonly query: ReadonlyMap<string, string>
  /** By name in small letters. */
  readonly headers: ReadonlyMap<string, string>
  readonly body: unknown
  readonly caller: Caller
  readonly prefer: Prefer
}

export type Reply = {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: unknown
}

/** What becomes of a request: an answer, or the silence that a fault asked for. */
export type Outcome = Reply | 'reset' | 'hang'

export function readPrefer(header: string | undefined): Prefer {
  const said = new Map<string, string>()
  for (const [, name = '', quoted, plain] of (header ?? '').matchAll(/([\w.-]+)\s*(?:=\s*(?:"([^"]*)"|([^\s,;]+)))?/g)) {
    said.set(name.toLowerCase(), quoted ?? plain ?? '')
  }
  const ids = said.get('idtype')?.toLowerCase() === 'immutableid' ? 'immutable' : 'default'
  const zone = said.get('outlook.timezone')
  const bodyAs = said.get('outlook.body-content-type')?.toLowerCase()
  const pageSize = Number(said.get('odata.maxpagesize'))
  return {
    ids,
    zone: zone ?? 'UTC',
    ...((bodyAs === 'text' || bodyAs === 'html') && { bodyAs }),
    ...(pageSize >= 1 && { pageSize: Math.min(pageSize, 1000) }),
    applied: [
      ...(ids === 'immutable' ? ['IdType="ImmutableId"'] : []),
      ...(zone ? [`outlook.timezone="${zone}"`] : []),
      ...(bodyAs ? [`outlook.body-content-type="${bodyAs}"`] : []),
    ],
  }
}

/** Names of query parameters come in any case; a repeated one counts once. `+` is a space here, which is why senders must write `%2B`. */
export function readParameters(search: string): Map<string, string> {
  const parameters = new Map<string, string>()
  for (const [name, value] of new URLSearchParams(search)) {
    if (!parameters.has(name.toLowerCase())) parameters.set(name.toLowerCase(), value)
  }
  return parameters
}

/** A query may hold question marks of its own. */
export function splitUrl(url: string): { readonly path: string; readonly search: string } {
  const place = url.indexOf('?')
  return place < 0 ? { path: url, search: '' } : { path: url.slice(0, place), search: url.slice(place + 1) }
}

export function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path // a stray per cent sign: it will match nothing
  }
}
