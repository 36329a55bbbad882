import { ok, refused, type Result } from '../domain/kernel/result.ts'
import type { Secret } from './secret.ts'

/** Which variable keeps the service from starting, and why. Never its value: it may be a secret, and this is printed. */
export type ConfigRefusal = { readonly variable: string; readonly because: string }

/** A storage account: opened by what stands in a connection string, or, named alone, by the service's own managed identity. */
export type Account =
  | { readonly kind: 'connection'; readonly connection: Secret }
  | { readonly kind: 'identity'; readonly name: string; readonly clientId: string }

/** Where the last row of the audit chain is written down each night: an account that those who keep the tables do not keep, if there is one. */
export type Anchoring = { readonly account: Account; readonly container: string }

/** How the service's registration in Entra proves that it is itself; best last. */
export type EntraCredential =
  | { readonly kind: 'secret'; readonly secret: Secret }
  | { readonly kind: 'certificate'; readonly pem: Secret }
  /** The registration trusts the managed identity with this client id. */
  | { readonly kind: 'identity'; readonly clientId: string }

/** The settings that say how storage is opened. */
type StorageEnvironment = {
  readonly QUORATE_IDENTITY_CLIENT_ID?: string | undefined
  readonly QUORATE_STORAGE_ACCOUNT?: string | undefined
  readonly QUORATE_STORAGE_CONNECTION?: Secret | undefined
  readonly QUORATE_ANCHOR_ACCOUNT?: string | undefined
  readonly QUORATE_ANCHOR_CONNECTION?: Secret | undefined
  readonly QUORATE_TABLE_PREFIX: string
}

/** The settings of which one is how the registration in Entra proves that it is itself. */
type EntraEnvironment = {
  readonly QUORATE_IDENTITY_CLIENT_ID?: string | undefined
  readonly QUORATE_ENTRA_CLIENT_SECRET?: Secret | undefined
  readonly QUORATE_ENTRA_CERTIFICATE?: Secret | undefined
}

export function accountOf(env: StorageEnvironment): Result<Account, ConfigRefusal> {
  const { QUORATE_STORAGE_ACCOUNT: name, QUORATE_STORAGE_CONNECTION: connection, QUORATE_IDENTITY_CLIENT_ID: clientId } = env
  const variable = 'QUORATE_STORAGE_ACCOUNT'
  if (name && connection) return refused({ variable, because: 'and QUORATE_STORAGE_CONNECTION are both given: one of them is meant' })
  if (connection) return ok({ kind: 'connection', connection })
  if (!name) return refused({ variable, because: 'is missing, and so is QUORATE_STORAGE_CONNECTION' })
  if (!clientId) return refused({ variable: 'QUORATE_IDENTITY_CLIENT_ID', because: 'is missing: as whom is the storage account opened?' })
  return ok({ kind: 'identity', name, clientId })
}

export function credentialOf(env: EntraEnvironment): Result<EntraCredential, ConfigRefusal> {
  const { QUORATE_ENTRA_CLIENT_SECRET: given, QUORATE_ENTRA_CERTIFICATE: pem, QUORATE_IDENTITY_CLIENT_ID: clientId } = env
  const variable = 'QUORATE_ENTRA_CLIENT_SECRET'
  if (given && pem) return refused({ variable, because: 'and QUORATE_ENTRA_CERTIFICATE are both given: one of them is meant' })
  if (given) return ok({ kind: 'secret', secret: given })
  if (pem) return ok({ kind: 'certificate', pem })
  if (clientId) return ok({ kind: 'identity', clientId })
  return refused({ variable, because: 'is missing, and so are QUORATE_ENTRA_CERTIFICATE and QUORATE_IDENTITY_CLIENT_ID' })
}

export function anchoringOf(env: StorageEnvironment, beside: Account): Anchoring {
  const { QUORATE_ANCHOR_ACCOUNT: name, QUORATE_ANCHOR_CONNECTION: connection, QUORATE_IDENTITY_CLIENT_ID: clientId } = env
  const container = `${env.QUORATE_TABLE_PREFIX}-audit-anchors`
  if (connection) return { account: { kind: 'connection', connection }, container }
  return { account: name && clientId ? { kind: 'identity', name, clientId } : beside, container }
}

export function anchorContradictions(env: StorageEnvironment): readonly ConfigRefusal[] {
  const variable = 'QUORATE_ANCHOR_ACCOUNT'
  if (!env.QUORATE_ANCHOR_ACCOUNT) return []
  if (env.QUORATE_ANCHOR_CONNECTION) return [{ variable, because: 'and QUORATE_ANCHOR_CONNECTION are both given: one of them is meant' }]
  return env.QUORATE_IDENTITY_CLIENT_ID
    ? []
    : [{ variable, because: 'is opened by a managed identity, and QUORATE_IDENTITY_CLIENT_ID is missing' }]
}

export function refusalsIn(result: Result<unknown, ConfigRefusal>): readonly ConfigRefusal[] {
  return result.ok ? [] : [result.refusal]
}
