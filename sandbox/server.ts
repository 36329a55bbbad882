import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express, { type Express } from 'express'
import { controlRouter } from './control/control.ts'
import { problems } from './control/problem.ts'
import { createStream, type Stream } from './control/stream.ts'
import { deskPages } from './desk-pages.ts'
import { fromThisMachine } from './loopback.ts'
import { keep, markRunning, takeUp, type Home, type Kept } from './keeping.ts'
import type { ProductDriver } from './product-driver.ts'
import { checked, createRunning, type Running } from './running.ts'
import type { ScenarioName } from './scenarios/scenarios.ts'
import type { Addresses, SandboxClock } from './service.ts'
import { createKeys } from './services.ts'
import type { World } from './world.ts'

export type SandboxOptions = {
  /** 0: any that is free. */
  readonly port: number
  /** The council to begin with; `world` goes before it, and without either it is `empty`. */
  readonly scenario?: ScenarioName
  readonly world?: World
  readonly product: ProductDriver
  /** Where the desk was built to. */
  readonly deskDir?: string
  /** Where the council is kept from one run to the next. What is kept there goes before `scenario` and `world`. */
  readonly keepDir?: string
}

export type Sandbox = {
  addresses(): Addresses
  /** Whether this council is one that was kept, and if not, whether there should have been one. */
  readonly council: 'new' | 'taken-up' | 'not-stopped-cleanly'
  /** Goes on being the clock through every reset. */
  readonly clock: SandboxClock
  world(): World
  settle(): Promise<void>
  reset(to: ScenarioName | World): Promise<void>
  /** Where there is somewhere to keep it: stops the product and writes the council down. Nothing but closing may follow. */
  keep(): Promise<void>
  close(): Promise<void>
}

/** Longer than clients keep a quiet connection, so that none is closed under a request. */
const keepAliveMilliseconds = 65_000

/** Starts the small Microsoft 365: every service under its own prefix on one port of this machine, the control API and the desk. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const stream = createStream()
  const app = express().disable('x-powered-by').set('etag', false)
  const server = createServer(app)
  server.keepAliveTimeout = keepAliveMilliseconds
  await listening(server, options.port)
  const addresses = () => addressesOf(server, options.product)
  const keys = await createKeys()
  const running = createRunning({ keys, product: options.product, addresses, changed: stream.changed, onFailure: complain })
  mount(app, running, stream, options.deskDir)

  const begin = (to: ScenarioName | World) =>
    running.alone(() => (typeof to === 'string' ? running.beginScenario(to) : running.begin(checked(to))))
  const kept = await orClose(server, stream, async () => keptFor(options.keepDir, addresses()))
  const sandbox: Sandbox = {
    addresses,
    council: typeof kept === 'object' ? 'taken-up' : kept,
    clock: running.clock,
    world: () => running.services().context.world,
    settle: () => running.alone(() => running.time.settle()),
    reset: begin,
    async keep() {
      if (options.keepDir !== undefined) await keep(options.keepDir, addresses(), await running.alone(running.standstill))
    },
    close: () => closed(server, stream),
  }
  await orClose(server, stream, () =>
    typeof kept === 'object' ? running.alone(() => running.resume(kept)) : begin(options.world ?? options.scenario ?? 'empty'),
  )
  if (options.keepDir !== undefined) await markRunning(options.keepDir)
  return sandbox
}

async function keptFor(directory: string | undefined, home: Home): Promise<Kept | 'new' | 'not-stopped-cleanly'> {
  const found = directory === undefined ? 'nothing' : await takeUp(directory, home)
  return found === 'nothing' ? 'new' : found
}

function mount(app: Express, running: Running, stream: Stream, deskDir: string | undefined): void {
  app.use(fromThisMachine)
  app.use('/sandbox', controlRouter(running, stream))
  for (const prefix of ['entra', 'graph', 'connector', 'notify', 'modern-gov']) {
    // Looked up anew each time: a reset puts other services in their place.
    app.use(`/${prefix}`, (request, response, next) => running.services().mounted[prefix]?.router(request, response, next))
  }
  app.use(deskPages(deskDir))
  app.use(problems)
}

function addressesOf(server: Server, product: ProductDriver): Addresses {
  const desk = `http://localhost:${(server.address() as AddressInfo).port}`
  return {
    desk,
    graph: `${desk}/graph`,
    entra: `${desk}/entra`,
    connector: `${desk}/connector`,
    notify: `${desk}/notify`,
    modernGov: `${desk}/modern-gov`,
    product: product.address(),
    tab: product.tab(),
  }
}

async function listening(server: Server, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
}

/** A sandbox that cannot begin lets go of its port. */
async function orClose<Value>(server: Server, stream: Stream, beginning: () => Promise<Value>): Promise<Value> {
  try {
    return await beginning()
  } catch (cause) {
    await closed(server, stream)
    throw cause
  }
}

async function closed(server: Server, stream: Stream): Promise<void> {
  stream.close()
  const ended = new Promise<void>((resolve) => server.close(() => resolve()))
  server.closeAllConnections()
  await ended
}

/** Work under way that failed is nobody's answer, so it is said where a person may see it. */
function complain(failure: unknown): void {
  process.stderr.write(`sandbox: ${failure instanceof Error ? (failure.stack ?? failure.message) : String(failure)}\n`)
}
