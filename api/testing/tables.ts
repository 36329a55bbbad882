import { asciiJson } from '../adapters/ascii-json.ts'
import { checkKey, checkTransaction, isGuarded, rowKeyOf } from '../adapters/tables/limits.ts'
import { drained, type Page } from '../adapters/tables/reading.ts'
import type { Op, Pk, Row, Tables } from '../ports/tables.ts'
import { chanceFrom } from './chance.ts'

const rowsInAPage = 1_000

type Kept = { readonly data: unknown; readonly etag: string }
type Partition = Map<string, Kept>

/**
 * Tables in memory, as strict as Azure: the same limits, whole transactions, etags that say nothing and never come back.
 *
 * Through text and back, so that what a test reads is never what it wrote but what storage would give back; and nobody can change it.
 * Ranges come in pages that end anywhere and may be empty, as Azure's do and Azurite's never; `seed` says where.
 */
export function createTablesDouble(seed = 1): Tables {
  const partitions = new Map<string, Partition>()
  const chance = chanceFrom(seed)
  let writes = 0
  const nextEtag = (): string => `W/"double-${(writes += 1)}"`

  function partitionOf(pk: Pk): Partition {
    const name = `${pk.table}/${pk.key}`
    const partition = partitions.get(name) ?? new Map<string, Kept>()
    partitions.set(name, partition)
    return partition
  }

  /** The token is where the next page begins. */
  function pageOf(rows: readonly Row[], token: string | undefined): Page<Row> {
    const begin = Number(token ?? 0)
    const end = begin + (chance() < 0.2 ? 0 : Math.ceil(chance() * Math.min(rowsInAPage, rows.length - begin)))
    return { items: rows.slice(begin, end), token: end < rows.length ? String(end) : undefined }
  }

  function rowsOf(pk: Pk, from: string, to: string, max: number): Promise<readonly Row[]> {
    checkKey(pk.key)
    checkKey(from, { beEmpty: true })
    checkKey(to)
    const within = [...partitionOf(pk)].filter(([rk]) => rk >= from && rk < to)
    within.sort(([one], [other]) => (one < other ? -1 : 1))
    const rows = within.map(([rk, kept]) => rowOf(rk, kept))
    return drained(max, async (token) => pageOf(rows, token))
  }

  return {
    async get(pk, rk) {
      checkKey(pk.key)
      checkKey(rk)
      const kept = partitionOf(pk).get(rk)
      return kept && rowOf(rk, kept)
    },
    async range(pk, from, to, max = 5_000) {
      const rows = await rowsOf(pk, from, to, max + 1)
      if (rows.length > max) throw new RangeError(`a range of ${pk.table} has more than ${max} rows`)
      return rows
    },
    async first(pk, from, to, max) {
      return (await rowsOf(pk, from, to, max)).slice(0, max)
    },
    async commit(pk, ops) {
      checkTransaction(pk, ops)
      const partition = partitionOf(pk)
      const refusal = ops.map((op) => refusalOf(op, partition.get(rowKeyOf(op)))).find((each) => each !== undefined)
      if (refusal) return refusal
      for (const op of ops) apply(op, partition, nextEtag())
      return 'saved'
    },
  }
}

function refusalOf(op: Op, kept: Kept | undefined): 'exists' | 'stale' | undefined {
  if (!isGuarded(op)) return undefined
  if ('insert' in op) return kept ? 'exists' : undefined
  if ('replace' in op) return kept?.etag === op.etag ? undefined : 'stale'
  return kept ? undefined : 'stale'
}

function apply(op: Op, partition: Partition, etag: string): void {
  if ('data' in op) partition.set(rowKeyOf(op), { data: unchangeable(JSON.parse(asciiJson(op.data))), etag })
  else partition.delete(rowKeyOf(op))
}

function rowOf(rk: string, kept: Kept): Row {
  return { rk, etag: kept.etag, data: kept.data }
}

function unchangeable(data: unknown): unknown {
  if (typeof data !== 'object' || data === null) return data
  for (const part of Object.values(data)) unchangeable(part)
  return Object.freeze(data)
}
