import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import Ajv from 'ajv'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { filled } from './fill.ts'
import { placeOf } from './schema.ts'
import { first, repositoryJson, root, template, thamesbrook } from './testing.ts'

const step = z.looseObject({
  uses: z.string(),
  with: z.record(z.string(), z.unknown()).default({}),
  writeToEnvironmentFile: z.record(z.string(), z.string()).default({}),
})
type Step = z.infer<typeof step>
const stages = z.object({ version: z.string(), provision: z.array(step), deploy: z.array(step), publish: z.array(step) })
const text = readFileSync(join(root, 'teamsapp.yml'), 'utf8')
const lifecycle = stages.parse(parse(text))
const steps = [...lifecycle.provision, ...lifecycle.deploy, ...lifecycle.publish]
const example = parseEnv(readFileSync(join(root, 'env/.env.council.example'), 'utf8'))

/** `https://aka.ms/m365-agents-toolkits/v1.11/yaml.schema.json`: kept in the repository, because no test may fetch it. */
const published = new Ajv.Ajv({ allErrors: true, strict: false }).compile(
  repositoryJson('infra/app-package/published/m365-agents-v1.11.yaml.schema.json') as object,
)

function mistakesBySchema(document: unknown): readonly string[] {
  return published(document) ? [] : (published.errors ?? []).map(({ instancePath, message = '' }) => `${placeOf(instancePath)} ${message}`)
}

function indexOf(stage: readonly Step[], uses: string): number {
  return stage.findIndex((each) => each.uses === uses)
}

function namesIn(texts: string): readonly string[] {
  return [...new Set([...texts.matchAll(/\$\{\{\s*(\w+)\s*\}\}/g)].map(([, name = '']) => name))]
}

test('the lifecycle file is as the published schema has it, and names that schema', () => {
  expect(mistakesBySchema(parse(text))).toEqual([])
  expect(text.split('\n')[0]).toBe(
    `# yaml-language-server: $schema=https://aka.ms/m365-agents-toolkits/${lifecycle.version}/yaml.schema.json`,
  )
})

test('the published schema is not one that takes anything', () => {
  const [create] = lifecycle.provision
  expect(mistakesBySchema({ ...lifecycle, provision: [{ ...create, uses: 'teamsApp/make' }] })).not.toEqual([])
  expect(mistakesBySchema({ ...lifecycle, version: 'v1.10' })).not.toEqual([])
})

test('an address is used only after it is known: the identity and the package come after what Azure gives', () => {
  const order = [
    'teamsApp/create',
    'aadApp/create',
    'arm/deploy',
    'aadApp/update',
    'cli/runNpmCommand',
    'teamsApp/update',
    'teamsApp/extendToM365',
  ]
  const places = order.map((uses) => indexOf(lifecycle.provision, uses))
  expect(places).not.toContain(-1)
  expect(places).toEqual(places.toSorted((one, other) => one - other))
})

test.each(['provision', 'publish'] as const)(
  'in %s the package that goes out is the one that our own command has just checked',
  (stage) => {
    const packed = lifecycle[stage].findIndex((each) => each.with['args'] === 'run package -- --env ${{TEAMSFX_ENV}}')
    const after = lifecycle[stage].slice(packed + 1)
    expect(packed).not.toBe(-1)
    expect(lifecycle[stage].slice(0, packed).filter(({ with: given }) => 'appPackagePath' in given)).toEqual([])
    expect([...new Set(after.map(({ with: given }) => given['appPackagePath']))]).toEqual([
      './dist/app-package/appPackage.${{TEAMSFX_ENV}}.zip',
    ])
  },
)

