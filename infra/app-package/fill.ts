import { ok, refused, type Result } from '../../domain/kernel/result.ts'
import type { Values } from './environment.ts'
import type { Mistake } from './mistake.ts'
import { textsOf } from './places.ts'

const placeholder = /\$\{\{\s*(\w+)\s*\}\}/g
/** The one that may be empty: in a council's own tenant the name has nothing after it. */
const mayBeEmpty = ['APP_NAME_SUFFIX']

/**
 * A template with its `${{NAMES}}` replaced, or each name for which there is no value, with the places it stands in and the file where its
 * value goes.
 *
 * The values go into texts that are parsed already: whatever they hold, they cannot change what the document is.
 */
export function filled(template: unknown, values: Values, file: string): Result<unknown, readonly Mistake[]> {
  const wanting = new Map<string, string[]>()
  for (const { at, text } of textsOf(template)) {
    for (const name of namesIn(text).filter((name) => !isKnown(name, values))) wanting.set(name, [...(wanting.get(name) ?? []), at])
  }
  if (wanting.size > 0) return refused([...wanting].map(([name, places]) => missing({ name, places, file })))
  return ok(replaced(template, values))
}

function namesIn(text: string): readonly string[] {
  return [...text.matchAll(placeholder)].map(([, name = '']) => name)
}

function isKnown(name: string, values: Values): boolean {
  return values[name] !== undefined && (values[name].trim() !== '' || mayBeEmpty.includes(name))
}

function missing({ name, places, file }: { readonly name: string; readonly places: readonly string[]; readonly file: string }): Mistake {
  const [first = '', ...others] = places
  const also = others.length === 0 ? '' : ` and ${others.length} more ${others.length === 1 ? 'place' : 'places'}`
  return { at: first + also, because: `${name} has no value. Write ${name}=… in ${file}` }
}

function replaced(value: unknown, values: Values): unknown {
  if (typeof value === 'string') return value.replaceAll(placeholder, (_all, name: string) => values[name]?.trimEnd() ?? '')
  if (Array.isArray(value)) return value.map((each) => replaced(each, values))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, replaced(each, values)]))
}
