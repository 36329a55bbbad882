import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { registrationOf } from './registration.ts'

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const manifest = JSON.parse(read('aad.manifest.json')) as { requiredResourceAccess: { resourceAccess: { id: string; type: string }[] }[] }
const asked = manifest.requiredResourceAccess.flatMap(({ resourceAccess }) => resourceAccess)
const nameOf = ({ id, type }: { id: string; type: string }) => `${id} ${type === 'Role' ? 'application' : 'delegated'}`

test('every permission that is asked for stands in the table with its reason, and the reverse', () => {
  const [, table = ''] = /^## Microsoft Graph\n([\s\S]*?)^## /m.exec(read('docs/permissions.md')) ?? []
  const listed = [...table.matchAll(/^\| `([\w.]+)` *\| (application|delegated) *\|/gm)].map(([, id, kind]) => `${id} ${kind}`)
  expect(listed.toSorted()).toEqual(asked.map(nameOf).toSorted())
})

test('what the app package asks for stands in the table too, and the reverse', () => {
  const app = JSON.parse(read('appPackage/manifest.json')) as { authorization: { permissions: { resourceSpecific: { name: string }[] } } }
  const [, table = ''] = /^## Outlook\n([\s\S]*?)^## /m.exec(read('docs/permissions.md')) ?? []
  const listed = [...table.matchAll(/^\| `([\w.]+)` *\|/gm)].map(([, name = '']) => name)
  expect(listed.toSorted()).toEqual(app.authorization.permissions.resourceSpecific.map(({ name }) => name).toSorted())
})

test('nothing is asked for in Entra that Exchange confines to named mailboxes', () => {
  expect(asked.filter(({ id, type }) => type === 'Role' && /^(Calendars|Mail|MailboxSettings|MailboxItem|Contacts)\./.test(id))).toEqual([])
})

test('Graph is given ids for names, and whom to let in beforehand only once the scope is there', () => {
  const [first, second] = registrationOf(manifest)
  expect(first).toMatchObject({
    api: { requestedAccessTokenVersion: 2, preAuthorizedApplications: [] },
    requiredResourceAccess: [{ resourceAppId: '00000003-0000-0000-c000-000000000000' }],
  })
  expect(JSON.stringify(first)).not.toContain('User.Read.All')
  expect(first).not.toHaveProperty('appId')
  expect(first).not.toHaveProperty('id')
  expect(second).toMatchObject({ api: { preAuthorizedApplications: expect.arrayContaining([expect.anything()]) } })
})

test('the ids that the installation shows as granted are those that are asked for', () => {
  const [first] = registrationOf(manifest) as readonly { requiredResourceAccess: { resourceAccess: { id: string; type: string }[] }[] }[]
  const ids = first?.requiredResourceAccess.flatMap(({ resourceAccess }) => resourceAccess.filter(({ type }) => type === 'Role'))
  const [, shown = ''] = /appRoleAssignments[^`]*```\n\n```text\n([\s\S]*?)```/.exec(read('docs/install.md')) ?? []
  expect(shown.trim().split('\n')).toEqual(ids?.map(({ id }) => id).toSorted())
})

test('a permission whose id nobody knows is a mistake, and never left out', () => {
  const wrong = structuredClone(manifest)
  wrong.requiredResourceAccess[0]?.resourceAccess.push({ id: 'Files.Read.All', type: 'Role' })
  expect(() => registrationOf(wrong)).toThrow('Files.Read.All')
})
