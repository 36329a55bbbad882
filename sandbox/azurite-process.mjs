// Azurite's tables, queues and blobs, in a process of their own. Says where it listens on its first line, and ends with its parent.
import { createRequire } from 'node:module'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

const require = createRequire(import.meta.url)
const TableConfiguration = require('azurite/dist/src/table/TableConfiguration').default
const TableServer = require('azurite/dist/src/table/TableServer').default
const QueueConfiguration = require('azurite/dist/src/queue/QueueConfiguration').default
const QueueServer = require('azurite/dist/src/queue/QueueServer').default
const BlobConfiguration = require('azurite/dist/src/blob/BlobConfiguration').default
const BlobServer = require('azurite/dist/src/blob/BlobServer').default

const keepDir = process.argv[2]
const inMemory = keepDir === undefined
if (!inMemory) mkdirSync(keepDir, { recursive: true })
const file = (name) => (inMemory ? name : join(keepDir, name))

const host = '127.0.0.1'
const shared = { keepAliveSeconds: 60, loose: true, anyVersion: true }
const tables = new TableServer(
  new TableConfiguration(
    host,
    0,
    shared.keepAliveSeconds,
    file('tables.json'),
    false,
    false,
    undefined,
    undefined,
    shared.loose,
    shared.anyVersion,
    '',
    '',
    '',
    '',
    false,
    inMemory,
  ),
)
const placesIn = (folder) => [{ locationId: 'Default', locationPath: file(folder), maxConcurrency: 50 }]
const queues = new QueueServer(
  new QueueConfiguration(
    host,
    0,
    shared.keepAliveSeconds,
    file('queues.json'),
    file('queue-extents.json'),
    placesIn('queue-extents'),
    false,
    undefined,
    false,
    undefined,
    shared.loose,
    shared.anyVersion,
    '',
    '',
    '',
    '',
    false,
    inMemory,
  ),
)

const blobs = new BlobServer(
  new BlobConfiguration(
    host,
    0,
    shared.keepAliveSeconds,
    file('blobs.json'),
    file('blob-extents.json'),
    placesIn('blob-extents'),
    false,
    undefined,
    false,
    undefined,
    shared.loose,
    shared.anyVersion,
    '',
    '',
    '',
    '',
    false,
    inMemory,
  ),
)

async function stop() {
  await Promise.allSettled([tables.close(), queues.close(), blobs.close()])
  process.exit(0)
}

await Promise.all([tables.start(), queues.start(), blobs.start()])
process.on('SIGTERM', stop)
process.on('SIGINT', () => {}) // Ctrl-C reaches the whole group: the parent closes us when it has finished with us
process.on('disconnect', stop)
process.send?.({ tables: tables.getHttpServerAddress(), queues: queues.getHttpServerAddress(), blobs: blobs.getHttpServerAddress() })
