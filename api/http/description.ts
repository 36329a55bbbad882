import { createHash } from 'node:crypto'
import { z } from 'zod'
import { namedContracts } from '../contracts/named.ts'
import type { AnyContract, Operation } from './operation.ts'
import { placeOf } from './operation.ts'
import type { RefusalWords } from './problem.ts'

/** Raised when something is taken away or means something else; what is only added changes what follows the `+`. */
const apiVersion = '1.0.0'

/** Who may ask for what, by route: `GET /api/me` → the roles, any of which will do. */
export type Access = Readonly<Record<string, readonly string[]>>

type Json = Readonly<Record<string, unknown>>

/**
 * The API's description (OpenAPI 3.1), made of the very contracts that the routes enforce.
 *
 * Its version ends with a mark of all that it says, so that two instances with the same version say the same.
 */
export function descriptionOf(operations: readonly Operation[], access: Access): Json {
  const schemas = schemasOf()
  const paths: Record<string, Record<string, Json>> = {}
  for (const { contract } of operations) {
    const { method, path } = placeOf(contract)
    const place = `/api${path.replaceAll(/:(\w+)/g, '{$1}')}`
    paths[place] = { ...paths[place], [method.toLowerCase()]: operationOf(contract, access, schemas) }
  }
  const said = { paths, components: { schemas: schemas.named, responses, securitySchemes } }
  const mark = createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 12)
  const info = { title: 'Quorate', version: `${apiVersion}+${mark}`, description: about }
  return { openapi: '3.1.1', info, jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema', ...said }
}

const about =
  'Member development for councils. Instants are UTC text; money is whole pence. Refusals are problem documents (RFC 9457) whose ' +
  '`refusal` is a word for machines and whose `title` and `detail` are for people. What is read may gain fields; what is sent may not have any that is not here.'

const securitySchemes = {
  entra: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description: 'The token that Entra gives the tab or the add-in for this service.',
  },
}

function operationOf(contract: AnyContract, access: Access, schemas: Schemas): Json {
  const { method, path } = placeOf(contract)
  const { says, body, gives, status = 200, refuses = {} } = contract
  const may = access[`${method} /api${path}`] ?? []
  const roles = may.includes('stranger') ? [[]] : may.map((role) => [role])
  return {
    operationId: nameOf(method, path),
    summary: says,
    security: roles.map((role) => ({ entra: role })),
    parameters: parametersOf(contract),
    ...(body ? { requestBody: { required: true, content: { 'application/json': { schema: schemas.of(body) } } } } : {}),
    responses: {
      [status]: { description: 'Done', content: { 'application/json': { schema: schemas.of(gives) } } },
      ...refusalsOf(refuses),
      ...commonTo(contract),
    },
  }
}

/** `PUT /my/sessions/:sessionId/answer` is `putMySessionsSessionIdAnswer`. */
function nameOf(method: string, path: string): string {
  const parts = path.split(/[^a-zA-Z]+/).filter(Boolean)
  return method.toLowerCase() + parts.map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join('')
}

function parametersOf({ params, query, once }: AnyContract): readonly Json[] {
  return [...fieldsOf(params, 'path'), ...fieldsOf(query, 'query'), ...(once ? [idempotencyKey] : [])]
}

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'Sent again with the same body under the same key within 24 hours, it is answered as the first time and done once.',
  schema: { type: 'string', pattern: '^[\\x21-\\x7e]{1,64}$' },
}

function fieldsOf(shape: z.ZodType | undefined, place: 'path' | 'query'): readonly Json[] {
  if (!shape) return []
  const { properties = {}, required = [] } = z.toJSONSchema(shape, { io: 'input' })
  return Object.entries(properties).map(([name, schema]) => ({ name, in: place, required: required.includes(name), schema }))
}

/** By status: several refusals may have the same, and each is named with what it says to people. */
function refusalsOf(refuses: Readonly<Record<string, RefusalWords>>): Json {
  const byStatus = Map.groupBy(Object.entries(refuses), ([, { status }]) => status)
  return Object.fromEntries(
    [...byStatus].map(([status, kinds]) => [
      status,
      { description: kinds.map(([kind, { title }]) => `\`${kind}\`: ${title}`).join('. '), content: problemContent },
    ]),
  )
}

const problemContent = { 'application/problem+json': { schema: { $ref: '#/components/schemas/problem' } } }
const responses = Object.fromEntries(
  Object.entries({
    notUnderstood: 'What was sent is not what is taken; `errors` say where',
    notSignedIn: 'Nobody is signed in, or the token is not for this service',
    notForYou: 'The role is missing',
    notFound: 'There is nothing here for this person',
    stillDoing: 'It is being done already, for the same `Idempotency-Key`',
    tooLarge: 'The body is too large',
    wrongType: 'The body is not JSON in UTF-8',
    notPlain: 'The text has a character that cannot be shown, or the key was used for something else',
    tooMany: 'Too many requests at once; `Retry-After` says when to come back',
    defect: 'Something broke; `reference` finds it in the log',
    unavailable: 'It cannot be done just now; `Retry-After` says when to come back',
  }).map(([name, description]) => [name, { description, content: problemContent }]),
)

/** What may be answered whatever the operation is. Where it refuses with such a status itself, its own words stand there. */
function commonTo(contract: AnyContract): Json {
  const { params, query, body, once, refuses = {} } = contract
  const common: Readonly<Record<string, keyof typeof responses>> = {
    ...((query ?? body) ? { 400: 'notUnderstood' } : {}),
    401: 'notSignedIn',
    403: 'notForYou',
    ...(params ? { 404: 'notFound' } : {}),
    ...(once ? { 409: 'stillDoing' } : {}),
    ...(body ? { 413: 'tooLarge', 415: 'wrongType', 422: 'notPlain' } : {}),
    429: 'tooMany',
    500: 'defect',
    503: 'unavailable',
  }
  const own = new Set(Object.values(refuses).map(({ status }) => String(status)))
  return Object.fromEntries(
    Object.entries(common).flatMap(([status, name]) => (own.has(status) ? [] : [[status, { $ref: `#/components/responses/${name}` }]])),
  )
}

type Schemas = { readonly named: Json; readonly of: (shape: z.ZodType) => Json }

/** What crosses the wire: of a shape that changes what it reads, that is what it is given. */
function schemasOf(): Schemas {
  const names = new Map([...namedContracts()].map(([name, shape]) => [shape, name]))
  const registry = z.registry<{ id: string }>()
  for (const [shape, name] of names) registry.add(shape, { id: name })
  const { schemas } = z.toJSONSchema(registry, { io: 'input', uri: (name) => `#/components/schemas/${name}` })
  // An `$id` of its own would make every reference inside it start from there.
  const named = Object.fromEntries(Object.entries(schemas).map(([name, { $id: _id, $schema: _dialect, ...schema }]) => [name, schema]))
  return {
    named,
    of(shape) {
      const name = names.get(shape)
      if (name === undefined) throw new TypeError('a contract takes or gives a shape that has no name in api/contracts')
      return { $ref: `#/components/schemas/${name}` }
    },
  }
}
