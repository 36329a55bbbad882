import type { Op, Pk, Tables } from '../../../../api/ports/tables.ts'
import { createTablesDouble } from '../../../../api/testing/tables.ts'

/** Storage as it is, whoever asks: what a process reaches over a network that fails. */
export type Storage = {
  readonly tables: Tables
  /**
   * Writes rows again as they are, as another writer would: whoever read them before has the old etag. Not those of duties, whose every
   * writer leaves a pointer to what comes next; there, real rivals make the storm.
   */
  touch(pk: Pk, ops: readonly Op[]): Promise<void>
  /** The moments at which something is due, in milliseconds since 1970. */
  dueTimes(): Iterable<number>
}

const dueStamp = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z~/

export function createStorage(): Storage {
  const tables = createTablesDouble()
  const due = new Map<string, number>()

  function noteDue(pk: Pk, ops: readonly Op[]): void {
    if (pk.table !== 'due') return
    for (const op of ops) {
      if ('put' in op) due.set(`${pk.key} ${op.put}`, momentOf(op.put))
      if ('drop' in op) due.delete(`${pk.key} ${op.drop}`)
    }
  }

  return {
    tables: {
      ...tables,
      async commit(pk, ops) {
        const outcome = await tables.commit(pk, ops)
        if (outcome === 'saved') noteDue(pk, ops)
        return outcome
      },
    },
    async touch(pk, ops) {
      for (const op of ops) {
        const row = 'replace' in op && !op.replace.startsWith('x~') ? await tables.get(pk, op.replace) : undefined
        if (row) await tables.commit(pk, [{ replace: row.rk, data: row.data, etag: row.etag }])
      }
    },
    dueTimes: () => due.values(),
  }
}

function momentOf(rk: string): number {
  const [, year, month, day, hour, minute, second, millisecond] = (dueStamp.exec(rk) ?? []).map(Number)
  return Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second, millisecond)
}
