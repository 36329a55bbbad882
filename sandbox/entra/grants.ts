import type { Person } from '../service.ts'
import { applicationOnly, delegatedGraph, identity, lifeSeconds } from './claims.ts'
import { Refused } from './refusal.ts'
import { api, resources, type Client } from './registrations.ts'
import type { SigningKeys } from './signing-keys.ts'
import { readToken } from './verify.ts'

export type Granting = {
  readonly keys: SigningKeys
  readonly people: readonly Person[]
  readonly councilTenantId: string
}

/** One request for a token, the client already known. */
export type Asked = { readonly tenantId: string; readonly client: Client; readonly form: Readonly<Record<string, string>> }

const unscoped = new Set(['openid', 'profile', 'offline_access', 'email'])

/** The service as itself: `grant_type=client_credentials`. */
export async function asItself({ keys }: Granting, { tenantId, client, form }: Asked): Promise<object> {
  const scope = member(form, 'scope')
  if (scope.includes(' ')) throw new Refused(700022)
  if (!scope.endsWith('/.default')) throw new Refused(1002012, scope)
  const audience = scope.slice(0, -'/.default'.length)
  if (audience !== resources.graph && audience !== resources.botFramework) throw new Refused(500011, audience)
  const roles = audience === resources.graph && client.clientId === api.clientId ? api.graphRoles : []
  return { ...bearer, access_token: await keys.sign(applicationOnly(audience, tenantId, client.clientId, roles)) }
}

/** The service as the person whose token it was sent: on-behalf-of. */
export async function asPerson(granting: Granting, { tenantId, client, form }: Asked): Promise<object> {
  if (member(form, 'requested_token_use') !== 'on_behalf_of') throw new Refused(70003)
  const asked = member(form, 'scope').split(' ').filter(Boolean)
  const scopes = graphScopes(asked)
  const person = await personOf(granting, tenantId, client, member(form, 'assertion'))
  const { keys } = granting
  return {
    ...bearer,
    scope: asked.join(' '),
    access_token: await keys.sign(delegatedGraph(person, tenantId, client.clientId, scopes)),
    ...(asked.includes('offline_access') && { refresh_token: `0.sandbox.${person.objectId}` }),
    id_token: await keys.sign(identity(person, tenantId, client.clientId)),
    client_info: Buffer.from(JSON.stringify({ uid: person.objectId, utid: tenantId })).toString('base64url'),
  }
}

const bearer = { token_type: 'Bearer', expires_in: lifeSeconds - 1, ext_expires_in: lifeSeconds - 1 }

/** A form member that must be there. */
export function member(form: Readonly<Record<string, string>>, name: string): string {
  const value = form[name]
  if (!value) throw new Refused(900144, `'${name}'.`)
  return value
}

function graphScopes(asked: readonly string[]): readonly string[] {
  const wanted = asked.filter((scope) => !unscoped.has(scope))
  const resourceOf = (scope: string) => (scope.includes('://') ? scope.slice(0, scope.lastIndexOf('/')) : resources.graph)
  const audiences = new Set(wanted.map(resourceOf))
  if (audiences.size > 1) throw new Refused(700022)
  if (audiences.size === 0) throw new Refused(70011)
  if (!audiences.has(resources.graph)) throw new Refused(500011, [...audiences].join(' '))
  const names = wanted.map((scope) => scope.slice(scope.lastIndexOf('/') + 1))
  if (names.includes('.default')) return api.graphScopes
  const agreed: readonly string[] = api.graphScopes
  const refused = names.find((name) => !agreed.includes(name))
  if (refused) throw new Refused(65001, refused)
  return names
}

/** Only an access token of a person, meant for this very client, may be exchanged. */
async function personOf({ keys, people }: Granting, tenantId: string, client: Client, assertion: string): Promise<Person> {
  const read = await readToken(assertion, keys)
  if (read === 'malformed') throw new Refused(50027)
  if (read === 'signature') throw new Refused(50013)
  if (read === 'expired') throw new Refused(500133)
  if (read.aud !== client.clientId) throw new Refused(500131)
  if (read.tid !== tenantId) throw new Refused(50013, 'The assertion is from another tenant.')
  if (read.idtyp === 'app') throw new Refused(7000114)
  if (typeof read.scp !== 'string') throw new Refused(240002)
  const person = people.find(({ objectId }) => objectId === read.oid)
  if (!person) throw new Refused(50013, 'The person is not in this tenant.')
  if (person.disabled) throw new Refused(50057)
  return person
}

/** The client that the form or the Basic header names, its secret checked. */
export function clientOf(
  clients: readonly Client[],
  councilTenantId: string,
  { tenantId, form }: Pick<Asked, 'tenantId' | 'form'>,
  authorization: string | undefined,
): Client {
  const [id, secret] = basicCredentials(authorization)
  const clientId = id ?? member(form, 'client_id')
  const client = clients.find((each) => each.clientId === clientId.toLowerCase())
  if (!client?.tenants(councilTenantId).includes(tenantId)) throw new Refused(700016, clientId)
  if ((secret ?? member(form, 'client_secret')) !== client.clientSecret) throw new Refused(7000215)
  return client
}

/** Both parts are written as in a form. What cannot be read names nobody. */
function basicCredentials(authorization: string | undefined): (string | undefined)[] {
  const basic = /^Basic (.+)$/i.exec(authorization ?? '')?.[1]
  if (!basic) return []
  const text = Buffer.from(basic, 'base64').toString('utf8')
  return text.split(':').map((part) => new URLSearchParams(`part=${part.replaceAll('&', '%26')}`).get('part') ?? '')
}
