import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import express from 'express'
import type { AddressInfo } from 'node:net'
import { once } from 'node:events'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { outlookRoutes } from './outlook.ts'

let dir: string
let url: string
let close: () => Promise<void>

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'outlook-'))
  await mkdir(join(dir, 'assets'))
  await writeFile(join(dir, 'assets', 'pane-abc123.js'), 'export {}')
  await writeFile(join(dir, 'secret.txt'), 'canary')
  await writeFile(join(dir, 'events.js'), '(function () {})()')
  await writeFile(join(dir, 'events.html'), '<!doctype html><!-- office.js --><script nonce="__NONCE__" src="/outlook/events.js"></script>')
  await writeFile(
    join(dir, 'pane.html'),
    '<!doctype html><script type="application/json" id="quorate" nonce="__NONCE__">{}</script><!-- office.js --><script type="module" nonce="__NONCE__" src="/x"></script>',
  )
  const app = express()
  app.use(
    outlookRoutes({
      dir,
      officeJs: 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js',
      frameAncestors: ['https://outlook.office.com'],
      publicUrl: 'https://quorate.thamesbrook.example',
      clientId: 'c1',
      authority: 'https://login.microsoftonline.com/t1',
    }),
  )
  const server = app.listen(0, '127.0.0.1')
  await once(server, 'listening')
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  close = async () => new Promise((resolve) => server.close(() => resolve()))
})
afterAll(async () => {
  await close()
  await rm(dir, { recursive: true })
})

async function get(path: string) {
  const response = await fetch(`${url}${path}`)
  return { status: response.status, headers: response.headers, text: await response.text() }
}

test.each(['/outlook/pane.html', '/outlook/events.html'])(
  '%s has Microsoft’s script first, and a nonce of its own each time',
  async (path) => {
    const pages = [await get(path), await get(path)]
    const nonces = pages.map(({ headers, text }) => {
      const nonce = /'nonce-([\w-]{22})'/.exec(headers.get('content-security-policy') ?? '')?.[1] ?? ''
      expect(nonce).not.toBe('')
      expect(text).not.toContain('__NONCE__')
      const scripts = [...text.matchAll(/<script nonce="([^"]*)" src="([^"]*)"|src="([^"]*)"/g)].map(([, , first, other]) => first ?? other)
      expect(scripts[0]).toBe('https://appsforoffice.microsoft.com/lib/1/hosted/office.js')
      expect(text.split('<script').length - 1).toBe(text.split(`nonce="${nonce}"`).length - 1)
      return nonce
    })
    expect(new Set(nonces).size).toBe(2)
  },
)

test('only Outlook’s hosts may frame it; nothing runs in it but our scripts and Microsoft’s', async () => {
  const { headers } = await get('/outlook/pane.html')
  const policy = headers.get('content-security-policy') ?? ''
  expect(policy).toContain('frame-ancestors https://outlook.office.com')
  expect(policy).toMatch(/script-src 'nonce-[\w-]{22}' https:\/\/appsforoffice\.microsoft\.com;/)
  expect(policy).not.toMatch(/unsafe|\*/)
  expect(headers.get('cache-control')).toBe('no-store')
  expect(headers.get('x-frame-options')).toBeNull()
})

test('the pane is told for whom it signs in, and nothing secret', async () => {
  const { text } = await get('/outlook/pane.html')
  const settings = /id="quorate"[^>]*>([\s\S]*?)<\/script>/.exec(text)?.[1] ?? ''
  expect(JSON.parse(settings)).toEqual({
    clientId: 'c1',
    authority: 'https://login.microsoftonline.com/t1',
    scope: 'api://quorate.thamesbrook.example/c1/access_as_user',
  })
})

test('classic Outlook finds the script, and that the script may ask us', async () => {
  const script = await get('/outlook/events.js')
  expect(script).toMatchObject({ status: 200, text: '(function () {})()' })
  expect(script.headers.get('content-type')).toContain('javascript')
  expect(script.headers.get('cache-control')).toBe('no-cache')
  const allowed = await get('/.well-known/microsoft-officeaddins-allowed.json')
  expect(JSON.parse(allowed.text)).toEqual({ allowed: ['https://quorate.thamesbrook.example/outlook/events.js'] })
})

test('files whose names change with their content are kept for ever, and nothing else of the directory can be had', async () => {
  expect((await get('/outlook/assets/pane-abc123.js')).headers.get('cache-control')).toContain('immutable')
  for (const path of [
    '/outlook/assets/../secret.txt',
    '/outlook/assets/%2e%2e%2fsecret.txt',
    '/outlook/secret.txt',
    '/outlook/icons/../secret.txt',
  ]) {
    expect((await get(path)).text).not.toContain('canary')
  }
})
