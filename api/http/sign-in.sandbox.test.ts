import { generateKeyPair } from 'jose'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { authority, claimsOf, clientId, nowSeconds, signed, tenantId, testKeys } from './testing/sign-in.ts'
import type { TestKeys } from './testing/sign-in.ts'
import { signInWith } from './sign-in.ts'

const oid = '00000000-0000-4000-8000-000000000901'
const otherTenant = '22222222-2222-4222-8222-222222222222'
let keys: TestKeys
let mono = 0
let seen: [string, string, number][] = []
let signIn: ReturnType<typeof signInWith>

beforeAll(async () => {
  keys = await testKeys()
})
afterAll(async () => keys.close())
beforeEach(() => {
  mono = 0
  seen = []
  signIn = signInWith({
    clientId,
    authority,
    jwksUri: keys.jwksUri,
    isServed: async (tenant) => tenant === tenantId,
    mono: () => mono,
    onSignIn: (_tenant, person, assertion, exp) => void seen.push([person, assertion, exp]),
  })
})

test('someone of a council we serve is known by tenant and object id, with their app roles', async () => {
  const token = await signed(keys.key, claimsOf(oid, { roles: ['Quorate.Officer', 'Quorate.Administrator', 'Another.Role', 'toString'] }))
  expect(await signIn(`Bearer ${token}`)).toEqual({
    ok: true,
    value: { tenantId, id: oid, name: 'A Person', roles: ['officer', 'administrator'] },
  })
})

test('the token of whoever signed in is handed on with the second at which it ends, from memory too', async () => {
  const exp = nowSeconds() + 600
  const token = await signed(keys.key, claimsOf(oid, { exp }))
  await signIn(`Bearer ${token}`)
  await signIn(`Bearer ${token}`)
  expect(seen).toEqual([
    [oid, token, exp],
    [oid, token, exp],
  ])
})

test.each([
  ['no header at all', undefined, 'missing'],
  ['another scheme', 'Basic abc', 'malformed'],
  ['no token', 'Bearer ', 'malformed'],
  ['two tokens', 'Bearer a.b.c, Bearer a.b.c', 'malformed'],
  ['three parts that are no token', 'Bearer a.b.c', 'malformed'],
  ['a token of over 16 kB', `Bearer ${'a'.repeat(17_000)}.b.c`, 'malformed'],
])('%s is refused', async (_what, authorization, refusal) => {
  expect(await signIn(authorization)).toEqual({ ok: false, refusal })
})

test.each([
  ['a version 1 token', { ver: '1.0' }, 'wrong-version'],
  ['another audience', { aud: 'bbbbbbbb-0000-4000-8000-00000000b001' }, 'wrong-audience'],
  ['a list of audiences, ours among them', { aud: [clientId, 'another'] }, 'wrong-audience'],
  ['another tenant in the issuer', { iss: `${authority}/${otherTenant}/v2.0` }, 'wrong-issuer'],
  ['another issuer', { iss: `https://login.example/${tenantId}/v2.0` }, 'wrong-issuer'],
  ['a tenant that we do not serve', { tid: otherTenant, iss: `${authority}/${otherTenant}/v2.0` }, 'unknown-tenant'],
  ['no tenant', { tid: undefined }, 'unknown-tenant'],
  ['an app and no person', { scp: undefined, roles: ['Quorate.Officer'] }, 'not-a-person'],
  ['an app that says so', { idtyp: 'app' }, 'not-a-person'],
  ['another scope', { scp: 'access_as_user_too' }, 'wrong-scope'],
  ['a client that is not of Microsoft 365', { azp: 'bbbbbbbb-0000-4000-8000-00000000b001' }, 'wrong-client'],
  ['no client', { azp: undefined }, 'wrong-client'],
  ['an object id that is none', { oid: 'hannah@thamesbrook.example' }, 'malformed'],
  ['a token that ended six minutes ago', { exp: nowSeconds() - 360 }, 'expired'],
  ['a token that begins in six minutes', { nbf: nowSeconds() + 360 }, 'expired'],
  ['a token without an end', { exp: undefined }, 'malformed'],
])('%s is refused', async (_what, claims, refusal) => {
  const token = await signed(keys.key, claimsOf(oid, claims))
  expect(await signIn(`Bearer ${token}`)).toEqual({ ok: false, refusal })
})

