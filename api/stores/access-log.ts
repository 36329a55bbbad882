import { z } from 'zod'
import type { CouncilId } from '../../domain/kernel/ids.ts'
import { foundKinds, needs, type AccessChecked, type AccessLog } from '../ports/access.ts'
import type { Tables } from '../ports/tables.ts'
import { instantCodec, rowCodec } from './codec.ts'
import { accessPk } from './keys.ts'

const found = z.enum(foundKinds)
const checkedCodec = rowCodec<AccessChecked>()(
  z.object({
    at: instantCodec,
    found: z.array(z.object({ need: z.enum(needs), found })),
    outside: z.object({ address: z.string(), found }).optional(),
  }),
)
const theRow = 'latest'

export function createAccessLog({ council, tables }: { readonly council: CouncilId; readonly tables: Tables }): AccessLog {
  const pk = accessPk(council)
  return {
    async lately() {
      const row = await tables.get(pk, theRow)
      return row && checkedCodec.from(row.data)
    },
    note: async (checked) => void (await tables.commit(pk, [{ put: theRow, data: checkedCodec.data(checked) }])),
  }
}
