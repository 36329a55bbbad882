import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Programme } from '../../api/contracts/programme.ts'
import { officersOf, type Officers } from '../support/officers.ts'
import { startRig, type Rig } from '../support/rig.ts'
import { aThursday, expectNobodyIn, nextWeek } from '../support/storm.ts'
import { aWorld } from '../support/worlds.ts'

const lines: string[] = []
let rig: Rig
let they: Officers

beforeAll(async () => {
  rig = await startRig(aThursday('2026-10-15T10:30:00Z'), { log: (line) => lines.push(line) })
  they = officersOf(rig)
  await they.invite({ ...nextWeek, subject: 'Scrutiny' })
}, 60_000)
afterAll(() => rig.close())

const post = async (path: string, body: string, headers: Record<string, string> = {}) => {
  const { product } = await rig.addresses()
  return fetch(`${product}${path}`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body })
}
const shown = async () => (await rig.api<Programme>('officer', 'GET', '/programme')).body

test('a forged notification is answered like any other and makes nothing be read', async () => {
  const before = await shown()
  const [subscription] = await rig.call<{ id: string }[]>('GET', '/sandbox/graph/subscriptions?mailbox=officer@testing.example')
  const entry = { subscriptionId: subscription?.id, clientState: 'guessed', tenantId: '00000000-0000-4000-8000-000000000000' }
  for (const forged of [entry, { ...entry, subscriptionId: 'no-such' }]) {
    const body = JSON.stringify({ value: [{ ...forged, changeType: 'updated', resource: 'Users/x/Events/y' }] })
    expect((await post('/graph/notifications', body)).status).toBe(202)
  }
  const gone = JSON.stringify({ value: [{ ...entry, lifecycleEvent: 'subscriptionRemoved' }] })
  expect((await post('/graph/lifecycle', gone)).status).toBe(202)
  await rig.advance('PT1M')
  const after = await shown()
  expect(after.mailboxes).toEqual(before.mailboxes)
  expect(after.rows).toEqual(before.rows)
  for (const because of ['wrong-secret', 'unknown-subscription']) expect(lines.join('\n')).toContain(`"because":"${because}"`)
})

test.each(['wrong-audience', 'expired', 'v1', 'other-tenant', 'app-only', 'wrong-signature'])(
  'a token that is %s opens nothing',
  async (flaw) => {
    const { token } = await rig.call<{ token: string }>('POST', '/sandbox/token', { user: 'officer', flaw })
    const { product } = await rig.addresses()
    const authorization = `Bearer ${token}`
    for (const path of ['/api/me', '/api/programme']) {
      const answer = await fetch(`${product}${path}`, { headers: { authorization } })
      expect(answer.status).toBe(401)
      expect(await answer.text()).not.toContain('Scrutiny')
    }
    expect((await post('/api/messages', '{"type":"message"}', { authorization })).status).toBe(401)
  },
)

test('a token that nobody signed opens nothing', async () => {
  const [head, body] = (await rig.token('officer')).split('.')
  const none = Buffer.from(JSON.stringify({ alg: 'none', typ: 'JWT' })).toString('base64url')
  const { product } = await rig.addresses()
  for (const token of [`${none}.${body}.`, `${none}.${body}.x`, `${head}.${body}.`, 'x']) {
    expect((await fetch(`${product}/api/me`, { headers: { authorization: `Bearer ${token}` } })).status).toBe(401)
  }
  expect((await post('/notify/receipts', '{"reference":"x","status":"delivered"}')).status).toBe(401)
})

test('bodies too large, too deep, of another kind or not to be read are refused, and nothing changes', async () => {
  const title = 'Hard to read'
  await they.invite({ ...nextWeek, subject: title })
  const { seen, row } = await they.decisionOf(title)
  const path = `/api/sessions/${row.sessionId}/decision`
  const authorization = `Bearer ${await rig.token('officer')}`
  const send = async (body: string, headers = {}) => (await post(path, body, { authorization, ...headers })).status
  const order = { choice: 'cancel', reasonId: 'room-unavailable', message: 'No room', seen }
  expect(await send(JSON.stringify({ ...order, message: 'x'.repeat(2_000_000) }))).toBe(413)
  expect(await send(`${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`)).toBe(400)
  expect(await send(JSON.stringify({ ...order, extra: true }))).toBe(400)
  expect(await send('{"choice":')).toBe(400)
  expect(await send(JSON.stringify(order), { 'content-type': 'text/plain' })).toBe(415)
  expect((await post('/graph/notifications', `{"value":[${'{},'.repeat(600_000)}{}]}`)).status).toBe(413)
  expect((await they.rowOf(title)).state.kind).toBe('decide-by')
  expect((await they.decisionOf(title)).seen).toBe(seen)
})

test('a world with a mistake is refused with its place, and the council goes on as it was', async () => {
  const { desk } = await rig.addresses()
  const put = async (world: unknown) => {
    const response = await fetch(`${desk}/sandbox/world`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(world),
    })
    return { status: response.status, text: await response.text() }
  }
  const before = await shown()
  const good = aWorld()
  const misspelt = { ...good, people: [{ ...good.people[0], emial: 'x' }] }
  expect(await put(misspelt)).toMatchObject({ status: 400, text: expect.stringContaining('people') as unknown })
  const unknown = await put({ ...good, rulebook: { preset: 'camden' } })
  expect(unknown).toMatchObject({ status: 422, text: expect.stringContaining('preset') as unknown })
  const contradiction = await put({ ...good, rulebook: { preset: 'tower-hamlets', settings: { minimum: { members: -1 } } } })
  expect(contradiction).toMatchObject({ status: 422, text: expect.stringContaining('minimum') as unknown })
  const noChoice = { preset: 'tower-hamlets', settings: { texts: { optOutAllowed: false } } }
  const optsOut = await put({ ...good, rulebook: noChoice, preferences: [{ person: 'm1', texts: false }] })
  expect(optsOut).toMatchObject({ status: 422, text: expect.stringContaining('preferences[0]') as unknown })
  const noMember = await put({ ...good, preferences: [{ person: 'officer', texts: false }] })
  expect(noMember).toMatchObject({ status: 422, text: expect.stringContaining('is no Member') as unknown })
  expect(await shown()).toEqual(before)
})

test('after all this the log names nobody, and holds no address, number, token or word of anyone', () => {
  for (const event of ['notification.dropped', 'sign-in.refused', 'bot.refused', 'receipt.refused']) {
    expect(lines.join('\n')).toContain(event)
  }
  expectNobodyIn(lines, /Scrutiny|Hard to read|No room|guessed|camden|Town Hall/)
})
