import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { Unavailable } from '../../ports/unavailable.ts'
import { recordedService, type Answered, type Asked, type RecordedService } from '../testing/recorded-service.ts'
import { configFrom } from '../../config.ts'
import { logTo } from '../../log.ts'
import { createOutcomes } from '../../outcomes.ts'
import { createReach } from '../../reach.ts'
import { openAccount } from '../storage-account.ts'
import { systemClock } from '../system-clock.ts'
import { createManagedIdentity } from './managed-identity.ts'
import { createTokens } from './tokens.ts'

/*
 * App Service as it answers on the machine itself (learn.microsoft.com/azure/app-service/overview-managed-identity, "REST endpoint
 * reference"): which identity is meant stands in `client_id`, and `X-IDENTITY-HEADER` keeps out whoever only got us to call an address.
 */
let service: RecordedService
let answer: (asked: Asked) => Answered
let count = 0

// One for all: the library asks the environment once in a process where its platform is.
beforeAll(async () => {
  service = await recordedService((asked) => answer(asked))
  vi.stubEnv('IDENTITY_ENDPOINT', `${service.url}/msi/token`)
  vi.stubEnv('IDENTITY_HEADER', 'the-key-of-this-machine')
})
beforeEach(() => {
  answer = tokenOf
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await service.close()
})

const askedFor = (clientId: string) => service.asked.filter(({ path }) => path.includes(clientId))

function tokenOf(asked: Asked): Answered {
  const query = new URL(asked.path, 'http://machine').searchParams
  const inAnHour = String(Math.floor(Date.now() / 1000) + 3600)
  const accessToken = `${query.get('client_id')} for ${query.get('resource')} ${(count += 1)}`
  return { status: 200, json: { access_token: accessToken, expires_on: inAnHour, resource: query.get('resource'), token_type: 'Bearer' } }
}

/** Another one for each test: the library keeps its tokens for the whole process. */
const anIdentity = () => crypto.randomUUID()

test('storage is reached as the identity that is named, with the key of the machine', async () => {
  const clientId = anIdentity()
  const { token, expiresOnTimestamp } = await createManagedIdentity({ clientId }).getToken('https://storage.azure.com/.default')
  expect(token).toContain(`${clientId} for https://storage.azure.com`)
  expect(expiresOnTimestamp - Date.now()).toBeGreaterThan(3_500_000)
  const [asked] = askedFor(clientId)
  expect(asked).toMatchObject({ method: 'GET', headers: { 'x-identity-header': 'the-key-of-this-machine' } })
  expect(asked?.path).toContain('resource=https://storage.azure.com&')
})

test('a token at hand is used again, and a fresh one is asked for after a 401', async () => {
  const clientId = anIdentity()
  const identity = createManagedIdentity({ clientId })
  const first = await identity.token('https://api.botframework.com')
  expect(await identity.token('https://api.botframework.com')).toEqual(first)
  expect(await identity.token('https://api.botframework.com', { fresh: true })).not.toEqual(first)
  expect(askedFor(clientId)).toHaveLength(2)
})

test('two identities of one site, and two resources of one identity, are never mistaken for each other', async () => {
  const [one, other] = [anIdentity(), anIdentity()]
  const tokens = await Promise.all([
    createManagedIdentity({ clientId: one }).token('https://storage.azure.com'),
    createManagedIdentity({ clientId: other }).token('https://storage.azure.com'),
    createManagedIdentity({ clientId: one }).token('https://api.botframework.com'),
  ])
  expect(tokens).toMatchObject([
    { ok: true, value: expect.stringContaining(`${one} for https://storage`) },
    { ok: true, value: expect.stringContaining(`${other} for https://storage`) },
    { ok: true, value: expect.stringContaining(`${one} for https://api.botframework`) },
  ])
})

