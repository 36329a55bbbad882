import { z } from 'zod'

type Schema = z.core.$ZodType

/** A value changed in one place, and the place: `kinds.3.label`, with `+` for one more and `-` for one fewer. */
export type Otherwise = { readonly path: string; readonly value: unknown }

/** Every way in which one setting at a time may be otherwise than it is, found from the schema, so that no setting is forgotten. */
export function otherwise(schema: Schema, value: unknown, path = ''): readonly Otherwise[] {
  if (isWrapped(schema)) return optionalOtherwise(schema, value, path)
  if (schema instanceof z.ZodObject) return Object.entries(schema.shape).flatMap(([key, inner]) => within(inner, value, key, path))
  if (schema instanceof z.ZodRecord && isObject(value)) return recordOtherwise(schema, value, path)
  if (schema instanceof z.ZodArray && Array.isArray(value)) return arrayOtherwise(schema, value, path)
  if (schema instanceof z.ZodDiscriminatedUnion) {
    const own = schema.options.filter((option) => z.safeParse(option, value).success).flatMap((option) => otherwise(option, value, path))
    return [...own, ...schema.options.map((option) => ({ path, value: sampleOf(option) }))].filter((each) => !same(each.value, value))
  }
  const found = candidates(schema, value).find((candidate) => !same(candidate, value) && z.safeParse(schema, candidate).success)
  return found === undefined ? [] : [{ path, value: found }]
}

/** The places of all settings: objects are entered, lists and records are one setting each. */
export function settingsOf(schema: Schema, path = ''): readonly string[] {
  if (isWrapped(schema)) return settingsOf(innerOf(schema), path)
  if (!(schema instanceof z.ZodObject)) return [path]
  return Object.entries(schema.shape).flatMap(([key, inner]) => settingsOf(inner, joined(path, key)))
}

type Wrapped = z.ZodDefault | z.ZodPrefault | z.ZodOptional | z.ZodReadonly

function isWrapped(schema: Schema): schema is Wrapped {
  return [z.ZodDefault, z.ZodPrefault, z.ZodOptional, z.ZodReadonly].some((wrapper) => schema instanceof wrapper)
}

function innerOf(schema: Wrapped): Schema {
  return schema.unwrap()
}

function optionalOtherwise(schema: Wrapped, value: unknown, path: string): readonly Otherwise[] {
  if (value === undefined) return [{ path, value: sampleOf(innerOf(schema)) }]
  const absent = schema instanceof z.ZodOptional ? [{ path, value: undefined }] : []
  return [...absent, ...otherwise(innerOf(schema), value, path)]
}

function within(inner: Schema, value: unknown, key: string, path: string): readonly Otherwise[] {
  if (!isObject(value)) return []
  return otherwise(inner, value[key], joined(path, key)).map((each) => ({ ...each, value: { ...value, [key]: each.value } }))
}

function recordOtherwise(schema: z.ZodRecord, value: Readonly<Record<string, unknown>>, path: string): readonly Otherwise[] {
  const [first] = Object.keys(value)
  const { [first ?? '']: _gone, ...fewer } = value
  return [
    { path: `${path}+`, value: { ...value, 'one-more': sampleOf(schema.valueType) } },
    ...(first === undefined ? [] : [{ path: `${path}-`, value: fewer }, ...within(schema.valueType, value, first, path)]),
  ]
}

function arrayOtherwise(schema: z.ZodArray, value: readonly unknown[], path: string): readonly Otherwise[] {
  const listed = value.length > 0 ? value : [sampleOf(schema.element)]
  const more = [
    ...value,
    ...(otherwise(schema.element, listed[0])
      .slice(-1)
      .map((each) => each.value) ?? []),
  ]
  const inside = value.flatMap((item, index) =>
    otherwise(schema.element, item, joined(path, String(index))).map((each) => ({ ...each, value: value.with(index, each.value) })),
  )
  return [
    { path: `${path}+`, value: more },
    ...(value.length > 0 ? [{ path: `${path}-`, value: value.slice(1) }] : []),
    ...(value.length > 1 ? [{ path: `${path} in another order`, value: value.toReversed() }] : []),
    ...inside,
  ]
}

/** The simplest value of a shape. */
function sampleOf(schema: Schema): unknown {
  if (isWrapped(schema)) return schema instanceof z.ZodOptional ? undefined : sampleOf(innerOf(schema))
  if (schema instanceof z.ZodObject) return Object.fromEntries(Object.entries(schema.shape).map(([key, inner]) => [key, sampleOf(inner)]))
  if (schema instanceof z.ZodArray) return []
  if (schema instanceof z.ZodDiscriminatedUnion) return sampleOf(schema.options[0] ?? schema)
  return candidates(schema, undefined).find((candidate) => z.safeParse(schema, candidate).success)
}

function candidates(schema: Schema, value: unknown): readonly unknown[] {
  if (schema instanceof z.ZodEnum) return schema.options
  if (schema instanceof z.ZodLiteral) return [...schema.values]
  const number = typeof value === 'number' ? [value + 1, value - 1, value / 2] : [7, 1]
  const text = [
    'Another name',
    'another-name',
    '11:11',
    '11:12',
    '2027-02-01',
    '2027-02-02',
    'another@thamesbrook.example',
    'one@thamesbrook.example',
  ]
  return [true, false, ...number, ...text]
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

function joined(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`
}
