import type { Rulebook } from '../../../domain/rulebook/rulebook.ts'
import { placed, valueAt } from './places.ts'

/** What an entry is called, before it has a name: "a room". */
type One = `a ${string}` | `an ${string}`
type Choices = readonly (readonly [value: string | boolean | undefined, words: string])[]

/** One part of an entry, at its place within it; the empty place is the whole entry. What is `optional` may be left empty. */
export type EntryField = {
  readonly path: string
  readonly label: string
  readonly hint?: string
  /** What is not asked of an entry does not stand in it. */
  readonly isAsked?: (entry: unknown) => boolean
} & (
  | { readonly kind: 'text' | 'address' | 'time' | 'day' | 'number'; readonly atMost: number; readonly optional?: boolean }
  | { readonly kind: 'tick' }
  /** `isOnce`: what another entry has chosen cannot be chosen again. */
  | { readonly kind: 'choice'; readonly options: (rules: Rulebook) => Choices; readonly isOnce?: boolean }
  | { readonly kind: 'ticks'; readonly options: readonly (readonly [value: string, words: string])[] }
  /** Several names, one on each line. */
  | { readonly kind: 'lines' }
)

/** A list of the rulebook as a person edits it, entry by entry. What the list is called and how an entry is told, `sayings` says. */
export type List = {
  readonly path: string
  readonly one: One
  readonly fields: readonly EntryField[]
  /** What an entry begins as. Undefined: all there are stand there already. */
  readonly begin: (rules: Rulebook) => unknown
  /** Where `sayings` tells the whole list in one breath. */
  readonly noun?: string
  readonly hint?: string
  /** Its order says something: it is the order of choices, or of weight. */
  readonly ordered?: boolean
  /** Entries carry an id, made from the name under which they were added. */
  readonly hasIds?: boolean
  /** In the rulebook it stands by names, and not in a row. */
  readonly record?: { readonly key: string; readonly value: string }
}

/** The fields that are asked of an entry as it stands. */
export function fieldsAsked({ fields }: Pick<List, 'fields'>, entry: unknown): readonly EntryField[] {
  return fields.filter(({ isAsked }) => isAsked?.(entry) ?? true)
}

/** As it goes into the rulebook: figures as numbers, without spaces around it or lines with nothing in them. */
export function settled({ fields }: Pick<List, 'fields'>, entry: unknown): unknown {
  return fields.reduce((made, field) => {
    const isAsked = field.isAsked?.(entry) ?? true
    return placed(made, field.path, isAsked ? settledValue(field, valueAt(entry, field.path)) : undefined)
  }, entry)
}

function settledValue(field: EntryField, value: unknown): unknown {
  if (field.kind === 'lines') return Array.isArray(value) ? value.map((line) => String(line).trim()).filter(Boolean) : []
  if (field.kind === 'day' && value === undefined && !field.optional) return '' // asked for, and not written yet
  if (typeof value !== 'string') return value
  const text = value.trim()
  if (field.kind === 'number') return /^\d{1,6}$/.test(text) ? Number(text) : text
  return text === '' && 'optional' in field && field.optional ? undefined : text
}

/** Entries that were added, each with an id of its own: "Joint committee" is `joint-committee`. Those that have one keep it. */
export function withIds(entries: readonly unknown[]): readonly unknown[] {
  const taken = new Set(entries.map((entry) => valueAt(entry, 'id')))
  return entries.map((entry) => {
    if (valueAt(entry, 'id') !== undefined) return entry
    const id = freeId(String(valueAt(entry, 'label')), taken)
    taken.add(id)
    return placed(entry, 'id', id)
  })
}

const longestId = 40

function freeId(label: string, taken: ReadonlySet<unknown>): string {
  const plain = label.normalize('NFKD').toLowerCase()
  const words = plain.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '')
  const id = (/^[a-z][a-z0-9-]/.test(words) ? words : `is-${words}`).slice(0, longestId)
  let free = id
  for (let next = 2; taken.has(free); next += 1) free = `${id.slice(0, longestId - 4)}-${next}`
  return free
}
