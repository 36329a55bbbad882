import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { arrangedAt, towerHamlets } from '../../domain/testing/builders.ts'
import { served } from '../http/testing/served.ts'
import type { Served } from '../http/testing/served.ts'
import { Secret } from '../secret.ts'
import { testCouncil } from '../testing/council.ts'

let dir: string
let service: Served

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'tab-'))
  await mkdir(join(dir, 'assets'))
  await writeFile(join(dir, 'assets', 'index-abc123.js'), `export const text = '${'a'.repeat(5000)}'`)
  await writeFile(
    join(dir, 'index.html'),
    `<!doctype html><head><meta property="csp-nonce" nonce="__NONCE__"><script type="application/json" id="quorate" nonce="__NONCE__">
      { "teamsOrigins": [] }
    </script><script type="module" nonce="__NONCE__" src="/tab/assets/index-abc123.js"></script></head>`,
  )
  await writeFile(join(dir, 'secret.txt'), 'canary')
  const council = await testCouncil({ now: arrangedAt, rulebook: towerHamlets })
  service = await served(council, {
    config: {
      entra: {
        clientId: 'unused',
        authority: 'https://login.microsoftonline.com',
        credential: { kind: 'secret', secret: new Secret('unused') },
      },
      notify: { url: 'https://unused.example', keys: new Map(), receiptTokens: new Map() },
      publicUrl: 'https://quorate.thamesbrook.example',
      outlook: { dir: 'dist/none', addInIds: [], officeJs: 'https://unused.example/office.js' },
      tab: {
        dir,
        teamsOrigins: ['http://localhost:4000', '</script><b>'],
        frameAncestors: ['https://teams.microsoft.com', 'http://localhost:4000'],
      },
    },
  })
})
afterAll(async () => {
  await service.close()
  await rm(dir, { recursive: true })
})

test('the page carries a nonce of its own each time, the same in its policy and in its scripts', async () => {
  const pages = await Promise.all(['/tab', '/tab/', '/tab/anything/else'].map(async (path) => service.ask('GET', path)))
  const nonces = pages.map(({ headers, text }) => {
    const nonce = /'nonce-([\w-]{22})'/.exec(headers.get('content-security-policy') ?? '')?.[1] ?? ''
    expect(text.split(`nonce="${nonce}"`)).toHaveLength(4)
    expect(text).not.toContain('__NONCE__')
    return nonce
  })
  expect(new Set(nonces).size).toBe(3)
})

test('only those hosts may frame it, nothing may run in it that is not ours, and it is not kept', async () => {
  const { headers } = await service.ask('GET', '/tab')
  const policy = headers.get('content-security-policy') ?? ''
  expect(policy).toContain('frame-ancestors https://teams.microsoft.com http://localhost:4000')
  expect(policy).toContain("default-src 'none'")
  expect(policy).toMatch(/script-src 'nonce-[\w-]{22}'; style-src 'nonce-[\w-]{22}';/)
  expect(policy).not.toMatch(/unsafe|\*|appsforoffice/)
  expect(headers.get('x-frame-options')).toBeNull()
  expect(headers.get('cache-control')).toBe('no-store')
})

test('the settings are written into the page, and cannot close their own element', async () => {
  const { text } = await service.ask('GET', '/tab')
  const settings = /id="quorate"[^>]*>([\s\S]*?)<\/script>/.exec(text)?.[1] ?? ''
  expect(JSON.parse(settings)).toEqual({ teamsOrigins: ['http://localhost:4000', '</script><b>'] })
})

test('files whose names change with their content are kept for ever and sent small', async () => {
  const { headers, status } = await service.raw('/tab/assets/index-abc123.js', { headers: { 'accept-encoding': 'gzip' } })
  expect(status).toBe(200)
  expect(headers.get('cache-control')).toContain('immutable')
  expect(headers.get('content-encoding')).toBe('gzip')
})

test('nothing else of the directory can be had', async () => {
  for (const path of [
    '/tab/assets/../secret.txt',
    '/tab/assets/%2e%2e/secret.txt',
    '/tab/assets/%2e%2e%2fsecret.txt',
    '/tab/secret.txt',
    '/tab/assets/none.js',
  ]) {
    const { text } = await service.ask('GET', path)
    expect(text).not.toContain('canary')
  }
  expect((await service.ask('GET', '/tab/assets/none.js')).status).toBe(404)
})
