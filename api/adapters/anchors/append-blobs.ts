import { BlobServiceClient, newPipeline, type ContainerClient } from '@azure/storage-blob'
import { z } from 'zod'
import type { CouncilId } from '../../../domain/kernel/ids.ts'
import { callLimit } from '../../deadline.ts'
import type { Anchor, Anchors } from '../../ports/audit.ts'
import { untold, type Note } from '../../ports/outcomes.ts'
import { Unavailable } from '../../ports/unavailable.ts'
import { InjectorPolicyFactory } from '../storage-line.ts'
import type { StorageCredential } from '../tables/azure-tables.ts'

export type AppendBlobOptions = {
  /** Under a time-based immutability policy that allows appending, in the real account. */
  readonly container: string
  readonly note?: Note
} & ({ readonly connectionString: string } | { readonly endpoint: string; readonly credential: StorageCredential })

/** Milliseconds. */
const limit = 20_000
/** Years of one council's anchors. */
const mostBlobs = 120
/** Bytes: a year of nights is some sixty thousand. */
const largestBlob = 4_000_000

const anchorSchema = z.strictObject({
  at: z.iso.datetime(),
  month: z.string().regex(/^\d{6}$/),
  seq: z.int().positive(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
})

/** One append blob for each council and year, a line for each night. What is appended can be neither changed nor taken away. */
export function createAppendBlobs(options: AppendBlobOptions): Anchors {
  const { container, note = untold } = options
  // One try: an append whose reply was lost is done again by its caller, and a line that stands twice says the same twice.
  const { url, credential } =
    'connectionString' in options
      ? BlobServiceClient.fromConnectionString(options.connectionString)
      : { url: options.endpoint, credential: options.credential }
  const pipeline = newPipeline(credential, { retryOptions: { maxTries: 1 } })
  pipeline.factories.push(new InjectorPolicyFactory({ note }))
  const client = new BlobServiceClient(url, pipeline).getContainerClient(container)
  return {
    add: async (council, anchor) => asUnavailable(() => append(client, council, anchor)),
    async all(council) {
      const names = await asUnavailable(() => namesOf(client, council))
      const texts = await Promise.all(names.map(async (name) => asUnavailable(() => textOf(client, name))))
      const anchors = texts.flatMap((text) => text.split('\n').filter((line) => line !== '')).map(read)
      return anchors.toSorted((one, other) => (one.at < other.at ? -1 : 1))
    },
  }
}

async function append(client: ContainerClient, council: CouncilId, anchor: Anchor): Promise<void> {
  const blob = client.getAppendBlobClient(`${council}/${anchor.at.slice(0, 4)}.jsonl`)
  const line = `${JSON.stringify(anchorSchema.parse(anchor))}\n`
  const add = async () => blob.appendBlock(line, Buffer.byteLength(line), { abortSignal: callLimit(limit) })
  try {
    await add()
  } catch (fault) {
    if (!isNotThere(fault)) throw fault
    await client.createIfNotExists({ abortSignal: callLimit(limit) })
    await blob.createIfNotExists({ abortSignal: callLimit(limit), blobHTTPHeaders: { blobContentType: 'application/jsonl' } })
    await add()
  }
}

/** The first of a year, or of all. */
function isNotThere(fault: unknown): boolean {
  const { code = '' } = errorParts.parse(fault)
  return code === 'BlobNotFound' || code === 'ContainerNotFound'
}

async function namesOf(client: ContainerClient, council: CouncilId): Promise<readonly string[]> {
  if (!(await client.exists({ abortSignal: callLimit(limit) }))) return []
  const names: string[] = []
  for await (const { name } of client.listBlobsFlat({ prefix: `${council}/`, abortSignal: callLimit(limit) })) {
    names.push(name)
    if (names.length > mostBlobs) throw new RangeError('more anchors than a council can have')
  }
  return names.toSorted()
}

async function textOf(client: ContainerClient, name: string): Promise<string> {
  const blob = client.getBlobClient(name)
  const { contentLength = 0 } = await blob.getProperties({ abortSignal: callLimit(limit) })
  if (contentLength > largestBlob) throw new RangeError('a year of anchors is never so large')
  if (contentLength === 0) return ''
  const content = await blob.downloadToBuffer(0, contentLength, { abortSignal: callLimit(limit), maxRetryRequestsPerBlock: 0 })
  return content.toString('utf8')
}

function read(line: string): Anchor {
  try {
    return anchorSchema.parse(JSON.parse(line))
  } catch (cause) {
    throw new TypeError('an anchor cannot be read', { cause })
  }
}

const errorParts = z.looseObject({ code: z.string().optional() }).catch({})

async function asUnavailable<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work()
  } catch (fault) {
    if (fault instanceof RangeError || fault instanceof TypeError) throw fault
    throw new Unavailable('storage', errorParts.parse(fault).code ?? 'no answer', { cause: fault })
  }
}
