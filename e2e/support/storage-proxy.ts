import { once } from 'node:events'
import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as after } from 'node:timers/promises'
import { startAzurite } from '../../sandbox/azurite.ts'

type StorageService = 'tables' | 'queues'

/** A line to storage that can be cut in every way in which a line breaks. Everything passes until it is told otherwise. */
export type StorageProxy = {
  /** Of the account behind it, by way of this line. */
  readonly connectionString: string
  /** Nobody is there: connections are refused, and those that stand are torn. */
  refuse(what?: readonly StorageService[]): Promise<void>
  /** Somebody is there and never answers; nothing reaches storage. */
  hang(what?: readonly StorageService[]): void
  /** Everything reaches storage, and of what it answers the next so many replies never come back. */
  loseReplies(count: number): void
  /** Everything reaches storage, and of what it answers every so-manieth never comes back. */
  loseEvery(nth: number): void
  /** The line is whole again. What hung is torn, as a front end does with what it gave up. */
  restore(): Promise<void>
  /** Replies that storage has given since some were last to be lost, lost or not. */
  replies(): number
  /** Queries of tables that came by so far, and the text of each that did not name one partition. */
  queries(): Queries
  close(): Promise<void>
}

/** Storage of its own behind such a line, in memory, and gone with it. */
export async function startCuttableStorage(): Promise<StorageProxy> {
  const azurite = await startAzurite()
  const line = await startStorageProxy(azurite.connectionString)
  return { ...line, close: () => line.close().then(() => azurite.close()) }
}

type Queries = { readonly count: number; readonly scans: readonly string[] }

const both: readonly StorageService[] = ['tables', 'queues']
const endpoints = { tables: /TableEndpoint=([^;]+)/, queues: /QueueEndpoint=([^;]+)/ }

async function startStorageProxy(connectionString: string): Promise<StorageProxy> {
  const losing: Losing = { left: 0, every: Infinity, replies: 0 }
  const queries = { count: 0, scans: [] as string[] }
  const addressOf = (what: StorageService) => new URL(endpoints[what].exec(connectionString)?.[1] ?? '')
  const lines = {
    tables: await startLine(addressOf('tables'), losing, (from) => noteQuery(from, queries)),
    queues: await startLine(addressOf('queues'), losing),
  }
  const each = (what: readonly StorageService[]) => what.map((name) => lines[name])
  return {
    connectionString: both.reduce((text, name) => text.replace(addressOf(name).host, lines[name].host), connectionString),
    refuse: async (what = both) => void (await Promise.all(each(what).map((line) => line.refuse()))),
    hang: (what = both) => each(what).forEach((line) => line.hang()),
    loseReplies: (count) => void Object.assign(losing, { left: count, replies: 0 }),
    loseEvery: (nth) => void Object.assign(losing, { every: nth, replies: 0 }),
    async restore() {
      Object.assign(losing, { left: 0, every: Infinity })
      await Promise.all(each(both).map((line) => line.restore()))
    },
    replies: () => losing.replies,
    queries: () => queries,
    close: async () => void (await Promise.all(each(both).map((line) => line.refuse()))),
  }
}

type Losing = { left: number; every: number; replies: number }

/** Judged here again, by what is on the line: whoever sends it may be mistaken about what it sends. */
function noteQuery({ method, url = '' }: IncomingMessage, queries: { count: number; scans: string[] }): void {
  const { pathname, searchParams } = new URL(url, 'http://storage')
  if (method !== 'GET' || !/\(\)$|\/Tables$/.test(decodeURIComponent(pathname))) return
  queries.count += 1
  const filter = searchParams.get('$filter') ?? ''
  const namesOne = filter.startsWith("PartitionKey eq '") && filter.split('PartitionKey').length === 2 && !filter.includes(' or ')
  if (!namesOne) queries.scans.push(`${pathname} ${filter}`)
}

async function startLine(storage: URL, losing: Losing, note: (from: IncomingMessage) => void = () => undefined) {
  let hanging = false
  let port = 0
  let server = await open()

  async function open(): Promise<Server> {
    const opened = createServer((from, to) => {
      note(from)
      if (!hanging) forward(storage, losing, from, to)
    })
    await listening(opened, port)
    port = (opened.address() as AddressInfo).port
    return opened
  }

  async function refuse(): Promise<void> {
    const closed = server.listening ? once(server, 'close') : undefined
    server.close()
    server.closeAllConnections()
    await closed
  }
  return {
    host: `127.0.0.1:${port}`,
    refuse,
    hang: () => void (hanging = true),
    async restore(): Promise<void> {
      if (hanging) server.closeAllConnections()
      hanging = false
      if (!server.listening) server = await open()
    },
  }
}

/** On the same port as before: whoever had a connection dials the number it knows. Somebody passing through may hold it for a moment. */
async function listening(server: Server, port: number): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      server.listen(port, '127.0.0.1')
      await once(server, 'listening')
      return
    } catch (fault) {
      if (tries === 50) throw fault
      await after(100)
    }
  }
}

function forward(storage: URL, losing: Losing, from: IncomingMessage, to: ServerResponse): void {
  const { method, url, headers } = from
  const where = { host: storage.hostname, port: storage.port, method, path: url, headers: { ...headers, host: storage.host } }
  const onward = request(where, (reply) => {
    losing.replies += 1
    if (losing.left > 0 || losing.replies % losing.every === 0) {
      losing.left -= 1
      reply.resume().on('end', () => to.destroy())
      return
    }
    to.writeHead(reply.statusCode ?? 502, reply.headers)
    reply.pipe(to)
  })
  onward.on('error', () => to.destroy()) // storage itself is gone: so is the line
  from.on('error', () => onward.destroy()) // torn while a body was on its way
  from.pipe(onward)
}
