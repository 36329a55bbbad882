import { Temporal } from '../../domain/kernel/time.ts'
import type { Day, Instant } from '../../domain/kernel/time.ts'

/** A value as it crosses the wire: the same, with every instant as UTC text and every day as calendar text. */
export type OnWire<Value> = Value extends Instant | Day
  ? string
  : Value extends readonly (infer Item)[]
    ? OnWire<Item>[]
    : Value extends string | number | boolean | undefined
      ? Value
      : { -readonly [Key in keyof Value]: OnWire<Value[Key]> }

export function onWire<Value>(value: Value): OnWire<Value> {
  return written(value) as OnWire<Value>
}

function written(value: unknown): unknown {
  if (value instanceof Temporal.Instant || value instanceof Temporal.PlainDate) return value.toString()
  if (Array.isArray(value)) return value.map(written)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, written(part)]))
}
