import { Validator } from '@seriousme/openapi-schema-validator'
import { Ajv2020 } from 'ajv/dist/2020.js'
import ajvFormats from 'ajv-formats'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { aPersonId } from '../../domain/testing/builders.ts'
import { testOperations } from '../http/testing/operations.ts'
import { descriptionOf } from '../http/description.ts'
import { served, type Served } from '../http/testing/served.ts'
import type { TestClock } from '../testing/clock.ts'
import { fullCouncil, lastIssue, nextIssue } from '../testing/full-council.ts'
import { sampleOf, type Schema } from '../testing/sample.ts'
import { createTablesDouble } from '../testing/tables.ts'
import { access, type Knocking } from './access.ts'

type Content = { readonly content?: Readonly<Record<string, { readonly schema: Schema }>> }
type Described = {
  readonly operationId: string
  readonly security: readonly { readonly entra: readonly string[] }[]
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly required?: boolean; readonly schema: Schema }[]
  readonly requestBody?: Content
  readonly responses: Readonly<Record<string, Content & { readonly $ref?: string }>>
}
type Description = {
  readonly info: { readonly version: string }
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>
  readonly components: { readonly schemas: Readonly<Record<string, Schema>>; readonly responses: Readonly<Record<string, Content>> }
}

/** What is described before anything runs, so that each operation has a test of its own; it is compared with what is served. */
const description = JSON.parse(JSON.stringify(descriptionOf(testOperations(), access))) as Description
const operations = Object.entries(description.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, described]) => ({
    name: `${method.toUpperCase()} ${path}`,
    method: method.toUpperCase(),
    path,
    described,
  })),
)
type One = (typeof operations)[number]

/** What the parts of paths are in the council that is asked. */
const parts: Readonly<Record<string, string>> = {
  sessionId: 's1',
  memberId: 'm1',
  completionId: `c${'0'.repeat(24)}`,
  issueId: lastIssue,
  noticeId: 'n1',
  offerId: 'offer-session-s1',
  month: '2026-10',
  clashId: '0'.repeat(20),
}

/** What is asked for after the `?` where something must be. */
const queries: Readonly<Record<string, string>> = {
  subject: 'Chairing a difficult meeting',
  startsAt: '2026-10-13T13:00:00Z',
  endsAt: '2026-10-13T15:00:00Z',
  organiser: 'officer901@thamesbrook.example',
}

const ajv = ajvFormats.default(new Ajv2020({ strict: false }))
ajv.addSchema(
  JSON.parse(JSON.stringify({ ...description.components.schemas }).replaceAll('#/components/schemas/', 'api#/')) as object,
  'api',
)

function faultsOf(schema: Schema, value: unknown): unknown {
  const fits = ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('#/components/schemas/', 'api#/')) as object)
  return fits(value) ? [] : fits.errors
}

let clock: TestClock
let service: Served
let tokens: Readonly<Partial<Record<string, string>>>

beforeAll(async () => {
  const full = await fullCouncil(createTablesDouble(), { members: 12, sessions: 4 })
  clock = full.clock
  service = await served({ councils: full.instance.councils, clock })
  tokens = {
    stranger: await service.tokenFor(aPersonId(500)),
    member: await service.tokenFor(aPersonId(1)),
    officer: await service.tokenFor(aPersonId(901), { roles: ['Quorate.Officer'] }),
    administrator: await service.tokenFor(aPersonId(903), { roles: ['Quorate.Administrator'] }),
  }
})
afterAll(async () => service.close())
afterEach(() => clock.pass(61_000))

/** What has left is read as it left, so only the issue being drawn up can be looked at beforehand; and only what is over is evaluated. */
function partsFor(path: string): Readonly<Record<string, string>> {
  if (path.includes('/preview/')) return { ...parts, issueId: nextIssue }
  return path.includes('/evaluations/') ? { ...parts, sessionId: 'past' } : parts
}