test('the registration in Entra takes what the identity asserts in place of a secret', async () => {
  const clientId = anIdentity()
  const entra = await recordedService(() => ({
    status: 200,
    json: { token_type: 'Bearer', expires_in: 3599, access_token: 'for graph' },
  }))
  const identity = createManagedIdentity({ clientId })
  const tokens = createTokens(
    {
      clientId: crypto.randomUUID(),
      authority: 'https://login.microsoftonline.com',
      tokenEndpoint: `${entra.url}/{tid}/oauth2/v2.0/token`,
      credential: { clientAssertion: () => identity.assertion() },
      resource: 'https://graph.microsoft.com',
    },
    () => 0,
  )
  expect(await tokens.appToken(crypto.randomUUID())).toEqual({ ok: true, value: 'for graph' })
  const form = new URLSearchParams(entra.asked[0]?.body)
  expect(form.get('client_assertion')).toContain(`${clientId} for api://AzureADTokenExchange`)
  expect(form.get('client_assertion_type')).toBe('urn:ietf:params:oauth:client-assertion-type:jwt-bearer')
  expect(form.has('client_secret')).toBe(false)
  await entra.close()
})

test('a bot without a secret is the managed identity that its client id names, and asks for the token of its channel', async () => {
  const bot = anIdentity()
  const config = configFrom({
    QUORATE_PUBLIC_URL: 'https://quorate.thamesbrook.example',
    QUORATE_STORAGE_ACCOUNT: 'stthamesbrook',
    QUORATE_IDENTITY_CLIENT_ID: anIdentity(),
    QUORATE_ENTRA_CLIENT_ID: crypto.randomUUID(),
    QUORATE_BOT_CLIENT_ID: bot,
    QUORATE_BOT_TENANT_ID: crypto.randomUUID(),
  })
  if (!config.ok) throw new TypeError('the settings are those of an installation')
  const log = logTo(() => undefined)
  const outcomes = createOutcomes({ log, mono: () => 0 })
  const reach = createReach(config.value, {
    clock: systemClock,
    log,
    outcomes,
    conversationsOf: () => ({ find: async () => undefined, keep: async () => undefined }),
  })
  expect(await reach.botToken({ fresh: false })).toMatchObject({
    ok: true,
    value: expect.stringContaining(`${bot} for https://api.botframework.com`),
  })
})

test('an account that is opened by the identity is asked with its token, at the address of each of its services', async () => {
  const clientId = anIdentity()
  const open = openAccount({ kind: 'identity', name: 'stthamesbrook', clientId })
  const [table, queue, blob] = (['table', 'queue', 'blob'] as const).map(open)
  expect([table, queue, blob]).toMatchObject([
    { endpoint: 'https://stthamesbrook.table.core.windows.net' },
    { endpoint: 'https://stthamesbrook.queue.core.windows.net' },
    { endpoint: 'https://stthamesbrook.blob.core.windows.net' },
  ])
  const given = blob && 'credential' in blob ? await blob.credential.getToken('https://storage.azure.com/.default') : null
  expect(given?.token).toContain(`${clientId} for https://storage.azure.com`)
})

test.each<[string, Answered]>([
  ['hangs up', 'reset'],
  ['has no such identity', { status: 400, json: { statusCode: 400, message: 'No User Assigned or Delegated Managed Identity found' } }],
  ['cannot just now', { status: 500, json: { statusCode: 500, message: 'busy' } }],
  ['answers with a page', { status: 200, text: '<html>', type: 'text/html' }],
])('where the platform %s it is an outage, said once and never held up by tries of the library’s own', async (_, said) => {
  answer = () => said
  const clientId = anIdentity()
  const identity = createManagedIdentity({ clientId })
  await expect(identity.getToken('https://storage.azure.com/.default')).rejects.toThrow(Unavailable)
  await expect(identity.token('https://api.botframework.com')).rejects.toThrow(Unavailable)
  expect(askedFor(clientId)).toHaveLength(2)
})
