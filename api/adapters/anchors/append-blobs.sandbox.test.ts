import { BlobServiceClient } from '@azure/storage-blob'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { thamesbrook } from '../../../domain/testing/builders.ts'
import { councilId } from '../../../domain/kernel/ids.ts'
import { startAzurite, type Azurite } from '../../../sandbox/azurite.ts'
import { Unavailable } from '../../ports/unavailable.ts'
import { createAppendBlobs } from './append-blobs.ts'

const container = 'anchors'
let azurite: Azurite
beforeAll(async () => {
  azurite = await startAzurite()
})
afterAll(async () => azurite.close())

const open = () => createAppendBlobs({ connectionString: azurite.connectionString, container })
const anchor = (at: string, seq: number) => ({ at, month: '202612', seq, hash: String(seq).repeat(64) })

test('there are none before the first, and then they are read as they were added, across years, each council’s apart', async () => {
  const anchors = open()
  expect(await anchors.all(thamesbrook)).toEqual([])
  const added = [anchor('2026-12-30T00:05:00Z', 1), anchor('2026-12-31T00:05:00Z', 2), anchor('2027-01-01T00:05:00Z', 3)]
  for (const each of added) await anchors.add(thamesbrook, each)
  await anchors.add(councilId('thamesbrook-2'), anchor('2026-12-30T00:05:00Z', 7))
  expect(await open().all(thamesbrook)).toEqual(added)
  const blobs = BlobServiceClient.fromConnectionString(azurite.connectionString).getContainerClient(container)
  expect((await blobs.getAppendBlobClient('thamesbrook/2026.jsonl').getProperties()).blobType).toBe('AppendBlob')
})

test('what somebody else has added to them is not read past', async () => {
  const blobs = BlobServiceClient.fromConnectionString(azurite.connectionString).getContainerClient(container)
  const blob = blobs.getAppendBlobClient('elsewhere/2026.jsonl')
  await blob.create()
  await blob.appendBlock('{"at":"never"}\n', 15)
  await expect(open().all(councilId('elsewhere'))).rejects.toThrow(TypeError)
})

test('storage that is away is an outage', async () => {
  const away = createAppendBlobs({
    connectionString: azurite.connectionString.replace(/BlobEndpoint=[^;]+/, 'BlobEndpoint=http://127.0.0.1:9/x'),
    container,
  })
  await expect(away.all(thamesbrook)).rejects.toThrow(Unavailable)
})
