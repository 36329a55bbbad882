import { createHintsDouble } from './queue.ts'
import { hintsContract } from './queue-contract.ts'

hintsContract('the double in memory', async () => createHintsDouble(() => 0))
