import { ConversationClient, type MessageActivityInput } from '@microsoft/teams.api'
import express from 'express'
import { createLocalJWKSet, jwtVerify, type JSONWebKeySet } from 'jose'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { personIn } from '../context.ts'
import { createEntra } from '../entra/entra.ts'
import { bot, homeTenantId } from '../entra/registrations.ts'
import { createSigningKeys, type SigningKeys } from '../entra/signing-keys.ts'
import type { Person, Verify } from '../service.ts'
import { hostOf, type Host } from '../testing/host.ts'
import { createConnector, type Connector } from './connector.ts'

type Arrived = { authorization: string; body: Record<string, unknown> & { from: { aadObjectId: string } } }

let entraKeys: SigningKeys
let keys: SigningKeys
let host: Host
let connector: Connector
let arrived: Arrived[]
let answer: { status: number; body?: object }

beforeAll(async () => {
  ;[entraKeys, keys] = await Promise.all([createSigningKeys(), createSigningKeys()])
})
beforeEach(async () => {
  let verify: Verify
  host = await hostOf({
    entra: (context) => {
      const entra = createEntra(context, entraKeys)
      verify = entra.verify
      return entra
    },
    connector: (context) => (connector = createConnector(context, { keys, verify })),
  })
  arrived = []
  answer = { status: 200 }
  host.app.post('/product/api/messages', express.json(), (request, response) => {
    arrived.push({ authorization: request.headers.authorization ?? '', body: request.body as Arrived['body'] })
    response.status(answer.status).json(answer.body)
  })
})
afterEach(() => host.close())

function person(id: string): Person {
  const found = personIn(host.context.people, id)
  if (!found) throw new Error(`No ${id}`)
  return found
}

