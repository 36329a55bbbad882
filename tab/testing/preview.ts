import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import express, { type Request, type Response } from 'express'
import { pageHeaders } from '../../api/http/headers.ts'
import { hostPage } from './host-page.ts'
import type { Scene } from './scene.ts'
import { answer } from './scenes.ts'

export type Preview = {
  readonly url: string
  /** What was sent in a visit, by what it was about. */
  readonly answersOf: (visit: string) => ReadonlyMap<string, string>
  readonly close: () => Promise<void>
}

/**
 * The built tab on a server of its own, with invented answers that the contracts allow and a small host in place of Teams.
 *
 * For looking at pages and for tests of the tab alone; never part of the product. `npx vite build -c tab/vite.config.ts` comes first.
 */
export async function startPreview(port = 0): Promise<Preview> {
  const built = join(import.meta.dirname, '../../dist/tab')
  const scenes = new Map<string, Scene>()
  const app = express()
  app.use(express.json())
  app.use('/tab/assets', express.static(join(built, 'assets')))
  app.get(['/tab', '/tab/'], (_request, response) => sendTab(response, readFileSync(join(built, 'index.html'), 'utf8')))
  app.get('/host', (request, response) => {
    const { as = 'member', visit = as, theme = 'default', sub = '' } = request.query as Record<string, string>
    scenes.set(visit, { name: as, answers: new Map(), asked: 0 })
    response.type('html').send(hostPage({ token: visit, theme, subPage: sub }))
  })
  app.use('/api', (request: Request, response: Response) => {
    const visit = (request.get('authorization') ?? '').replace('Bearer ', '')
    const scene = scenes.get(visit) ?? { name: visit, answers: new Map(), asked: 0 }
    scenes.set(visit, scene)
    const given = answer(scene, { method: request.method, path: request.path, body: (request.body ?? {}) as Record<string, unknown> })
    setTimeout(() => response.status(given.status).json(given.body), given.afterMs ?? 0)
  })
  const server = app.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const { port: open } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${open}`,
    answersOf: (visit) => scenes.get(visit)?.answers ?? new Map<string, string>(),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

/** Under the product's own policy: what it would stop is stopped here. */
function sendTab(response: Response, page: string): void {
  const nonce = randomBytes(16).toString('base64url')
  response.set(pageHeaders({ nonce, frameAncestors: ["'self'"] }))
  response.type('html').send(page.replaceAll('__NONCE__', nonce))
}
