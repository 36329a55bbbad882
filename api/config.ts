import { z } from 'zod'
import { ok, refused } from '../domain/kernel/result.ts'
import type { Result } from '../domain/kernel/result.ts'
import { day, type Day } from '../domain/kernel/time.ts'
import {
  accountOf,
  anchorContradictions,
  anchoringOf,
  credentialOf,
  refusalsIn,
  type Account,
  type Anchoring,
  type ConfigRefusal,
  type EntraCredential,
} from './credentials.ts'
import { isAllowedService } from './adapters/connector/service-hosts.ts'
import { Secret } from './secret.ts'
import { xmlAddInId } from './xml-add-in-id.ts'

const secret = z
  .string()
  .min(1)
  .transform((text) => new Secret(text))
const list = z
  .string()
  .transform((text) => text.split(/[\s,]+/).filter((part) => part !== ''))
  .pipe(z.array(z.string().max(300)).max(100))
const origin = /^(https:\/\/(\*\.)?([a-z0-9-]+\.)+[a-z0-9-]+|http:\/\/(localhost|127\.0\.0\.1|\[::1\]))(:\d{1,5})?$/
const origins = list.pipe(z.array(z.string().regex(origin, 'origins such as https://teams.microsoft.com or https://*.cloud.microsoft')))
const accountName = z.string().regex(/^[a-z0-9]{3,24}$/, '3 to 24 small letters and digits, the name of a storage account')
const guid = z.guid('an id such as 00000000-0000-4000-8000-000000000000').toLowerCase()
const lastDay = z.iso.date('a day such as 2027-03-31').transform(day)
const address = z.string().refine(isSafeAddress, 'an https address, or http on this machine')
const template = address.refine((text) => text.includes('{tid}'), 'an address with {tid} where the tenant goes')
const perCouncil = z
  .string()
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown
    } catch {
      // The parser's own message quotes the text, and the text holds keys.
      context.addIssue({ code: 'custom', message: 'JSON such as {"council":"key"}' })
      return z.NEVER
    }
  })
  .pipe(z.record(z.string().regex(/^[a-z][a-z0-9-]{2,23}$/, 'ids of councils'), secret))
  .transform((keys): ReadonlyMap<string, Secret> => new Map(Object.entries(keys)))

const teamsFrames =
  'https://teams.microsoft.com https://*.teams.microsoft.com https://*.cloud.microsoft https://*.microsoft365.com ' +
  'https://*.office.com https://outlook.office.com https://outlook.office365.com https://outlook.live.com'

