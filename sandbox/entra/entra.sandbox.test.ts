import { ConfidentialClientApplication } from '@azure/msal-node'
import { decodeJwt } from 'jose'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { personIn } from '../context.ts'
import type { Person } from '../service.ts'
import { hostOf, type Host } from '../testing/host.ts'
import { aWorld } from '../testing/worlds.ts'
import { createEntra, type Entra } from './entra.ts'
import { api, bot, homeTenantId, microsoftClients } from './registrations.ts'
import type { flaws } from './sign-in.ts'
import { createSigningKeys, type SigningKeys } from './signing-keys.ts'

const tenantId = '7e57ab1e-0000-4000-8000-000000000001'
let keys: SigningKeys
let entra: Entra
let host: Host

beforeAll(async () => {
  keys = await createSigningKeys()
  const [ann, ...others] = aWorld().people
  const people = [...(ann ? [ann] : []), ...others, { id: 'gone', name: 'Gone Away', email: 'gone@riverton.example', disabled: true }]
  host = await hostOf({ entra: (context) => (entra = createEntra(context, keys)) }, { ...aWorld(), people })
})
afterAll(() => host.close())
beforeEach(() => host.context.faults.clear())

/**
 * As the product does it: Microsoft's own authority, with the token endpoint of the sandbox. The first part of `authorization_endpoint`
 * must be the tenant: msal takes whatever stands there for the tenant's name and replaces it in every other address.
 */
function msal(tenant: string, clientId: string, clientSecret: string) {
  const authority = `https://login.microsoftonline.com/${tenant}`
  const at = `${host.base}/entra/${tenant}`
  const authorityMetadata = JSON.stringify({
    issuer: `${authority}/v2.0`,
    token_endpoint: `${at}/oauth2/v2.0/token`,
    authorization_endpoint: `${authority}/oauth2/v2.0/authorize`,
    end_session_endpoint: `${authority}/oauth2/v2.0/logout`,
    jwks_uri: `${at}/discovery/v2.0/keys`,
  })
  return new ConfidentialClientApplication({
    auth: { clientId, clientSecret, authority, knownAuthorities: ['login.microsoftonline.com'], authorityMetadata },
  })
}

function person(id: string): Person {
  const found = personIn(host.context.people, id)
  if (!found) throw new Error(`No ${id}`)
  return found
}

const apiClient = () => msal(tenantId, api.clientId, api.clientSecret)
const graphScopes = ['https://graph.microsoft.com/.default']

async function post(form: Record<string, string>, tenant = tenantId): Promise<{ status: number; body: Record<string, unknown> }> {
  const response = await fetch(`${host.base}/entra/${tenant}/oauth2/v2.0/token?client-request-id=c0ffee`, {
    method: 'POST',
    body: new URLSearchParams(form),
  })
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}

test('msal gets a token for Graph as the service itself, and it verifies', async () => {
  const got = await apiClient().acquireTokenByClientCredential({ scopes: graphScopes })
  const claims = decodeJwt(got?.accessToken ?? '')
  expect(claims).toMatchObject({
    aud: 'https://graph.microsoft.com',
    iss: `https://sts.windows.net/${tenantId}/`,
    appid: api.clientId,
    idtyp: 'app',
    tid: tenantId,
    ver: '1.0',
  })
  expect(claims['roles']).toContain('User.Read.All')
  expect(claims['roles']).not.toContain('Calendars.ReadWrite') // given in Exchange, so never shown
  expect(await entra.verify(`Bearer ${got?.accessToken}`)).toMatchObject({ ok: true, claims: { kind: 'app', appId: api.clientId } })
})

test('msal exchanges what the tab sent for a token that acts as that Member', async () => {
  const assertion = await entra.tokenFor(person('ann'), { audience: 'api' })
  const got = await apiClient().acquireTokenOnBehalfOf({
    oboAssertion: assertion,
    scopes: ['https://graph.microsoft.com/Calendars.ReadWrite'],
  })
  expect(got?.account?.localAccountId).toBe(person('ann').objectId)
  expect(decodeJwt(got?.accessToken ?? '')).toMatchObject({
    oid: person('ann').objectId,
    scp: 'Calendars.ReadWrite',
    appid: api.clientId,
    upn: 'ann@riverton.example',
  })
})

