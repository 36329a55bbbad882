import { chainRowSchema } from '../../../api/account/audit.ts'
import type { ChainRow } from '../../../api/ports/audit.ts'
import { createChainReader } from '../../../api/stores/audit-chain.ts'
import { profile } from './outside/council-world.ts'
import type { World } from './outside/world.ts'

/** What the audit chain tells, oldest first, of the month in which everything plays. */
export async function chainRows({ storage }: World): Promise<readonly ChainRow[]> {
  const chain = createChainReader({ council: profile.id, tables: storage.tables })
  const rows: ChainRow[] = []
  for await (const { data } of chain.rows('202610')) {
    const row = chainRowSchema.safeParse(data)
    if (row.success) rows.push(row.data)
  }
  return rows
}
