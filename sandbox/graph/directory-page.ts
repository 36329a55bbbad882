import type { Call, Reply } from './call.ts'
import type { Query } from './query.ts'
import { Refusal } from './refusal.ts'

const usualPage = 100
const largestPage = 999

type Listing<Thing> = {
  readonly things: readonly Thing[]
  readonly asked: Query
  readonly show: (thing: Thing) => object
  /** What `@odata.context` says the list is of. */
  readonly of: string
}

/** A page of the directory, whose links carry a token where Outlook's carry a number. */
export function directoryPage<Thing>({ query, path }: Call, base: string, { things, asked, show, of }: Listing<Thing>): Reply {
  if ((asked.top ?? 1) > largestPage || asked.top === 0)
    throw new Refusal(400, 'Request_UnsupportedQuery', `Invalid page size specified: '${asked.top}'.`)
  const from = readToken(query.get('$skiptoken'))
  const end = from + (asked.top ?? usualPage)
  const kept = [...query].filter(([name]) => name !== '$skiptoken').map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
  const next = `${base}${path}?${[...kept, `$skiptoken=${writeToken(end)}`].join('&')}`
  return {
    status: 200,
    body: {
      '@odata.context': `${base}/$metadata#${of}`,
      ...(asked.count && { '@odata.count': things.length }),
      ...(end < things.length && { '@odata.nextLink': next }),
      value: things.slice(from, end).map(show),
    },
  }
}

/** Counting, filtering and ordering of members are done by a part of the directory that must be asked for. */
export function refuseUnlessEventual({ headers }: Call, { count, filter, orderBy }: Query): void {
  const advanced = count || filter !== undefined || orderBy !== undefined
  if (!advanced || headers.get('consistencylevel')?.toLowerCase() === 'eventual') return
  throw new Refusal(400, 'Request_UnsupportedQuery', "The query needs the header 'ConsistencyLevel: eventual'.")
}

function writeToken(from: number): string {
  return Buffer.from(`page/${from}`).toString('base64url')
}

function readToken(token: string | undefined): number {
  if (token === undefined) return 0
  const place = /^page\/(\d+)$/.exec(Buffer.from(token, 'base64url').toString('utf8'))?.[1]
  if (place === undefined) throw new Refusal(400, 'Directory_ExpiredPageToken', 'The specified page token value has expired.')
  return Number(place)
}
