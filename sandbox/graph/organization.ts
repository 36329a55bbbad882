import { api } from '../entra/registrations.ts'
import { objectIdOf } from '../object-id.ts'
import type { SandboxContext } from '../service.ts'
import { directoryPage } from './directory-page.ts'
import { ownMember } from './own-member.ts'
import { readQuery } from './query.ts'
import { noSuchResource } from './refusal.ts'
import { inDirectory, type Route } from './routes.ts'

/** The tenant itself, and who was given which role of the product in it. */
export function organizationRoutes({ world, people }: Pick<SandboxContext, 'world' | 'people'>, base: () => string): Route[] {
  const appRoles = Object.entries(api.roles).map(([role, { id, value }]) => ({
    id,
    value,
    displayName: role,
    description: `May act as ${role} in Quorate`,
    allowedMemberTypes: ['User'],
    isEnabled: true,
    origin: 'Application',
  }))

  /** The same application is another enterprise application in every tenant. */
  const principalOf = (tenantId: string) => objectIdOf('service-principal', `${api.clientId}@${tenantId}`)

  function principal(named: string, tenantId: string): string {
    const id = principalOf(tenantId)
    if (named.toLowerCase() !== id && named.toLowerCase() !== `appid=${api.clientId}`) throw noSuchResource(named.replace('appId=', ''))
    return id
  }

  function assignments(resourceId: string) {
    const order = { officer: api.roles.officer, administrator: api.roles.administrator }
    return people.flatMap((person) =>
      (person.roles ?? []).map((role) => ({
        id: Buffer.from(`${person.objectId}/${role}`).toString('base64url'),
        deletedDateTime: null,
        appRoleId: order[role].id,
        createdDateTime: new Date(world.now).toISOString(),
        principalDisplayName: person.name,
        principalId: person.objectId,
        principalType: 'User',
        resourceDisplayName: 'Quorate',
        resourceId,
      })),
    )
  }

  return [
    inDirectory('applications', 'GET servicePrincipals/:principal', (call, { principal: named = '' }) => {
      const whole: Record<string, unknown> = {
        id: principal(named, call.caller.tenantId),
        appId: api.clientId,
        displayName: 'Quorate',
        servicePrincipalType: 'Application',
        accountEnabled: true,
        appRoleAssignmentRequired: false,
        appRoles,
      }
      const select = readQuery(call).select ?? Object.keys(whole)
      const shown = Object.fromEntries(['id', ...select].map((name) => [name, ownMember(whole, name)]))
      return { status: 200, body: { '@odata.context': `${base()}/$metadata#servicePrincipals/$entity`, ...shown } }
    }),
    inDirectory('applications', 'GET servicePrincipals/:principal/appRoleAssignedTo', (call, { principal: named = '' }) => {
      const things = assignments(principal(named, call.caller.tenantId))
      return directoryPage(call, base(), { things, asked: readQuery(call), show: (each) => each, of: 'appRoleAssignments' })
    }),
    inDirectory('organization', 'GET organization', (call) => {
      const { name, domain } = world.council
      const tenant = {
        id: call.caller.tenantId,
        displayName: name,
        tenantType: 'AAD',
        countryLetterCode: 'GB',
        preferredLanguage: 'en',
        verifiedDomains: [
          { name: domain, type: 'Managed', isDefault: true, isInitial: false, capabilities: 'Email, OfficeCommunicationsOnline' },
        ],
      }
      return directoryPage(call, base(), { things: [tenant], asked: readQuery(call), show: (each) => each, of: 'organization' })
    }),
  ]
}