async function botToken(): Promise<string> {
  const response = await fetch(`${host.base}/entra/${homeTenantId}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: bot.clientId,
      client_secret: bot.clientSecret,
      scope: 'https://api.botframework.com/.default',
    }),
  })
  return ((await response.json()) as { access_token: string }).access_token
}

/** Teams' own client, as the product uses it. */
async function client(token?: string): Promise<ConversationClient> {
  return new ConversationClient(`${host.base}/connector/`, { token: token ?? (await botToken()) })
}

async function begin(who: string): Promise<string> {
  const { tenantId = '' } = host.context.world.council
  const conversations = await client()
  const begun = await conversations.create({
    members: [{ id: person(who).objectId, name: '', role: 'user' }],
    tenantId,
    bot: { id: `28:${bot.clientId}` },
    channelData: { tenant: { id: tenantId } },
  })
  return (begun as { id: string }).id
}

const card = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: [
    { type: 'ActionSet', actions: [{ type: 'Action.Execute', title: 'Accept', verb: 'accept', data: { session: 's1', answer: 'none' } }] },
  ],
}
const withCard = (content: object): MessageActivityInput =>
  ({
    type: 'message',
    summary: 'Planning on Thursday',
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content }],
  }) as unknown as MessageActivityInput

async function send(who: string, content: object = card): Promise<{ conversation: string; id: string }> {
  const conversation = await begin(who)
  const conversations = await client()
  const { id } = await conversations.createActivity(conversation, withCard(content))
  return { conversation, id }
}

test('a card is sent, replaced and taken away through Teams’ own client', async () => {
  const { conversation, id } = await send('ann')
  expect(connector.cardsOf(person('ann'))).toMatchObject([
    { id, at: '2026-09-10T09:00:00Z', activity: { summary: 'Planning on Thursday' } },
  ])
  const conversations = await client()
  await conversations.updateActivity(conversation, id, withCard({ ...card, body: [] }))
  expect(connector.cardsOf(person('ann'))).toMatchObject([{ id, activity: { attachments: [{ content: { body: [] } }] } }])
  await conversations.deleteActivity(conversation, id)
  expect(connector.cardsOf(person('ann'))).toEqual([])
})

test('a conversation begun twice is the same one', async () => {
  expect(await begin('ann')).toBe(await begin('ann'))
})

test('no conversation with somebody for whom the bot was never installed', async () => {
  await expect(begin('cara')).rejects.toMatchObject({ response: { status: 403, data: { error: { code: 'BotNotInConversationRoster' } } } })
})

test.each([
  ['no token', ''],
  ['a person’s token', 'person'],
])('%s opens nothing', async (_what, kind) => {
  const entra = createEntra(host.context, entraKeys)
  const token = kind === 'person' ? await entra.tokenFor(person('ann'), { audience: 'graph' }) : kind
  const response = await fetch(`${host.base}/connector/v3/conversations`, { method: 'POST', headers: { Authorization: `Bearer ${token}` } })
  expect(response.status).toBe(401)
})

test.each([
  ['an unknown chat', '/v3/conversations/a:1x/activities', { type: 'message' }, 404],
  ['an activity without a type', '/v3/conversations/a:1x/activities', {}, 400],
  ['a stranger', '/v3/conversations', { members: [{ id: 'ann@riverton.example' }], tenantId: '7e57ab1e-0000-4000-8000-000000000001' }, 400],
  ['another tenant', '/v3/conversations', { members: [{ id: 'x' }], tenantId: homeTenantId }, 403],
  ['too large a card', '/v3/conversations/a:1x/activities', { type: 'message', text: 'x'.repeat(50_000) }, 413],
])('%s is refused', async (_what, path, body, status) => {
  const response = await fetch(`${host.base}/connector${path}`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${await botToken()}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })
  expect(response.status).toBe(status)
})

test('the eighth message to one chat within a second is throttled, unless the shared clock has moved on', async () => {
  const conversation = await begin('ann')
  const conversations = await client()
  const message = { type: 'message', text: 'Hello' } as unknown as MessageActivityInput
  for (let count = 0; count < 7; count += 1) await conversations.createActivity(conversation, message)
  await expect(conversations.createActivity(conversation, message)).rejects.toMatchObject({ response: { status: 429 } })
  host.context.clock.set(host.context.clock.now().add({ seconds: 2 }))
  await conversations.createActivity(conversation, message)
})

test('installing tells the product twice, signed as the connector signs, for officers and Members who have the bot', async () => {
  connector.installForAll()
  await host.context.work.idle()
  expect(arrived.map(({ body }) => String(body['type'])).toSorted((one, other) => one.localeCompare(other))).toEqual([
    ...Array.from({ length: 3 }, () => 'conversationUpdate'),
    ...Array.from({ length: 3 }, () => 'installationUpdate'),
  ])
  const first = arrived[0]
  const metadata = (await (await fetch(`${host.base}/connector/v1/.well-known/openidconfiguration`)).json()) as {
    issuer: string
    jwks_uri: string
  }
  const published = (await (await fetch(metadata.jwks_uri)).json()) as JSONWebKeySet & { keys: { endorsements: string[] }[] }
  expect(published.keys[0]?.endorsements).toEqual(['msteams'])
  const token = await jwtVerify(first?.authorization.slice('Bearer '.length) ?? '', createLocalJWKSet(published), {
    issuer: metadata.issuer,
    audience: bot.clientId,
  })
  expect(token.payload['serviceurl']).toBe(first?.body['serviceUrl'])
  expect(first?.body).toMatchObject({
    channelId: 'msteams',
    conversation: { conversationType: 'personal' },
    from: { aadObjectId: expect.any(String) },
  })
})

test('pressing a button sends its data with what was typed, as the person who pressed, and shows the card that comes back', async () => {
  const { id } = await send('ann')
  const replacing = { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: 'You accepted' }] }
  answer = { status: 200, body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: replacing } }
  const pressed = await connector.press(person('ann'), id, { verb: 'accept', data: { answer: 'accepted' }, trigger: 'manual' })
  expect(pressed).toEqual({ kind: 'answered', answer: answer.body })
  expect(arrived).toMatchObject([
    {
      body: {
        type: 'invoke',
        name: 'adaptiveCard/action',
        replyToId: id,
        from: { aadObjectId: person('ann').objectId },
        value: { action: { type: 'Action.Execute', verb: 'accept', data: { session: 's1', answer: 'accepted' } }, trigger: 'manual' },
      },
    },
  ])
  expect(connector.cardsOf(person('ann'))).toMatchObject([
    { activity: { summary: 'Planning on Thursday', attachments: [{ content: replacing }] } },
  ])
})

test('a button that was there before the card changed can still be pressed', async () => {
  const { conversation, id } = await send('ann')
  await (await client()).updateActivity(conversation, id, withCard({ ...card, body: [] }))
  expect(await connector.press(person('ann'), id, { verb: 'accept', data: {}, trigger: 'manual' })).toMatchObject({ kind: 'answered' })
})

test('a message in the answer stands below the card', async () => {
  const { id } = await send('ann')
  answer = { status: 200, body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Kept.' } }
  await connector.press(person('ann'), id, { verb: 'accept', data: {}, trigger: 'manual' })
  expect(connector.cardsOf(person('ann')).map(({ activity }) => activity.text ?? activity.summary)).toEqual([
    'Planning on Thursday',
    'Kept.',
  ])
})

test('a card of somebody else, a button that never was and a product that fails are told apart', async () => {
  const { id } = await send('ann')
  const press = (who: string, verb: string) => connector.press(person(who), id, { verb, data: {}, trigger: 'manual' })
  expect(await press('bob', 'accept')).toEqual({ kind: 'no-such-card' })
  expect(await press('ann', 'cancel')).toEqual({ kind: 'no-such-button', verbs: ['accept'] })
  answer = { status: 500, body: { title: 'Broken' } }
  expect(await press('ann', 'accept')).toEqual({ kind: 'product-failed', status: 500, answer: { title: 'Broken' } })
})

test('what a person types reaches the product as that person', async () => {
  await connector.say(person('bob'), 'What is next?')
  expect(arrived).toMatchObject([{ body: { type: 'message', text: 'What is next?', from: { aadObjectId: person('bob').objectId } } }])
})

test('a fault on the connector answers as told', async () => {
  const body = { error: { code: 'MessageWritesBlocked', message: 'The bot is blocked.' } }
  host.context.faults.add([
    { service: 'connector', method: 'POST', path: '/activities', action: { kind: 'status', status: 403, body }, times: 1 },
  ])
  await expect(send('ann')).rejects.toMatchObject({ response: { status: 403, data: body } })
  await send('ann')
})

test('a product that cannot be reached has failed, and the one who pressed is told so', async () => {
  const { id } = await send('ann')
  const ann = person('ann')
  await host.close()
  const failed = { status: 504, body: expect.stringContaining('did not answer') }
  expect(await connector.say(ann, 'Hello')).toMatchObject(failed)
  const pressed = await connector.press(ann, id, { verb: 'accept', data: {}, trigger: 'manual' })
  expect(pressed).toMatchObject({ kind: 'product-failed', status: 504 })
})

test('a body that cannot be read, and one that is far too large, are refused in the connector’s own shape', async () => {
  const post = async (body: string) => {
    const response = await fetch(`${host.base}/connector/v3/conversations`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${await botToken()}`, 'Content-Type': 'application/json' },
      body,
    })
    return [response.status, ((await response.json()) as { error: { code: string } }).error.code]
  }
  expect(await post('{')).toEqual([400, 'BadSyntax'])
  expect(await post(JSON.stringify({ text: 'x'.repeat(2_000_000) }))).toEqual([413, 'MessageSizeTooBig'])
})
