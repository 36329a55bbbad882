import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { Temporal } from 'temporal-polyfill'
import type { ProductDriver } from '../product-driver.ts'
import type { SandboxClock } from '../service.ts'
import type { World } from '../world.ts'

export type FakeProduct = {
  readonly driver: ProductDriver
  /** Something the product means to do then; it notes that it did, and when. */
  plan(at: string, what: string): void
  /** What it did, with the time at which it did it. */
  readonly did: { readonly at: string; readonly what: string }[]
  readonly worlds: World[]
  /** The storages on which it was taken up again. */
  readonly resumed: string[]
  readonly activities: Record<string, unknown>[]
  close(): Promise<void>
}

/** A product that does nothing but keep its appointments: enough to see how the sandbox lets time pass. */
export async function fakeProduct(): Promise<FakeProduct> {
  const activities: Record<string, unknown>[] = []
  const app = express().use(express.json())
  app.post('/api/messages', (request, response) => {
    activities.push(request.body as Record<string, unknown>)
    response.json({})
  })
  app.get('/api/bulletin', (_request, response) => void response.json({}))
  app.use((_request, response) => void response.sendStatus(202))
  const server = createServer(app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = `http://localhost:${(server.address() as AddressInfo).port}`

  const did: { at: string; what: string }[] = []
  const worlds: World[] = []
  const resumed: string[] = []
  let planned: { at: Temporal.Instant; what: string }[] = []
  let clock: Pick<SandboxClock, 'now'> | undefined

  const driver: ProductDriver = {
    address: () => address,
    tab: () => `${address}/tab`,
    begin: async () => undefined,
    leave: async () => undefined,
    nextUp: async () => undefined,
    storage: () => `storage-${worlds.length}`,
    async resume(_world, sandbox, storage) {
      resumed.push(storage)
      clock = sandbox.clock
    },
    async settle() {
      const now = clock?.now()
      const due = planned.filter(({ at }) => now && Temporal.Instant.compare(at, now) <= 0)
      planned = planned.filter((each) => !due.includes(each))
      did.push(...due.map(({ what }) => ({ at: String(now), what })))
    },
    nextAt: async () => planned.map(({ at }) => at).toSorted((one, other) => Temporal.Instant.compare(one, other))[0],
    async check(world) {
      if (world.rulebook.preset === 'none') throw new Error('There is no preset "none"')
    },
    async restart(world, sandbox) {
      worlds.push(world)
      clock = sandbox.clock
      planned = []
    },
  }
  return {
    driver,
    did,
    worlds,
    resumed,
    activities,
    plan: (at, what) => void planned.push({ at: Temporal.Instant.from(at), what }),
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