async function ask({ method, path, described }: One, as: Knocking, body?: unknown) {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => partsFor(path)[name] ?? 'unknown')
  const token = tokens[as]
  const wanted = described.parameters.filter((parameter) => parameter.in === 'query' && parameter.required)
  const query = new URLSearchParams(wanted.map(({ name }) => [name, queries[name] ?? ''])).toString()
  const answer = await service.ask(method, query ? `${filled}?${query}` : filled, {
    ...(token ? { token } : {}),
    ...(body === undefined ? {} : { body }),
  })
  const said = described.responses[answer.status]
  const named = said?.$ref === undefined ? said : description.components.responses[said.$ref.split('/').at(-1) ?? '']
  const type = (answer.headers.get('content-type') ?? '').split(';')[0] ?? ''
  return { ...answer, schema: named?.content?.[type]?.schema }
}

/** Somebody who may; where anyone may, a person with no role. */
function whoMay({ described }: One): Knocking {
  return (described.security[0]?.entra[0] ?? 'stranger') as Knocking
}

/** Of what takes nothing, anything will do. */
function takenBy({ described }: One): Schema {
  return described.requestBody?.content?.['application/json']?.schema ?? {}
}

function bodyOf(operation: One): unknown {
  return operation.described.requestBody ? sampleOf(takenBy(operation), description.components.schemas) : undefined
}

test('the description is served to whoever asks, and is OpenAPI 3.1', async () => {
  const answer = await service.ask('GET', '/openapi.json')
  expect(answer.status).toBe(200)
  expect(answer.body).toEqual(description)
  const validator = new Validator()
  expect(await validator.validate(answer.body as Record<string, unknown>)).toEqual({ valid: true })
  expect(validator.version).toBe('3.1')
})

test('its version is another as soon as it says something else', () => {
  const fewer = descriptionOf([], access) as Description
  expect(description.info.version).toMatch(/^\d+\.\d+\.\d+\+[0-9a-f]{12}$/)
  expect(fewer.info.version).not.toBe(description.info.version)
})

test('there is an operation for every route, and a route for every operation, each with a name of its own', () => {
  const routes = operations.map(({ name }) => name.replaceAll(/\{(\w+)\}/g, ':$1'))
  expect(routes.toSorted()).toEqual(Object.keys(access).toSorted())
  expect(new Set(operations.map(({ described }) => described.operationId)).size).toBe(operations.length)
})

test('a shape that lacks what is described is found out', () => {
  expect(faultsOf({ $ref: '#/components/schemas/me' }, {})).not.toEqual([])
})

test.each(operations)('$name names every part of its path, and those of the test are such', ({ path, described }) => {
  const inPath = described.parameters.filter((parameter) => parameter.in === 'path')
  expect(inPath.map(({ name }) => name)).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))
  for (const { name, schema } of inPath) expect(faultsOf(schema, parts[name])).toEqual([])
})

test.each(operations)('$name refuses whoever has no token, as described', async (operation) => {
  const { status, body, schema } = await ask(operation, 'nobody', bodyOf(operation))
  expect(status).toBe(401)
  expect(schema && faultsOf(schema, body)).toEqual([])
})

test.each(operations)('$name answers whoever may with what is described', async (operation) => {
  const sent = bodyOf(operation)
  expect(faultsOf(takenBy(operation), sent)).toEqual([])
  const { status, body, schema } = await ask(operation, whoMay(operation), sent)
  expect(operation.method === 'GET' ? [200] : [200, 201, 202, 404, 409, 412, 422]).toContain(status)
  expect(schema && faultsOf(schema, body)).toEqual([])
})

test.each(operations.filter(({ described }) => described.requestBody))(
  '$name refuses a body that is not as described, as described',
  async (operation) => {
    const { status, body, schema } = await ask(operation, whoMay(operation), { unheard: 'of' })
    expect(status).toBe(400)
    expect(schema && faultsOf(schema, body)).toEqual([])
  },
)
