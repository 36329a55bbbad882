import { createHash } from 'node:crypto'
import { decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose'
import { z } from 'zod'
import { personId } from '../../domain/kernel/ids.ts'
import type { PersonId } from '../../domain/kernel/ids.ts'
import { ok, refused } from '../../domain/kernel/result.ts'
import type { Result } from '../../domain/kernel/result.ts'
import type { Note } from '../ports/outcomes.ts'
import { KeySet } from './key-set.ts'

/** Why a token was not accepted: for the log. The caller is told nothing but 401. */
export type SignInRefusal =
  | 'missing'
  | 'malformed'
  | 'wrong-algorithm'
  | 'no-key-id'
  | 'unknown-tenant'
  | 'unknown-key'
  | 'bad-signature'
  | 'expired'
  | 'wrong-issuer'
  | 'wrong-audience'
  | 'wrong-version'
  | 'wrong-scope'
  | 'not-a-person'
  | 'wrong-client'

/** Who a verified token says is asking. The name is for show only; a person is `tenantId` and `id`. */
export type SignedIn = {
  readonly tenantId: string
  readonly id: PersonId
  readonly name: string
  readonly roles: readonly ('officer' | 'administrator')[]
}

export type SignInOptions = {
  readonly clientId: string
  readonly authority: string
  /** Template with `{tid}`; the authority's own when absent. */
  readonly jwksUri?: string
  readonly isServed: (tenantId: string) => Promise<boolean>
  readonly mono: () => number
  readonly note?: Note
  /** Milliseconds since 1970, in real time: tokens know nothing of a rehearsal's clock. */
  readonly wallClock?: () => number
  /** A Member's own token, for acting in Outlook as that Member while it lasts. `exp` in seconds since 1970. */
  readonly onSignIn?: (tenantId: string, person: PersonId, assertion: string, exp: number) => void
}

/** The Microsoft 365 clients in which the tab and the add-in run; the registration names them too, so that nobody is asked to agree. */
export const hosts = [
  '1fec8e78-bce4-4aaf-ab1b-5451cc387264',
  '5e3ce6c0-2b1f-4285-8d4b-75ee78787346',
  '4765445b-32c6-49b0-83e6-1d93765276ca',
  '0ec893e0-5785-4de6-99da-4ed124e5296c',
  'd3590ed6-52b3-4102-aeff-aad2292ab01c',
  'bc59ab01-8403-45c6-8796-ac3ef710b3e3',
  '27922004-5251-4030-b22d-91ecd9a37ea4',
]
const appRoles = { 'Quorate.Officer': 'officer', 'Quorate.Administrator': 'administrator' } as const
const skewSeconds = 300
const longestToken = 16_384
const mostKept = 5000

const claims = z.looseObject({
  ver: z.string(),
  tid: z.guid(),
  oid: z.guid(),
  aud: z.string(),
  exp: z.int(),
  scp: z.string().optional(),
  azp: z.string().optional(),
  idtyp: z.string().optional(),
  name: z.string().max(200).optional(),
  roles: z.array(z.string()).max(200).optional(),
})
type Claims = z.infer<typeof claims>

/**
 * Tells who is asking from the bearer token of the tab or the add-in.
 *
 * Every check that a library leaves to its caller is made here: version, tenant against issuer, scope as a whole word, calling
 * client, a person and not an app. A token found good is kept until it expires, because checking a signature costs more than the
 * whole of a request. Trap: email and user name are never looked at.
 */
export function signInWith(options: SignInOptions): (authorization: string | undefined) => Promise<Result<SignedIn, SignInRefusal>> {
  const wallClock = options.wallClock ?? Date.now
  const keySets = new Map<string, KeySet>()
  const kept = new Map<string, { readonly person: SignedIn; readonly until: number; readonly exp: number }>()

  const keysOf = (tenantId: string): KeySet => {
    const address = options.jwksUri?.replaceAll('{tid}', tenantId) ?? `${options.authority}/${tenantId}/discovery/v2.0/keys`
    const found = keySets.get(tenantId) ?? new KeySet({ address: async () => address, dependency: 'entra', ...options })
    keySets.set(tenantId, found)
    return found
  }

  return async (authorization) => {
    const token = bearerOf(authorization)
    if (!token) return refused(authorization === undefined ? 'missing' : 'malformed')

    const mark = createHash('sha256').update(token).digest('base64')
    const known = kept.get(mark)
    if (known && wallClock() < known.until) {
      options.onSignIn?.(known.person.tenantId, known.person.id, token, known.exp)
      return ok(known.person)
    }

    const verified = await verify(token, options, keysOf, wallClock)
    if (!verified.ok) return verified
    const person = personOf(verified.value)
    if (kept.size >= mostKept) kept.clear()
    kept.set(mark, { person, until: verified.value.exp * 1000, exp: verified.value.exp })
    options.onSignIn?.(person.tenantId, person.id, token, verified.value.exp)
    return ok(person)
  }
}

async function verify(
  token: string,
  options: SignInOptions,
  keysOf: (tenantId: string) => KeySet,
  wallClock: () => number,
): Promise<Result<Claims, SignInRefusal>> {
  const read = unverified(token)
  if (!read) return refused('malformed')
  if (read.header.alg !== 'RS256') return refused('wrong-algorithm')
  if (!read.header.kid) return refused('no-key-id')
  // Still unverified, and used for nothing but to choose whose keys must have signed it.
  if (!read.tid || !(await options.isServed(read.tid))) return refused('unknown-tenant')

  const signing = await keysOf(read.tid).find(read.header.kid)
  if (!signing) return refused('unknown-key')
  const issuer = `${options.authority}/${read.tid}/v2.0`
  if (signing.issuer && signing.issuer.replace('{tenantid}', read.tid) !== issuer) return refused('wrong-issuer')
  try {
    const { payload } = await jwtVerify(token, signing.key, {
      algorithms: ['RS256'],
      requiredClaims: ['iss', 'aud', 'exp', 'nbf', 'tid', 'oid', 'ver'],
      clockTolerance: skewSeconds,
      currentDate: new Date(wallClock()),
    })
    return checked(payload, { issuer, tenantId: read.tid, clientId: options.clientId })
  } catch (error) {
    return refused(refusalOf(error))
  }
}

function checked(
  payload: { readonly iss?: string },
  expected: { issuer: string; tenantId: string; clientId: string },
): Result<Claims, SignInRefusal> {
  const parsed = claims.safeParse(payload)
  if (!parsed.success) return refused(Array.isArray((payload as { aud?: unknown }).aud) ? 'wrong-audience' : 'malformed')
  const found = parsed.data
  if (found.ver !== '2.0') return refused('wrong-version')
  if (payload.iss !== expected.issuer || found.tid.toLowerCase() !== expected.tenantId) return refused('wrong-issuer')
  if (found.aud.toLowerCase() !== expected.clientId.toLowerCase()) return refused('wrong-audience')
  if (found.idtyp === 'app' || found.scp === undefined) return refused('not-a-person')
  if (!found.scp.split(' ').includes('access_as_user')) return refused('wrong-scope')
  const clients = [...hosts, expected.clientId.toLowerCase()]
  return found.azp !== undefined && clients.includes(found.azp.toLowerCase()) ? ok(found) : refused('wrong-client')
}

function personOf(found: Claims): SignedIn {
  const roles = (found.roles ?? []).flatMap((role) => (Object.hasOwn(appRoles, role) ? [appRoles[role as keyof typeof appRoles]] : []))
  return { tenantId: found.tid.toLowerCase(), id: personId(found.oid.toLowerCase()), name: found.name ?? '', roles }
}

/** Exactly one bearer token of a believable length, or none. */
export function bearerOf(authorization: string | undefined): string | undefined {
  const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization ?? '')?.[1]
  return token && token.length <= longestToken ? token : undefined
}

function unverified(token: string): { readonly header: { alg?: string; kid?: string }; readonly tid: string | undefined } | undefined {
  try {
    const header = decodeProtectedHeader(token)
    const tid = z.guid().toLowerCase().safeParse(decodeJwt(token)['tid'])
    return { header, tid: tid.data }
  } catch {
    // Not a token at all: the caller says so.
    return undefined
  }
}

function refusalOf(error: unknown): SignInRefusal {
  const code = (error as { code?: unknown }).code
  const claim = (error as { claim?: unknown }).claim
  if (code === 'ERR_JWT_EXPIRED' || claim === 'nbf') return 'expired'
  if (code === 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED') return 'bad-signature'
  return 'malformed'
}
