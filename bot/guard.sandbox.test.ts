import { generateKeyPair } from 'jose'
import type { JWTPayload } from 'jose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { KeySet } from '../api/http/key-set.ts'
import { claimsOf, nowSeconds, signed, tenantId, testKeys } from '../api/http/testing/sign-in.ts'
import type { TestKeys } from '../api/http/testing/sign-in.ts'
import { testCouncil } from '../api/testing/council.ts'
import { aPersonId, arrangedAt, towerHamlets } from '../domain/testing/builders.ts'
import { guard } from './guard.ts'
import type { GuardOptions } from './guard.ts'

const botClientId = 'aaaaaaaa-0000-4000-8000-00000000a002'
const serviceUrl = 'https://smba.trafficmanager.net/uk/'
let endorsed: TestKeys
let options: GuardOptions

beforeAll(async () => {
  endorsed = await testKeys({ endorsements: ['msteams'] })
  const { councils } = await testCouncil({ now: arrangedAt, rulebook: towerHamlets })
  options = { botClientId, serviceHosts: ['smba.trafficmanager.net'], keys: keySet(endorsed), councils }
})
afterAll(async () => endorsed.close())

function keySet({ jwksUri }: TestKeys): KeySet {
  return new KeySet({ address: async () => jwksUri, dependency: 'teams', mono: () => 0 })
}

function connectorClaims(given: Readonly<Record<string, unknown>> = {}): JWTPayload {
  const now = nowSeconds()
  const claims = { iss: 'https://api.botframework.com', aud: botClientId, serviceurl: serviceUrl, nbf: now, exp: now + 3600, ...given }
  return Object.fromEntries(Object.entries(claims).filter(([, value]) => value !== undefined))
}

function anActivity(given: Readonly<Record<string, unknown>> = {}): object {
  return {
    type: 'message',
    id: 'f:1',
    channelId: 'msteams',
    serviceUrl,
    from: { id: '29:1abc', aadObjectId: aPersonId(901) },
    recipient: { id: `28:${botClientId}` },
    conversation: { id: 'a:1xyz', conversationType: 'personal', tenantId, isGroup: 'False' },
    channelData: { tenant: { id: tenantId } },
    text: 'hello',
    timestamp: '2026-10-13T13:10:00.1234567Z',
    ...given,
  }
}

async function verdict(token: string, body: unknown = anActivity(), changed: Partial<GuardOptions> = {}): Promise<string> {
  const result = await guard({ authorization: [`Bearer ${token}`], body }, { ...options, ...changed })
  return result.ok ? 'let in' : result.refusal
}

test('what the connector posted about someone of a council we serve is let in, as that person', async () => {
  const result = await guard({ authorization: [`Bearer ${await signed(endorsed.key, connectorClaims())}`], body: anActivity() }, options)
  expect(result).toMatchObject({
    ok: true,
    value: { person: aPersonId(901), council: { profile: { id: 'thamesbrook' } }, activity: { text: 'hello' } },
  })
})

test('real payloads pass: no Entra id, the tenant in one place only, an address without its slash', async () => {
  const token = await signed(endorsed.key, connectorClaims())
  expect(await verdict(token, anActivity({ from: { id: '29:1abc' } }))).toBe('let in')
  expect(await verdict(token, anActivity({ conversation: { id: 'a:1xyz' } }))).toBe('let in')
  expect(await verdict(token, anActivity({ channelData: { eventType: 'x' } }))).toBe('let in')
  expect(await verdict(token, anActivity({ serviceUrl: serviceUrl.slice(0, -1) }))).toBe('let in')
})

test('a signed-in person’s own token is not the connector’s, even when it is made out to the bot', async () => {
  const token = await signed(endorsed.key, claimsOf(aPersonId(901), { aud: botClientId, serviceurl: serviceUrl }))
  expect(await verdict(token)).toBe('not-verified')
})

