import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { Agent, get, type IncomingMessage } from 'node:http'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { startCuttableStorage, type StorageProxy } from '../e2e/support/storage-proxy.ts'
import { createAzureQueue } from './adapters/queue/azure-queue.ts'

/*
 * The service as the platform runs it: a process of its own, told what to do by its environment and by signals.
 */

let storage: StorageProxy
let running: Service | undefined

beforeAll(async () => {
  storage = await startCuttableStorage()
})
afterAll(() => storage.close())
afterEach(async () => {
  running?.child.kill('SIGKILL')
  await storage.restore()
})

type Service = { readonly child: ChildProcess; readonly address: string; readonly lines: () => string; readonly ended: Promise<number> }
let services = 0

function environment(): Record<string, string> {
  services += 1
  return {
    PATH: process.env['PATH'] ?? '',
    QUORATE_PORT: '0',
    QUORATE_PUBLIC_URL: 'https://quorate.example',
    QUORATE_STORAGE_CONNECTION: storage.connectionString,
    QUORATE_TABLE_PREFIX: `main${services}`,
    QUORATE_ENTRA_CLIENT_ID: '11111111-1111-4111-8111-111111111111',
    QUORATE_ENTRA_CLIENT_SECRET: 'unused',
    QUORATE_BOT_CLIENT_ID: '22222222-2222-4222-8222-222222222222',
    QUORATE_BOT_CLIENT_SECRET: 'unused',
    QUORATE_BOT_TENANT_ID: '33333333-3333-4333-8333-333333333333',
  }
}

async function start(): Promise<Service> {
  const child = spawn(process.execPath, [fileURLToPath(new URL('main.ts', import.meta.url))], { env: environment() })
  let said = ''
  const heard = (chunk: Buffer) => void (said += chunk.toString())
  child.stdout.on('data', heard)
  child.stderr.on('data', heard)
  const ended = once(child, 'exit').then(([code]) => Number(code ?? -1))
  await expect.poll(() => said, { timeout: 30_000 }).toContain('service.started')
  const port = /"event":"service.started","port":(\d+)/.exec(said)?.[1] ?? ''
  running = { child, address: `http://127.0.0.1:${port}`, lines: () => said, ended }
  return running
}

async function statusOf({ address }: Service, path: string): Promise<number> {
  const response = await fetch(`${address}${path}`, { headers: { connection: 'close' } })
  await response.body?.cancel()
  return response.status
}

const isReady = (service: Service) => statusOf(service, '/health/ready')
const notify = (service: Service) => {
  const value = [{ subscriptionId: 's', clientState: 'c', resource: 'Users/u/Events/e' }]
  return fetch(`${service.address}/graph/notifications`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', connection: 'close' },
    body: JSON.stringify({ value }),
  })
}

test('started while storage is away it lives, says that it is not ready and for what it waits, and goes on by itself', async () => {
  await storage.refuse()
  const service = await start()
  expect(await statusOf(service, '/health/live')).toBe(200)
  expect(await isReady(service)).toBe(503)
  const refused = await notify(service)
  expect(refused.status).toBe(503)
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  await expect.poll(service.lines).toMatch(/"event":"service.waiting","dependency":"storage","because":"\S+"/)

  await storage.restore()
  await expect.poll(() => isReady(service), { timeout: 30_000, interval: 500 }).toBe(200)
  expect(service.lines()).toContain('"event":"service.ready"')
  expect((await notify(service)).status).toBe(202)
}, 60_000)

test('the queue alone away keeps nothing from starting, and there is one as soon as it can be made', async () => {
  await storage.refuse(['queues'])
  const service = await start()
  await expect.poll(() => isReady(service), { timeout: 30_000, interval: 500 }).toBe(200)
  expect(service.lines()).toContain('"event":"service.waiting"')
  await storage.restore()
  const queue = createAzureQueue({ connectionString: storage.connectionString, name: `main${services}-hints` })
  const isThere = () =>
    queue.take().then(
      () => true,
      () => false,
    )
  await expect.poll(isThere, { timeout: 30_000, interval: 500 }).toBe(true)
}, 60_000)

test('told to end it first says that it is not ready, still answers what comes, and is gone within 25 seconds', async () => {
  const service = await start()
  await expect.poll(() => isReady(service), { timeout: 30_000, interval: 500 }).toBe(200)
  const agent = new Agent({ keepAlive: true })
  await reading(service, '/health/live', agent)
  const began = performance.now()
  service.child.kill('SIGTERM')
  await expect.poll(() => isReady(service), { timeout: 2_500, interval: 50 }).toBe(503)
  expect(await reading(service, '/health/live', agent)).toBe(200) // the kind of connection that Node keeps for minutes
  expect(await service.ended).toBe(0)
  expect(performance.now() - began).toBeLessThan(25_000)
  expect(service.lines()).toContain('"event":"service.stopping","signal":"SIGTERM"')
  expect(service.lines()).toMatch(/"event":"outcomes.counted","dependency":"storage","done":[1-9]/)
  agent.destroy()
}, 60_000)

test('told to end while storage hangs, with a request under way, it is gone within 25 seconds all the same', async () => {
  const service = await start()
  await expect.poll(() => isReady(service), { timeout: 30_000, interval: 500 }).toBe(200)
  storage.hang()
  const hanging = notify(service)
  const began = performance.now()
  service.child.kill('SIGTERM')
  expect((await hanging).status).toBe(503)
  expect(await service.ended).toBe(0)
  expect(performance.now() - began).toBeLessThan(25_000)
}, 60_000)

test('told to end while it still waits for storage, it ends', async () => {
  await storage.refuse()
  const service = await start()
  service.child.kill('SIGTERM')
  expect(await service.ended).toBe(0)
  expect(service.lines()).not.toContain('service.ready')
}, 60_000)

async function reading({ address }: Service, path: string, agent: Agent): Promise<number> {
  const asked = get(`${address}${path}`, { agent })
  const [response] = (await once(asked, 'response')) as [IncomingMessage]
  response.resume()
  await once(response, 'end')
  return response.statusCode ?? 0
}
