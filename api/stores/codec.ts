import { z } from 'zod'
import { courseId, dutyId, memberId, personId, sessionId } from '../../domain/kernel/ids.ts'
import { day, instant, Temporal } from '../../domain/kernel/time.ts'

/*
 * How the words of the domain are written in a row: one schema reads and writes, so the two cannot drift apart. Instants are UTC
 * text, days are calendar text, ids are minted again on the way in.
 */

export const instantCodec = z.codec(z.iso.datetime(), z.instanceof(Temporal.Instant), { decode: remembered(instant), encode: String })
export const dayCodec = z.codec(z.iso.date(), z.instanceof(Temporal.PlainDate), { decode: day, encode: String })

export type RowCodec<Value> = { readonly from: (data: unknown) => Value; readonly data: (value: Value) => unknown }

/** The schema itself where it names every field of the domain's type, optional ones too; a message where one would be lost. */
type Covering<Schema, Value> =
  Schema extends z.ZodType<infer Output>
    ? [Exclude<keyof Value, keyof Output>] extends [never]
      ? Schema
      : { readonly missing: Exclude<keyof Value, keyof Output> }
    : never

/** Reads and writes one kind of row. A field that the domain has and the schema has not does not compile. */
export function rowCodec<Value extends object>() {
  return <Schema extends z.ZodType<Value>>(schema: Schema & Covering<Schema, Value>): RowCodec<Value> => ({
    from: (data) => z.decode<Schema>(schema, data as z.input<Schema>),
    data: (value) => z.encode<Schema>(schema, value as unknown as z.output<Schema>),
  })
}

/** The schema, once it is seen to name every field: for what is nested in a row. */
export function covering<Value extends object>() {
  return <Schema extends z.ZodType<Value>>(schema: Schema & Covering<Schema, Value>): Schema => schema
}

function idCodec<Id extends string>(mint: (text: string) => Id) {
  return z.codec(z.string(), z.custom<Id>(), { decode: mint, encode: (id) => id })
}

export const courseIdCodec = idCodec(courseId)
export const dutyIdCodec = idCodec(dutyId)
export const memberIdCodec = idCodec(memberId)
export const personIdCodec = idCodec(personId)
export const sessionIdCodec = idCodec(sessionId)

const mostRemembered = 20_000

/**
 * The same few moments stand in row after row, and are read again at every request: making them out of text was a sixth of the work of a
 * busy instance. Only for what cannot be changed.
 */
function remembered<Value extends object>(read: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>()
  return (text) => {
    const before = known.get(text)
    if (before) return before
    if (known.size >= mostRemembered) known.clear()
    const value = read(text)
    known.set(text, value)
    return value
  }
}
