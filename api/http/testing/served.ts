import { createServer } from 'node:http'
import { ok } from '../../../domain/kernel/result.ts'
import { applyReceipt } from '../../act/receipts.ts'
import { createApp } from '../../app.ts'
import type { AppDeps } from '../../app.ts'
import { listen } from '../../listen.ts'
import type { Log } from '../../log.ts'
import { logTo } from '../../log.ts'
import { Secret } from '../../secret.ts'
import type { TestCouncil } from '../../testing/council.ts'
import { noHealthSources } from './operations.ts'
import { authority, claimsOf, clientId, signed, testKeys } from './sign-in.ts'

export type Answered = { readonly status: number; readonly body: unknown; readonly headers: Headers; readonly text: string }

export type Served = {
  readonly address: string
  readonly log: Log
  /** What the service logged, parsed. */
  readonly lines: () => readonly Readonly<Record<string, unknown>>[]
  readonly kicks: () => number
  readonly tokenFor: (oid: string, claims?: Readonly<Record<string, unknown>>) => Promise<string>
  /** As somebody, with a body sent as JSON. */
  readonly ask: (method: string, path: string, options?: { token?: string; body?: unknown }) => Promise<Answered>
  readonly raw: (path: string, init: RequestInit) => Promise<Answered>
  readonly close: () => Promise<void>
}

export const receiptToken = 'receipt-token-of-thamesbrook'

/** What the app is set to, with sign-ins signed by a key of the test. */
export function configWith(jwksUri: string): AppDeps['config'] {
  return {
    entra: { clientId, authority, credential: { kind: 'secret', secret: new Secret('unused') }, jwksUri: jwksUri },
    notify: { url: 'https://unused.example', keys: new Map(), receiptTokens: new Map([['thamesbrook', new Secret(receiptToken)]]) },
    publicUrl: 'https://quorate.thamesbrook.example',
    outlook: { dir: 'dist/none', addInIds: [], officeJs: 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js' },
    tab: { dir: 'dist/none', teamsOrigins: [], frameAncestors: ['https://teams.microsoft.com'] },
  }
}

/** The whole app on a port of this machine, over a council in memory, with sign-ins signed by a key of the test. */
export async function served(test: Pick<TestCouncil, 'councils' | 'clock'>, given: Partial<AppDeps> = {}): Promise<Served> {
  const keys = await testKeys()
  const lines: string[] = []
  let kicks = 0
  const log = logTo((line) => lines.push(line))
  const app = createApp({
    config: configWith(keys.jwksUri),
    councils: test.councils,
    clock: test.clock,
    log,
    kick: () => (kicks += 1),
    bot: (_request, response) => void response.status(401).end(),
    notifications: async () => undefined,
    lifecycle: async () => undefined,
    applyReceipt,
    importRegister: async () => ok({ at: String(test.clock.now()), source: 'test', read: 0, added: 0, changed: 0, left: 0, doubtful: [] }),
    openLists: () => async () => [],
    health: noHealthSources,
    ready: async () => true,
    isLeaving: () => false,
    standing: () => ({ now: String(test.clock.now()), unreachable: [] }),
    ...given,
  })
  const server = createServer(app)
  const { port } = await listen(server, 0, '127.0.0.1')
  const address = `http://127.0.0.1:${port}`

  async function raw(path: string, init: RequestInit): Promise<Answered> {
    const response = await fetch(`${address}${path}`, init)
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.includes('json') ?? false
    return { status: response.status, headers: response.headers, text, body: isJson ? (JSON.parse(text) as unknown) : text }
  }

  return {
    address,
    log,
    lines: () => lines.map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>),
    kicks: () => kicks,
    tokenFor: async (oid, claims) => signed(keys.key, claimsOf(oid, claims)),
    ask: async (method, path, { token, body } = {}) =>
      raw(path, {
        method,
        headers: {
          ...(token ? { authorization: `Bearer ${token}` } : {}),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    raw,
    close: async () => {
      server.closeAllConnections()
      await new Promise<void>((resolve) => void server.close(() => resolve()))
      await keys.close()
    },
  }
}
