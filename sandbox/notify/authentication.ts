import { decodeJwt, errors, jwtVerify } from 'jose'
import { keys, notifyAccount, type KeyType } from './account.ts'
import { Refused } from './refusal.ts'

/** A token is good for this many seconds either way, of real time. */
const goodForSeconds = 30

/** Which key signed this request: an HS256 token that names the service and was made just now. */
export async function keyOf(authorization: string | undefined): Promise<KeyType> {
  const token = /^Bearer (.+)$/i.exec(authorization ?? '')?.[1]
  if (!token) throw new Refused(401, 'AuthError', 'Unauthorized: authentication token must be provided')
  const { iss, iat } = claimsOf(token)
  if (iss !== notifyAccount.serviceId) throw new Refused(403, 'AuthError', 'Invalid token: service not found')
  for (const { type, secret } of keys) {
    if (!(await signedWith(token, secret))) continue
    if (iat === undefined || Math.abs(Date.now() / 1000 - iat) > goodForSeconds) {
      throw new Refused(403, 'AuthError', 'Error: Your system clock must be accurate to within 30 seconds')
    }
    return type
  }
  throw new Refused(403, 'AuthError', 'Invalid token: API key not found')
}

function claimsOf(token: string): { iss?: string; iat?: number } {
  try {
    return decodeJwt(token)
  } catch (cause) {
    if (cause instanceof errors.JWTInvalid) throw new Refused(403, 'AuthError', 'Invalid token: decode error')
    throw cause
  }
}

async function signedWith(token: string, secret: string): Promise<boolean> {
  try {
    await jwtVerify(token, new TextEncoder().encode(secret), { algorithms: ['HS256'] })
    return true
  } catch (cause) {
    if (cause instanceof errors.JOSEError) return false
    throw cause
  }
}
