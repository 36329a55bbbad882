import { checked, hashOf } from '../account/audit.ts'
import type { ChainHead, ChainReader, ChainRow } from '../ports/audit.ts'

/** A chain as it lies, to be tampered with. */
export type ChainCopy = {
  beginning: unknown
  readonly months: Map<string, { head: unknown; readonly rows: Map<string, unknown> }>
}

export async function copyOf(chain: ChainReader): Promise<ChainCopy> {
  const beginning = await chain.beginning()
  const months: ChainCopy['months'] = new Map()
  let month = (beginning as { month: string } | undefined)?.month
  while (month !== undefined) {
    const head = (await chain.head(month))?.data as ChainHead
    const rows = new Map<string, unknown>()
    for await (const { rk, data } of chain.rows(month)) rows.set(rk, data)
    months.set(month, { head, rows })
    month = head.next
  }
  return structuredClone({ beginning, months })
}

export function readerOf({ beginning, months }: ChainCopy): ChainReader {
  return {
    beginning: async () => beginning,
    async head(month) {
      const data = months.get(month)?.head
      return data === undefined ? undefined : { data, etag: JSON.stringify(data) }
    },
    async *rows(month, after = 0) {
      const from = keyOf(after)
      const rows = [...(months.get(month)?.rows ?? [])].filter(([rk]) => rk > from)
      for (const [rk, data] of rows.toSorted(([one], [other]) => (one < other ? -1 : 1))) yield { rk, data }
    },
  }
}

export function keyOf(seq: number): string {
  return String(seq).padStart(12, '0')
}

/** Every row, oldest first. */
export function rowsOf({ months }: ChainCopy): readonly ChainRow[] {
  return [...months.values()].flatMap(({ rows }) => [...rows.values()] as ChainRow[])
}

/** What somebody does who can write to the tables and knows how hashes are made: everything from a row on, worked out anew. */
export function workedOutAnew(copy: ChainCopy, from: number, change: (row: ChainRow) => ChainRow): ChainCopy {
  const anew = structuredClone(copy)
  let prev: string | undefined
  let hash = ''
  for (const month of anew.months.values()) {
    for (const [rk, row] of [...month.rows] as [string, ChainRow][]) {
      const mine = row.seq === from ? change(row) : row
      const next = { ...mine, prev: prev ?? mine.prev }
      if (row.seq >= from) {
        month.rows.set(rk, { ...next, hash: hashOf(next) })
        prev = hashOf(next)
      }
      hash = prev ?? row.hash
    }
    month.head = checked({ ...(month.head as ChainHead), hash })
  }
  return anew
}
