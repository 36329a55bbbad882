import { QueueClient } from '@azure/storage-queue'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startAzurite, type Azurite } from '../../../sandbox/azurite.ts'
import { hintsContract } from '../../testing/queue-contract.ts'
import { createAzureQueue } from './azure-queue.ts'

let azurite: Azurite
const poison: string[] = []
beforeAll(async () => {
  azurite = await startAzurite()
})
afterAll(async () => azurite.close())

async function open(name: string) {
  const queue = createAzureQueue({ connectionString: azurite.connectionString, name, onPoison: (id) => void poison.push(id) })
  await queue.ensure()
  await queue.ensure()
  return queue
}

hintsContract('Azure Queues, by Azurite', async () => open('contract'))

test('what is no hint of ours is told of once, deleted, and does not hold up the rest', async () => {
  const queue = await open('poison')
  const raw = new QueueClient(azurite.connectionString, 'poison')
  await raw.sendMessage('not base64 of anything')
  await queue.post({ kind: 'sync-mailbox', council: 'thamesbrook', mailbox: 'm' })
  const taken = await queue.take()
  expect(taken).toHaveLength(1)
  expect(poison).toHaveLength(1)
  expect((await raw.getProperties()).approximateMessagesCount).toBe(1)
})

test('what others have received five times in vain is told of at the sixth, and deleted', async () => {
  const queue = await open('in-vain')
  const raw = new QueueClient(azurite.connectionString, 'in-vain')
  await queue.post({ kind: 'sync-mailbox', council: 'thamesbrook', mailbox: 'm' })
  for (let received = 1; received <= 5; received += 1) {
    await expect
      .poll(async () => (await raw.receiveMessages({ visibilityTimeout: 1 })).receivedMessageItems.length, { timeout: 5_000 })
      .toBe(1)
  }
  poison.length = 0
  await expect.poll(async () => (await queue.take()).length + poison.length, { timeout: 5_000 }).toBe(1)
  expect(poison).toHaveLength(1)
  expect((await raw.getProperties()).approximateMessagesCount).toBe(0)
})
