import { expect, test } from 'vitest'
import { configFrom, environment } from '../../api/config.ts'
import { at, readBicep, written } from './bicep.ts'

/*
 * What the templates write into the site's settings and what the service reads there are the same, so that they cannot drift apart.
 */

/** What is never written into a site, and why. */
const notWritten: Readonly<Record<string, string>> = {
  QUORATE_STORAGE_CONNECTION: 'the account refuses keys',
  QUORATE_ANCHOR_CONNECTION: 'the account refuses keys',
  QUORATE_ENTRA_CLIENT_SECRET: 'the registration trusts the identity',
  QUORATE_ENTRA_CERTIFICATE: 'the registration trusts the identity',
  QUORATE_ENTRA_CLIENT_SECRET_ENDS: 'there is no such secret',
  QUORATE_BOT_CLIENT_SECRET: 'the bot is an identity',
  QUORATE_BOT_CLIENT_SECRET_ENDS: 'there is no such secret',
  QUORATE_DUE_SHARDS: 'four are right for one council',
  QUORATE_ENTRA_AUTHORITY: 'Microsoft’s own',
  QUORATE_ENTRA_TOKEN_ENDPOINT: 'Microsoft’s own',
  QUORATE_ENTRA_JWKS_URI: 'Microsoft’s own',
  QUORATE_GRAPH_URL: 'Microsoft’s own',
  QUORATE_NOTIFY_URL: 'GOV.UK’s own',
  QUORATE_BOT_TOKEN_ENDPOINT: 'Microsoft’s own',
  QUORATE_BOT_OPENID_METADATA: 'Microsoft’s own',
  QUORATE_BOT_SERVICE_URL: 'Microsoft’s own',
  QUORATE_BOT_SERVICE_HOSTS: 'Microsoft’s own',
  QUORATE_TEAMS_ORIGINS: 'Teams’ own',
  QUORATE_FRAME_ANCESTORS: 'Microsoft’s own',
  QUORATE_OFFICE_JS_URL: 'Microsoft’s own',
  QUORATE_TAB_DIR: 'where the package has it',
  QUORATE_OUTLOOK_DIR: 'where the package has it',
}

const files = await readBicep(new URL('..', import.meta.url).pathname.replace(/\/$/, ''))
const site = files.find(({ path }) => path === 'main.bicep')?.declarations.find(({ name }) => name === 'site')
const settings = at(site?.value, 'params', 'settings')
const names = settings?.kind === 'object' ? [...settings.entries.keys()] : []

test('every setting that the service reads is written, or left out for a reason, and nothing else is written', () => {
  expect([...names, ...Object.keys(notWritten)].toSorted()).toEqual(Object.keys(environment.shape).toSorted())
})

test('the service starts with what is written, once the keys of Notify are in the vault', () => {
  const aValue: Readonly<Record<string, string>> = {
    address: 'https://app-quorate-thamesbrook-a1b2c3.azurewebsites.net',
    tablePrefix: 'quorate',
    entraClientId: crypto.randomUUID(),
    teamsAppId: crypto.randomUUID(),
    'identities.outputs.serviceClientId': crypto.randomUUID(),
    'identities.outputs.botClientId': crypto.randomUUID(),
    'identities.outputs.tenantId': crypto.randomUUID(),
    'storage.outputs.accountName': 'stthamesbrooka1b2c3d4',
    'anchors.outputs.accountName': 'sathamesbrooka1b2c3d4',
  }
  const inVault = { 'notify-keys': '{"thamesbrook":"key"}', 'notify-receipt-tokens': '{"thamesbrook":"token"}' }
  const secretOf = (text: string) => Object.entries(inVault).find(([name]) => text.endsWith(`secrets/${name})`))?.[1]
  const env = Object.fromEntries(
    names.map((name) => {
      const text = written(at(settings, name)) ?? ''
      return [name, secretOf(text) ?? aValue[text] ?? text]
    }),
  )
  expect(configFrom(env)).toMatchObject({
    ok: true,
    value: {
      port: 8080,
      storage: { account: { kind: 'identity', name: 'stthamesbrooka1b2c3d4' } },
      anchors: { account: { kind: 'identity', name: 'sathamesbrooka1b2c3d4' }, container: 'quorate-audit-anchors' },
      entra: { credential: { kind: 'identity' } },
      worker: true,
    },
  })
})

test('what is secret is a reference to the vault', () => {
  for (const name of ['QUORATE_NOTIFY_KEYS', 'QUORATE_NOTIFY_RECEIPT_TOKENS']) {
    expect(written(at(settings, name))).toMatch(/^@Microsoft\.KeyVault\(SecretUri=\$\{vault\.outputs\.uri\}secrets\/[a-z-]+\)$/)
  }
})
