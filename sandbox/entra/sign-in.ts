import { z } from 'zod'
import type { Person } from '../service.ts'
import type { JWTPayload } from 'jose'
import { delegatedGraph, issuer, servicePrincipalOf, singleSignOn, wallSeconds } from './claims.ts'
import { api, microsoftClients } from './registrations.ts'
import type { SigningKeys } from './signing-keys.ts'

/** What can be wrong with a token on purpose, so that every refusal can be rehearsed. */
export const flaws = z.enum(['wrong-audience', 'expired', 'v1', 'other-tenant', 'app-only', 'wrong-signature'])

const outlookScopes = [
  'Calendars.ReadWrite',
  'Calendars.ReadWrite.Shared',
  'Mail.ReadWrite',
  'Mail.ReadWrite.Shared',
  'Mail.Send',
  'MailboxSettings.ReadWrite',
  'People.Read',
  'Place.Read.All',
  'User.Read',
]

const otherTenantId = '7e57ab1e-0000-4000-8000-0000000000ff'

export type SignIn = { readonly audience: 'api' | 'graph'; readonly flaw?: z.infer<typeof flaws> }

/** A signed token for a person: what Teams hands the tab (`api`), or what their own Outlook uses (`graph`). */
export async function tokenFor(keys: SigningKeys, person: Person, tenantId: string, { audience, flaw }: SignIn): Promise<string> {
  const claims =
    audience === 'api' ? singleSignOn(person, tenantId) : delegatedGraph(person, tenantId, microsoftClients.outlook, outlookScopes)
  const token = await keys.sign(flaw ? spoilt(claims, flaw, tenantId) : claims)
  return flaw === 'wrong-signature' ? forged(token) : token
}

function spoilt(claims: JWTPayload, flaw: z.infer<typeof flaws>, tenantId: string): JWTPayload {
  const now = wallSeconds()
  const changes: Record<typeof flaw, JWTPayload> = {
    'wrong-audience': { aud: '7e57ab1e-0000-4000-8000-00000000ffff' },
    expired: { iat: now - 7200, nbf: now - 7200, exp: now - 3600 },
    v1: { ver: '1.0', iss: issuer.v1(tenantId), appid: claims['azp'] },
    'other-tenant': { tid: otherTenantId, iss: issuer.v2(otherTenantId) },
    'app-only': { scp: undefined, roles: undefined, idtyp: 'app', oid: servicePrincipalOf(api.clientId, tenantId) },
    'wrong-signature': {},
  }
  return { ...claims, ...changes[flaw] }
}

function forged(token: string): string {
  const [head, body, signature = ''] = token.split('.')
  return `${head}.${body}.${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`
}
