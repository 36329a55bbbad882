import { errors, jwtVerify, type JWTPayload } from 'jose'
import type { TokenClaims, Verify } from '../service.ts'
import { issuer } from './claims.ts'
import type { SigningKeys } from './signing-keys.ts'

/** Clocks of two machines may differ by this many seconds. */
const skewSeconds = 300

/** Checks signature, life and tenant of a bearer token, against real time. Who may do what with it is the asking service's business. */
export function createVerify(keys: SigningKeys, tenants: readonly string[]): Verify {
  return async (authorization) => {
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization ?? '')?.[1]
    if (!token) return { ok: false, because: authorization ? 'malformed' : 'missing' }
    const read = await readToken(token, keys)
    if (typeof read === 'string') return { ok: false, because: read }
    const claims = claimsOf(read)
    if (!claims) return { ok: false, because: 'malformed' }
    const trusted = [issuer.v1(claims.tenantId), issuer.v2(claims.tenantId)]
    if (!tenants.includes(claims.tenantId) || !trusted.includes(String(read.iss))) return { ok: false, because: 'tenant' }
    return { ok: true, claims }
  }
}

/** The claims of a token that one of our keys signed and that is within its time; else what is wrong with it. */
export async function readToken(token: string, keys: SigningKeys): Promise<JWTPayload | 'malformed' | 'signature' | 'expired'> {
  try {
    const verified = await jwtVerify(
      token,
      ({ kid }) => {
        const key = keys.publicKey(kid)
        if (!key) throw new errors.JWKSNoMatchingKey()
        return key
      },
      { algorithms: ['RS256'], clockTolerance: skewSeconds },
    )
    return verified.payload
  } catch (cause) {
    if (cause instanceof errors.JWTExpired || cause instanceof errors.JWTClaimValidationFailed) return 'expired'
    if (cause instanceof errors.JWSInvalid || cause instanceof errors.JWTInvalid) return 'malformed'
    if (cause instanceof errors.JOSEError) return 'signature'
    throw cause
  }
}

function claimsOf(payload: JWTPayload): TokenClaims | undefined {
  const { aud, tid, oid, scp, roles, appid, azp } = payload
  if (typeof aud !== 'string' || typeof tid !== 'string' || typeof oid !== 'string') return undefined
  return {
    kind: typeof scp === 'string' ? 'person' : 'app',
    audience: aud,
    tenantId: tid,
    appId: [appid, azp].find((each) => typeof each === 'string') ?? '',
    objectId: oid,
    scopes: typeof scp === 'string' ? scp.split(' ').filter(Boolean) : [],
    roles: Array.isArray(roles) ? roles.map(String) : [],
  }
}