test('the bot gets a token for the connector in its home tenant, and not in the council’s', async () => {
  const scopes = ['https://api.botframework.com/.default']
  const got = await msal(homeTenantId, bot.clientId, bot.clientSecret).acquireTokenByClientCredential({ scopes })
  expect(decodeJwt(got?.accessToken ?? '')).toMatchObject({ aud: 'https://api.botframework.com', appid: bot.clientId })
  const stray = msal(tenantId, bot.clientId, bot.clientSecret).acquireTokenByClientCredential({ scopes })
  await expect(stray).rejects.toMatchObject({ errorCode: 'unauthorized_client' })
})

test('what the tab gets is a version 2 token of Teams with the person’s roles', async () => {
  const officer = decodeJwt(await entra.tokenFor(person('olive'), { audience: 'api' }))
  expect(officer).toMatchObject({
    aud: api.clientId,
    iss: `https://login.microsoftonline.com/${tenantId}/v2.0`,
    azp: microsoftClients.teamsWeb,
    scp: 'access_as_user',
    roles: ['Quorate.Officer', 'Quorate.Administrator'],
    ver: '2.0',
  })
  expect(decodeJwt(await entra.tokenFor(person('ann'), { audience: 'api' }))).not.toHaveProperty('roles')
})

const asItself = {
  grant_type: 'client_credentials',
  client_id: api.clientId,
  client_secret: api.clientSecret,
  scope: graphScopes.join(' '),
}

test.each([
  ['an unknown tenant', asItself, '7e57ab1e-0000-4000-8000-0000000000aa', 400, 'invalid_request', 90002],
  ['an unknown client', { ...asItself, client_id: '7e57ab1e-0000-4000-8000-0000000000bb' }, tenantId, 400, 'unauthorized_client', 700016],
  ['a wrong secret', { ...asItself, client_secret: 'guess' }, tenantId, 401, 'invalid_client', 7000215],
  ['no scope', { ...asItself, scope: '' }, tenantId, 400, 'invalid_request', 900144],
  [
    'a scope that is not the default',
    { ...asItself, scope: 'https://graph.microsoft.com/User.Read' },
    tenantId,
    400,
    'invalid_scope',
    1002012,
  ],
  [
    'two resources',
    { ...asItself, scope: 'https://graph.microsoft.com/.default https://x/.default' },
    tenantId,
    400,
    'invalid_scope',
    700022,
  ],
  ['an unknown resource', { ...asItself, scope: 'https://vault.azure.net/.default' }, tenantId, 400, 'invalid_resource', 500011],
  ['another kind of grant', { ...asItself, grant_type: 'password' }, tenantId, 400, 'unsupported_grant_type', 70003],
])('%s is refused as Entra refuses it', async (_what, form, tenant, status, error, code) => {
  const answer = await post(form, tenant)
  expect(answer).toMatchObject({ status, body: { error, error_codes: [code], correlation_id: 'c0ffee' } })
  expect(answer.body['error_description']).toMatch(new RegExp(`^AADSTS${code}: .*Trace ID: .*Timestamp: `))
})

type Flaw = ReturnType<typeof flaws.parse>

test.each([
  { flaw: 'wrong-audience', who: 'ann', code: 500131 },
  { flaw: 'expired', who: 'ann', code: 500133 },
  { flaw: 'wrong-signature', who: 'ann', code: 50013 },
  { flaw: 'other-tenant', who: 'ann', code: 50013 },
  { flaw: 'app-only', who: 'ann', code: 7000114 },
  { flaw: undefined, who: 'gone', code: 50057 },
] satisfies { flaw: Flaw | undefined; who: string; code: number }[])(
  'an assertion that is $flaw, of $who, is refused with $code',
  async ({ flaw, who, code }) => {
    const assertion = await entra.tokenFor(person(who), { audience: 'api', ...(flaw && { flaw }) })
    expect((await onBehalfOf(assertion)).body['error_codes']).toEqual([code])
  },
)

test.each([
  { scope: 'https://graph.microsoft.com/Mail.Send', code: 65001 }, // nobody agreed to it
  { scope: 'https://graph.microsoft.com/User.Read https://other.example/Read', code: 700022 },
  { scope: 'openid', code: 70011 },
])('acting as a person for $scope is refused with $code', async ({ scope, code }) => {
  const assertion = await entra.tokenFor(person('ann'), { audience: 'api' })
  expect((await onBehalfOf(assertion, scope)).body['error_codes']).toEqual([code])
})

test('nonsense for an assertion is refused as malformed', async () => {
  expect((await onBehalfOf('nonsense')).body).toMatchObject({ error: 'invalid_request', error_codes: [50027] })
})

