import { Unavailable } from '../../ports/unavailable.ts'

/** Why Entra gives no token, in the terms of what must be done about it. */
export type TokenRefusal =
  /** An administrator of the council has not consented, or not yet to this right. */
  | { readonly kind: 'consent-missing' }
  /** The person must do something in the browser first; `claims` go to the pop-up as they are. */
  | { readonly kind: 'interaction-required'; readonly claims?: string }
  /** The token we were given is expired, revoked or no access token of ours: the tab fetches a new one. */
  | { readonly kind: 'sign-in-again' }
  | { readonly kind: 'account-disabled' }
  /** A secret, certificate, tenant or client id is wrong: nothing will work until somebody puts it right. `code` is for the administrator. */
  | { readonly kind: 'misconfigured'; readonly code: string }

/** What msal-node throws, as far as it is looked at: the same members on every class of its errors. */
export type MsalFailure = {
  readonly errorCode: string
  readonly subError?: string
  /** The first of Entra's AADSTS numbers: typed as text by the library and a number in fact (measured). */
  readonly errorNo?: string | number
  readonly claims?: string
  readonly status?: number
}

const byNumber: Readonly<Record<string, 'consent' | 'interaction' | 'again' | 'disabled'>> = {
  '65001': 'consent',
  '90094': 'consent',
  '500133': 'again',
  '50013': 'again',
  '50027': 'again',
  '50173': 'again',
  '240002': 'again',
  '50057': 'disabled',
  '50074': 'interaction',
  '50076': 'interaction',
  '50079': 'interaction',
  '50158': 'interaction',
  '53000': 'interaction',
  '53003': 'interaction',
}

const ourFault = new Set([
  'invalid_client',
  'invalid_client_credential',
  'unauthorized_client',
  'invalid_request',
  'invalid_resource',
  'invalid_scope',
  'authority_uri_insecure',
  'endpoints_resolution_error',
])

/**
 * What a failed token request means; `undefined` when it says nothing but that Entra did not answer.
 *
 * Trap: after a 429 or 5xx the library refuses locally for a while with an empty `errorCode`, which means no more than "not now"
 * (measured, msal-node 7.2.1). A bare 65001 without a suberror still means that consent is missing.
 */
export function refusalOf(failure: MsalFailure): TokenRefusal | undefined {
  if (failure.status === 429 || (failure.status ?? 0) >= 500) return undefined
  if (failure.subError === 'consent_required') return { kind: 'consent-missing' }

  const meaning = byNumber[String(failure.errorNo ?? '')]
  if (meaning === 'consent') return { kind: 'consent-missing' }
  if (meaning === 'again') return { kind: 'sign-in-again' }
  if (meaning === 'disabled') return { kind: 'account-disabled' }
  if (meaning === 'interaction' || failure.errorCode === 'interaction_required') {
    return { kind: 'interaction-required', ...(failure.claims ? { claims: failure.claims } : {}) }
  }
  if (failure.errorCode === 'invalid_grant') return { kind: 'sign-in-again' }
  if (ourFault.has(failure.errorCode)) return { kind: 'misconfigured', code: String(failure.errorNo ?? failure.errorCode) }
  return undefined
}

/** Whether nothing will work until somebody puts it right. */
export function isOurFault(errorCode: string | undefined): boolean {
  return ourFault.has(errorCode ?? '')
}

/** The refusal, or an outage thrown with its cause. */
export function refusalOrOutage(thrown: unknown): TokenRefusal {
  const refusal = isMsalFailure(thrown) ? refusalOf(thrown) : undefined
  if (refusal) return refusal
  throw new Unavailable('entra', 'no token was given', { cause: thrown })
}

function isMsalFailure(thrown: unknown): thrown is MsalFailure & Error {
  return thrown instanceof Error && 'errorCode' in thrown && typeof thrown.errorCode === 'string'
}