test('four minutes of difference between clocks are let pass', async () => {
  const token = await signed(keys.key, claimsOf(oid, { exp: nowSeconds() - 240 }))
  expect(await signIn(`Bearer ${token}`)).toMatchObject({ ok: true })
})

test('a token signed by somebody else is refused, whatever it says', async () => {
  const { privateKey } = await generateKeyPair('RS256')
  const token = await signed(privateKey, claimsOf(oid))
  expect(await signIn(`Bearer ${token}`)).toEqual({ ok: false, refusal: 'bad-signature' })
})

test('a token changed after it was signed is refused', async () => {
  const [header, , signature] = (await signed(keys.key, claimsOf(oid))).split('.')
  const payload = Buffer.from(JSON.stringify(claimsOf('00000000-0000-4000-8000-000000000666'))).toString('base64url')
  expect(await signIn(`Bearer ${header}.${payload}.${signature}`)).toEqual({ ok: false, refusal: 'bad-signature' })
})

test('an unsigned token, and one signed with a shared secret, are refused', async () => {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const unsigned = `${part({ alg: 'none', kid: 'key-1' })}.${part(claimsOf(oid))}.x`
  const secret = await signed(new TextEncoder().encode('a'.repeat(64)), claimsOf(oid), { alg: 'HS256' })
  expect(await signIn(`Bearer ${unsigned}`)).toEqual({ ok: false, refusal: 'wrong-algorithm' })
  expect(await signIn(`Bearer ${secret}`)).toEqual({ ok: false, refusal: 'wrong-algorithm' })
})

test('a token that brings its own key, or names none, is refused', async () => {
  const { privateKey } = await generateKeyPair('RS256')
  const own = await signed(privateKey, claimsOf(oid), { kid: 'mine', jku: 'https://evil.example/keys' })
  const none = await signed(keys.key, claimsOf(oid), { kid: undefined })
  expect(await signIn(`Bearer ${own}`)).toEqual({ ok: false, refusal: 'unknown-key' })
  expect(await signIn(`Bearer ${none}`)).toEqual({ ok: false, refusal: 'no-key-id' })
})

test('forged key ids make the keys be fetched once a minute and not once each', async () => {
  await signIn(`Bearer ${await signed(keys.key, claimsOf(oid))}`)
  const before = keys.fetched()
  for (const kid of ['a', 'b', 'c', 'd']) await signIn(`Bearer ${await signed(keys.key, claimsOf(oid), { kid })}`)
  mono += 61_000
  await signIn(`Bearer ${await signed(keys.key, claimsOf(oid), { kid: 'e' })}`)
  expect(keys.fetched() - before).toBe(1)
})

test('while the keys cannot be fetched those already known go on being used; with none, it is an outage and not a refusal', async () => {
  const fresh = await testKeys()
  const options = { clientId, authority, jwksUri: fresh.jwksUri, isServed: async () => true, mono: () => mono }
  const known = signInWith(options)
  expect(await known(`Bearer ${await signed(fresh.key, claimsOf(oid))}`)).toMatchObject({ ok: true })
  fresh.publish(undefined)
  mono += 2 * 24 * 60 * 60 * 1000
  expect(await known(`Bearer ${await signed(fresh.key, claimsOf(oid, { name: 'Again' }))}`)).toMatchObject({ ok: true })
  await expect(signInWith(options)(`Bearer ${await signed(fresh.key, claimsOf(oid))}`)).rejects.toThrow('entra')
  await fresh.close()
})

test('a token kept from before is not believed past its end', async () => {
  let wall = Date.now()
  const timed = signInWith({
    clientId,
    authority,
    jwksUri: keys.jwksUri,
    isServed: async () => true,
    mono: () => mono,
    wallClock: () => wall,
  })
  const token = await signed(keys.key, claimsOf(oid))
  expect(await timed(`Bearer ${token}`)).toMatchObject({ ok: true })
  wall += 2 * 3600 * 1000
  expect(await timed(`Bearer ${token}`)).toEqual({ ok: false, refusal: 'expired' })
})
