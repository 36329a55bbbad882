import { afterEach, beforeEach, expect, test } from 'vitest'
import { ok, refused } from '../../../domain/kernel/result.ts'
import { instant } from '../../../domain/kernel/time.ts'
import { aPersonId } from '../../../domain/testing/builders.ts'
import type { Conversation, Conversations } from '../../ports/conversations.ts'
import type { CardSender } from '../../ports/senders.ts'
import { Unavailable } from '../../ports/unavailable.ts'
import { createTestClock } from '../../testing/clock.ts'
import { connectorCards } from './cards.ts'
import type { CardSenderOptions } from './cards.ts'
import { fakeConnector } from './testing.ts'
import type { Reply } from './testing.ts'

const to = aPersonId(901)
const message = { card: { type: 'AdaptiveCard', refresh: { userIds: [to] } }, text: 'Four of six are coming.' }
let connector: Awaited<ReturnType<typeof fakeConnector>>
let kept: Map<string, Conversation>
let tokens: boolean[]

beforeEach(async () => {
  connector = await fakeConnector()
  kept = new Map()
  tokens = []
})
afterEach(async () => connector.close())

const conversations: Conversations = {
  find: async (person) => kept.get(person),
  keep: async (conversation) => void kept.set(conversation.personId, conversation),
}

function sender(given: Partial<CardSenderOptions> = {}): CardSender {
  return connectorCards({
    tenantId: '11111111-1111-4111-8111-111111111111',
    botClientId: 'aaaaaaaa-0000-4000-8000-00000000a002',
    serviceUrl: connector.serviceUrl,
    serviceHosts: [connector.host],
    token: async ({ fresh }) => {
      tokens.push(fresh)
      return ok(fresh ? 'fresh-token' : 'token')
    },
    conversations,
    clock: createTestClock(instant('2026-10-15T08:00:00Z')),
    ...given,
  })
}

function known(given: Partial<Conversation> = {}): void {
  kept.set(to, {
    personId: to,
    conversationId: 'a:1',
    serviceUrl: connector.serviceUrl,
    accountId: '29:1abc',
    state: 'installed',
    ...given,
  })
}

const send = async (by: CardSender = sender(), signal = AbortSignal.timeout(5000)) =>
  by.send({ key: 'thamesbrook~s1~d1', to, message }, signal)

test('a card goes to the conversation that was kept, with its words for whoever cannot see it', async () => {
  known()
  expect(await send()).toEqual({ kind: 'sent', providerId: 'activity-1' })
  expect(connector.heard).toMatchObject([
    {
      method: 'POST',
      path: '/uk/v3/conversations/a:1/activities',
      authorization: 'Bearer token',
      body: {
        type: 'message',
        summary: 'Four of six are coming.',
        attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: { refresh: { userIds: ['29:1abc'] } } }],
      },
    },
  ])
})

test('with someone never heard from a conversation is begun, by the Entra id and never by an address, and kept', async () => {
  connector.replies.push({ status: 201, body: { id: 'a:new' } })
  expect(await send()).toMatchObject({ kind: 'sent' })
  expect(connector.heard[0]).toMatchObject({
    path: '/uk/v3/conversations',
    body: { members: [{ id: to }], tenantId: '11111111-1111-4111-8111-111111111111' },
  })
  expect(kept.get(to)).toMatchObject({ conversationId: 'a:new', state: 'installed' })
})

test('C3.9 a card sent before is replaced in place', async () => {
  known()
  const updated = await sender().update({ providerId: 'activity-7', to, message }, AbortSignal.timeout(5000))
  expect(updated).toEqual({ kind: 'sent', providerId: 'activity-7' })
  expect(connector.heard).toMatchObject([{ method: 'PUT', path: '/uk/v3/conversations/a:1/activities/activity-7' }])
})

