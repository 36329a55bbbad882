import type { Account } from '../credentials.ts'
import { createManagedIdentity } from './entra/managed-identity.ts'
import type { StorageCredential } from './tables/azure-tables.ts'

export type StorageService = 'table' | 'queue' | 'blob'
export type StorageAccess =
  | { readonly connectionString: string; readonly allowInsecure: boolean }
  | { readonly endpoint: string; readonly credential: StorageCredential }

/**
 * How the clients of one account reach its services. Where the account is opened by an identity there is no key at all: the account may
 * refuse keys altogether, and should.
 */
export function openAccount(account: Account): (service: StorageService) => StorageAccess {
  if (account.kind === 'connection') {
    const connectionString = account.connection.reveal()
    return () => ({ connectionString, allowInsecure: connectionString.includes('http://') })
  }
  const credential = createManagedIdentity({ clientId: account.clientId })
  return (service) => ({ endpoint: `https://${account.name}.${service}.core.windows.net`, credential })
}