/** Every setting there is. What installs the service writes these and no others. */
export const environment = z.object({
  QUORATE_PORT: z.coerce.number().int().min(0).max(65_535).default(3978),
  QUORATE_PUBLIC_URL: address,
  /** The client id of the managed identity as which the service reaches storage, and Entra where it has neither secret nor certificate. */
  QUORATE_IDENTITY_CLIENT_ID: guid.optional(),
  QUORATE_STORAGE_ACCOUNT: accountName.optional(),
  QUORATE_STORAGE_CONNECTION: secret.optional(),
  QUORATE_TABLE_PREFIX: z
    .string()
    .regex(/^[a-z][a-z0-9]{0,19}$/, '1 to 20 small letters and digits')
    .default('quorate'),
  QUORATE_ANCHOR_ACCOUNT: accountName.optional(),
  QUORATE_ANCHOR_CONNECTION: secret.optional(),
  QUORATE_DUE_SHARDS: z.coerce.number().int().min(1).max(64).default(4),
  QUORATE_ENTRA_CLIENT_ID: guid,
  QUORATE_ENTRA_CLIENT_SECRET: secret.optional(),
  /** PEM: the private key and the certificate, as Key Vault keeps a certificate of that type. */
  QUORATE_ENTRA_CERTIFICATE: secret.optional(),
  /** The last day of QUORATE_ENTRA_CLIENT_SECRET, which Entra tells only whoever makes it: for the page that warns in time. */
  QUORATE_ENTRA_CLIENT_SECRET_ENDS: lastDay.optional(),
  QUORATE_ENTRA_AUTHORITY: z
    .string()
    .regex(/^https:\/\//, 'an https address')
    .default('https://login.microsoftonline.com'),
  QUORATE_ENTRA_TOKEN_ENDPOINT: template.optional(),
  QUORATE_ENTRA_JWKS_URI: template.optional(),
  QUORATE_ONLY_TENANT: guid.optional(),
  QUORATE_GRAPH_URL: address.default('https://graph.microsoft.com/v1.0'),
  QUORATE_NOTIFY_URL: address.default('https://api.notifications.service.gov.uk'),
  QUORATE_NOTIFY_KEYS: perCouncil.default(new Map()),
  QUORATE_NOTIFY_RECEIPT_TOKENS: perCouncil.default(new Map()),
  QUORATE_BOT_CLIENT_ID: guid,
  /** Without one the bot is a managed identity of the platform, and QUORATE_BOT_CLIENT_ID is that identity's. */
  QUORATE_BOT_CLIENT_SECRET: secret.optional(),
  QUORATE_BOT_CLIENT_SECRET_ENDS: lastDay.optional(),
  QUORATE_BOT_TENANT_ID: guid,
  QUORATE_BOT_TOKEN_ENDPOINT: address.optional(),
  QUORATE_BOT_OPENID_METADATA: address.default('https://login.botframework.com/v1/.well-known/openidconfiguration'),
  QUORATE_BOT_SERVICE_URL: address.default('https://smba.trafficmanager.net/uk/{tid}'),
  QUORATE_BOT_SERVICE_HOSTS: list
    .refine(
      (hosts) => hosts.every((host) => /^[a-z0-9.-]+(:\d{1,5})?$/.test(host)),
      'hosts such as smba.trafficmanager.net, in small letters',
    )
    .default(['smba.trafficmanager.net']),
  QUORATE_TEAMS_ORIGINS: origins.default([]),
  /** Hosts that may show our pages. They stand in a header, so that nothing else may stand here. */
  QUORATE_FRAME_ANCESTORS: origins.default(teamsFrames.split(' ')),
  QUORATE_WORKER: z.enum(['on', 'off']).default('on'),
  QUORATE_TAB_DIR: z.string().default('dist/tab'),
  QUORATE_ADDIN_IDS: list.pipe(z.array(guid).max(5)).default([]),
  QUORATE_OFFICE_JS_URL: address.default('https://appsforoffice.microsoft.com/lib/1/hosted/office.js'),
  QUORATE_OUTLOOK_DIR: z.string().default('dist/outlook'),
})

export type Config = {
  readonly port: number
  /** Where Teams, Graph and Notify reach this service; no closing slash. */
  readonly publicUrl: string
  readonly storage: {
    readonly account: Account
    readonly tablePrefix: string
    /** Partitions over which what is due is spread. Never changed once there is a council: a pointer is sought where this number puts it. */
    readonly dueShards: number
  }
  readonly anchors: Anchoring
  readonly entra: {
    readonly clientId: string
    readonly credential: EntraCredential
    /** The last day of a secret, where somebody wrote it down. */
    readonly secretEndsOn?: Day
    readonly authority: string
    /** Templates with `{tid}`: the cloud's own when absent. */
    readonly tokenEndpoint?: string
    readonly jwksUri?: string
  }
  /** The one tenant that is let in at any door, whatever councils are stored. */
  readonly onlyTenant?: string
  readonly graph: { readonly url: string }
  readonly notify: {
    readonly url: string
    readonly keys: ReadonlyMap<string, Secret>
    readonly receiptTokens: ReadonlyMap<string, Secret>
  }
  readonly bot: {
    readonly clientId: string
    /** Absent where the bot is a managed identity itself. */
    readonly clientSecret?: Secret
    readonly secretEndsOn?: Day
    readonly tenantId: string
    readonly tokenEndpoint?: string
    readonly openIdMetadata: string
    /** Template with `{tid}`: where a conversation is begun with someone who has never written to the bot. */
    readonly serviceUrl: string
    /** The only hosts (`host` or `host:port`) to which the bot's own token is ever sent. */
    readonly serviceHosts: readonly string[]
  }
  readonly tab: { readonly dir: string; readonly teamsOrigins: readonly string[]; readonly frameAncestors: readonly string[] }
  readonly outlook: {
    readonly dir: string
    /** Of the Outlook add-ins whose tags are honoured: of each app package its own and its XML manifest's; the first is this service's own. */
    readonly addInIds: readonly string[]
    /** Microsoft's script that makes a page an add-in. */
    readonly officeJs: string
  }
  readonly worker: boolean
}

/**
 * The whole configuration from the environment, or every reason why there is none.
 *
 * Unknown `QUORATE_` names are refused: a misspelt setting that is quietly ignored is worse than a stop.
 */
export function configFrom(env: Readonly<Record<string, string | undefined>>): Result<Config, readonly ConfigRefusal[]> {
  const known = Object.keys(environment.shape)
  const unknown = Object.keys(env).filter((name) => name.startsWith('QUORATE_') && !known.includes(name))
  const parsed = environment.safeParse(givenIn(env, known))
  const refusals = [
    ...unknown.map((variable) => ({ variable, because: 'is not a setting of Quorate' })),
    ...(parsed.success ? contradictionsIn(parsed.data) : parsed.error.issues.map(refusalOf)),
    ...(env['DANGEROUSLY_ALLOW_UNAUTHENTICATED_REQUESTS'] === undefined
      ? []
      : [{ variable: 'DANGEROUSLY_ALLOW_UNAUTHENTICATED_REQUESTS', because: 'must not be set: anyone could speak as the bot’s channel' }]),
  ]
  if (!parsed.success || refusals.length > 0) return refused(refusals)
  const account = accountOf(parsed.data)
  const credential = credentialOf(parsed.data)
  if (!account.ok || !credential.ok) return refused([...refusalsIn(account), ...refusalsIn(credential)])
  return ok(configOf(parsed.data, { account: account.value, credential: credential.value }))
}

type Environment = z.infer<typeof environment>

function contradictionsIn(env: Environment): readonly ConfigRefusal[] {
  const shared = env.QUORATE_BOT_CLIENT_ID === env.QUORATE_ENTRA_CLIENT_ID
  const elsewhere = !isAllowedService(env.QUORATE_BOT_SERVICE_URL.replaceAll('{tid}', 'tid'), env.QUORATE_BOT_SERVICE_HOSTS)
  const tokenLess = [...env.QUORATE_NOTIFY_KEYS.keys()].filter((council) => !env.QUORATE_NOTIFY_RECEIPT_TOKENS.has(council))
  return [
    // With one registration every signed-in person would hold a token that the bot's channel also accepts.
    ...(shared ? [{ variable: 'QUORATE_BOT_CLIENT_ID', because: 'must differ from QUORATE_ENTRA_CLIENT_ID' }] : []),
    ...anchorContradictions(env),
    ...(env.QUORATE_BOT_CLIENT_SECRET || env.QUORATE_IDENTITY_CLIENT_ID
      ? []
      : [
          {
            variable: 'QUORATE_BOT_CLIENT_SECRET',
            because: 'is missing, and without QUORATE_IDENTITY_CLIENT_ID there is no managed identity either',
          },
        ]),
    ...(elsewhere ? [{ variable: 'QUORATE_BOT_SERVICE_URL', because: 'must be at one of QUORATE_BOT_SERVICE_HOSTS' }] : []),
    ...tokenLess.map((council) => ({
      variable: 'QUORATE_NOTIFY_RECEIPT_TOKENS',
      because: `has no token for ${council}, whose texts would never be confirmed`,
    })),
  ]
}

function configOf(env: Environment, { account, credential }: { readonly account: Account; readonly credential: EntraCredential }): Config {
  return {
    port: env.QUORATE_PORT,
    publicUrl: env.QUORATE_PUBLIC_URL.replace(/\/+$/, ''),
    storage: { account, tablePrefix: env.QUORATE_TABLE_PREFIX, dueShards: env.QUORATE_DUE_SHARDS },
    anchors: anchoringOf(env, account),
    entra: {
      clientId: env.QUORATE_ENTRA_CLIENT_ID,
      credential,
      ...(env.QUORATE_ENTRA_CLIENT_SECRET_ENDS ? { secretEndsOn: env.QUORATE_ENTRA_CLIENT_SECRET_ENDS } : {}),
      authority: env.QUORATE_ENTRA_AUTHORITY.replace(/\/+$/, ''),
      ...(env.QUORATE_ENTRA_TOKEN_ENDPOINT ? { tokenEndpoint: env.QUORATE_ENTRA_TOKEN_ENDPOINT } : {}),
      ...(env.QUORATE_ENTRA_JWKS_URI ? { jwksUri: env.QUORATE_ENTRA_JWKS_URI } : {}),
    },
    ...(env.QUORATE_ONLY_TENANT ? { onlyTenant: env.QUORATE_ONLY_TENANT } : {}),
    graph: { url: env.QUORATE_GRAPH_URL.replace(/\/+$/, '') },
    notify: {
      url: env.QUORATE_NOTIFY_URL.replace(/\/+$/, ''),
      keys: env.QUORATE_NOTIFY_KEYS,
      receiptTokens: env.QUORATE_NOTIFY_RECEIPT_TOKENS,
    },
    bot: {
      clientId: env.QUORATE_BOT_CLIENT_ID,
      ...(env.QUORATE_BOT_CLIENT_SECRET ? { clientSecret: env.QUORATE_BOT_CLIENT_SECRET } : {}),
      ...(env.QUORATE_BOT_CLIENT_SECRET_ENDS ? { secretEndsOn: env.QUORATE_BOT_CLIENT_SECRET_ENDS } : {}),
      tenantId: env.QUORATE_BOT_TENANT_ID,
      ...(env.QUORATE_BOT_TOKEN_ENDPOINT ? { tokenEndpoint: env.QUORATE_BOT_TOKEN_ENDPOINT } : {}),
      openIdMetadata: env.QUORATE_BOT_OPENID_METADATA,
      serviceUrl: env.QUORATE_BOT_SERVICE_URL,
      serviceHosts: env.QUORATE_BOT_SERVICE_HOSTS,
    },
    tab: { dir: env.QUORATE_TAB_DIR, teamsOrigins: env.QUORATE_TEAMS_ORIGINS, frameAncestors: env.QUORATE_FRAME_ANCESTORS },
    outlook: {
      dir: env.QUORATE_OUTLOOK_DIR,
      addInIds: env.QUORATE_ADDIN_IDS.flatMap((id) => [id, xmlAddInId(id)]),
      officeJs: env.QUORATE_OFFICE_JS_URL,
    },
    worker: env.QUORATE_WORKER === 'on',
  }
}

const storageOnly = environment.pick({
  QUORATE_IDENTITY_CLIENT_ID: true,
  QUORATE_STORAGE_ACCOUNT: true,
  QUORATE_STORAGE_CONNECTION: true,
  QUORATE_TABLE_PREFIX: true,
  QUORATE_ANCHOR_ACCOUNT: true,
  QUORATE_ANCHOR_CONNECTION: true,
})

export type StorageConfig = Pick<Config['storage'], 'account' | 'tablePrefix'> & { readonly anchors: Anchoring }

/** Only where the records are: for what reads them without serving anybody. */
export function storageConfigFrom(env: Readonly<Record<string, string | undefined>>): Result<StorageConfig, readonly ConfigRefusal[]> {
  const parsed = storageOnly.safeParse(givenIn(env, Object.keys(storageOnly.shape)))
  if (!parsed.success) return refused(parsed.error.issues.map(refusalOf))
  const wrong = anchorContradictions(parsed.data)
  const account = accountOf(parsed.data)
  if (!account.ok || wrong.length > 0) return refused([...refusalsIn(account), ...wrong])
  return ok({ account: account.value, tablePrefix: parsed.data.QUORATE_TABLE_PREFIX, anchors: anchoringOf(parsed.data, account.value) })
}

/** A setting that is empty is not given. */
function givenIn(env: Readonly<Record<string, string | undefined>>, names: readonly string[]): Record<string, string | undefined> {
  return Object.fromEntries(names.flatMap((name) => (env[name] === undefined || env[name] === '' ? [] : [[name, env[name]]])))
}

function refusalOf(issue: z.core.$ZodIssue): ConfigRefusal {
  const variable = String(issue.path[0] ?? 'QUORATE_')
  if (issue.code === 'invalid_type' && issue.input === undefined) return { variable, because: 'is missing' }
  // Only our own sentences are repeated; a library's may quote what was given.
  return {
    variable,
    because: issue.code === 'custom' || issue.code === 'invalid_format' ? `should be ${issue.message}` : 'is not understood',
  }
}

function isSafeAddress(text: string): boolean {
  const url = URL.parse(text.replaceAll('{tid}', 'tid'))
  if (!url || url.username || url.password) return false
  return url.protocol === 'https:' || (url.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname))
}
