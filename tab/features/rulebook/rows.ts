import { canonicalJson, isSame } from '../../../domain/kernel/same.ts'
import type { Rulebook } from '../../../domain/rulebook/rulebook.ts'
import { settled, withIds, type List } from './entry.ts'
import { placed, valueAt } from './places.ts'

/** An entry of a list that somebody is changing. What is gone stays in sight until it is applied, to be put back. */
export type Row = {
  readonly id: number
  /** As it stands in the rulebook. Absent: it is added. */
  readonly was?: unknown
  readonly entry: unknown
  readonly isGone?: boolean
}

export function entriesIn({ path, record }: List, rulebook: unknown): readonly unknown[] {
  const standing = valueAt(rulebook, path)
  if (record) return Object.entries(standing ?? {}).map(([name, value]) => ({ [record.key]: name, [record.value]: value as unknown }))
  return Array.isArray(standing) ? standing : []
}

export function rowsOf(list: List, rulebook: Rulebook): readonly Row[] {
  return entriesIn(list, rulebook).map((was, id) => ({ id, was, entry: was }))
}

/** The entries that are to stand. */
export function entriesOf(list: List, rows: readonly Row[]): readonly unknown[] {
  const entries = staying(rows).map(({ entry }) => settled(list, entry))
  return list.hasIds ? withIds(entries) : entries
}

/** Those that are to stand: places in what is proposed count them. */
export function staying(rows: readonly Row[]): readonly Row[] {
  return rows.filter(({ isGone }) => !isGone)
}

/** An entry as it is to stand: an id made for it stays, whatever it is called later. */
export function settledRow(list: List, rows: readonly Row[], row: Row): Row {
  const at = staying(rows).findIndex(({ id }) => id === row.id)
  return at === -1 ? row : { ...row, entry: entriesOf(list, rows)[at] }
}

export function isOtherwise(list: List, rows: readonly Row[]): boolean {
  const stood = rows.filter(({ was }) => was !== undefined).toSorted((one, other) => one.id - other.id)
  return !isSame(
    entriesOf(list, rows),
    stood.map(({ was }) => was),
  )
}

/** A rulebook with these entries in the place of the list. */
export function withEntries({ path, record }: List, entries: readonly unknown[], rulebook: unknown): unknown {
  if (!record) return placed(rulebook, path, entries)
  const named = entries.map((entry) => [String(valueAt(entry, record.key)), valueAt(entry, record.value)] as const)
  return placed(rulebook, path, Object.fromEntries(named))
}

export function withRow(rows: readonly Row[], row: Row): readonly Row[] {
  return rows.map((each) => (each.id === row.id ? row : each))
}

export function withAnother(rows: readonly Row[], entry: unknown): { readonly rows: readonly Row[]; readonly added: Row } {
  const added = { id: Math.max(-1, ...rows.map(({ id }) => id)) + 1, entry }
  return { rows: [...rows, added], added }
}

/** Past its neighbour, leaving out those that are gone. */
export function movedBy(rows: readonly Row[], row: Row, by: -1 | 1): readonly Row[] {
  const order = staying(rows)
  const neighbour = order[order.findIndex(({ id }) => id === row.id) + by]
  if (!neighbour) return rows
  const others = rows.filter(({ id }) => id !== row.id)
  const at = others.indexOf(neighbour) + (by === 1 ? 1 : 0)
  return others.toSpliced(at, 0, row)
}

/**
 * What was begun over a list that somebody else has changed meanwhile: her own entries as she wrote them, all others as they now are.
 *
 * An order that she began is let go: it was of other entries.
 */
export function relaid(list: List, rows: readonly Row[], rulebook: Rulebook): readonly Row[] {
  const touched = rows.filter(({ was, entry, isGone }) => isGone || !isSame(was, settled(list, entry)))
  const standing = rowsOf(list, rulebook)
  const isOf = (row: Row, { was }: Row) => row.was !== undefined && keyOf(row.was) === keyOf(was)
  const kept = standing.map((now) => {
    const mine = touched.find((row) => isOf(row, now))
    return mine ? { ...mine, id: now.id, was: now.was } : now
  })
  const others = touched.filter((row) => !row.isGone && !standing.some((now) => isOf(row, now)))
  return others.reduce<readonly Row[]>((laid, { entry }) => withAnother(laid, entry).rows, kept)
}

/** By what an entry is the same one although it says something else. */
function keyOf(entry: unknown): string {
  const from = valueAt(entry, 'from')
  // Half-term comes several times a year, so that what it is called is not enough.
  const span = from === undefined ? undefined : [valueAt(entry, 'label') ?? valueAt(entry, 'on'), from]
  const key = valueAt(entry, 'id') ?? valueAt(entry, 'name') ?? valueAt(entry, 'kind') ?? valueAt(entry, 'daysBefore') ?? span ?? entry
  return canonicalJson(key)
}
