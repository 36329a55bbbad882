import { afterAll, beforeAll } from 'vitest'
import { startAzurite, type Azurite } from '../../../sandbox/azurite.ts'
import { tablesContract } from '../../testing/tables-contract.ts'
import { createAzureTables } from './azure-tables.ts'

let azurite: Azurite
beforeAll(async () => {
  azurite = await startAzurite()
})
afterAll(async () => azurite.close())

tablesContract('Azure Tables, by Azurite', async () => {
  const tables = createAzureTables({ connectionString: azurite.connectionString, prefix: 'contract', allowInsecure: true })
  await tables.ensure()
  await tables.ensure() // an installation that starts again finds its tables there
  return tables
})
