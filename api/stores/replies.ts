import { z } from 'zod'
import type { CouncilId } from '../../domain/kernel/ids.ts'
import { isBefore } from '../../domain/kernel/time.ts'
import type { Replies, Reply } from '../ports/council.ts'
import type { Op, Tables } from '../ports/tables.ts'
import { instantCodec, rowCodec } from './codec.ts'
import { inHundreds } from './due.ts'
import { repliesPk, replyRow, startingWith } from './keys.ts'

const replyCodec = rowCodec<Reply>()(
  z.object({
    asked: z.string(),
    at: instantCodec,
    until: instantCodec,
    answer: z.object({ status: z.int(), body: z.unknown() }).optional(),
  }),
)

/** Rows looked through in one go when old ones are forgotten; what is left waits for the next time. */
const mostAtOnce = 1_000

/** A council's answers of the last day: a few dozen rows in one partition, so that the old ones are found without a scan. */
export function createReplies({ council, tables }: { readonly council: CouncilId; readonly tables: Tables }): Replies {
  const pk = repliesPk(council)
  return {
    async find(person, key) {
      const row = await tables.get(pk, replyRow(person, key))
      return row && { value: replyCodec.from(row.data), etag: row.etag }
    },
    async save(person, key, reply, seen) {
      const rk = replyRow(person, key)
      const data = replyCodec.data(reply)
      const op: Op = seen === 'new' ? { insert: rk, data } : { replace: rk, data, etag: seen.etag }
      return tables.commit(pk, [op])
    },
    async forgetBefore(at) {
      const rows = await tables.first(pk, ...startingWith(''), mostAtOnce)
      const old = rows.filter((row) => isBefore(replyCodec.from(row.data).at, at))
      await inHundreds(
        tables,
        pk,
        old.map(({ rk }) => ({ drop: rk })),
      )
    },
  }
}
