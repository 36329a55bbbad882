import * as registrations from './entra/registrations.ts'
import { notifyAccount } from './notify/account.ts'
import type { Addresses } from './service.ts'
import type { World } from './world.ts'

type Around = {
  readonly addresses: () => Addresses
  readonly storageConnection: string
  readonly port: number
  /** In front of every table's name. */
  readonly prefix: string
}

export type Environment = Readonly<Record<string, string>>

/** The product's settings, as an administrator would write them: addresses and credentials of the sandbox in place of the real ones. */
export function environmentFor({ council }: World, { addresses, storageConnection, port, prefix }: Around): Environment {
  const { desk, graph, entra, connector, notify } = addresses()
  return {
    QUORATE_PORT: String(port),
    QUORATE_PUBLIC_URL: `http://localhost:${port}`,
    QUORATE_STORAGE_CONNECTION: storageConnection,
    QUORATE_TABLE_PREFIX: prefix,
    // One council needs no more, and every look at what is due asks each of them.
    QUORATE_DUE_SHARDS: '1',
    QUORATE_ENTRA_CLIENT_ID: registrations.api.clientId,
    QUORATE_ENTRA_CLIENT_SECRET: registrations.api.clientSecret,
    QUORATE_ENTRA_TOKEN_ENDPOINT: `${entra}/{tid}/oauth2/v2.0/token`,
    QUORATE_ENTRA_JWKS_URI: `${entra}/{tid}/discovery/v2.0/keys`,
    QUORATE_GRAPH_URL: `${graph}/v1.0`,
    QUORATE_NOTIFY_URL: notify,
    QUORATE_NOTIFY_KEYS: JSON.stringify({ [council.id]: notifyAccount.liveKey }),
    QUORATE_NOTIFY_RECEIPT_TOKENS: JSON.stringify({ [council.id]: notifyAccount.receiptToken }),
    QUORATE_BOT_CLIENT_ID: registrations.bot.clientId,
    QUORATE_BOT_CLIENT_SECRET: registrations.bot.clientSecret,
    QUORATE_BOT_TENANT_ID: registrations.bot.tenantId,
    QUORATE_BOT_TOKEN_ENDPOINT: `${entra}/${registrations.bot.tenantId}/oauth2/v2.0/token`,
    QUORATE_BOT_OPENID_METADATA: `${connector}/v1/.well-known/openidconfiguration`,
    QUORATE_BOT_SERVICE_URL: connector,
    QUORATE_BOT_SERVICE_HOSTS: new URL(connector).host,
    QUORATE_TEAMS_ORIGINS: desk,
    QUORATE_FRAME_ANCESTORS: desk,
    QUORATE_ADDIN_IDS: registrations.addIn.id,
    QUORATE_OFFICE_JS_URL: `${desk}/office.js`,
  }
}
