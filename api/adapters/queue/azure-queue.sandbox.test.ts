import { QueueClient } from '@azure/storage-queue'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll } from 'vitest'
import { startAzurite, type Azurite } from '../../../sandbox/azurite.ts'
import { hintsContract } from '../../testing/queue-contract.ts'
import { createAzureQueue } from './azure-queue.ts'

let azurite: Azurite
beforeAll(async () => {
  azurite = await startAzurite()
})
afterAll(async () => azurite.close())

hintsContract('Azure Queues, by Azurite', async ({ name, hiddenFor }) => {
  const { connectionString } = azurite
  const hints = createAzureQueue({ connectionString, name, ...(hiddenFor === undefined ? {} : { hiddenFor }) })
  await hints.ensure()
  await hints.ensure()
  const raw = new QueueClient(connectionString, name)
  return {
    hints,
    postRaw: async (text) => raw.sendMessage(text),
    left: async () => (await raw.getProperties()).approximateMessagesCount ?? 0,
    pass: async () => wait(100),
  }
})
