import { Agent, request } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'

export type Order = { readonly method: string; readonly path: string; readonly token: string; readonly body?: unknown }
export type Reply = {
  /** 0: the connection ended without an answer. */
  readonly status: number
  readonly retryAfter: string | undefined
  readonly milliseconds: number
  /** Of an answer that is no success; `lost` where there was none at all. */
  readonly refusal: string | undefined
}

export type HttpClient = { ask(order: Order): Promise<Reply>; close(): void }

/** Node's own client with connections kept: what a browser does, and nothing that costs more than what is measured. */
export function httpClient(address: string, connections: number): HttpClient {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const { hostname, port } = new URL(address)

  function ask({ method, path, token, body }: Order): Promise<Reply> {
    const sent = body === undefined ? undefined : JSON.stringify(body)
    const type = sent === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(sent) }
    const from = performance.now()
    return new Promise((resolve) => {
      const end = (reply: Omit<Reply, 'milliseconds'>) => resolve({ ...reply, milliseconds: performance.now() - from })
      const lost = () => end({ status: 0, retryAfter: undefined, refusal: 'lost' })
      const headers = { authorization: `Bearer ${token}`, ...type }
      const asking = request({ agent, hostname, port, method, path, headers }, (response) => {
        const status = response.statusCode ?? 0
        let text = ''
        response.on('data', (part: Buffer) => {
          if (status >= 400) text += part.toString()
        })
        response.once('error', lost)
        response.once('end', () => end({ status, retryAfter: response.headers['retry-after'], refusal: refusalIn(status, text) }))
      })
      asking.once('error', lost)
      asking.end(sent)
    })
  }

  return { ask, close: () => agent.destroy() }
}

function refusalIn(status: number, text: string): string | undefined {
  return status < 400 ? undefined : (/"refusal":"([\w-]+)"/.exec(text)?.[1] ?? text.slice(0, 100))
}

export type Speed = { readonly milliseconds: readonly number[]; readonly perSecond: number; readonly statuses: ReadonlyMap<number, number> }

/** As many as there are orders, so many at once, each as soon as the one before is answered. */
export async function asFastAsAnswered(client: HttpClient, orders: readonly Order[], atOnce: number): Promise<Speed> {
  const waiting = orders.values()
  const replies: Reply[] = []
  const from = performance.now()
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const order of waiting) replies.push(await client.ask(order))
    }),
  )
  const seconds = (performance.now() - from) / 1000
  const byStatus = Map.groupBy(replies, ({ status }) => status)
  return {
    milliseconds: replies.map(({ milliseconds }) => milliseconds),
    perSecond: replies.length / seconds,
    statuses: new Map([...byStatus].map(([status, own]) => [status, own.length])),
  }
}

/** So many each second whether or not the ones before are answered, as people do who know nothing of each other. */
export async function atRate(perSecond: number, seconds: number, fire: (number: number) => Promise<void>): Promise<void> {
  const under: Promise<void>[] = []
  const from = performance.now()
  const all = Math.round(perSecond * seconds)
  for (let number = 0; number < all;) {
    const due = Math.min(all, Math.floor(((performance.now() - from) / 1000) * perSecond) + 1)
    for (; number < due; number += 1) under.push(fire(number))
    await wait(2)
  }
  await Promise.all(under)
}
