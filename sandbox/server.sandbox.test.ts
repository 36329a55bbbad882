import { request as httpRequest } from 'node:http'
import { Temporal } from 'temporal-polyfill'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startSandbox, type Sandbox } from './server.ts'
import { fakeProduct, type FakeProduct } from './testing/product.ts'
import { aWorld } from './testing/worlds.ts'

let product: FakeProduct
let sandbox: Sandbox

beforeEach(async () => {
  product = await fakeProduct()
  sandbox = await startSandbox({ port: 0, world: aWorld(), product: product.driver })
})
afterEach(async () => {
  await sandbox.close()
  await product.close()
})

type Answer = { status: number; body: Record<string, unknown> }

async function call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
  const response = await fetch(`${sandbox.addresses().desk}${path}`, {
    method,
    headers: { ...(body !== undefined && { 'Content-Type': 'application/json' }), ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}

test('a product is given the world once the services are up, and told of the bot for everyone who has it', () => {
  expect(product.worlds).toMatchObject([{ council: { id: 'riverton', tenantId: expect.any(String) } }])
  expect(product.activities.filter(({ type }) => type === 'installationUpdate')).toHaveLength(3)
})

test('advancing stops wherever something is due, in order, and says what happened on the way', async () => {
  product.plan('2026-09-12T09:00:00Z', 'second')
  product.plan('2026-09-11T09:00:00Z', 'first')
  product.plan('2026-09-20T09:00:00Z', 'after the span')
  const answer = await call('POST', '/sandbox/clock/advance', { by: 'P7D' })
  expect(answer).toMatchObject({ status: 200, body: { now: '2026-09-17T09:00:00Z', happened: [] } })
  expect(product.did).toEqual([
    { at: '2026-09-11T09:00:00Z', what: 'first' },
    { at: '2026-09-12T09:00:00Z', what: 'second' },
  ])
  expect((await call('GET', '/sandbox/next')).body).toMatchObject({ at: '2026-09-20T09:00:00Z', what: expect.any(String) })
})

test('what is due at the very end of the span is done, and a second later is not', async () => {
  product.plan('2026-09-10T10:00:00Z', 'at the end')
  product.plan('2026-09-10T10:00:01Z', 'too late')
  await call('POST', '/sandbox/clock/advance', { by: 'PT1H' })
  expect(product.did.map(({ what }) => what)).toEqual(['at the end'])
})

test('C14.11 a day on London’s calendar is a day also when the clocks change', async () => {
  await call('PUT', '/sandbox/clock', { now: '2026-10-24T11:00:00Z' }) // noon in summer
  expect((await call('POST', '/sandbox/clock/advance', { by: 'P1D' })).body['now']).toBe('2026-10-25T12:00:00Z') // noon in winter
})

test('setting the clock does what is due on the way; setting it back is refused', async () => {
  product.plan('2026-09-11T09:00:00Z', 'on the way')
  expect((await call('PUT', '/sandbox/clock', { now: '2026-09-12T00:00:00+01:00' })).body['now']).toBe('2026-09-11T23:00:00Z')
  expect(product.did).toHaveLength(1)
  const back = await call('PUT', '/sandbox/clock', { now: '2026-09-11T22:59:59Z' })
  expect(back).toMatchObject({ status: 409, body: { title: 'The clock does not go back', detail: expect.stringContaining('reset') } })
  expect(sandbox.clock.now().equals(Temporal.Instant.from('2026-09-11T23:00:00Z'))).toBe(true)
})

test.each([
  ['POST', '/sandbox/clock/advance', { by: 'a week' }, 400, 'by'],
  ['POST', '/sandbox/clock/advance', { by: '-P1D' }, 400, 'by'],
  ['POST', '/sandbox/clock/advance', { by: 'PT0S' }, 400, 'by'],
  ['POST', '/sandbox/clock/advance', {}, 400, 'by'],
  ['PUT', '/sandbox/clock', { now: 'noon' }, 400, 'now'],
  ['POST', '/sandbox/clock/advance', { by: 'P1D', silently: true }, 400, ''],
  ['POST', '/sandbox/reset', 'demo', 400, ''],
  ['POST', '/sandbox/reset', { scenario: 'utopia' }, 400, 'scenario'],
  ['POST', '/sandbox/faults', [{ service: 'post', action: { kind: 'reset' } }], 400, '[0].service'],
  ['POST', '/sandbox/faults', [{ service: 'graph', action: { kind: 'drop' } }], 400, '[0].action.kind'],
  ['POST', '/sandbox/faults', [{ service: 'graph', path: '/(/', action: { kind: 'reset' } }], 400, '[0].path'],
  ['POST', '/sandbox/token', { user: 'ann', audience: 'bank' }, 400, 'audience'],
])('%s %s with %j is refused with its place', async (method, path, body, status, place) => {
  expect(await call(method, path, body)).toMatchObject({ status, body: { status, errors: [{ path: place }], detail: expect.any(String) } })
})

test.each([
  ['GET', '/sandbox/mail', 400],
  ['GET', '/sandbox/mail?user=nobody', 404],
  ['POST', '/sandbox/nonsense', 404],
])('%s %s is answered with a problem', async (method, path, status) => {
  expect(await call(method, path)).toMatchObject({ status, body: { title: expect.any(String) } })
})

test.each([
  ['POST', '/sandbox/clock/advance', { by: 'P751D' }],
  ['POST', '/sandbox/clock/advance', { by: 'P300000Y' }],
  ['PUT', '/sandbox/clock', { now: '9999-01-01T00:00:00Z' }],
])('%s %s with %j is refused as too far, and the clock stands where it stood', async (method, path, body) => {
  expect(await call(method, path, body)).toMatchObject({ status: 400, body: { title: 'That is too far', detail: expect.any(String) } })
  expect((await call('GET', '/sandbox/clock')).body).toEqual({ now: '2026-09-10T09:00:00Z' })
})

test.each([
  ['PUT', '/sandbox/world'],
  ['POST', '/sandbox/faults'],
  ['POST', '/sandbox/token'],
])('%s %s refuses what is nested too deeply, and nothing of it stays', async (method, path) => {
  const response = await fetch(`${sandbox.addresses().desk}${path}`, {
    method,
    headers: { 'Content-Type': 'application/json' },
    body: `[{"service":"graph","action":{"kind":"status","status":500,"body":${'['.repeat(50_000)}${']'.repeat(50_000)}}}]`,
  })
  expect([response.status, await response.json()]).toMatchObject([400, { title: 'That is nested too deeply to be meant' }])
  expect((await call('GET', '/sandbox/faults')).body).toEqual([])
})

test('a body that is no JSON, and one that is too large, are refused as problems', async () => {
  const send = (body: string) =>
    fetch(`${sandbox.addresses().desk}/sandbox/chat`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body })
  expect((await send('{')).status).toBe(400)
  expect((await send(JSON.stringify({ text: 'x'.repeat(11_000_000) }))).status).toBe(413)
})

test('a world with mistakes is refused with every place, and the council there was stays', async () => {
  const world = { ...aWorld(), groups: [{ email: 'all@riverton.example', name: 'All', members: ['ann', 'nobody'] }] }
  expect(await call('PUT', '/sandbox/world', world)).toMatchObject({
    status: 400,
    body: { errors: [{ path: 'groups[0].members[1]', message: expect.stringContaining('nobody') }] },
  })
  expect(sandbox.world().groups).toHaveLength(1)
  expect(product.worlds).toHaveLength(1)
})

test('a world with which the product would not start is refused in the product’s own words, and the council there was stays', async () => {
  const other = { id: 'other', name: 'Other', domain: 'other.example' }
  const put = await call('PUT', '/sandbox/world', { ...aWorld(), council: other, rulebook: { preset: 'none' } })
  expect(put).toMatchObject({ status: 422, body: { detail: 'There is no preset "none"' } })
  expect((await call('GET', '/sandbox/world')).body).toMatchObject({ council: { id: 'riverton' } })
  expect(product.worlds).toHaveLength(1)
})

test('putting a world replaces everything: the clock, the people, the faults and the product', async () => {
  await call('POST', '/sandbox/faults', [{ service: 'notify', action: { kind: 'reset' } }])
  await call('POST', '/sandbox/clock/advance', { by: 'P30D' })
  const put = await call('PUT', '/sandbox/world', { ...aWorld(), council: { id: 'other', name: 'Other', domain: 'other.example' } })
  expect(put).toMatchObject({ status: 200, body: { now: '2026-09-10T09:00:00Z', council: { id: 'other' }, people: 4 } })
  expect((await call('GET', '/sandbox/faults')).body).toEqual([])
  expect(product.worlds.map(({ council }) => council.id)).toEqual(['riverton', 'other'])
  expect((await call('GET', '/sandbox/world')).body).toMatchObject({ council: { id: 'other' } })
})

test('an invitation sent and answered through Graph arrives as mail, and the journal tells it in order', async () => {
  const { graph } = sandbox.addresses()
  const as = async (user: string, method: string, path: string, body?: object) => {
    const { token } = (await call('POST', '/sandbox/token', { user, audience: 'graph' })).body
    const response = await fetch(`${graph}/v1.0${path}`, {
      method,
      headers: { Authorization: `Bearer ${String(token)}`, 'Content-Type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    })
    expect(response.ok).toBe(true)
    const text = await response.text()
    return (text ? JSON.parse(text) : {}) as { value: { id: string }[] }
  }
  await as('olive', 'POST', '/me/events', {
    subject: 'Planning',
    start: { dateTime: '2026-10-15T10:00:00', timeZone: 'Europe/London' },
    end: { dateTime: '2026-10-15T12:00:00', timeZone: 'Europe/London' },
    attendees: [{ type: 'required', emailAddress: { address: 'members@riverton.example', name: 'Members' } }],
  })
  await call('POST', '/sandbox/settle')
  expect((await call('GET', '/sandbox/mail?user=bob@riverton.example')).body).toMatchObject([
    { subject: 'Planning', to: expect.any(String) },
  ])
  const { value } = await as('bob', 'GET', '/me/events?$select=id')
  await as('bob', 'POST', `/me/events/${value[0]?.id}/accept`, { sendResponse: true })
  await call('POST', '/sandbox/settle')
  const journal = (await call('GET', '/sandbox/journal')).body as unknown as { kind: string; who: string }[]
  expect(journal.map(({ kind, who }) => `${kind} ${who}`)).toEqual(['invitation olive', 'answer bob'])
})

test('people are listed with what is known of them, and anybody can be signed in', async () => {
  const people = (await call('GET', '/sandbox/people')).body as unknown as object[]
  expect(people).toMatchObject([
    { id: 'olive', roles: ['officer', 'administrator'], hasBot: true, objectId: expect.any(String) },
    { id: 'ann', name: 'Ann Archer', email: 'ann@riverton.example', mobile: '07700 900102', roles: [], member: { kind: 'mayor' } },
    { id: 'bob', handset: 'off' },
    { id: 'cara', hasBot: false },
  ])
  expect((await call('POST', '/sandbox/token', { user: 'ANN@riverton.example' })).body).toEqual({ token: expect.stringMatching(/^ey/) })
  expect((await call('POST', '/sandbox/token', { user: 'nobody' })).status).toBe(404)
})

test('the committees’ meetings are listed as the clerks keep them, and as they change them', async () => {
  const kept = { start: '2026-10-21T18:30', end: '2026-10-21T20:30', place: 'Council Chamber' }
  expect((await call('GET', '/sandbox/meetings')).body).toEqual([{ name: 'Planning Committee', meetings: [kept] }])
  const meetings = [{ ...kept, status: 'Cancelled' }, { start: '2026-10-28T18:30' }]
  expect(await call('PUT', '/sandbox/meetings', { committee: 'Planning Committee', meetings })).toMatchObject({ status: 200 })
  expect((await call('GET', '/sandbox/meetings')).body).toEqual([{ name: 'Planning Committee', meetings }])
  expect((await call('PUT', '/sandbox/meetings', { committee: 'Another', meetings })).status).toBe(404)
})

test('of a Teams meeting that stands in no calendar nothing can be asked', async () => {
  const joinUrl = 'https://teams.microsoft.com/l/meetup-join/none'
  expect((await call('GET', `/sandbox/graph/online-meeting?joinUrl=${encodeURIComponent(joinUrl)}`)).status).toBe(404)
  expect((await call('POST', '/sandbox/graph/online-meeting', { act: 'end', joinUrl })).status).toBe(404)
  expect((await call('POST', '/sandbox/graph/online-meeting', { act: 'join', joinUrl })).status).toBe(400)
})

test('a page of another address may not write, nor may a name that was made to lead here', async () => {
  const { desk } = sandbox.addresses()
  expect((await call('POST', '/sandbox/settle', {}, { Origin: 'http://evil.example' })).status).toBe(403)
  expect((await call('POST', '/sandbox/settle', {}, { Origin: desk })).status).toBe(200)
  expect(await statusWithHost(desk, 'evil.example')).toBe(403)
  expect(await statusWithHost(desk, new URL(desk).host)).toBe(200)
})

test('it listens at one address of this machine and at no other', async () => {
  const { port } = new URL(sandbox.addresses().desk)
  expect((await fetch(`http://127.0.0.1:${port}/sandbox/clock`)).status).toBe(200)
  // Any other would be answered here, were it listening everywhere.
  await expect(fetch(`http://127.0.0.2:${port}/sandbox/clock`)).rejects.toThrow('fetch failed')
})

/** `fetch` does not let the host be chosen. */
function statusWithHost(desk: string, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    httpRequest(`${desk}/sandbox/clock`, { headers: { Host: host } }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
      .on('error', reject)
      .end()
  })
}

test('a desk that watches hears that something changed', async () => {
  const stream = await fetch(`${sandbox.addresses().desk}/sandbox/stream`)
  const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader()
  await call('POST', '/sandbox/clock/advance', { by: 'PT1H' })
  expect((await reader?.read())?.value).toContain('event: changed')
  await reader?.cancel()
})

test('where everything listens is said; without a built desk a page says what to do', async () => {
  const { desk } = sandbox.addresses()
  expect((await call('GET', '/sandbox/addresses')).body).toEqual({
    desk,
    graph: `${desk}/graph`,
    entra: `${desk}/entra`,
    connector: `${desk}/connector`,
    notify: `${desk}/notify`,
    modernGov: `${desk}/modern-gov`,
    product: product.driver.address(),
    tab: product.driver.tab(),
  })
  expect(await (await fetch(desk)).text()).toContain('The sandbox is running')
})

test('a reset begins the empty council anew', async () => {
  expect((await call('POST', '/sandbox/reset', { scenario: 'empty' })).body).toMatchObject({ council: { id: 'littlewick' }, people: 4 })
})

test('while a council is being made the clock says so, and no longer', async () => {
  const meanwhile: unknown[] = []
  Object.assign(product.driver, { begin: async () => void meanwhile.push((await call('GET', '/sandbox/clock')).body['beginning']) })
  await call('POST', '/sandbox/reset', { scenario: 'empty' })
  expect(meanwhile).toEqual([true])
  expect((await call('GET', '/sandbox/clock')).body).toEqual({ now: sandbox.clock.now().toString() })

  expect((await call('PUT', '/sandbox/world', { ...aWorld(), rulebook: { preset: 'none' } })).status).toBe(422)
  expect((await call('GET', '/sandbox/clock')).body).not.toHaveProperty('beginning')
})
