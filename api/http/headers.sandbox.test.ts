import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { arrangedAt, towerHamlets } from '../../domain/testing/builders.ts'
import { Secret } from '../secret.ts'
import { testCouncil } from '../testing/council.ts'
import { served, type Served } from './testing/served.ts'

let dir: string
let service: Served

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'pages-'))
  for (const folder of ['assets', 'icons']) await mkdir(join(dir, folder))
  for (const page of ['index.html', 'pane.html', 'events.html', 'events.js', 'assets/a.js', 'icons/i.png']) {
    await writeFile(join(dir, page), '<!doctype html><!-- office.js -->')
  }
  const council = await testCouncil({ now: arrangedAt, rulebook: towerHamlets })
  const frameAncestors = ['https://teams.microsoft.com', 'https://*.cloud.microsoft']
  service = await served(council, {
    config: {
      entra: {
        clientId: 'c1',
        authority: 'https://login.microsoftonline.com',
        credential: { kind: 'secret', secret: new Secret('unused') },
      },
      notify: { url: 'https://unused.example', keys: new Map(), receiptTokens: new Map() },
      publicUrl: 'https://quorate.example',
      outlook: { dir, addInIds: [], officeJs: 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js' },
      tab: { dir, teamsOrigins: [], frameAncestors },
    },
  })
})
afterAll(async () => {
  await service.close()
  await rm(dir, { recursive: true })
})

const pages = ['/tab', '/outlook/pane.html', '/outlook/events.html']
const others = [
  '/tab/assets/a.js',
  '/outlook/assets/a.js',
  '/outlook/events.js',
  '/outlook/icons/i.png',
  '/openapi.json',
  '/health/live',
  '/health/ready',
  '/api/me',
  '/nothing/here',
]
const policyOf = async (path: string) => (await service.ask('GET', path)).headers.get('content-security-policy') ?? ''

test.each([...pages, ...others])(
  '%s is what it says it is, tells nobody who sent it, stays with https, and sets no cookie',
  async (path) => {
    const { headers } = await service.ask('GET', path)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('strict-transport-security')).toMatch(/^max-age=31536000/)
    expect(headers.get('permissions-policy')).toContain('camera=(), ')
    expect(headers.get('x-powered-by')).toBeNull()
    expect(headers.get('set-cookie')).toBeNull()
    expect(headers.get('access-control-allow-origin')).toBeNull()
  },
)

test.each(others)('%s may be framed by nobody, and nothing runs in it', async (path) => {
  expect(await policyOf(path)).toBe("default-src 'none'; frame-ancestors 'none'")
})

test.each(pages)('%s may be framed by the hosts that are configured, and runs only what has the nonce of this answer', async (path) => {
  const policy = await policyOf(path)
  expect(policy).toContain('frame-ancestors https://teams.microsoft.com https://*.cloud.microsoft')
  expect(policy).toMatch(/script-src 'nonce-[\w-]{22}'/)
  expect(policy).toMatch(/style-src 'nonce-[\w-]{22}';/)
  expect(policy).not.toMatch(/unsafe|strict-dynamic|script-src[^;]*('self'|\*)/)
})

test('scripts of Microsoft’s run in the pages of the add-in, and nowhere else', async () => {
  const withMicrosofts: string[] = []
  for (const path of [...pages, ...others]) if ((await policyOf(path)).includes('appsforoffice')) withMicrosofts.push(path)
  expect(withMicrosofts).toEqual(['/outlook/pane.html', '/outlook/events.html'])
})

test('other sites may show the icons of the add-in, and nothing else of ours', async () => {
  const open: string[] = []
  for (const path of [...pages, ...others]) {
    const { headers } = await service.ask('GET', path)
    if (headers.get('cross-origin-resource-policy') !== 'same-origin') open.push(path)
  }
  expect(open).toEqual(['/outlook/icons/i.png'])
})
