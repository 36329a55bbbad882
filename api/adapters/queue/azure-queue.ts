import { QueueClient, type DequeuedMessageItem } from '@azure/storage-queue'
import { z } from 'zod'
import type { Hints } from '../../ports/queue.ts'
import { Unavailable } from '../../ports/unavailable.ts'
import type { StorageCredential } from '../tables/azure-tables.ts'
import { hiddenSeconds, messageOf, mostAtOnce, saidBy } from './message.ts'

export type AzureQueueOptions = {
  readonly name: string
  /** Seconds for which what was received is hidden from others; two minutes without it. */
  readonly hiddenFor?: number
} & ({ readonly connectionString: string } | { readonly endpoint: string; readonly credential: StorageCredential })

const callLimit = 10_000

/** Azure Queues as hints. Nothing is tried again here: whoever asks for hints asks again, and what is due is found without them. */
export function createAzureQueue(options: AzureQueueOptions): Hints & { ensure(): Promise<void> } {
  const client = clientFor(options)
  const visibilityTimeout = options.hiddenFor ?? hiddenSeconds
  return {
    async ensure() {
      await asUnavailable(() => client.createIfNotExists({ abortSignal: limit() }))
    },
    async post(hint) {
      const message = messageOf(hint)
      await asUnavailable(() => client.sendMessage(message, { abortSignal: limit() }))
    },
    async take() {
      const received = await asUnavailable(() =>
        client.receiveMessages({ numberOfMessages: mostAtOnce, visibilityTimeout, abortSignal: limit() }),
      )
      // For a page of HTML with success for its status the client says that there is nothing (measured, 12.32.0).
      // oxlint-disable-next-line no-underscore-dangle -- the only name under which the client gives the text
      if (!received._response.bodyAsText.includes('<QueueMessagesList'))
        throw new Unavailable('storage', 'an answer that is not of storage')
      return received.receivedMessageItems.map((message) => ({
        ...saidBy(message.messageText, message.dequeueCount),
        done: async () => remove(client, message),
      }))
    },
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
  const settings = { retryOptions: { maxTries: 1, tryTimeoutInMs: callLimit } }
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
