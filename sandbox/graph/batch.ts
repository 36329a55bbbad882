import { z } from 'zod'
import { decoded, readParameters, readPrefer, splitUrl, type Call, type Outcome, type Reply } from './call.ts'
import { readBody } from './event-body.ts'
import { envelope, badRequest } from './refusal.ts'
import { atOnce } from './throttle.ts'

const most = 20

const shape = z.looseObject({
  requests: z.array(
    z.looseObject({
      id: z.string().min(1),
      method: z.string().toUpperCase(),
      url: z.string().min(1),
      headers: z.record(z.string(), z.string()).optional(),
      body: z.unknown().optional(),
      dependsOn: z.array(z.string()).optional(),
    }),
  ),
})
type Item = z.infer<typeof shape>['requests'][number]
type Answered = { readonly id: string } & Reply

/**
 * Up to twenty requests in one, each with headers of its own and none of the outer ones. One mailbox takes four of them at a time;
 * a batch in which anything waits for anything runs one by one, and what waited for a failure is not done.
 */
export async function batch(call: Call, one: (call: Call) => Promise<Outcome>): Promise<Outcome> {
  const items = read(call)
  const answers: Answered[] = []
  const chained = items.some(({ dependsOn }) => dependsOn && dependsOn.length > 0)
  const lanes = chained ? [items] : lanesOf(items)
  let silence: 'reset' | 'hang' | undefined

  async function follow(lane: readonly Item[]): Promise<void> {
    for (const item of lane) {
      const outcome = chained && failedBefore(item, answers) ? failedDependency : await one(innerCall(call, item))
      if (typeof outcome === 'string') silence ??= outcome
      else answers.push({ id: item.id, ...marked(outcome, call) })
    }
  }

  await Promise.all(lanes.map(follow))
  if (silence) return silence
  return {
    status: 200,
    body: { responses: answers.map(({ id, status, headers, body }) => ({ id, status, headers: headers ?? {}, body: body ?? null })) },
  }
}

function read(call: Call): Item[] {
  const { requests } = readBody(shape, call.body, 'a batch')
  if (requests.length > most) throw badRequest(`Number of batch request steps exceeds the maximum value of ${most}.`)
  const ids = requests.map(({ id }) => id.toLowerCase())
  if (new Set(ids).size < ids.length) throw badRequest('Request id is duplicated.')
  for (const { url, body, headers, dependsOn } of requests) {
    if (/^https?:/i.test(url)) throw badRequest('Only relative urls are allowed in a batch.')
    if (/^\/?\$batch/i.test(url)) throw badRequest('A batch cannot hold another batch.')
    const type = Object.keys(headers ?? {}).some((name) => name.toLowerCase() === 'content-type')
    if (body !== undefined && body !== null && !type) throw badRequest('Write request without content type.')
    const odd = dependsOn?.find((id) => !ids.includes(id.toLowerCase()))
    if (odd !== undefined) throw badRequest(`The request depends on '${odd}', which is not in the batch.`)
  }
  return requests
}

/** Items for one mailbox share four lanes; mailboxes do not wait for each other. */
function lanesOf(items: readonly Item[]): Item[][] {
  const byMailbox = Map.groupBy(items, ({ url }) => /^\/?(?:users\/([^/?]+)|me)\//i.exec(url)?.[0].toLowerCase() ?? url)
  return [...byMailbox.values()].flatMap((same) =>
    Array.from({ length: Math.min(atOnce, same.length) }, (_, lane) => same.filter((_item, index) => index % atOnce === lane)),
  )
}

function failedBefore({ dependsOn = [] }: Item, answers: readonly Answered[]): boolean {
  return dependsOn.some((id) => {
    const earlier = answers.find((each) => each.id.toLowerCase() === id.toLowerCase())
    return !earlier || earlier.status >= 400
  })
}

const failedDependency: Reply = {
  status: 424,
  body: { error: { code: 'FailedDependency', message: 'A request this one depends on has failed.' } },
}

function innerCall({ caller }: Call, { method, url, headers = {}, body }: Item): Call {
  const { path, search } = splitUrl(url)
  const small = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
  const whole = decoded(path.startsWith('/') ? path : `/${path}`)
  return { method, path: whole, query: readParameters(search), headers: small, body, caller, prefer: readPrefer(small.get('prefer')) }
}

function marked({ status, headers = {}, body }: Reply, { headers: outer }: Call): Reply {
  if (body === undefined) return { status, headers }
  const typed = { ...headers, 'Content-Type': typeof body === 'string' ? 'text/html' : 'application/json' }
  if (typeof body !== 'object' || body === null || !('error' in body)) return { status, headers: typed, body }
  const { code, message } = body.error as { code: string; message: string }
  const id = outer.get('client-request-id') ?? ''
  return { status, headers: typed, body: envelope(code, message, id, id) }
}
