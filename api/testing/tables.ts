import { asciiJson } from '../adapters/ascii-json.ts'
import { checkKey, checkTransaction, isGuarded, rowKeyOf } from '../adapters/tables/limits.ts'
import type { Op, Pk, Row, Tables } from '../ports/tables.ts'

type Kept = { readonly data: unknown; readonly etag: string }
type Partition = Map<string, Kept>

/**
 * Tables in memory, as strict as Azure: the same limits, whole transactions, etags that say nothing and never come back.
 *
 * Through text and back, so that what a test reads is never what it wrote but what storage would give back; and nobody can change it.
 */
export function createTablesDouble(): Tables {
  const partitions = new Map<string, Partition>()
  let writes = 0
  const nextEtag = (): string => `W/"double-${(writes += 1)}"`

  function partitionOf(pk: Pk): Partition {
    const name = `${pk.table}/${pk.key}`
    const partition = partitions.get(name) ?? new Map<string, Kept>()
    partitions.set(name, partition)
    return partition
  }

  function rowsOf(pk: Pk, from: string, to: string): readonly Row[] {
    checkKey(pk.key)
    checkKey(from, { beEmpty: true })
    checkKey(to)
    const within = [...partitionOf(pk)].filter(([rk]) => rk >= from && rk < to)
    within.sort(([one], [other]) => (one < other ? -1 : 1))
    return within.map(([rk, kept]) => rowOf(rk, kept))
  }

  return {
    async get(pk, rk) {
      checkKey(pk.key)
      checkKey(rk)
      const kept = partitionOf(pk).get(rk)
      return kept && rowOf(rk, kept)
    },
    async range(pk, from, to, max = 5_000) {
      const rows = rowsOf(pk, from, to)
      if (rows.length > max) throw new RangeError(`a range of ${pk.table} has more than ${max} rows`)
      return rows
    },
    async first(pk, from, to, max) {
      return rowsOf(pk, from, to).slice(0, max)
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
