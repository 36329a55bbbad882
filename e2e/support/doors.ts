import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { createServer, request as httpRequest } from 'node:http'
import type { AddressInfo } from 'node:net'
import { generateKeyPair } from 'jose'
import { fakeConnector } from '../../api/adapters/connector/testing.ts'
import { KeySet } from '../../api/http/key-set.ts'
import { nowSeconds, signed, testKeys } from '../../api/http/testing/sign-in.ts'
import { configWith, receiptToken, served } from '../../api/http/testing/served.ts'
import { logTo } from '../../api/log.ts'
import { receiveLifecycle, receiveNotifications, secretHash } from '../../api/observe/notifications.ts'
import { Secret } from '../../api/secret.ts'
import { createTestClock } from '../../api/testing/clock.ts'
import { startInstance, testProfile } from '../../api/testing/council.ts'
import { countedTables } from '../../api/testing/counted-tables.ts'
import { createHintsDouble } from '../../api/testing/queue.ts'
import { createRecordedSenders } from '../../api/testing/senders.ts'
import { createTablesDouble } from '../../api/testing/tables.ts'
import { botEndpoint } from '../../bot/bot.ts'
import { councilId } from '../../domain/kernel/ids.ts'
import { ok } from '../../domain/kernel/result.ts'
import { aMember, anOfficer, aPersonId, arrangedAt, aSession, towerHamlets } from '../../domain/testing/builders.ts'

export const botClientId = 'aaaaaaaa-0000-4000-8000-00000000a002'
export const homeTenant = '7e57ab1e-0000-4000-8000-000000000000'
/** The council that every forgery is about, and one more that is served from the same place. */
export const here = testProfile
export const there = { ...testProfile, id: councilId('elsewhere'), tenantId: '99999999-9999-4999-8999-999999999999' }
export const unserved = '22222222-2222-4222-8222-222222222222'
export const member = aPersonId(1)
export const officer = aPersonId(901)
export const subscription = { id: 'sub-1', clientState: 'the secret of this subscription' }

export type Knock = {
  readonly method: string
  readonly path: string
  /** A list is sent as so many headers. */
  readonly headers?: Readonly<Record<string, string | readonly string[]>>
  readonly body?: unknown
}
export type Answer = { readonly status: number; readonly text: string }

/**
 * Every door of the product on one port of this machine, over real stores in memory: the API, the bot behind its guard and the SDK, what
 * Graph and Notify post, and the probes. Counts what is written, and every request that leaves the process for anywhere else.
 */
export async function openDoors() {
  const [entra, bot, stray, connector, trap] = await Promise.all([
    testKeys(),
    testKeys({ endorsements: ['msteams'] }),
    generateKeyPair('RS256'),
    fakeConnector(),
    silentTrap(),
  ])
  const unendorsed = await testKeys({ kid: 'key-2', endorsements: ['skype'] })
  const published = await Promise.all([bot, unendorsed].map(keysAt))
  bot.publish({ keys: published.flat() })

  const clock = createTestClock(arrangedAt)
  const tables = countedTables(createTablesDouble())
  const senders = createRecordedSenders(() => clock.now())
  const instance = await startInstance({
    rulebook: towerHamlets,
    clock,
    tables,
    senders,
    hints: createHintsDouble(() => clock.mono()),
    lines: [],
  })
  await fill(instance)

  const log = logTo(() => undefined)
  const endpoint = await botEndpoint({
    clientId: botClientId,
    tenantId: homeTenant,
    serviceHosts: [connector.host, 'smba.trafficmanager.net'],
    keys: new KeySet({ address: async () => bot.jwksUri, dependency: 'teams', mono: () => 0 }),
    councils: instance.councils,
    conversationsOf: (id) => instance.councils.conversations(id),
    token: async () => ok(await signed(bot.key, { aud: 'https://api.botframework.com', exp: nowSeconds() + 3600 })),
    kick: () => undefined,
    log,
    mono: () => 0,
  })
  const service = await served(
    { councils: instance.councils, clock },
    {
      config: {
        ...configWith(entra.jwksUri),
        notify: { url: 'https://unused.example', keys: new Map(), receiptTokens: tokensOfBoth() },
      },
      bot: endpoint,
      notifications: async (body) => void (await receiveNotifications(instance.councils, body)),
      lifecycle: async (body) => void (await receiveLifecycle(instance.councils, body)),
    },
  )
  const leaving = watchLeaving(new URL(service.address).host)

  return {
    keys: { entra: entra.key, bot: bot.key, unendorsed: unendorsed.key, stray: stray.privateKey },
    jwks: { entra: (await keysAt(entra))[0], bot: published[0]?.[0] },
    serviceUrl: connector.serviceUrl,
    host: connector.host,
    trap: trap.address,
    council: instance.council,
    councils: instance.councils,
    /** What was written, and whither requests went, since this was last asked. */
    since: () => ({
      written: tables.since().rowsWritten,
      left: [...leaving.since(), ...trap.since()],
      said: connector.heard.splice(0).length,
    }),
    knock: (knock: Knock) => knockAt(service.address, knock),
    async close() {
      leaving.stop()
      await Promise.all([service.close(), connector.close(), trap.close(), entra.close(), bot.close(), unendorsed.close()])
    },
  }
}

