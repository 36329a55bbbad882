import { afterAll, beforeAll, expect, test } from 'vitest'
import { startCuttableStorage, type StorageProxy } from '../../../e2e/support/storage-proxy.ts'
import type { Tables } from '../../ports/tables.ts'
import { partitionForTests } from '../../stores/keys.ts'
import { createAzureTables } from './azure-tables.ts'

/*
 * A line on which replies get lost: everything reaches storage, and of what it answers the next so many replies never come back.
 */

let line: StorageProxy
let tables: Tables

beforeAll(async () => {
  line = await startCuttableStorage()
  const adapter = createAzureTables({ connectionString: line.connectionString, prefix: 'lossy', allowInsecure: true })
  await adapter.ensure()
  tables = adapter
})

afterAll(() => line.close())

const pk = partitionForTests('lossy')

async function losing<Value>(replies: number, call: () => Promise<Value>): Promise<Value> {
  line.loseReplies(replies)
  return call().finally(() => line.restore())
}

test.each([1, 2])('an insert whose first %i replies were lost is saved, once', async (lost) => {
  const rk = `insert-${lost}`
  expect(await losing(lost, async () => tables.commit(pk, [{ insert: rk, data: 1 }]))).toBe('saved')
  expect(line.replies()).toBeGreaterThan(lost)
  expect(await tables.commit(pk, [{ insert: rk, data: 2 }])).toBe('exists')
})

test('a replacement whose reply was lost is saved, and not mistaken for somebody else’s', async () => {
  await tables.commit(pk, [{ insert: 'h', data: 1 }])
  const etag = (await tables.get(pk, 'h'))?.etag ?? ''
  const ops = [
    { replace: 'h', data: 2, etag },
    { insert: 'e', data: 'line' },
  ]
  expect(await losing(1, async () => tables.commit(pk, ops))).toBe('saved')
  expect(await tables.commit(pk, [{ replace: 'h', data: 3, etag }])).toBe('stale')
})

test('a write none of whose replies came is looked up before it is called an outage', async () => {
  expect(await losing(3, async () => tables.commit(pk, [{ insert: 'three', data: 1 }]))).toBe('saved')
})

test('a line that is dead is an outage of storage', async () => {
  await expect(losing(100, async () => tables.commit(pk, [{ insert: 'dead', data: 1 }]))).rejects.toMatchObject({
    name: 'Unavailable',
    dependency: 'storage',
  })
})

test('pointers are put and dropped however often the reply is lost', async () => {
  expect(await losing(2, async () => tables.commit(pk, [{ put: 'p', data: 1 }]))).toBe('saved')
  expect(await losing(2, async () => tables.commit(pk, [{ drop: 'p' }]))).toBe('saved')
  expect(await tables.get(pk, 'p')).toBeUndefined()
})

test('a reading is read again', async () => {
  await tables.commit(pk, [{ put: 'r', data: 'there' }])
  expect((await losing(2, async () => tables.get(pk, 'r')))?.data).toBe('there')
})
