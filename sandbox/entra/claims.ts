import { createHash, randomUUID } from 'node:crypto'
import type { JWTPayload } from 'jose'
import { objectIdOf } from '../object-id.ts'
import type { Person } from '../service.ts'
import { api, microsoftClients, resources } from './registrations.ts'

export const issuer = {
  v1: (tenantId: string) => `https://sts.windows.net/${tenantId}/`,
  v2: (tenantId: string) => `https://login.microsoftonline.com/${tenantId}/v2.0`,
}

/** Seconds that a token lives. Entra draws 60 to 90 minutes by chance; the sandbox leaves nothing to chance. */
export const lifeSeconds = 4500

/** Tokens live in real time: the shared clock must not touch them, or a week's jump would sign everybody out. */
export function wallSeconds(): number {
  return Math.floor(Date.now() / 1000)
}

/** The same person has another `sub` for every application. */
function pairwise(person: Person, clientId: string): string {
  return createHash('sha256').update(`${person.objectId}:${clientId}`).digest('base64url')
}

function stamps(): JWTPayload {
  const now = wallSeconds()
  return { iat: now, nbf: now, exp: now + lifeSeconds, uti: randomUUID().replaceAll('-', '').slice(0, 22), rh: '1.sandbox.' }
}

/** What the tab gets from Teams: a version 2 token for our API. */
export function singleSignOn(person: Person, tenantId: string): JWTPayload {
  const roles = (person.roles ?? []).map((role) => api.roles[role].value)
  return {
    aud: api.clientId,
    iss: issuer.v2(tenantId),
    ...stamps(),
    azp: microsoftClients.teamsWeb,
    azpacr: '0',
    name: person.name,
    oid: person.objectId,
    preferred_username: person.email,
    ...(roles.length > 0 && { roles }),
    scp: api.scope,
    sub: pairwise(person, api.clientId),
    tid: tenantId,
    ver: '2.0',
  }
}

/** A token for Graph that acts as a person: Graph has chosen version 1. */
export function delegatedGraph(person: Person, tenantId: string, appId: string, scopes: readonly string[]): JWTPayload {
  return {
    aud: resources.graph,
    iss: issuer.v1(tenantId),
    ...stamps(),
    acr: '1',
    amr: ['pwd'],
    app_displayname: appId === api.clientId ? 'Quorate' : 'Outlook',
    appid: appId,
    appidacr: appId === api.clientId ? '1' : '0',
    idtyp: 'user',
    name: person.name,
    oid: person.objectId,
    scp: scopes.join(' '),
    sub: pairwise(person, resources.graph),
    tid: tenantId,
    unique_name: person.email,
    upn: person.email,
    ver: '1.0',
  }
}

/** A token for an application as itself. `roles` stays away when there are none: rights given in Exchange do not show. */
export function applicationOnly(audience: string, tenantId: string, clientId: string, roles: readonly string[]): JWTPayload {
  const principal = servicePrincipalOf(clientId, tenantId)
  return {
    aud: audience,
    iss: issuer.v1(tenantId),
    ...stamps(),
    appid: clientId,
    appidacr: '1',
    idp: issuer.v1(tenantId),
    idtyp: 'app',
    oid: principal,
    ...(roles.length > 0 && { roles }),
    sub: principal,
    tid: tenantId,
    ver: '1.0',
  }
}

/** The enterprise application's object id, which differs from tenant to tenant. */
export function servicePrincipalOf(clientId: string, tenantId: string): string {
  return objectIdOf('service-principal', `${clientId}@${tenantId}`)
}

/** Says who signed in, to the client itself; no API takes it. */
export function identity(person: Person, tenantId: string, clientId: string): JWTPayload {
  return {
    aud: clientId,
    iss: issuer.v2(tenantId),
    ...stamps(),
    name: person.name,
    oid: person.objectId,
    preferred_username: person.email,
    sub: pairwise(person, clientId),
    tid: tenantId,
    ver: '2.0',
  }
}