const outcomes: readonly (readonly [string, Reply, object])[] = [
  [
    'not installed',
    { status: 403, body: { error: { code: 'BotNotInConversationRoster' } } },
    { kind: 'refused', because: 'not-installed' },
  ],
  [
    'blocked, said within a message',
    { status: 403, body: { error: { message: '{"subCode":"MessageWritesBlocked"}' } } },
    { kind: 'refused', because: 'blocked' },
  ],
  ['gone', { status: 404 }, { kind: 'refused', because: 'not-installed' }],
  ['wrong', { status: 400 }, { kind: 'refused', because: 'refused' }],
  ['too large', { status: 413 }, { kind: 'refused', because: 'refused' }],
  ['too many, with when to come back', { status: 429, headers: { 'retry-after': '7' } }, { kind: 'later', afterSeconds: 7 }],
  ['too many, without', { status: 429 }, { kind: 'later', afterSeconds: 30 }],
  ['precondition failed', { status: 412 }, { kind: 'unknown', note: 'status 412' }],
  ['bad gateway', { status: 502 }, { kind: 'unknown', note: 'status 502' }],
  ['gateway time-out', { status: 504 }, { kind: 'unknown', note: 'status 504' }],
  ['a status nobody listed', { status: 418 }, { kind: 'unknown', note: 'status 418' }],
  ['a lost connection', 'reset', { kind: 'unknown', note: 'ECONNRESET' }],
  ['sent, with an answer that cannot be read', { status: 200, body: { ok: true } }, { kind: 'unknown', note: 'UNREADABLE' }],
  ['moved elsewhere', { status: 302, headers: { location: 'https://evil.example/' } }, { kind: 'unknown' }],
]

test.each(outcomes)('%s', async (_what, reply, outcome) => {
  known()
  connector.replies.push(reply)
  expect(await send()).toMatchObject(outcome)
})

test('a call that is not answered in time may have arrived, and is not called a failure', async () => {
  known()
  connector.replies.push('hang')
  expect(await send(sender(), AbortSignal.timeout(200))).toMatchObject({ kind: 'unknown' })
})

test('no connection at all is certainly not sent', async () => {
  known({ serviceUrl: 'http://127.0.0.1:9/uk' })
  expect(await send(sender({ serviceHosts: ['127.0.0.1:9'] }))).toEqual({ kind: 'later', afterSeconds: 15, silent: 'teams' })
})

test('without a token, because Entra is silent, nothing is sent and nothing is in doubt', async () => {
  known()
  const token = () => Promise.reject(new Unavailable('entra', 'no token was given'))
  expect(await send(sender({ token }))).toEqual({ kind: 'later', afterSeconds: 30, silent: 'entra' })
  expect(connector.heard).toEqual([])
})

test('a refused token is got anew once; refused again, somebody must look', async () => {
  known()
  connector.replies.push({ status: 401 })
  expect(await send()).toMatchObject({ kind: 'sent' })
  expect(tokens).toEqual([false, true])
  connector.replies.push({ status: 401 }, { status: 401 })
  expect(await send()).toEqual({ kind: 'stopped', because: 'misconfigured', untilUtcMidnight: false })
  expect(await send(sender({ token: async () => refused('misconfigured') }))).toMatchObject({ kind: 'stopped' })
})

test('one who blocked or removed the bot is not tried again until it is installed anew', async () => {
  known()
  connector.replies.push({ status: 403, body: { error: { code: 'MessageWritesBlocked' } } })
  await send()
  expect(await send()).toEqual({ kind: 'refused', because: 'blocked' })
  expect(connector.heard).toHaveLength(1)
  known({ state: 'removed' })
  expect(await send()).toEqual({ kind: 'refused', because: 'not-installed' })
  known()
  expect(await send()).toMatchObject({ kind: 'sent' })
})

test('the bot’s token goes to no host that is not on the list, whatever a conversation says', async () => {
  known({ serviceUrl: 'https://evil.example/uk' })
  expect(await send()).toEqual({ kind: 'refused', because: 'misconfigured' })
  known({ serviceUrl: `http://evil@${connector.host}/uk` })
  expect(await send()).toEqual({ kind: 'refused', because: 'misconfigured' })
  expect(tokens).toEqual([])
  expect(connector.heard).toEqual([])
})

test('cards to one person are spread out: the eighth at once waits for its turn', async () => {
  known()
  const clock = createTestClock(instant('2026-10-15T08:00:00Z'))
  const paced = sender({ clock })
  await Promise.all(Array.from({ length: 7 }, async () => send(paced)))
  const eighth = send(paced)
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(connector.heard).toHaveLength(7)
  clock.pass(2_000)
  expect(await eighth).toMatchObject({ kind: 'sent' })
})
