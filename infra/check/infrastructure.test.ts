import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { events } from '../../api/events.ts'
import { at, fileFrom, parserOf, readBicep, written, type BicepFile, type Declaration } from './bicep.ts'
import { nameRules, resourceSources, roles } from './sources.ts'

const folder = new URL('..', import.meta.url).pathname.replace(/\/$/, '')
const files = await readBicep(folder)
const main = fileAt('main.bicep')
const resources = files.flatMap((file) => kindOf(file, 'resource').map((resource) => ({ file, resource, type: typeOf(resource) })))

function fileAt(path: string): BicepFile {
  const found = files.find((file) => file.path === path)
  if (!found) throw new TypeError(`there is no ${path}`)
  return found
}
function kindOf(file: BicepFile, kind: Declaration['kind']): readonly Declaration[] {
  return file.declarations.filter((each) => each.kind === kind)
}
function typeOf({ of }: Declaration): string {
  return of.split('@')[0] ?? ''
}
/** How often a name stands in a file as a word of its own. */
function uses({ source }: BicepFile, name: string): number {
  const words = source.match(new RegExp(`(?<![\\w.'])${name}(?![\\w'])`, 'g')) ?? []
  const keys = source.match(new RegExp(`(^|[{,])\\s*${name}:`, 'gm')) ?? []
  return words.length - keys.length
}
const ofType = (type: string) => resources.filter((each) => each.type === type)

test('every file is Bicep, as its grammar has it', () => {
  expect(files.length).toBeGreaterThan(10)
  expect(files.flatMap(({ path, faults }) => faults.map((fault) => `${path} ${fault}`))).toEqual([])
})

test('a file that is not Bicep would be found', async () => {
  expect(fileFrom('wrong.bicep', 'param a string\nresource x = {', await parserOf('bicep')).faults).not.toEqual([])
})

test.each(files)('$path: every parameter and output is described, and whatever is named is used', (file) => {
  const undescribed = file.declarations.filter(
    ({ kind, decorators }) => (kind === 'parameter' || kind === 'output') && !decorators.get('description'),
  )
  const unused = file.declarations.filter(({ kind, name }) => (kind === 'parameter' || kind === 'variable') && uses(file, name) < 2)
  expect([...undescribed, ...unused].map(({ name }) => name)).toEqual([])
})

test('every resource is made by a version of its interface that is published', () => {
  expect([...new Set(resources.map(({ resource }) => resource.of))].toSorted()).toEqual(Object.keys(resourceSources).toSorted())
})

test.each(kindOf(main, 'module'))('$of is given what it asks for and no more, and what is taken from it is there', (module) => {
  const file = fileAt(module.of)
  const asked = kindOf(file, 'parameter').filter(({ value }) => value === undefined)
  const params = at(module.value, 'params')
  const given = params?.kind === 'object' ? [...params.entries.keys()] : []
  expect(given.toSorted()).toEqual(asked.map(({ name }) => name).toSorted())
  const taken = [...main.source.matchAll(new RegExp(`\\b${module.name}(?:\\.\\?)?\\.?outputs\\.\\??(\\w+)`, 'g'))].map(([, name]) => name)
  const offered = kindOf(file, 'output').map(({ name }) => name)
  expect([...new Set(taken)].filter((name) => !offered.includes(name ?? ''))).toEqual([])
  expect(offered.filter((name) => !taken.includes(name))).toEqual([])
})

test('the example of parameters gives what has no value of its own, and nothing that is not asked for', () => {
  const example = readFileSync(`${folder}/main.bicepparam`, 'utf8')
  const given = [...example.matchAll(/^param (\w+) =/gm)].map(([, name]) => name)
  const asked = kindOf(main, 'parameter')
  expect(given.filter((name) => !asked.some((each) => each.name === name))).toEqual([])
  expect(asked.filter(({ name, value }) => value === undefined && !given.includes(name)).map(({ name }) => name)).toEqual([])
  expect(example).toMatch(/^using '\.\/main\.bicep'$/m)
})

