import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { configFrom, storageConfigFrom } from './config.ts'
import { Secret } from './secret.ts'

const given = {
  QUORATE_PUBLIC_URL: 'https://quorate.thamesbrook.example/',
  QUORATE_STORAGE_CONNECTION: 'UseDevelopmentStorage=true;canary-connection',
  QUORATE_ENTRA_CLIENT_ID: 'aaaaaaaa-0000-4000-8000-00000000a001',
  QUORATE_ENTRA_CLIENT_SECRET: 'canary-entra',
  QUORATE_BOT_CLIENT_ID: 'aaaaaaaa-0000-4000-8000-00000000a002',
  QUORATE_BOT_CLIENT_SECRET: 'canary-bot',
  QUORATE_BOT_TENANT_ID: 'aaaaaaaa-0000-4000-8000-000000000000',
}

function refusalsOf(changes: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> {
  const result = configFrom({ ...given, ...changes })
  return result.ok ? {} : Object.fromEntries(result.refusal.map(({ variable, because }) => [variable, because]))
}

test('what a council must say is enough: the rest has Microsoft’s and Notify’s own addresses', () => {
  const result = configFrom(given)
  expect(result).toMatchObject({
    ok: true,
    value: {
      port: 3978,
      publicUrl: 'https://quorate.thamesbrook.example',
      entra: { authority: 'https://login.microsoftonline.com' },
      graph: { url: 'https://graph.microsoft.com/v1.0' },
      bot: { serviceHosts: ['smba.trafficmanager.net'] },
      tab: { teamsOrigins: [] },
      outlook: { addInIds: [], officeJs: 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js' },
      worker: true,
    },
  })
})

test('with each app package its XML manifest’s add-in is honoured, of which the id is worked out', () => {
  const result = configFrom({ ...given, QUORATE_ADDIN_IDS: '7e57ab1e-0000-4000-8000-00000000C001' })
  expect(result.ok && result.value.outlook.addInIds).toEqual([
    '7e57ab1e-0000-4000-8000-00000000c001',
    '3333911d-3676-5200-95ae-736aec58a955',
  ])
})

test('what other programs put into the environment is none of our business', () => {
  expect(refusalsOf({ PATH: '/usr/bin', NODE_ENV: 'production' })).toEqual({})
})

test.each([
  ['QUORATE_PUBLIK_URL', 'https://quorate.thamesbrook.example', 'is not a setting of Quorate'],
  ['QUORATE_BOT_CLIENT_ID', undefined, 'is missing'],
  ['QUORATE_ENTRA_CLIENT_SECRET', '', 'is missing, and so are QUORATE_ENTRA_CERTIFICATE and QUORATE_IDENTITY_CLIENT_ID'],
  ['QUORATE_BOT_CLIENT_SECRET', '', 'is missing, and without QUORATE_IDENTITY_CLIENT_ID there is no managed identity either'],
  ['QUORATE_STORAGE_ACCOUNT', 'Thames-Brook', 'should be 3 to 24 small letters and digits, the name of a storage account'],
  ['QUORATE_STORAGE_ACCOUNT', 'stthamesbrook', 'and QUORATE_STORAGE_CONNECTION are both given: one of them is meant'],
  ['QUORATE_ANCHOR_ACCOUNT', 'stanchors', 'is opened by a managed identity, and QUORATE_IDENTITY_CLIENT_ID is missing'],
  ['QUORATE_PUBLIC_URL', 'http://quorate.thamesbrook.example', 'should be an https address, or http on this machine'],
  ['QUORATE_GRAPH_URL', 'ftp://graph.example', 'should be an https address, or http on this machine'],
  ['QUORATE_ENTRA_JWKS_URI', 'http://keys.example/{tid}', 'should be an https address, or http on this machine'],
  ['QUORATE_ENTRA_TOKEN_ENDPOINT', 'https://login.example/token', 'should be an address with {tid} where the tenant goes'],
  ['QUORATE_ENTRA_AUTHORITY', 'http://127.0.0.1:4000', 'should be an https address'],
  ['QUORATE_ENTRA_CLIENT_ID', 'canary-not-an-id', 'should be an id such as 00000000-0000-4000-8000-000000000000'],
  ['QUORATE_WORKER', 'yes', 'is not understood'],
  ['QUORATE_ADDIN_IDS', 'quorate', 'should be an id such as 00000000-0000-4000-8000-000000000000'],
  ['QUORATE_OFFICE_JS_URL', 'http://scripts.example/office.js', 'should be an https address, or http on this machine'],
  ['QUORATE_PORT', '70000', 'is not understood'],
  ['QUORATE_NOTIFY_KEYS', '{"thamesbrook":canary-key}', 'should be JSON such as {"council":"key"}'],
  ['QUORATE_NOTIFY_RECEIPT_TOKENS', undefined, 'has no token for thamesbrook, whose texts would never be confirmed'],
  ['QUORATE_BOT_CLIENT_ID', given.QUORATE_ENTRA_CLIENT_ID, 'must differ from QUORATE_ENTRA_CLIENT_ID'],
  ['QUORATE_BOT_SERVICE_HOSTS', 'https://smba.trafficmanager.net', 'should be hosts such as smba.trafficmanager.net, in small letters'],
  ['QUORATE_BOT_SERVICE_URL', 'https://smba.elsewhere.example/uk', 'must be at one of QUORATE_BOT_SERVICE_HOSTS'],
  ['QUORATE_ONLY_TENANT', 'thamesbrook', 'should be an id such as 00000000-0000-4000-8000-000000000000'],
  ['DANGEROUSLY_ALLOW_UNAUTHENTICATED_REQUESTS', 'false', 'must not be set: anyone could speak as the bot’s channel'],
])('%s = %s stops the start', (variable, value, because) => {
  const keys = variable === 'QUORATE_NOTIFY_RECEIPT_TOKENS' ? { QUORATE_NOTIFY_KEYS: '{"thamesbrook":"canary-key"}' } : {}
  const refusals = refusalsOf({ ...keys, [variable]: value })
  expect(refusals).toEqual({ [variable]: because })
})

test('a refusal names the variable and never its value', () => {
  const everythingWrong = Object.fromEntries(Object.keys(given).map((name) => [name, 'canary value']))
  const result = configFrom({ ...everythingWrong, QUORATE_NOTIFY_KEYS: 'canary', QUORATE_WORKER: 'canary', QUORATE_PORT: 'canary' })
  expect(result.ok).toBe(false)
  expect(JSON.stringify(result)).not.toContain('canary')
})

test('http is let pass on this machine alone, for the sandbox', () => {
  const local = { QUORATE_GRAPH_URL: 'http://localhost:4000/graph/v1.0', QUORATE_ENTRA_JWKS_URI: 'http://127.0.0.1:4000/entra/{tid}/keys' }
  expect(refusalsOf(local)).toEqual({})
})

test('the audit chain is anchored in an account of its own where one is named, else beside the tables', () => {
  const storage = { QUORATE_STORAGE_CONNECTION: 'tables' }
  const opened = (text: string) => ({ kind: 'connection', connection: new Secret(text) })
  expect(storageConfigFrom(storage)).toMatchObject({
    value: { anchors: { account: opened('tables'), container: 'quorate-audit-anchors' } },
  })
  expect(storageConfigFrom({ ...storage, QUORATE_ANCHOR_CONNECTION: 'vault', QUORATE_TABLE_PREFIX: 'west' })).toMatchObject({
    value: { anchors: { account: opened('vault'), container: 'west-audit-anchors' } },
  })
  expect(storageConfigFrom({})).toEqual({
    ok: false,
    refusal: [{ variable: 'QUORATE_STORAGE_ACCOUNT', because: 'is missing, and so is QUORATE_STORAGE_CONNECTION' }],
  })
})

const identity = 'aaaaaaaa-0000-4000-8000-00000000a003'
const withoutSecrets = {
  QUORATE_PUBLIC_URL: given.QUORATE_PUBLIC_URL,
  QUORATE_IDENTITY_CLIENT_ID: identity,
  QUORATE_STORAGE_ACCOUNT: 'stthamesbrook',
  QUORATE_ENTRA_CLIENT_ID: given.QUORATE_ENTRA_CLIENT_ID,
  QUORATE_BOT_CLIENT_ID: given.QUORATE_BOT_CLIENT_ID,
  QUORATE_BOT_TENANT_ID: given.QUORATE_BOT_TENANT_ID,
}

test('a managed identity is enough: for storage, for the registration in Entra and for the bot there is then no secret at all', () => {
  const account = { kind: 'identity', name: 'stthamesbrook', clientId: identity }
  const result = configFrom(withoutSecrets)
  expect(result).toMatchObject({
    ok: true,
    value: { storage: { account }, anchors: { account }, entra: { credential: { kind: 'identity', clientId: identity } } },
  })
  expect(result.ok && 'clientSecret' in result.value.bot).toBe(false)
  expect(configFrom({ ...withoutSecrets, QUORATE_ANCHOR_ACCOUNT: 'stanchors' })).toMatchObject({
    value: { storage: { account }, anchors: { account: { ...account, name: 'stanchors' } } },
  })
})

test('a certificate or a secret that is given goes before the identity, and both at once is a contradiction', () => {
  const kindOf = (more: Readonly<Record<string, string>>) => {
    const result = configFrom({ ...withoutSecrets, ...more })
    return result.ok ? result.value.entra.credential.kind : result.refusal
  }
  expect(kindOf({ QUORATE_ENTRA_CERTIFICATE: 'pem' })).toBe('certificate')
  expect(kindOf({ QUORATE_ENTRA_CLIENT_SECRET: 'text' })).toBe('secret')
  expect(kindOf({ QUORATE_ENTRA_CERTIFICATE: 'pem', QUORATE_ENTRA_CLIENT_SECRET: 'text' })).toEqual([
    { variable: 'QUORATE_ENTRA_CLIENT_SECRET', because: 'and QUORATE_ENTRA_CERTIFICATE are both given: one of them is meant' },
  ])
})

test('an account that is named without the identity that opens it is refused', () => {
  const { QUORATE_IDENTITY_CLIENT_ID: _, ...rest } = withoutSecrets
  const result = configFrom({ ...rest, QUORATE_ENTRA_CLIENT_SECRET: 'text', QUORATE_BOT_CLIENT_SECRET: 'text' })
  expect(result).toEqual({
    ok: false,
    refusal: [{ variable: 'QUORATE_IDENTITY_CLIENT_ID', because: 'is missing: as whom is the storage account opened?' }],
  })
})

test('a secret is not seen by printing, joining, logging or sending it', () => {
  const result = configFrom({
    ...given,
    QUORATE_NOTIFY_KEYS: '{"thamesbrook":"canary-key"}',
    QUORATE_NOTIFY_RECEIPT_TOKENS: '{"thamesbrook":"canary-token"}',
  })
  const config = result.ok ? result.value : undefined
  const said = [
    JSON.stringify(config),
    inspect(config, { depth: 10 }),
    String(config?.bot.clientSecret),
    config?.storage.account.kind === 'connection' ? config.storage.account.connection.toString() : 'none',
  ].join()
  expect(said).not.toContain('canary')
  expect(said).toContain('[secret]')
  expect(new Secret('canary').reveal()).toBe('canary')
})

test.each([
  ['every site', '*'],
  ['a policy of its own', 'https://teams.microsoft.com;script-src'],
  ['a page instead of an origin', 'https://teams.microsoft.com/page'],
  ['a host on another machine in clear', 'http://teams.microsoft.com'],
])('who may show our pages cannot be %s', (_what, hosts) => {
  const result = configFrom({ ...given, QUORATE_FRAME_ANCESTORS: hosts })
  expect(!result.ok && result.refusal.map(({ variable }) => variable)).toEqual(['QUORATE_FRAME_ANCESTORS'])
})

test('who may show our pages is by default Teams, Outlook and Microsoft 365, and may be a host on this machine', () => {
  const usual = configFrom(given)
  expect(usual.ok && usual.value.tab.frameAncestors).toEqual([
    'https://teams.microsoft.com',
    'https://*.teams.microsoft.com',
    'https://*.cloud.microsoft',
    'https://*.microsoft365.com',
    'https://*.office.com',
    'https://outlook.office.com',
    'https://outlook.office365.com',
    'https://outlook.live.com',
  ])
  const here = configFrom({ ...given, QUORATE_FRAME_ANCESTORS: 'http://localhost:4000 https://teams.microsoft.com' })
  expect(here.ok && here.value.tab.frameAncestors).toEqual(['http://localhost:4000', 'https://teams.microsoft.com'])
})
