import type { Tables } from '../ports/tables.ts'

/** What was asked of storage: single rows, ranges, all rows that came back, transactions, and the rows these wrote. */
export type StorageCost = {
  readonly points: number
  readonly ranges: number
  readonly rows: number
  readonly writes: number
  readonly rowsWritten: number
}

export type CountedTables = Tables & {
  /** What was asked since this was last called. */
  readonly since: () => StorageCost
}

/** The same tables, with every operation counted. */
export function countedTables(tables: Tables): CountedTables {
  const none = { points: 0, ranges: 0, rows: 0, writes: 0, rowsWritten: 0 }
  let cost = { ...none }

  async function rangeCounted<Found extends readonly unknown[]>(reading: Promise<Found>): Promise<Found> {
    cost.ranges += 1
    const found = await reading
    cost.rows += found.length
    return found
  }

  return {
    async get(pk, rk) {
      cost.points += 1
      const found = await tables.get(pk, rk)
      if (found) cost.rows += 1
      return found
    },
    range: (pk, from, to, max) => rangeCounted(tables.range(pk, from, to, max)),
    first: (pk, from, to, max) => rangeCounted(tables.first(pk, from, to, max)),
    commit(pk, ops) {
      cost.writes += 1
      cost.rowsWritten += ops.length
      return tables.commit(pk, ops)
    },
    since() {
      const spent = cost
      cost = { ...none }
      return spent
    },
  }
}
