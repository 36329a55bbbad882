import { QueueClient, type DequeuedMessageItem } from '@azure/storage-queue'
import { z } from 'zod'
import type { Hint, Hints } from '../../ports/queue.ts'
import { Unavailable } from '../../ports/unavailable.ts'
import type { StorageCredential } from '../tables/azure-tables.ts'
import { asciiJson } from '../ascii-json.ts'

export type AzureQueueOptions = {
  readonly name: string
  /** Told of a message that could not be handled five times, before it is deleted: every hint has its due pointer, so no work is lost. */
  readonly onPoison: (messageId: string) => void
} & ({ readonly connectionString: string } | { readonly endpoint: string; readonly credential: StorageCredential })

const callLimit = 10_000
const hiddenSeconds = 120
const mostReceived = 5

const id = z.string().max(100)
const hintSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('sync-mailbox'), council: id, mailbox: id }),
  z.object({ kind: z.literal('look-at-session'), council: id, session: id }),
  z.object({ kind: z.literal('discharge'), council: id, session: id, duty: id }),
  z.object({ kind: z.literal('run-job'), council: id, job: id }),
  z.object({ kind: z.literal('relay-audit'), council: id, source: id }),
])

/** Azure Queues as hints: base64 of ASCII JSON, since a control character would make the whole receive come back empty. */
export function createAzureQueue(options: AzureQueueOptions): Hints & { ensure(): Promise<void> } {
  const client = clientFor(options)
  return {
    async ensure() {
      await asUnavailable(() => client.createIfNotExists({ abortSignal: limit() }))
    },
    async post(hint) {
      await asUnavailable(() => client.sendMessage(Buffer.from(asciiJson(hint)).toString('base64'), { abortSignal: limit() }))
    },
    async take() {
      const received = await asUnavailable(() =>
        client.receiveMessages({ numberOfMessages: 32, visibilityTimeout: hiddenSeconds, abortSignal: limit() }),
      )
      const taken = await Promise.all(received.receivedMessageItems.map(async (message) => open(client, message, options.onPoison)))
      return taken.filter((each) => each !== undefined)
    },
  }
}

async function open(client: QueueClient, message: DequeuedMessageItem, onPoison: AzureQueueOptions['onPoison']) {
  const hint = read(message.messageText)
  if (hint && message.dequeueCount <= mostReceived) return { hint, done: async () => remove(client, message) }
  onPoison(message.messageId)
  await remove(client, message)
  return undefined
}

function read(text: string): Hint | undefined {
  try {
    return hintSchema.parse(JSON.parse(Buffer.from(text, 'base64').toString('ascii')))
  } catch {
    return undefined // not a hint of ours: told to `onPoison` and deleted by the caller
  }
}

/** A message that is gone or that somebody else has received since is no longer ours to delete: both are fine. */
async function remove(client: QueueClient, message: DequeuedMessageItem): Promise<void> {
  try {
    await client.deleteMessage(message.messageId, message.popReceipt, { abortSignal: limit() })
  } catch (fault) {
    const { statusCode, code } = errorParts.parse(fault)
    if (statusCode !== 404 && code !== 'PopReceiptMismatch') throw new Unavailable('storage', code ?? 'no answer', { cause: fault })
  }
}

const errorParts = z.looseObject({ statusCode: z.number().optional(), code: z.string().optional() }).catch({})

function clientFor(options: AzureQueueOptions): QueueClient {
  const settings = { retryOptions: { maxTries: 2, tryTimeoutInMs: callLimit } }
  if ('connectionString' in options) return new QueueClient(options.connectionString, options.name, settings)
  return new QueueClient(`${options.endpoint}/${options.name}`, options.credential, settings)
}

function limit(): AbortSignal {
  return AbortSignal.timeout(callLimit)
}

async function asUnavailable<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work()
  } catch (fault) {
    throw new Unavailable('storage', errorParts.parse(fault).code ?? 'no answer', { cause: fault })
  }
}
