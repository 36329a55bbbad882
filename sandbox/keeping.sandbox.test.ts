import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { NotifyClient } from 'notifications-node-client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { notifyAccount } from './notify/account.ts'
import { startSandbox, type Sandbox } from './server.ts'
import { fakeProduct, type FakeProduct } from './testing/product.ts'
import { aWorld } from './testing/worlds.ts'

let directory: string
let product: FakeProduct
let sandbox: Sandbox

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'kept-'))
  product = await fakeProduct()
  sandbox = await startSandbox({ port: 0, world: aWorld(), product: product.driver, keepDir: directory })
})
afterAll(async () => {
  await sandbox.close()
  await product.close()
  await rm(directory, { recursive: true })
})

async function call(method: string, path: string, body?: unknown): Promise<Record<string, unknown> & Record<string, unknown>[]> {
  const response = await fetch(`${sandbox.addresses().desk}${path}`, {
    method,
    headers: { 'Content-Type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  expect(response.ok).toBe(true)
  return (await response.json()) as never
}

async function graph(user: string, method: string, path: string, body?: object) {
  const { token } = await call('POST', '/sandbox/token', { user, audience: 'graph' })
  const response = await fetch(`${sandbox.addresses().graph}/v1.0${path}`, {
    method,
    headers: { Authorization: `Bearer ${String(token)}`, 'Content-Type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  })
  expect(response.ok).toBe(true)
  const text = await response.text()
  return (text ? JSON.parse(text) : {}) as Record<string, string> & { value: Record<string, unknown>[] }
}

async function stopAndStart(): Promise<void> {
  const port = Number(new URL(sandbox.addresses().desk).port)
  await sandbox.keep()
  await sandbox.close()
  sandbox = await startSandbox({ port, scenario: 'demo', product: product.driver, keepDir: directory })
}

test('a council that was stopped goes on where it stood: time, calendars, letters, phones, roles and what was still to come', async () => {
  expect(sandbox.council).toBe('new')
  const made = await graph('olive', 'POST', '/me/events', {
    subject: 'Planning',
    start: { dateTime: '2026-10-15T10:00:00', timeZone: 'Europe/London' },
    end: { dateTime: '2026-10-15T12:00:00', timeZone: 'Europe/London' },
    attendees: [{ emailAddress: { address: 'members@riverton.example' } }],
  })
  await call('POST', '/sandbox/settle')
  const window = 'startDateTime=2026-09-01T00:00:00Z&endDateTime=2027-09-01T00:00:00Z'
  const read = await graph('olive', 'GET', `/me/calendarView/delta?${window}`)
  const client = new NotifyClient(sandbox.addresses().notify, notifyAccount.liveKey)
  // Bob's phone is off: the networks give up three days after.
  await client.sendSms(notifyAccount.textTemplateId, '+447700900103', { personalisation: { message: 'Planning' }, reference: 'd1' })
  await call('POST', '/sandbox/clock/advance', { by: 'P1D' })
  await call('PUT', '/sandbox/people/bob/roles', { roles: ['officer'] })
  const before = {
    clock: await call('GET', '/sandbox/clock'),
    mail: await call('GET', '/sandbox/mail?user=ann'),
    texts: await call('GET', '/sandbox/texts'),
    journal: await call('GET', '/sandbox/journal'),
  }
  expect(before.mail).toHaveLength(1)

  await stopAndStart()
  expect(sandbox.council).toBe('taken-up')
  expect(product.resumed).toEqual(['storage-1'])
  expect(product.worlds).toHaveLength(1)
  expect({
    clock: await call('GET', '/sandbox/clock'),
    mail: await call('GET', '/sandbox/mail?user=ann'),
    texts: await call('GET', '/sandbox/texts'),
    journal: await call('GET', '/sandbox/journal'),
  }).toEqual(before)
  expect((await call('GET', '/sandbox/people')).find(({ id }) => id === 'bob')).toMatchObject({ roles: ['officer'] })

  // Ids and tokens of before hold, and both mailboxes still know of each other.
  const [copy] = (await graph('ann', 'GET', '/me/events?$select=id')).value
  await graph('ann', 'POST', `/me/events/${String(copy?.['id'])}/accept`, {})
  await call('POST', '/sandbox/settle')
  const link = String(read['@odata.deltaLink'])
  const changed = await graph('olive', 'GET', link.slice(link.indexOf('/me/')))
  expect(changed.value).toMatchObject([{ id: made['id'] }])
  expect(JSON.stringify(changed.value)).toContain('"accepted"')

  await call('POST', '/sandbox/clock/advance', { by: 'P3D' })
  expect(await call('GET', '/sandbox/texts')).toMatchObject([{ status: 'temporary-failure' }])
})

test('a council that was begun anew has other ids than the one that was kept', async () => {
  const old = (await graph('ann', 'GET', '/me/events?$select=id')).value[0]
  await sandbox.reset(aWorld())
  const { token } = await call('POST', '/sandbox/token', { user: 'ann', audience: 'graph' })
  const response = await fetch(`${sandbox.addresses().graph}/v1.0/me/events/${String(old?.['id'])}`, {
    headers: { Authorization: `Bearer ${String(token)}` },
  })
  expect(response.status).toBe(404)
})

test('one that was not stopped cleanly is not taken up', async () => {
  const port = Number(new URL(sandbox.addresses().desk).port)
  await sandbox.close()
  sandbox = await startSandbox({ port, world: aWorld(), product: product.driver, keepDir: directory })
  expect(sandbox.council).toBe('not-stopped-cleanly')
  expect(await call('GET', '/sandbox/texts')).toEqual([])
})
