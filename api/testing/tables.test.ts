import { expect, test } from 'vitest'
import { partitionForTests } from '../stores/keys.ts'
import { createTablesDouble } from './tables.ts'
import { tablesContract } from './tables-contract.ts'

tablesContract('the double in memory', async () => createTablesDouble())

/* Azurite cannot show this: it fills every page but the last, and never sends an empty one. */
test.each(Array.from({ length: 20 }, (_, index) => index + 1))(
  'pages end anywhere, and nothing is lost between them: seed %i',
  async (seed) => {
    const tables = createTablesDouble(seed)
    const pk = partitionForTests('pages')
    const rks = Array.from({ length: 60 }, (_, index) => `r~${String(index).padStart(3, '0')}`)
    await tables.commit(
      pk,
      rks.map((rk) => ({ insert: rk, data: 1 })),
    )
    expect((await tables.range(pk, '', '~')).map(({ rk }) => rk)).toEqual(rks)
    expect((await tables.first(pk, '', '~', 7)).map(({ rk }) => rk)).toEqual(rks.slice(0, 7))
    await expect(tables.range(pk, '', '~', 59)).rejects.toThrow(RangeError)
  },
)
