import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import express from 'express'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { outlookRoutes } from '../api/routes/outlook.ts'
import { tabRoutes } from '../api/routes/tab.ts'
import { textsOf } from '../infra/app-package/places.ts'
import { aManifest, root, thamesbrook } from '../infra/app-package/testing.ts'
import { xmlManifest } from '../infra/app-package/xml/build.ts'

const manifest = aManifest()
const ours = `https://${thamesbrook.APP_DOMAIN}/`
/** Every address of either manifest that the service itself is to answer. */
const asked = [...new Set([...textsOf(manifest).map(({ text }) => text), ...(xmlManifest(manifest).match(/https:[^"<]+/g) ?? [])])].filter(
  (text) => text.startsWith(ours),
)

const types: Readonly<Record<string, string>> = { '': 'text/html', '.html': 'text/html', '.js': 'text/javascript', '.png': 'image/png' }
let dir: string
let address: string
let close: () => Promise<void>

/** The service's own routes over what a build makes of the same sources: its pages, and what stands beside them as it is. */
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'app-package-'))
  cpSync(join(root, 'outlook/public'), dir, { recursive: true })
  cpSync(join(root, 'outlook/pane.html'), join(dir, 'pane.html'))
  writeFileSync(join(dir, 'events.js'), '(function () {})()')
  const frames = { frameAncestors: ['https://teams.microsoft.com'] }
  const registered = { clientId: 'c1', authority: 'https://login.microsoftonline.com/t1' }
  const app = express()
  app.use(tabRoutes({ dir: join(root, 'tab'), teamsOrigins: [], ...frames }))
  app.use(outlookRoutes({ dir, officeJs: 'https://appsforoffice.microsoft.com/office.js', publicUrl: ours, ...registered, ...frames }))
  const server = app.listen(0, '127.0.0.1')
  await once(server, 'listening')
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  close = async () => new Promise((resolve) => server.close(() => resolve()))
})
afterAll(async () => {
  await close()
  rmSync(dir, { recursive: true })
})

test('there are pages, scripts and pictures among the addresses of the manifests', () => {
  expect(new Set(asked.map((text) => extname(new URL(text).pathname)))).toEqual(new Set(Object.keys(types)))
})

test.each(asked)('%s is answered by the service, as what it is', async (url) => {
  const { pathname } = new URL(url)
  const answer = await fetch(`${address}${pathname}`)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toContain(types[extname(pathname)])
})