export type Doors = Awaited<ReturnType<typeof openDoors>>

type Instance = Awaited<ReturnType<typeof startInstance>>

async function fill({ council, councils, worker }: Instance): Promise<void> {
  await council.members.save(aMember(1), 'new', { kind: 'administrator' })
  await council.officers.replaceAll([anOfficer(901)], arrangedAt)
  await council.sessions.save({ session: aSession({ none: 1 }), history: [] }, 'new')
  await council.mailboxes.pointSubscription(subscription.id, officer)
  const kept = { id: subscription.id, until: arrangedAt.add({ hours: 48 }), clientStateHash: secretHash(subscription.clientState) }
  const mailbox = { mailbox: officer, name: 'Hannah', address: 'h@thamesbrook.example', shared: false, dirty: false, cursor: 'c' }
  await council.mailboxes.save({ ...mailbox, subscription: kept }, 'new')
  await councils.add(there)
  const at = String(arrangedAt)
  await councils.rulebooks(there.id).add({ version: 1, effectiveFrom: at, changedBy: 'test', changedAt: at, rulebook: towerHamlets })
  await worker.settle()
}

function tokensOfBoth(): ReadonlyMap<string, Secret> {
  return new Map([
    [here.id, new Secret(receiptToken)],
    [there.id, new Secret('receipt-token-of-elsewhere')],
  ])
}

async function keysAt({ jwksUri }: { readonly jwksUri: string }): Promise<readonly Record<string, unknown>[]> {
  return ((await (await fetch(jwksUri)).json()) as { keys: Record<string, unknown>[] }).keys
}

/** An address that a forgery names: whoever asks there has been led astray. */
async function silentTrap() {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(`trap ${request.url}`)
    response.end('{"keys":[]}')
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    since: () => asked.splice(0),
    close: async () => new Promise<void>((resolve) => void server.close(() => resolve())),
  }
}

/** Every HTTP request that this process makes, by `fetch` or otherwise, save those to `host`. */
function watchLeaving(host: string) {
  const left: string[] = []
  const note = (address: string) => void (address.includes(host) || left.push(address))
  const fetched = (message: unknown) => note(String((message as { request: { origin: unknown } }).request.origin))
  const asked = (message: unknown) => note(String((message as { request: { getHeader(name: string): unknown } }).request.getHeader('host')))
  subscribe('undici:request:create', fetched)
  subscribe('http.client.request.start', asked)
  return {
    since: () => left.splice(0),
    stop() {
      unsubscribe('undici:request:create', fetched)
      unsubscribe('http.client.request.start', asked)
    },
  }
}

async function knockAt(address: string, { method, path, headers = {}, body }: Knock): Promise<Answer> {
  const text = body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body)
  const usual = text === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }
  const own = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, typeof value === 'string' ? value : [...value]]))
  return new Promise((resolve, reject) => {
    const sent = httpRequest(`${address}${path}`, { method, headers: { ...usual, ...own }, agent: false }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() }))
    })
    sent.on('error', reject)
    sent.end(text)
  })
}
