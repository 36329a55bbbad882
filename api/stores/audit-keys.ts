import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { CouncilId, MemberId } from '../../domain/kernel/ids.ts'
import type { KeyOf } from '../account/seal.ts'
import type { Tables } from '../ports/tables.ts'
import { Unavailable } from '../ports/unavailable.ts'
import type { Fresh } from './fresh.ts'
import { memberKeyRow, membersPk, startingWith } from './keys.ts'

export type MemberKeys = ReadonlyMap<string, string>
const keySchema = z.object({ key: z.string().regex(/^[0-9a-f]{64}$/) })
const prefix = 'k~'
const attempts = 10

/** The keys by which Members are marked in the audit chain, made when one is first needed. */
export type AuditKeys = {
  /** Of all these Members at once. */
  of(members: readonly MemberId[]): Promise<KeyOf>
}

/** One row a Member, in the partition of the roll; kept for a minute, as that is. */
export function createAuditKeys(deps: { council: CouncilId; tables: Tables; read: Fresh<MemberKeys> }): AuditKeys {
  const { tables, read } = deps
  const pk = membersPk(deps.council)

  async function known(): Promise<MemberKeys> {
    return read.get(async () => {
      const rows = await tables.range(pk, ...startingWith(prefix))
      return new Map(rows.map(({ rk, data }) => [rk.slice(prefix.length), keySchema.parse(data).key]))
    })
  }

  return {
    async of(members) {
      let keys: MemberKeys = members.length > 0 ? await known() : new Map()
      for (let attempt = 0; attempt < attempts && members.some((member) => !keys.has(member)); attempt += 1) {
        const missing = [...new Set(members)].filter((member) => !keys.has(member)).slice(0, 100)
        const inserts = missing.map((member) => ({ insert: memberKeyRow(member), data: { key: randomBytes(32).toString('hex') } }))
        await tables.commit(pk, inserts) // 'exists': another instance was faster with one of them, and what it wrote is read now
        read.forget()
        keys = await known()
      }
      return (member) => {
        const key = keys.get(member)
        if (key === undefined) throw new Unavailable('storage', 'a key of the audit chain is being made elsewhere')
        return key
      }
    },
  }
}