test('every command is one that there is, and every file that is read is there', () => {
  const scripts = Object.keys((repositoryJson('package.json') as { readonly scripts: Record<string, string> }).scripts)
  const runs = steps.flatMap(({ with: { args } }) => (typeof args === 'string' && args.startsWith('run ') ? [args.split(' ')[1]] : []))
  expect(runs.filter((name) => name === undefined || !scripts.includes(name))).toEqual([])
  const templates = z
    .array(z.object({ path: z.string(), parameters: z.string() }))
    .parse(first(lifecycle.provision.filter(({ uses }) => uses === 'arm/deploy')).with['templates'])
  const read = [
    ...steps.flatMap(({ with: { manifestPath } }) => (typeof manifestPath === 'string' ? [manifestPath] : [])),
    ...templates.flatMap(Object.values),
  ]
  expect(read.filter((path: string) => !existsSync(join(root, path)))).toEqual([])
})

test('Azure is told all that the template asks for, and gives what comes after it its values', () => {
  const bicep = readFileSync(join(root, 'infra/main.bicep'), 'utf8')
  const parameters = [...bicep.matchAll(/^param (\w+) [^=\n]+(=)?/gm)].map(([, name = '', given]) => ({ name, asked: given === undefined }))
  const told = Object.keys((repositoryJson('infra/main.parameters.json') as { readonly parameters: object }).parameters)
  expect(parameters.flatMap(({ name, asked }) => (asked ? [name] : [])).filter((name) => !told.includes(name))).toEqual([])
  expect(told.filter((name) => !parameters.some((parameter) => parameter.name === name))).toEqual([])

  const outputs = [...bicep.matchAll(/^output (\w+) /gm)].map(([, name = '']) => name)
  expect(['APP_DOMAIN', 'BOT_ID', 'AZURE_APP_SERVICE_RESOURCE_ID'].filter((name) => !outputs.includes(name))).toEqual([])
})

test('no secret is made, and the bot has no registration: both identities are vouched for by the platform', () => {
  const registered = steps.filter(({ uses }) => uses === 'aadApp/create')
  expect(registered.map(({ with: given }) => [given['generateClientSecret'], given['signInAudience']])).toEqual([[false, 'AzureADMyOrg']])
  expect(steps.filter(({ uses }) => uses.startsWith('bot'))).toEqual([])
  expect(text).not.toContain('SECRET')
})

test('every name that is filled in has a line in the example, or is written there by provisioning', () => {
  const templates = [
    text,
    JSON.stringify(template),
    JSON.stringify(repositoryJson('aad.manifest.json')),
    JSON.stringify(repositoryJson('infra/main.parameters.json')),
  ]
  const made = steps.flatMap(({ writeToEnvironmentFile }) => Object.values(writeToEnvironmentFile))
  // The first is set by the toolkit, the second worked out from the app's id.
  const known = ['TEAMSFX_ENV', 'OUTLOOK_XML_ADDIN_ID', ...Object.keys(example), ...made]
  expect(namesIn(templates.join('\n')).filter((name) => !known.includes(name))).toEqual([])
})

test('the examples hold no secret and nobody’s ids', () => {
  const names = readdirSync(join(root, 'env'))
  expect(names.filter((name) => !name.endsWith('.example'))).toEqual([])
  for (const name of names) {
    const lines = Object.entries(parseEnv(readFileSync(join(root, 'env', name), 'utf8')))
    expect(lines.filter(([, value]) => value !== '')).toEqual([])
    expect(lines.filter(([key]) => /SECRET|PASSWORD|KEY/.test(key))).toEqual([])
  }
  expect(readFileSync(join(root, '.gitignore'), 'utf8').split('\n')).toContain('env/.env.*.user')
})

test('the registration is filled in whole from what provisioning writes down', () => {
  const whole = filled(repositoryJson('aad.manifest.json'), thamesbrook, 'env/.env.thamesbrook')
  expect(whole.ok && JSON.stringify(whole.value)).not.toContain('${{')
  expect(whole.ok && whole.value).toMatchObject({
    identifierUris: ['api://quorate.thamesbrook.gov.uk/7e57ab1e-0000-4000-8000-00000000c003'],
  })
})
