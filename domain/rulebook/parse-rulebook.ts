import type { z } from 'zod'
import type { Result } from '../kernel/result.ts'
import { ok, refused } from '../kernel/result.ts'
import { contradictionsIn } from './contradictions.ts'
import type { RulebookError } from './rulebook-error.ts'
import type { Rulebook } from './rulebook.ts'
import { rulebookSchema } from './rulebook.ts'
import { rulebookWords as words } from './words.ts'

export type RulebookRefusal = { readonly errors: readonly RulebookError[] }

/** A rulebook from outside, or everything that is wrong with it, each with its place and what to do about it. */
export function parseRulebook(given: unknown): Result<Rulebook, RulebookRefusal> {
  const parsed = rulebookSchema.safeParse(given)
  if (!parsed.success) return refused({ errors: parsed.error.issues.flatMap(errorsOf) })
  const errors = contradictionsIn(parsed.data)
  return errors.length === 0 ? ok(parsed.data) : refused({ errors })
}

/**
 * A preset with a council's own settings over it: objects are merged, lists and single values replaced, and `null` takes away
 * an entry (RFC 7396), so that a council can drop one of a preset's categories.
 */
export function withSettings(preset: Rulebook, settings: unknown): Result<Rulebook, RulebookRefusal> {
  if (settings === undefined) return ok(preset)
  if (!isObject(settings)) return refused({ errors: [{ path: '', message: words.notAnObject() }] })
  return parseRulebook(merged(preset, settings))
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function merged(under: unknown, over: unknown): unknown {
  if (!isObject(over)) return over
  const base = isObject(under) ? under : {}
  const kept = Object.entries(base).filter(([key]) => !Object.hasOwn(over, key))
  const given = Object.entries(over).filter(([, value]) => value !== null)
  return Object.fromEntries([...kept, ...given.map(([key, value]) => [key, merged(base[key], value)] as const)])
}

function errorsOf(issue: z.core.$ZodIssue): readonly RulebookError[] {
  if (issue.code !== 'unrecognized_keys') return [{ path: pathOf(issue.path), message: messageOf(issue) }]
  return issue.keys.map((key) => ({ path: pathOf([...issue.path, key]), message: words.notASetting(key) }))
}

/** In the words of whoever fills in the field; what no field can bring about stays in the schema's. */
function messageOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'too_small' && issue.origin === 'number') return words.tooSmall(String(issue.minimum))
  if (issue.code === 'too_small' && issue.origin === 'array') return words.nothingChosen()
  if (issue.code === 'too_small' && issue.origin === 'string') return shortOf(Number(issue.minimum))
  if (issue.code === 'too_big') return tooMuch[issue.origin]?.(String(issue.maximum)) ?? issue.message
  if (issue.code === 'invalid_type' && (issue.expected === 'number' || issue.expected === 'int')) return words.notANumber()
  return issue.code === 'invalid_format' ? words.notSuch(issue.message) : issue.message
}

function shortOf(least: number): string {
  return least === 1 ? words.empty() : words.tooShort(String(least))
}

const tooMuch: Readonly<Partial<Record<string, (most: string) => string>>> = {
  number: words.tooBig,
  string: words.tooLong,
  array: words.tooMany,
}

function pathOf(path: readonly PropertyKey[]): string {
  return path.map(String).join('.')
}
