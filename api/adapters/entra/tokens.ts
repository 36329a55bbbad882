import { ConfidentialClientApplication, type NodeAuthOptions } from '@azure/msal-node'
import { ok, refused, type Result } from '../../../domain/kernel/result.ts'
import type { Note } from '../../ports/outcomes.ts'
import { boundedNetwork } from './network.ts'
import { refusalOrOutage, type TokenRefusal } from './refusals.ts'

/** Where tokens come from. */
export type EntraSettings = {
  readonly clientId: string
  /** `https://login.microsoftonline.com` in every setting; it names the issuer. */
  readonly authority: string
  /** Given together when they are not to be looked up at the authority; `{tid}` becomes the tenant. */
  readonly tokenEndpoint?: string
  readonly jwksUri?: string
  readonly credential: Pick<NodeAuthOptions, 'clientSecret' | 'clientCertificate' | 'clientAssertion'>
  /** The resource the tokens are for: `https://graph.microsoft.com`. */
  readonly resource: string
  readonly note?: Note
}

export type TokenOptions = { readonly fresh?: boolean }

export interface Tokens {
  /** The service as itself, in one council's tenant. `fresh` asks Entra even when a token is at hand: after a 401, once. */
  appToken(tenant: string, options?: TokenOptions): Promise<Result<string, TokenRefusal>>
  /** The service as the person whose token for our API `assertion` is. */
  onBehalfOf(tenant: string, assertion: string, options?: TokenOptions): Promise<Result<string, TokenRefusal>>
}

const aDay = 24 * 60 * 60 * 1000
/** Milliseconds. */
const callLimit = 10_000
const rights = ['Calendars.ReadWrite']

/**
 * Tokens for Graph by msal-node. One client object a tenant is kept, since it holds the cache; it is made anew daily, because
 * the entries of on-behalf-of tokens pile up in it (measured, 7.2.1). Equal requests under way at once are made once.
 *
 * Units: a token's life is wall-clock time, whatever the council's clock says; `mono` is in milliseconds.
 */
export function createTokens(settings: EntraSettings, mono: () => number, limitMilliseconds = callLimit): Tokens {
  refuseClearText(settings)
  const networkClient = boundedNetwork(limitMilliseconds, settings.note)
  const clients = new Map<string, { readonly client: ConfidentialClientApplication; readonly madeAt: number }>()
  const underWay = new Map<string, Promise<Result<string, TokenRefusal>>>()

  function clientOf(tenant: string): ConfidentialClientApplication {
    const kept = clients.get(tenant)
    if (kept && mono() - kept.madeAt < aDay) return kept.client
    const client = new ConfidentialClientApplication({ auth: authOptions(settings, tenant), system: { networkClient } })
    clients.set(tenant, { client, madeAt: mono() })
    return client
  }

  function once(key: string, ask: () => Promise<{ accessToken: string } | null>): Promise<Result<string, TokenRefusal>> {
    const same = underWay.get(key)
    if (same) return same
    const asking = settled(ask).finally(() => underWay.delete(key))
    underWay.set(key, asking)
    return asking
  }

  return {
    appToken(tenant, { fresh = false } = {}) {
      const request = { scopes: [`${settings.resource}/.default`], skipCache: fresh }
      return once(`app ${tenant} ${fresh}`, () => clientOf(tenant).acquireTokenByClientCredential(request))
    },
    onBehalfOf(tenant, assertion, { fresh = false } = {}) {
      const scopes = rights.map((right) => `${settings.resource}/${right}`)
      const request = { oboAssertion: assertion, scopes, skipCache: fresh }
      return once(`person ${tenant} ${fresh} ${assertion}`, () => clientOf(tenant).acquireTokenOnBehalfOf(request))
    },
  }
}

async function settled(ask: () => Promise<{ accessToken: string } | null>): Promise<Result<string, TokenRefusal>> {
  try {
    const answer = await ask()
    return answer ? ok(answer.accessToken) : refused({ kind: 'sign-in-again' })
  } catch (thrown) {
    return refused(refusalOrOutage(thrown))
  }
}

function authOptions(settings: EntraSettings, tenant: string): NodeAuthOptions {
  const { clientId, tokenEndpoint, jwksUri, credential } = settings
  const authority = `${settings.authority}/${tenant}`
  if (!tokenEndpoint) return { clientId, authority, ...credential }
  const metadata = {
    issuer: `${authority}/v2.0`,
    token_endpoint: tokenEndpoint.replaceAll('{tid}', tenant),
    // Asked for by the library and never called by a service: nobody signs in or out here.
    authorization_endpoint: `${authority}/oauth2/v2.0/authorize`,
    end_session_endpoint: `${authority}/oauth2/v2.0/logout`,
    jwks_uri: (jwksUri ?? `${authority}/discovery/v2.0/keys`).replaceAll('{tid}', tenant),
  }
  const knownAuthorities = [new URL(settings.authority).host]
  return { clientId, authority, knownAuthorities, authorityMetadata: JSON.stringify(metadata), ...credential }
}

/** A secret sent in clear is a secret lost: plain http is allowed to this machine only. */
function refuseClearText({ authority, tokenEndpoint, jwksUri }: EntraSettings): void {
  if (new URL(authority).protocol !== 'https:') throw new TypeError('the authority must be https')
  const safe = [tokenEndpoint, jwksUri].every((address) => address === undefined || isHttpsOrLoopback(address))
  if (!safe) throw new TypeError('an endpoint of Entra must be https, or on this machine')
}

export function isHttpsOrLoopback(address: string): boolean {
  const { protocol, hostname } = new URL(address)
  const loopback = hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname)
  return protocol === 'https:' || (protocol === 'http:' && loopback)
}
