import type { CouncilId } from '../../domain/kernel/ids.ts'
import { officersEntry } from '../account/people-entries.ts'
import type { Officers } from '../ports/council.ts'
import type { Op, Tables } from '../ports/tables.ts'
import { Unavailable } from '../ports/unavailable.ts'
import type { AuditOutbox } from './audit.ts'
import { officersCodec, type OfficersRead } from './codec-member.ts'
import type { Fresh } from './fresh.ts'
import { officersPk } from './keys.ts'

type Deps = {
  readonly council: CouncilId
  readonly tables: Tables
  readonly read: Fresh<OfficersRead | undefined>
  readonly audit: AuditOutbox
}

const attempts = 6

/** A few dozen people as last read from Entra: one row, replaced whole. Entra stays the truth of who may do what. */
export function createOfficers({ council, tables, read, audit }: Deps): Officers {
  const pk = officersPk(council)
  async function last(): Promise<OfficersRead | undefined> {
    const row = await tables.get(pk, 'last')
    return row && officersCodec.from(row.data)
  }

  return {
    async all() {
      return (await read.get(() => last()))?.officers ?? []
    },
    async find(person) {
      return (await last())?.officers.find(({ id }) => id === person)
    },
    async replaceAll(officers, at) {
      const data = officersCodec.data({ officers, at })
      for (let attempt = 0; attempt < attempts; attempt += 1) {
        const row = await tables.get(pk, 'last')
        const before = row && officersCodec.from(row.data).officers
        const op: Op = row ? { replace: 'last', data, etag: row.etag } : { insert: 'last', data }
        const written = await audit.commit({ source: 'officers', ops: [op], drafts: officersEntry({ before, after: officers }, at) })
        read.forget()
        if (written === 'saved') return
      }
      throw new Unavailable('storage', 'the officers are being read elsewhere')
    },
  }
}
