import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { appRoles } from '../api/adapters/graph/directory.ts'
import { hosts } from '../api/http/sign-in.ts'
import { bulletinLink } from '../bot/cards/links.ts'
import { botWords } from '../bot/cards/words.ts'
import { controlsOf } from '../infra/app-package/manifest.ts'
import { aManifest, repositoryJson, root } from '../infra/app-package/testing.ts'
import { paneControl } from '../outlook/events/on-send.ts'
import { api } from '../sandbox/entra/registrations.ts'
import { tabPageId } from '../sandbox/desk/teams/teams-host.ts'
import { teamsWords } from '../sandbox/desk/teams/words.ts'

const manifest = aManifest()
const access = z.object({ id: z.string(), type: z.enum(['Role', 'Scope']) })
const registration = z
  .looseObject({
    identifierUris: z.array(z.string()),
    signInAudience: z.string(),
    api: z.looseObject({
      requestedAccessTokenVersion: z.number(),
      oauth2PermissionScopes: z.array(z.looseObject({ id: z.string(), value: z.string() })),
      preAuthorizedApplications: z.array(z.object({ appId: z.string(), delegatedPermissionIds: z.array(z.string()) })),
    }),
    appRoles: z.array(z.looseObject({ id: z.guid(), value: z.string(), allowedMemberTypes: z.array(z.string()), isEnabled: z.boolean() })),
    requiredResourceAccess: z.array(z.object({ resourceAppId: z.string(), resourceAccess: z.array(access) })),
    spa: z.object({ redirectUris: z.array(z.string()) }),
  })
  .parse(repositoryJson('aad.manifest.json'))

const sources = ['api', 'bot'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => readFileSync(join(root, folder, name), 'utf8')),
)

function asked(type: 'Role' | 'Scope'): readonly string[] {
  expect(registration.requiredResourceAccess.map(({ resourceAppId }) => resourceAppId)).toEqual(['Microsoft Graph'])
  return registration.requiredResourceAccess.flatMap(({ resourceAccess }) =>
    resourceAccess.flatMap((each) => (each.type === type ? [each.id] : [])),
  )
}

test('the tab that the package names is the one that links open and that the desk shows', () => {
  const [tab] = manifest.staticTabs
  expect(tab?.entityId).toBe(tabPageId)
  expect(new URL(bulletinLink(manifest.id)).pathname).toBe(`/l/entity/${manifest.id}/${tab?.entityId}`)
  expect(readFileSync(join(root, 'tab/host/OpenInTeams.tsx'), 'utf8')).toContain(`/l/entity/\${teamsAppId}/${tab?.entityId}\``)
})

test('whoever the bot helps is sent to the tab by the name that Teams shows, and the desk shows the same', () => {
  expect(manifest.staticTabs.find(({ entityId }) => entityId === tabPageId)).toMatchObject({ name: teamsWords.tab })
  const { unknown: _nothingForThem, ...helped } = botWords.help
  for (const words of Object.values(helped)) expect(words('Thamesbrook')).toContain(`${teamsWords.tab}, at the top of this chat`)
})

test('the script of the events answers to what the manifest asks of it, and its button is one of the ribbon that an organiser has', () => {
  const [{ runtimes, ribbons }] = manifest.extensions
  const asked = runtimes.flatMap(({ actions }) => actions.flatMap(({ id, type }) => (type === 'executeFunction' ? [id] : [])))
  const script = readFileSync(join(root, 'outlook/events/events.ts'), 'utf8')
  expect([...script.matchAll(/\bassociate\('([^']*)'/g)].map(([, name]) => name)).toEqual(asked)
  const organisers = ribbons.filter(({ contexts }) => contexts.includes('meetingDetailsOrganizer'))
  expect(controlsOf({ ...manifest.extensions[0], ribbons: organisers }).map(({ id }) => id)).toContain(paneControl)
})

test('the registration asks Graph for what the sandbox grants, with which everything here is tried, and for nothing more', () => {
  expect(asked('Role').toSorted()).toEqual(api.graphRoles.toSorted())
  expect(asked('Scope')).toEqual(api.graphScopes)
})

test('no right to mailboxes is asked of Entra, where it would be a right to all of them', () => {
  expect(asked('Role').filter((name) => /^(Calendars|Mail|MailboxSettings|Contacts|Files|Sites)\./.test(name))).toEqual([])
})

test('the registration lets in exactly the clients whose tokens the service takes, and each for the one scope', () => {
  const { oauth2PermissionScopes, preAuthorizedApplications, requestedAccessTokenVersion } = registration.api
  expect(requestedAccessTokenVersion).toBe(2)
  expect(oauth2PermissionScopes.map(({ value }) => value)).toEqual([api.scope])
  expect(preAuthorizedApplications.map(({ appId }) => appId).toSorted()).toEqual(hosts.toSorted())
  const scopes = oauth2PermissionScopes.map(({ id }) => id)
  for (const { delegatedPermissionIds } of preAuthorizedApplications) expect(delegatedPermissionIds).toEqual(scopes)
})

test('the roles that the registration has are those that the service knows, for people alone', () => {
  expect(registration.appRoles.map(({ value }) => value).toSorted()).toEqual(Object.keys(appRoles).toSorted())
  expect(new Set(registration.appRoles.map(({ id }) => id)).size).toBe(registration.appRoles.length)
  for (const role of registration.appRoles) expect(role).toMatchObject({ allowedMemberTypes: ['User'], isEnabled: true })
})

test('what Teams asks a token for is what the registration is called', () => {
  const written = repositoryJson('appPackage/manifest.json') as {
    readonly webApplicationInfo: { readonly id: string; readonly resource: string }
  }
  expect(registration.identifierUris).toEqual([written.webApplicationInfo.resource])
  expect(registration.signInAudience).toBe('AzureADMyOrg')
  expect(registration.spa.redirectUris).toEqual(['brk-multihub://${{APP_DOMAIN}}'])
})

test('the right to the activity feed is asked for when something is sent to it, and not before', () => {
  const sends = sources.some((text) => text.includes('sendActivityNotification'))
  const asks = manifest.authorization.permissions.resourceSpecific.some(({ name }) => name === 'TeamsActivity.Send.User')
  expect(asks).toBe(sends)
})
