import type { CouncilId } from '../../domain/kernel/ids.ts'
import type { Officers } from '../ports/council.ts'
import type { Tables } from '../ports/tables.ts'
import { officersCodec, type OfficersRead } from './codec-member.ts'
import type { Fresh } from './fresh.ts'
import { officersPk } from './keys.ts'

/** A few dozen people as last read from Entra: one row, replaced whole. Entra stays the truth of who may do what. */
export function createOfficers({
  council,
  tables,
  read,
}: {
  council: CouncilId
  tables: Tables
  read: Fresh<OfficersRead | undefined>
}): Officers {
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
      await tables.commit(pk, [{ put: 'last', data: officersCodec.data({ officers, at }) }])
      read.forget()
    },
  }
}
