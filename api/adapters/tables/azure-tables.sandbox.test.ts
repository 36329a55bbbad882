import { afterAll, beforeAll, expect, test } from 'vitest'
import { startAzurite, type Azurite } from '../../../sandbox/azurite.ts'
import { logTo } from '../../log.ts'
import { tablesContract } from '../../testing/tables-contract.ts'
import { agreedClock } from '../agreed-clock.ts'
import { systemClock } from '../system-clock.ts'
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

test('a machine whose clock is a minute wrong goes by storage’s from the first answer on', async () => {
  const wrong = { ...systemClock, now: () => systemClock.now().add({ seconds: 60 }) }
  const lines: string[] = []
  const clock = agreedClock(
    wrong,
    logTo((line) => void lines.push(line)),
  )
  const tables = createAzureTables({ connectionString: azurite.connectionString, prefix: 'dated', allowInsecure: true, clock })
  await tables.ensure()
  const out = clock.now().since(systemClock.now()).total('seconds')
  expect(Math.abs(out)).toBeLessThan(30)
  expect(lines[0]).toContain('clock.corrected')
})
