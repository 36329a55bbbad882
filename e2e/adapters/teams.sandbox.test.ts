import express from 'express'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { connectorCards } from '../../api/adapters/connector/cards.ts'
import { KeySet } from '../../api/http/key-set.ts'
import { tenantId } from '../../api/http/testing/sign-in.ts'
import { logTo } from '../../api/log.ts'
import type { Conversation, Conversations } from '../../api/ports/conversations.ts'
import type { CardSender } from '../../api/ports/senders.ts'
import { createTestClock } from '../../api/testing/clock.ts'
import { testCouncil } from '../../api/testing/council.ts'
import { botEndpoint } from '../../bot/bot.ts'
import { personId, type PersonId } from '../../domain/kernel/ids.ts'
import { ok } from '../../domain/kernel/result.ts'
import { arrangedAt, towerHamlets } from '../../domain/testing/builders.ts'
import { createConnector, type Connector } from '../../sandbox/connector/connector.ts'
import { personIn } from '../../sandbox/context.ts'
import { createEntra } from '../../sandbox/entra/entra.ts'
import { bot, homeTenantId } from '../../sandbox/entra/registrations.ts'
import { createSigningKeys } from '../../sandbox/entra/signing-keys.ts'
import { afterTheDeed } from '../../sandbox/graph/testing.ts'
import type { FaultAction, Person, Verify } from '../../sandbox/service.ts'
import { hostOf, type Host } from '../../sandbox/testing/host.ts'
import { aWorld } from '../../sandbox/testing/worlds.ts'

const signal = new AbortController().signal
const entraKeys = await createSigningKeys()
const connectorKeys = await createSigningKeys()
const card = (words: string) => ({
  card: { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: words }] },
  text: words,
})
let host: Host
let connector: Connector
let kept: Map<PersonId, Conversation>

beforeEach(async () => {
  const world = aWorld()
  let verify: Verify
  host = await hostOf(
    {
      entra: (context) => {
        const entra = createEntra(context, entraKeys)
        verify = entra.verify
        return entra
      },
      connector: (context) => (connector = createConnector(context, { keys: connectorKeys, verify })),
    },
    { ...world, council: { ...world.council, tenantId } },
  )
  kept = new Map()
})
afterEach(() => host.close())

const conversations: Conversations = {
  find: async (person) => kept.get(person),
  keep: async (conversation) => void kept.set(conversation.personId, conversation),
}

function person(id: string): Person {
  const found = personIn(host.context.people, id)
  if (!found) throw new Error(`No ${id}`)
  return found
}
const idOf = (id: string) => personId(person(id).objectId)
const cardsOf = (id: string) => connector.cardsOf(person(id)).map(({ activity }) => activity.summary)

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

function sender(): CardSender {
  return connectorCards({
    tenantId,
    botClientId: bot.clientId,
    serviceUrl: `${host.base}/connector`,
    serviceHosts: [new URL(host.base).host],
    token: async () => ok(await botToken()),
    conversations,
    clock: createTestClock(arrangedAt),
  })
}

const send = (to: string, words = 'Four of six are coming.') =>
  sender().send({ key: 'riverton~s1~d1', to: idOf(to), message: card(words) }, signal)

test('a card reaches somebody who never wrote to the bot, and is replaced where it stands', async () => {
  const sent = await send('ann')
  expect(sent).toMatchObject({ kind: 'sent' })
  const providerId = (sent.kind === 'sent' && sent.providerId) || ''
  expect(await sender().update({ providerId, to: idOf('ann'), message: card('Six of six.') }, signal)).toEqual({ kind: 'sent', providerId })
  expect(cardsOf('ann')).toEqual(['Six of six.'])
})

test('somebody for whom the bot was never installed is told apart, and so is one who has blocked it', async () => {
  expect(await send('cara')).toEqual({ kind: 'refused', because: 'not-installed' })
  await send('ann')
  const body = { error: { code: 'MessageWritesBlocked', message: 'The bot is blocked.' } }
  strike({ kind: 'status', status: 403, body })
  expect(await send('ann')).toEqual({ kind: 'refused', because: 'blocked' })
  expect(kept.get(idOf('ann'))).toMatchObject({ state: 'blocked' })
})

test.each([
  ['throttled', { kind: 'status', status: 429, retryAfter: 3 }, { kind: 'later', afterSeconds: 3 }, 1],
  ['lost after it was taken', afterTheDeed('reset'), { kind: 'unknown' }, 2],
  ['answered with a 502', { kind: 'status', status: 502 }, { kind: 'unknown' }, 1],
] as const)('a card that is %s', async (_what, action, expected, arrived) => {
  await send('ann')
  strike(action)
  expect(await send('ann')).toMatchObject(expected)
  expect(cardsOf('ann')).toHaveLength(arrived)
})

function strike(action: FaultAction): void {
  host.context.faults.add([{ service: 'connector', method: 'POST', path: '/activities', action, times: 1 }])
}

test('what Teams posts passes the guard and the SDK: the bot knows where it was installed, and answers whoever writes', async () => {
  const council = await testCouncil({ now: arrangedAt, rulebook: towerHamlets, members: [], officers: [], sessions: [] })
  const endpoint = await botEndpoint({
    clientId: bot.clientId,
    tenantId: homeTenantId,
    serviceHosts: [new URL(host.base).host],
    keys: new KeySet({ address: async () => `${host.base}/connector/v1/.well-known/keys`, dependency: 'teams', mono: () => 0 }),
    councils: council.councils,
    conversationsOf: () => conversations,
    token: async () => ok(await botToken()),
    kick: () => undefined,
    log: logTo(() => undefined),
    mono: () => 0,
  })
  host.app.post('/product/api/messages', express.json(), endpoint)
  connector.installForAll()
  await host.context.work.idle()
  expect([...kept.keys()].toSorted()).toEqual([idOf('olive'), idOf('ann'), idOf('bob')].toSorted())
  expect(kept.get(idOf('ann'))).toMatchObject({ state: 'installed', accountId: expect.stringMatching(/^29:/) })

  expect(await connector.say(person('ann'), 'What is next?')).toMatchObject({ status: 200 })
  expect(connector.cardsOf(person('ann'))).toHaveLength(1)
  const { id } = connector.cardsOf(person('ann'))[0] ?? { id: '' }
  expect(await connector.press(person('bob'), id, { verb: 'answer', data: {}, trigger: 'manual' })).toEqual({ kind: 'no-such-card' })
})
