import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express, { type Express } from 'express'
import { createContext, type OwnedContext } from '../context.ts'
import type { Addresses, Service } from '../service.ts'
import { readWorld } from '../world-mistakes.ts'
import type { World } from '../world.ts'
import { aWorld } from './worlds.ts'

export type Host = { readonly context: OwnedContext; readonly base: string; readonly app: Express; close(): Promise<void> }

/** Listens on a free port of this machine with the services of one world, mounted by prefix as the sandbox mounts them. `/product` is the test's own. */
export async function hostOf(services: Record<string, (context: OwnedContext) => Service>, world: World = aWorld()): Promise<Host> {
  const read = readWorld(world)
  if (!read.ok) throw new Error(JSON.stringify(read.mistakes))
  const app = express()
  const server = createServer(app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const base = `http://localhost:${(server.address() as AddressInfo).port}`
  const context = createContext(read.world, { addresses: () => addressesAt(base), changed: () => undefined, onFailure: fail, seed: base })
  for (const [prefix, create] of Object.entries(services)) app.use(`/${prefix}`, create(context).router)
  return { context, base, app, close: () => closed(server) }
}

function addressesAt(base: string): Addresses {
  const under = (prefix: string) => `${base}/${prefix}`
  return {
    desk: base,
    graph: under('graph'),
    entra: under('entra'),
    connector: under('connector'),
    notify: under('notify'),
    modernGov: under('modern-gov'),
    product: under('product'),
    tab: under('product/tab'),
  }
}

function fail(failure: unknown): void {
  throw new Error('Work under way failed', { cause: failure })
}

async function closed(server: Server): Promise<void> {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
}