/** Every text that an expression of names can come to, for the shortest and the longest name of a council. */
function namesOf({ file, resource }: (typeof resources)[number], council: string): readonly string[] {
  const said = written(at(resource.value, 'name')) ?? ''
  const module = kindOf(main, 'module').find(({ of }) => of === file.path)
  const argument = written(at(module?.value, 'params', said)) ?? said
  const declared = written(kindOf(main, 'variable').find(({ name }) => name === argument)?.value) ?? argument
  const keys = [...file.source.matchAll(/\bkey: '([^']+)'/g)].map(([, key]) => key ?? '')
  const filled = declared
    .replaceAll('${name}', council)
    .replaceAll(/\$\{take\(unique, (\d+)\)\}/g, (_, length) => 'a1b2c3d4e5f6g'.slice(0, Number(length)))
    .replaceAll('${tablePrefix}', 'quorate')
  return /\$\{\w+\.key\}/.test(filled) ? keys.map((key) => filled.replace(/\$\{\w+\.key\}/, key)) : [filled]
}

test.each(['abc', 'abcdefghijkl'])('every name is within what Azure allows for a council called %s', (council) => {
  const least = Number(
    kindOf(main, 'parameter')
      .find(({ name }) => name === 'name')
      ?.decorators.get('minLength'),
  )
  const most = Number(
    kindOf(main, 'parameter')
      .find(({ name }) => name === 'name')
      ?.decorators.get('maxLength'),
  )
  expect([least, most]).toContain(council.length)
  const ruled = resources.filter(({ type }) => nameRules[type])
  expect(new Set(ruled.map(({ type }) => type)).size).toBe(Object.keys(nameRules).length)
  for (const each of ruled) {
    const rule = nameRules[each.type]
    for (const name of namesOf(each, council)) {
      expect(name).toMatch(rule?.of ?? /^$/)
      expect(name.length).toBeGreaterThanOrEqual(rule?.least ?? 0)
      expect(name.length).toBeLessThanOrEqual(rule?.most ?? 0)
    }
  }
})

test('a policy of the anchors that is locked is left out, which Azure would refuse; until then it is deployed', () => {
  const [policy] = ofType('Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies')
  expect(policy?.resource.source).toContain("' = if (!isLocked) {")
  const given = at(kindOf(main, 'module').find(({ name }) => name === 'anchors')?.value, 'params', 'isLocked')
  expect(written(given)).toBe('anchorsLocked')
  expect(written(kindOf(main, 'parameter').find(({ name }) => name === 'anchorsLocked')?.value)).toBe('false')
  const [, step = ''] = /^## 11\. ([\s\S]*?)^## /m.exec(readFileSync(`${folder}/../docs/install.md`, 'utf8')) ?? []
  expect(step).toContain('`param anchorsLocked = true` in `infra/council.bicepparam`')
})

