import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fakeConnector, type Reply } from '../api/adapters/connector/testing.ts'
import { KeySet } from '../api/http/key-set.ts'
import { jsonBody } from '../api/http/limits.ts'
import { nowSeconds, signed, tenantId, testKeys } from '../api/http/testing/sign-in.ts'
import { logTo } from '../api/log.ts'
import { testCouncil } from '../api/testing/council.ts'
import type { Exchanged } from '../api/ports/outcomes.ts'
import type { TestCouncil } from '../api/testing/council.ts'
import { ok } from '../domain/kernel/result.ts'
import { aMember, anOfficer, aPersonId, arrangedAt, aSession, towerHamlets } from '../domain/testing/builders.ts'
import { botEndpoint } from './bot.ts'

const clientId = 'aaaaaaaa-0000-4000-8000-00000000a002'
let connector: Awaited<ReturnType<typeof fakeConnector>>
let council: TestCouncil
let post: (activity: object, token?: string) => Promise<{ status: number; body: unknown }>
let close: () => Promise<void>
const lines: string[] = []
const noted: Exchanged[] = []

beforeAll(async () => {
  connector = await fakeConnector()
  council = await testCouncil({
    now: arrangedAt,
    rulebook: towerHamlets,
    members: [aMember(1)],
    officers: [anOfficer(901)],
    sessions: [aSession({ none: 1 })],
  })
  const keys = await testKeys({ endorsements: ['msteams'] })
  const bot = await botEndpoint({
    clientId,
    tenantId: '7e57ab1e-0000-4000-8000-000000000000',
    serviceHosts: [connector.host],
    keys: new KeySet({ address: async () => keys.jwksUri, dependency: 'teams', mono: () => 0 }),
    councils: council.councils,
    conversationsOf: (id) => council.councils.conversations(id),
    replyLimit: 1_000,
    note: (exchanged) => void noted.push(exchanged),
    token: async () => ok(await signed(keys.key, { aud: 'https://api.botframework.com', exp: nowSeconds() + 3600 })),
    kick: () => undefined,
    log: logTo((line) => lines.push(line)),
    mono: () => 0,
  })
  const server = createServer(express().post('/api/messages', jsonBody({ bytes: 256 * 1024 }), bot))
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const now = nowSeconds()
  const good = await signed(keys.key, {
    iss: 'https://api.botframework.com',
    aud: clientId,
    serviceurl: connector.serviceUrl,
    nbf: now,
    exp: now + 3600,
  })
  post = async (activity, token = good) => {
    const response = await fetch(`http://127.0.0.1:${port}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ ...envelope(), ...activity }),
    })
    const text = await response.text()
    return { status: response.status, body: text === '' ? undefined : (JSON.parse(text) as unknown) }
  }
  close = async () => {
    server.closeAllConnections()
    await new Promise<void>((resolve) => void server.close(() => resolve()))
    await Promise.all([keys.close(), connector.close()])
  }
})
afterAll(async () => close())

function envelope() {
  return {
    id: 'f:1',
    timestamp: '2026-10-13T13:10:00.1234567Z',
    channelId: 'msteams',
    serviceUrl: connector.serviceUrl,
    from: { id: '29:1abc', aadObjectId: aPersonId(1), name: 'canary name' },
    recipient: { id: `28:${clientId}`, name: 'Quorate' },
    conversation: { id: 'a:1', conversationType: 'personal', tenantId },
    channelData: { tenant: { id: tenantId } },
  }
}

const press = (verb: string, data: object) => ({
  type: 'invoke',
  name: 'adaptiveCard/action',
  replyToId: 'activity-1',
  value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
})

test('C2.1 a press on a card is answered with the card that now is true', async () => {
  const { status, body } = await post(press('answer', { sessionId: 's1', answer: 'accepted' }))
  expect(status).toBe(200)
  expect(body).toMatchObject({
    statusCode: 200,
    type: 'application/vnd.microsoft.card.adaptive',
    value: { type: 'AdaptiveCard', fallbackText: expect.stringContaining('You accepted') as unknown },
  })
})

test('a press tells where its presser is reached, and the card in its answer refreshes for that person by Teams’ own name', async () => {
  const from = { id: '29:another', aadObjectId: aPersonId(901) }
  const { body } = await post({
    ...press('answer', { sessionId: 's1', answer: 'declined' }),
    conversation: { id: 'a:9', conversationType: 'personal', tenantId },
    from,
  })
  expect(JSON.stringify(body)).toContain('You are not invited')
  expect(await council.councils.conversations(council.council.profile.id).find(aPersonId(901))).toMatchObject({
    conversationId: 'a:9',
    serviceUrl: connector.serviceUrl,
    accountId: '29:another',
  })
  const mine = await post(press('answer.refresh', { sessionId: 's1' }))
  expect(mine.body).toMatchObject({ value: { refresh: { action: { verb: 'answer.refresh' }, userIds: ['29:1abc'] } } })
})

test.each([
  ['an activity of no shape', { from: undefined }, 400],
  ['a tenant that is not served', { conversation: { id: 'a:1', tenantId: '22222222-2222-4222-8222-222222222222' }, channelData: {} }, 403],
  ['an address elsewhere', { serviceUrl: 'https://evil.example/' }, 401],
])('%s is answered with its own status, and the log has the reason', async (_what, given, status) => {
  const from = lines.length
  expect((await post({ type: 'message', text: 'hello', ...given })).status).toBe(status)
  expect(lines.slice(from).join()).toContain('"event":"bot.refused"')
})

test('installing the app keeps where its owner is reached', async () => {
  expect((await post({ type: 'installationUpdate', action: 'add' })).status).toBe(200)
  expect((await post({ type: 'conversationUpdate', membersAdded: [{ id: `28:${clientId}` }] })).status).toBe(200)
  expect(await council.councils.conversations(council.council.profile.id).find(aPersonId(1))).toMatchObject({
    conversationId: 'a:1',
    state: 'installed',
  })
})

test('what somebody types is answered in words, through the connector it came from', async () => {
  expect((await post({ type: 'message', text: 'hello' })).status).toBe(200)
  expect(connector.heard.at(-1)).toMatchObject({
    method: 'POST',
    body: { type: 'message', text: expect.stringContaining('Member training') as unknown },
  })
})

const failed: readonly (readonly [row: string, replies: Reply[], became: Exchanged['became'], because: string])[] = [
  ['429', [{ status: 429, headers: { 'retry-after': '60' } }], 'wait', 'later'],
  ['500', [{ status: 500 }], 'unknown', 'unknown'],
  ['503', [{ status: 503 }], 'unknown', 'unknown'],
  ['403 of somebody who blocked it', [{ status: 403, body: { error: { code: 'MessageWritesBlocked' } } }], 'final', 'blocked'],
  ['404', [{ status: 404 }], 'final', 'not-installed'],
  ['a status that nobody lists', [{ status: 418 }], 'unknown', 'unknown'],
  ['reset', ['reset'], 'unknown', 'unknown'],
  ['no answer in time', ['hang'], 'unknown', 'unknown'],
]
test.each(failed)(
  'a reply that meets %s is not said again; the activity was taken, and the log has why',
  async (_, replies, became, because) => {
    const [before, from] = [connector.heard.length, lines.length]
    connector.replies.push(...replies)
    expect((await post({ type: 'message', text: 'hello' })).status).toBe(200)
    expect(connector.heard).toHaveLength(before + 1)
    expect(noted.at(-1)).toMatchObject({ call: 'write', became })
    const unsaid = lines.slice(from).filter((line) => line.includes('"level":"warn"'))
    expect(unsaid).toMatchObject([expect.stringContaining(`"event":"bot.unsaid"`)])
    expect(unsaid.join()).toContain(`"because":"${because}"`)
    expect(lines.slice(from).join()).not.toContain('bot.failed')
  },
)

test('after a token that was refused a reply is said once more with a new one, and then no more', async () => {
  for (const [refusals, said] of [
    [1, true],
    [2, false],
  ] as const) {
    const [before, from] = [connector.heard.length, lines.length]
    connector.replies.push(...Array.from({ length: refusals }, () => ({ status: 401 })))
    expect((await post({ type: 'message', text: 'hello' })).status).toBe(200)
    expect(connector.heard).toHaveLength(before + 2)
    expect(lines.slice(from).join().includes('bot.unsaid')).toBe(!said)
  }
})

test('events that are none of ours are taken and left alone', async () => {
  for (const activity of [
    { type: 'messageReaction', reactionsAdded: [{ type: 'like' }] },
    { type: 'typing' },
    { type: 'invoke', name: 'composeExtension/query', value: {} },
  ]) {
    expect((await post(activity)).status).toBe(200)
  }
})

test('without the connector’s own token nothing happens and nothing is sent anywhere', async () => {
  const before = connector.heard.length
  expect((await post({ type: 'message', text: 'hello' }, 'a.b.c')).status).toBe(401)
  expect(connector.heard).toHaveLength(before)
})

test('a mark that the activity brings along is not believed', async () => {
  const { body } = await post({ ...press('decide.refresh', { sessionId: 's1' }), quorateMark: '1' })
  expect(JSON.stringify(body)).toContain('for officers')
})

test('of all this the log has ids and kinds, and nobody’s name or words', () => {
  expect(lines.join()).toContain('"event":"bot.handled"')
  expect(lines.join()).not.toMatch(/canary|hello|29:1abc/)
})
