import type { Call } from './call.ts'
import { parseFilter, type Filter } from './filter.ts'
import { matches, type Source } from './matches.ts'
import { Refusal, badRequest } from './refusal.ts'

/** What a list or an item is asked for. */
export type Query = {
  /** Names of members, or everything usual. */
  readonly select?: readonly string[]
  readonly filter?: Filter
  readonly orderBy?: { readonly path: readonly string[]; readonly descending: boolean }
  readonly top?: number
  readonly skip: number
  readonly count: boolean
  /** Which extended properties to show; absent: none. */
  readonly properties?: Filter | 'all'
  /** Other things to open, by name. */
  readonly expand: ReadonlySet<string>
}

export function readQuery({ query }: Pick<Call, 'query'>): Query {
  const filter = query.get('$filter')
  const orderBy = query.get('$orderby')
  const top = whole(query, '$top', 1000)
  return {
    ...selected(query.get('$select')),
    ...(filter && { filter: parseFilter(filter) }),
    ...(orderBy && { orderBy: readOrder(orderBy) }),
    ...(top !== undefined && { top }),
    skip: whole(query, '$skip', Number.MAX_SAFE_INTEGER) ?? 0,
    count: query.get('$count') === 'true',
    ...readExpand(query.get('$expand') ?? ''),
  }
}

function selected(text: string | undefined): Pick<Query, 'select'> {
  const select = text?.split(',').map((name) => name.trim())
  return select && !select.includes('*') ? { select: select.filter(Boolean) } : {}
}

function whole(query: ReadonlyMap<string, string>, name: string, most: number): number | undefined {
  const text = query.get(name)
  if (text === undefined) return undefined
  const value = Number(text)
  if (!Number.isInteger(value) || value < 0 || value > most) {
    throw new Refusal(400, 'ErrorInvalidUrlQueryFilter', `The value '${text}' of the query option '${name}' is invalid.`)
  }
  return value
}

function readOrder(text: string): NonNullable<Query['orderBy']> {
  const [path = '', direction = 'asc'] = (text.split(',')[0] ?? '').trim().split(/\s+/)
  return { path: path.split('/'), descending: direction.toLowerCase() === 'desc' }
}

function readExpand(text: string): Pick<Query, 'properties' | 'expand'> {
  const expand = new Set<string>()
  let properties: Query['properties']
  for (const part of topLevel(text)) {
    const [, name = '', options = ''] = /^([\w./]+)(?:\((.*)\))?$/s.exec(part) ?? []
    if (!name) throw badRequest(`Could not parse the $expand clause '${part}'.`)
    const filter = /\$filter=(.*)$/s.exec(options)?.[1]
    if (name === 'singleValueExtendedProperties') properties = filter ? parseFilter(filter) : 'all'
    else expand.add(name)
  }
  return { expand, ...(properties && { properties }) }
}

/** Splits at the commas that stand in no brackets and no quotes. */
function topLevel(text: string): string[] {
  const parts: string[] = []
  let depth = 0
  let quoted = false
  let from = 0
  for (let index = 0; index < text.length; index += 1) {
    const letter = text[index]
    if (letter === "'") quoted = !quoted
    if (quoted) continue
    if (letter === '(') depth += 1
    if (letter === ')') depth -= 1
    if (letter !== ',' || depth > 0) continue
    parts.push(text.slice(from, index).trim())
    from = index + 1
  }
  return [...parts, text.slice(from).trim()].filter(Boolean)
}

/** Filters and orders things by what they say of themselves. */
export function chosen<Thing>(
  things: Iterable<Thing>,
  { filter, orderBy }: Query,
  ask: (thing: Thing) => Source,
  ignoreCase = false,
): Thing[] {
  const kept = filter ? [...things].filter((thing) => matches(filter, ask(thing), { ignoreCase })) : [...things]
  if (!orderBy) return kept
  const keyed = kept.map((thing) => ({ thing, key: keyOf(ask(thing), orderBy.path) }))
  const sign = orderBy.descending ? -1 : 1
  return keyed.sort((one, other) => sign * (one.key < other.key ? -1 : one.key > other.key ? 1 : 0)).map(({ thing }) => thing)
}

function keyOf(source: Source, [first = '', ...rest]: readonly string[]): string {
  const value = rest.reduce<unknown>(
    (thing, name) => (typeof thing === 'object' && thing !== null ? (thing as Record<string, unknown>)[name] : undefined),
    source(first),
  )
  return typeof value === 'string' ? value : ''
}

/** One page of a list and the link to the next, which repeats the request's own query. */
export function page<Thing>(
  { query, path }: Call,
  base: string,
  { things, asked, usual }: { things: readonly Thing[]; asked: Query; usual: number },
): { readonly shown: readonly Thing[]; readonly rest: object } {
  const size = asked.top ?? usual
  const end = asked.skip + size
  const count = asked.count ? { '@odata.count': things.length } : {}
  if (end >= things.length || size === 0) return { shown: things.slice(asked.skip, end), rest: count }
  const next = [...query].filter(([name]) => name !== '$skip')
  const link = `${base}${path}?${written([...next, ['$skip', String(end)]])}`
  return { shown: things.slice(asked.skip, end), rest: { ...count, '@odata.nextLink': link } }
}

/** Values are encoded, names are not: `$skip=10`, as Graph writes its links. */
function written(parameters: readonly (readonly [string, string])[]): string {
  return parameters.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')
}