test('no key opens anything, and no secret stands in a template or comes out of one', () => {
  for (const { source } of files) {
    expect(source).not.toMatch(
      /\blist(Keys|Secrets|Credentials|AccountSas|ConnectionStrings)\b|AccountKey=|SharedAccess|InstrumentationKey/i,
    )
    expect(source).not.toMatch(/'Microsoft\.KeyVault\/vaults\/secrets@/)
  }
  const named = files.flatMap(({ declarations }) => declarations.filter(({ kind }) => kind === 'output' || kind === 'parameter'))
  expect(named.filter(({ name }) => /key|secret|password|token|connection/i.test(name)).map(({ name }) => name)).toEqual([])
})

test.each([
  ['Microsoft.Storage/storageAccounts', 'allowSharedKeyAccess', 'false'],
  ['Microsoft.Storage/storageAccounts', 'allowBlobPublicAccess', 'false'],
  ['Microsoft.Storage/storageAccounts', 'supportsHttpsTrafficOnly', 'true'],
  ['Microsoft.Storage/storageAccounts', 'minimumTlsVersion', 'TLS1_2'],
  ['Microsoft.KeyVault/vaults', 'enableRbacAuthorization', 'true'],
  ['Microsoft.KeyVault/vaults', 'enablePurgeProtection', 'true'],
  ['Microsoft.Insights/components', 'DisableLocalAuth', 'true'],
  ['Microsoft.BotService/botServices', 'disableLocalAuth', 'true'],
  ['Microsoft.BotService/botServices', 'msaAppType', 'UserAssignedMSI'],
  ['Microsoft.Web/sites', 'httpsOnly', 'true'],
  ['Microsoft.Web/sites/slots', 'httpsOnly', 'true'],
  ['Microsoft.Web/sites/basicPublishingCredentialsPolicies', 'allow', 'false'],
  ['Microsoft.Web/sites/slots/basicPublishingCredentialsPolicies', 'allow', 'false'],
])('every %s has %s: %s', (type, property, value) => {
  const found = ofType(type)
  expect(found.length).toBeGreaterThan(0)
  expect(found.map(({ resource }) => written(at(resource.value, 'properties', property)))).toEqual(found.map(() => value))
})

test('the service has four roles, each on the one thing it is for, and no other identity has any', () => {
  const given = ofType('Microsoft.Authorization/roleAssignments').map(({ file, resource }) => {
    const id = /subscriptionResourceId\('Microsoft.Authorization\/roleDefinitions', (\w+)\)/.exec(resource.source)?.[1] ?? ''
    const declared = written(kindOf(file, 'variable').find(({ name }) => name === id)?.value)
    expect(declared).toBe(roles[id]?.id)
    expect(written(at(resource.value, 'properties', 'principalId'))).toBe('principalId')
    return `${id} on ${written(at(resource.value, 'scope'))}`
  })
  expect(given.toSorted()).toEqual([
    'blobDataContributor on container',
    'queueDataContributor on account',
    'secretsUser on vault',
    'tableDataContributor on account',
  ])
  const principals = kindOf(main, 'module').flatMap(({ value }) => written(at(value, 'params', 'principalId')) ?? [])
  expect(new Set(principals)).toEqual(new Set(['identities.outputs.servicePrincipalId']))
})

test('the roles that are given stand in the table of permissions with their reason, and the reverse', () => {
  const permissions = readFileSync(`${folder}/../docs/permissions.md`, 'utf8')
  const [, table = ''] = /^## Azure\n([\s\S]*?)^## /m.exec(permissions) ?? []
  const listed = [...table.matchAll(/^\| (Storage [\w ]+?|Key Vault [\w ]+?) *\|/gm)].map(([, name = '']) => name)
  expect(listed.toSorted()).toEqual(
    Object.values(roles)
      .map(({ name }) => name)
      .toSorted(),
  )
})

test('the log that is kept has no line for each request, where everybody’s address stands', () => {
  const { source } = fileAt('modules/site.bicep')
  const categories = [...source.matchAll(/category: '(AppService\w+)'/g)].map(([, category]) => category)
  expect(categories).toEqual(['AppServiceConsoleLogs', 'AppServicePlatformLogs', 'AppServiceAuditLogs'])
  expect(source).toContain("ApplicationInsightsAgent_EXTENSION_VERSION: 'disabled'")
})

test('alerts look for what the service does say', () => {
  const { source } = fileAt('modules/alerts.bicep')
  const queries = [...source.matchAll(/query: '([^']+)'/g)].map(([, query]) => query ?? '')
  const named = queries.flatMap((query) => [...query.matchAll(/"([a-z-]+\.[a-z-]+)"/g)].map(([, event]) => event ?? ''))
  expect(named.length).toBeGreaterThan(5)
  expect(named.filter((event) => !Object.hasOwn(events, event))).toEqual([])
})

test('a silence is noticed although the slot in which a new version is tried writes into the same log', () => {
  const { source } = fileAt('modules/alerts.bicep')
  expect(source).toMatch(/key: 'no-sign-of-life'[^}]*query: '[^'\n]*\| where _ResourceId =~ "\$\{siteId\}"'/)
})

test('an instance that leaves hears of it, and has the time that it says it needs', () => {
  const platform = kindOf(fileAt('modules/site.bicep'), 'variable')
  const of = (variable: string, name: string) => written(at(platform.find((each) => each.name === variable)?.value, name))
  const needs = Number(/after (\d+) s the platform ends us/.exec(readFileSync(`${folder}/../api/main.ts`, 'utf8'))?.[1])
  expect(needs).toBe(25)
  expect(Number(of('platform', 'WEBSITES_CONTAINER_STOP_TIME_LIMIT'))).toBeGreaterThan(needs)
  expect(of('common', 'appCommandLine')).toMatch(/^exec node /)
})

test('whoever asks whether the service is ready asks where it answers that', () => {
  const routes = readFileSync(`${folder}/../api/routes/health.ts`, 'utf8')
  const path = written(kindOf(fileAt('modules/site.bicep'), 'variable').find(({ name }) => name === 'healthPath')?.value)
  expect(routes).toContain(`'${path}'`)
  expect(fileAt('modules/alerts.bicep').source).toContain(`'\${address}${path}'`)
})