function onBehalfOf(assertion: string, scope = 'https://graph.microsoft.com/Calendars.ReadWrite') {
  return post({
    ...asItself,
    grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
    requested_token_use: 'on_behalf_of',
    assertion,
    scope,
  })
}

test('two keys are published; after a rotation a new one signs and the old tokens still hold', async () => {
  const before = await entra.tokenFor(person('ann'), { audience: 'graph' })
  const published = await keysAt()
  expect(published).toHaveLength(2)
  await keys.rotate()
  const after = await keysAt()
  expect(after.map(({ kid }) => kid)).toEqual([expect.not.stringContaining(published[0]?.kid ?? '-'), published[0]?.kid])
  expect(after[0]?.issuer).toBe(`https://login.microsoftonline.com/${tenantId}/v2.0`)
  expect(await entra.verify(`Bearer ${before}`)).toMatchObject({ ok: true, claims: { kind: 'person' } })
})

async function keysAt(): Promise<{ kid: string; issuer: string }[]> {
  const configuration = await fetch(`${host.base}/entra/${tenantId}/v2.0/.well-known/openid-configuration`)
  const { jwks_uri } = (await configuration.json()) as { jwks_uri: string }
  return ((await (await fetch(jwks_uri)).json()) as { keys: { kid: string; issuer: string }[] }).keys
}

test.each([
  [undefined, 'missing'],
  ['Bearer nonsense', 'malformed'],
  ['Basic abc', 'malformed'],
])('verifying %s says %s', async (header, because) => {
  expect(await entra.verify(header)).toEqual({ ok: false, because })
})

test.each([
  ['expired', 'expired'],
  ['wrong-signature', 'signature'],
  ['other-tenant', 'tenant'],
] as const)('verifying a token that is %s says %s', async (flaw, because) => {
  const token = await entra.tokenFor(person('ann'), { audience: 'graph', flaw })
  expect(await entra.verify(`Bearer ${token}`)).toEqual({ ok: false, because })
})

test('a fault makes the token endpoint answer as told, once', async () => {
  host.context.faults.add([{ service: 'entra', path: '/token', action: { kind: 'status', status: 429, retryAfter: 1 }, times: 1 }])
  expect((await post(asItself)).status).toBe(429)
  expect((await post(asItself)).status).toBe(200)
})

test('a token that says who signed in is no token for an exchange', async () => {
  const { body } = await onBehalfOf(await entra.tokenFor(person('ann'), { audience: 'api' }))
  expect((await onBehalfOf(String(body['id_token']))).body).toMatchObject({ error: 'invalid_grant', error_codes: [240002] })
})

test('a secret may come as Basic authentication; one that cannot be read names nobody', async () => {
  const as = async (credentials: string) => {
    const response = await fetch(`${host.base}/entra/${tenantId}/oauth2/v2.0/token`, {
      method: 'POST',
      headers: { Authorization: `Basic ${Buffer.from(credentials).toString('base64')}` },
      body: new URLSearchParams({ grant_type: 'client_credentials', scope: 'https://graph.microsoft.com/.default' }),
    })
    return response.status
  }
  expect(await as(`${api.clientId}:${api.clientSecret}`)).toBe(200)
  expect(await as(`${api.clientId}:%`)).toBe(401)
  expect(await as('%:%')).toBe(400)
})

test.each([
  ['v2.0/', 'https://login.microsoftonline.com/{t}/v2.0', '/oauth2/v2.0/token'],
  ['', 'https://sts.windows.net/{t}/', '/oauth2/token'],
])('discovery under “%s” names the issuer and the addresses of its version', async (version, issuer, token) => {
  const response = await fetch(`${host.base}/entra/${tenantId}/${version}.well-known/openid-configuration`)
  expect(await response.json()).toMatchObject({
    issuer: issuer.replace('{t}', tenantId),
    token_endpoint: expect.stringMatching(new RegExp(`${token}$`)),
  })
})

test('a client that strays to instance discovery is told the one host there is; of another tenant nothing is said', async () => {
  const at = (path: string) => fetch(`${host.base}/entra/${path}`)
  expect(await (await at('common/discovery/instance?api-version=1.1')).json()).toMatchObject({
    metadata: [{ preferred_network: 'login.microsoftonline.com' }],
  })
  expect((await at('7e57ab1e-0000-4000-8000-0000000000aa/v2.0/.well-known/openid-configuration')).status).toBe(400)
})
