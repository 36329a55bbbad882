import { ManagedIdentityApplication } from '@azure/msal-node'
import { ok, refused, type Result } from '../../../domain/kernel/result.ts'
import type { Note } from '../../ports/outcomes.ts'
import { Unavailable } from '../../ports/unavailable.ts'
import { boundedNetwork } from './network.ts'
import { refusalOrOutage, type TokenRefusal } from './refusals.ts'
import type { TokenOptions } from './tokens.ts'

/** An identity that the platform vouches for: nothing here knows a secret, and nobody has one to lose. */
export type ManagedIdentity = {
  /** For one resource, such as `https://storage.azure.com`. */
  token(resource: string, options?: TokenOptions): Promise<Result<string, TokenRefusal>>
  /** As the clients of storage ask for tokens. */
  getToken(scopes: string | string[]): Promise<{ token: string; expiresOnTimestamp: number }>
  /** What a registration in Entra takes in place of a secret, where it trusts this identity. */
  assertion(): Promise<string>
}

/** Milliseconds. The platform answers on the machine itself. */
const callLimit = 10_000
/** The audience that Entra lays down for identities that another registration trusts. */
const forExchange = 'api://AzureADTokenExchange'

/**
 * The identity with this client id, among those that App Service gives the site: it names its own address and key in the environment
 * (`IDENTITY_ENDPOINT`, `IDENTITY_HEADER`), and the library reads them. Tokens are kept by it until five minutes before they end.
 */
export function createManagedIdentity(
  { clientId, note }: { readonly clientId: string; readonly note?: Note },
  limitMilliseconds = callLimit,
): ManagedIdentity {
  const identity = new ManagedIdentityApplication({
    managedIdentityIdParams: { userAssignedClientId: clientId },
    // Its own retries would hold up a calendar for half a minute; whoever needs a token asks again by itself.
    system: { networkClient: boundedNetwork(limitMilliseconds, note), disableInternalRetries: true },
  })
  async function ask(resource: string, { fresh = false }: TokenOptions = {}) {
    const { accessToken, expiresOn } = await identity.acquireToken({ resource, forceRefresh: fresh })
    if (!accessToken || !expiresOn) throw new TypeError('a token of a managed identity without its end')
    return { token: accessToken, expiresOnTimestamp: expiresOn.getTime() }
  }
  return {
    async token(resource, options) {
      try {
        return ok((await ask(resource, options)).token)
      } catch (thrown) {
        return refused(refusalOrOutage(thrown))
      }
    },
    async getToken(scopes) {
      const [scope = ''] = [scopes].flat()
      return outageOtherwise(() => ask(scope.replace(/\/\.default$/, '')))
    },
    assertion: () => outageOtherwise(async () => (await ask(forExchange)).token),
  }
}

/** Without its identity the service reaches nothing, and everything it meets then is an outage. */
async function outageOtherwise<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work()
  } catch (thrown) {
    throw new Unavailable('entra', 'the managed identity has no token', { cause: thrown })
  }
}