test.each([
  ['another issuer', { iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/' }, 'not-verified'],
  ['another bot', { aud: 'bbbbbbbb-0000-4000-8000-00000000b002' }, 'wrong-audience'],
  ['a list of audiences', { aud: [botClientId] }, 'wrong-audience'],
  ['an hour ago', { exp: nowSeconds() - 3600 }, 'not-verified'],
  ['no service address', { serviceurl: undefined }, 'wrong-service'],
  ['another service address', { serviceurl: 'https://smba.trafficmanager.net/amer/' }, 'wrong-service'],
])('a token for %s is refused', async (_what, claims, refusal) => {
  expect(await verdict(await signed(endorsed.key, connectorClaims(claims)))).toBe(refusal)
})

test('a host that is not on the list is refused, so that the bot’s token never goes there', async () => {
  for (const evil of [
    'https://evil.example/',
    'https://smba.trafficmanager.net.evil.example/',
    'https://smba.trafficmanager.net@evil.example/',
    'http://smba.trafficmanager.net/',
  ]) {
    const token = await signed(endorsed.key, connectorClaims({ serviceurl: evil }))
    expect(await verdict(token, anActivity({ serviceUrl: evil }))).toBe('service-not-allowed')
  }
})

test('the tenant that a signed address names goes before what the activity says', async () => {
  const addressOf = (tenant: string) => `${serviceUrl}${tenant}/`
  for (const [tenant, met] of [
    [tenantId, 'let in'],
    ['22222222-2222-4222-8222-222222222222', 'wrong-service'],
  ] as const) {
    const token = await signed(endorsed.key, connectorClaims({ serviceurl: addressOf(tenant) }))
    expect(await verdict(token, anActivity({ serviceUrl: addressOf(tenant) }))).toBe(met)
  }
})

test('forged, unsigned and unendorsed tokens are refused', async () => {
  const { privateKey } = await generateKeyPair('RS256')
  const bare = await testKeys()
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  expect(await verdict(await signed(privateKey, connectorClaims()))).toBe('not-verified')
  expect(await verdict(await signed(privateKey, connectorClaims(), { kid: 'mine' }))).toBe('unknown-key')
  expect(await verdict(`${part({ alg: 'none' })}.${part(connectorClaims())}.x`)).toBe('wrong-algorithm')
  expect(await verdict('a.b.c')).toBe('malformed')
  expect(await verdict(await signed(bare.key, connectorClaims()), anActivity(), { keys: keySet(bare) })).toBe('not-endorsed')
  await bare.close()
})

test('no authorization, and two, are refused', async () => {
  const token = `Bearer ${await signed(endorsed.key, connectorClaims())}`
  for (const authorization of [[], [token, token], ['Basic abc']]) {
    expect(await guard({ authorization, body: anActivity() }, options)).toEqual({ ok: false, refusal: 'no-token' })
  }
})

test.each([
  [
    'a tenant that we do not serve',
    { conversation: { id: 'a:1' }, channelData: { tenant: { id: '22222222-2222-4222-8222-222222222222' } } },
    'unknown-tenant',
  ],
  ['two tenants that differ', { channelData: { tenant: { id: '22222222-2222-4222-8222-222222222222' } } }, 'unknown-tenant'],
  ['no tenant', { conversation: { id: 'a:1' }, channelData: {} }, 'unknown-tenant'],
  ['another channel', { channelId: 'emulator' }, 'unreadable-activity'],
  ['a conversation that leads elsewhere', { conversation: { id: '../../v3/attachments', tenantId } }, 'unreadable-activity'],
  ['an Entra id that is none', { from: { id: '29:1', aadObjectId: 'hannah@thamesbrook.example' } }, 'unreadable-activity'],
])('an activity of %s is refused', async (_what, changes, refusal) => {
  expect(await verdict(await signed(endorsed.key, connectorClaims()), anActivity(changes))).toBe(refusal)
})

test.each([['nothing'], [undefined], [[]], [42]])('%j for an activity is refused', async (body) => {
  const result = await guard({ authorization: [`Bearer ${await signed(endorsed.key, connectorClaims())}`], body }, options)
  expect(result).toEqual({ ok: false, refusal: 'unreadable-activity' })
})
