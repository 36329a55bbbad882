import { createTablesDouble } from './tables.ts'
import { tablesContract } from './tables-contract.ts'

tablesContract('the double in memory', async () => createTablesDouble())
