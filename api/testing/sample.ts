/** As much of JSON Schema as our contracts come to. */
export type Schema = {
  readonly $ref?: string
  readonly type?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly minItems?: number
  readonly minLength?: number
  readonly minimum?: number
  readonly format?: string
  readonly pattern?: string
}

const textsByFormat: Readonly<Record<string, string>> = {
  'date-time': '2026-10-12T08:00:00Z',
  date: '2026-10-12',
  uuid: '11111111-1111-4111-8111-111111111111',
}
/** Tried in turn where a pattern is asked for. */
const someTexts = [
  's1',
  '0'.repeat(20),
  '1234',
  '07700 900142',
  '10:00',
  '2026-10-12',
  '2026-10-12T10:00',
  'issue-2026-w42',
  'offer-session-s1',
]

/** The least that a schema takes: no field that may be left out, the first of each choice. What it cannot make up is a mistake of the test. */
export function sampleOf(schema: Schema, named: Readonly<Record<string, Schema>>): unknown {
  const inside = (part: Schema): unknown => sampleOf(part, named)
  if (schema.$ref !== undefined) return inside(found(named, schema.$ref.split('/').at(-1) ?? ''))
  if ('const' in schema) return schema.const
  if (schema.enum) return schema.enum[0]
  const [choice] = schema.oneOf ?? schema.anyOf ?? []
  if (choice) return inside(choice)
  if (schema.type === 'object')
    return Object.fromEntries((schema.required ?? []).map((name) => [name, inside(found(schema.properties ?? {}, name))]))
  if (schema.type === 'array') return Array.from({ length: schema.minItems ?? 0 }, () => inside(schema.items ?? {}))
  if (schema.type === 'integer' || schema.type === 'number') return Math.max(schema.minimum ?? 0, 0)
  if (schema.type === 'boolean') return true
  if (schema.type === 'string') return textOf(schema)
  return null
}

function textOf({ format, pattern, minLength = 0 }: Schema): string {
  if (format !== undefined && textsByFormat[format] !== undefined) return textsByFormat[format]
  if (pattern === undefined) return 'a'.repeat(Math.max(1, minLength))
  const fitting = someTexts.find((text) => new RegExp(pattern, 'u').test(text))
  if (fitting === undefined) throw new TypeError(`no text is known that matches ${pattern}`)
  return fitting
}

function found(named: Readonly<Record<string, Schema>>, name: string): Schema {
  const schema = named[name]
  if (!schema) throw new TypeError(`there is no schema ${name}`)
  return schema
}
