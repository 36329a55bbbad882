import { decodeProtectedHeader, jwtVerify } from 'jose'
import { personId } from '../domain/kernel/ids.ts'
import type { PersonId } from '../domain/kernel/ids.ts'
import { ok, refused } from '../domain/kernel/result.ts'
import type { Result } from '../domain/kernel/result.ts'
import { isAllowedService, tenantInService } from '../api/adapters/connector/service-hosts.ts'
import type { KeySet } from '../api/http/key-set.ts'
import { bearerOf } from '../api/http/sign-in.ts'
import type { Council, Councils } from '../api/ports/council.ts'
import { activitySchema, tenantOf } from './activity.ts'
import type { BotActivity } from './activity.ts'

export type GuardOptions = {
  readonly botClientId: string
  readonly serviceHosts: readonly string[]
  readonly keys: Pick<KeySet, 'find'>
  readonly councils: Pick<Councils, 'byTenant'>
  readonly wallClock?: () => number
}

export type GuardRefusal =
  | 'no-token'
  | 'malformed'
  | 'wrong-algorithm'
  | 'unknown-key'
  | 'not-endorsed'
  | 'not-verified'
  | 'wrong-audience'
  | 'wrong-service'
  | 'service-not-allowed'
  | 'unreadable-activity'
  | 'unknown-tenant'

/** An activity that Teams itself posted about someone of a council we serve. `person` is absent for what nobody did. */
export type Verified = { readonly activity: BotActivity; readonly council: Council; readonly person?: PersonId }

const issuer = 'https://api.botframework.com'
const skewSeconds = 300

/**
 * Lets in what the Bot Framework's connector posted, and nothing else.
 *
 * The SDK behind it also takes any Entra token made out to the bot, from any tenant, and then answers to whatever address the
 * activity names. Here the token must be the connector's own, its key endorsed for Teams, and the address in it the activity's
 * address and on our list.
 */
export async function guard(
  given: { readonly authorization: readonly string[]; readonly body: unknown },
  options: GuardOptions,
): Promise<Result<Verified, GuardRefusal>> {
  const [only, ...more] = given.authorization
  const token = more.length === 0 ? bearerOf(only) : undefined
  if (!token) return refused('no-token')

  const claims = await claimsOf(token, options)
  if (!claims.ok) return claims
  const parsed = activitySchema.safeParse(given.body)
  if (!parsed.success) return refused('unreadable-activity')
  const activity = parsed.data
  if (!sameAddress(claims.value, activity.serviceUrl)) return refused('wrong-service')
  if (!isAllowedService(activity.serviceUrl, options.serviceHosts)) return refused('service-not-allowed')

  const tenant = tenantOf(activity)
  // Signed, where the rest of the activity is not: what it says of the tenant goes before what the activity says.
  if ((tenantInService(activity.serviceUrl) ?? tenant) !== tenant) return refused('wrong-service')
  const council = tenant ? await options.councils.byTenant(tenant) : undefined
  if (!council) return refused('unknown-tenant')
  const oid = activity.from.aadObjectId
  return ok({ activity, council, ...(oid ? { person: personId(oid) } : {}) })
}

async function claimsOf(token: string, options: GuardOptions): Promise<Result<string, GuardRefusal>> {
  const header = headerOf(token)
  if (!header) return refused('malformed')
  if (header.alg !== 'RS256') return refused('wrong-algorithm')
  const signing = header.kid ? await options.keys.find(header.kid) : undefined
  if (!signing) return refused('unknown-key')
  if (!signing.endorsements.includes('msteams')) return refused('not-endorsed')
  try {
    const { payload } = await jwtVerify(token, signing.key, {
      algorithms: ['RS256'],
      issuer,
      requiredClaims: ['aud', 'exp', 'nbf'],
      clockTolerance: skewSeconds,
      currentDate: new Date((options.wallClock ?? Date.now)()),
    })
    if (typeof payload.aud !== 'string' || payload.aud.toLowerCase() !== options.botClientId.toLowerCase()) return refused('wrong-audience')
    const service: unknown = payload['serviceurl'] ?? payload['serviceUrl']
    return typeof service === 'string' ? ok(service) : refused('wrong-service')
  } catch {
    // Why a signature or a date is wrong is nobody's business but the sender's.
    return refused('not-verified')
  }
}

function headerOf(token: string): { alg?: string; kid?: string } | undefined {
  try {
    return decodeProtectedHeader(token)
  } catch {
    // Three parts that are no token: refused as malformed.
    return undefined
  }
}

function sameAddress(one: string, other: string): boolean {
  const plain = (address: string) => address.toLowerCase().replace(/\/+$/, '')
  return plain(one) === plain(other)
}
