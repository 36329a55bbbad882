import { QueueClient, newPipeline, type DequeuedMessageItem } from '@azure/storage-queue'
import { z } from 'zod'
import { callLimit } from '../../deadline.ts'
import { untold, type Note } from '../../ports/outcomes.ts'
import type { Hints } from '../../ports/queue.ts'
import { Unavailable } from '../../ports/unavailable.ts'
import { InjectorPolicyFactory, type StorageAnswer } from '../storage-line.ts'
import type { StorageCredential } from '../tables/azure-tables.ts'
import { hiddenSeconds, messageOf, mostAtOnce, saidBy } from './message.ts'

export type AzureQueueOptions = {
  readonly name: string
  /** Seconds for which what was received is hidden from others; two minutes without it. */
  readonly hiddenFor?: number
  readonly note?: Note
} & ({ readonly connectionString: string } | { readonly endpoint: string; readonly credential: StorageCredential })

/** Milliseconds. */
const limit = 10_000

/** Azure Queues as hints. Nothing is tried again here: whoever asks for hints asks again, and what is due is found without them. */
export function createAzureQueue(options: AzureQueueOptions): Hints & { ensure(): Promise<void> } {
  const client = clientFor(options)
  const visibilityTimeout = options.hiddenFor ?? hiddenSeconds
  return {
    async ensure() {
      await asUnavailable(() => client.createIfNotExists({ abortSignal: callLimit(limit) }))
    },
    async post(hint) {
      const message = messageOf(hint)
      await asUnavailable(() => client.sendMessage(message, { abortSignal: callLimit(limit) }))
    },
    async take() {
      const received = await asUnavailable(() =>
        client.receiveMessages({ numberOfMessages: mostAtOnce, visibilityTimeout, abortSignal: callLimit(limit) }),
      )
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
    await client.deleteMessage(message.messageId, message.popReceipt, { abortSignal: callLimit(limit) })
  } catch (fault) {
    const { statusCode, code } = errorParts.parse(fault)
    if (statusCode !== 404 && code !== 'PopReceiptMismatch') throw new Unavailable('storage', code ?? 'no answer', { cause: fault })
  }
}

const errorParts = z.looseObject({ statusCode: z.number().optional(), code: z.string().optional() }).catch({})

function clientFor(options: AzureQueueOptions): QueueClient {
  const { address, signer } =
    'connectionString' in options
      ? new Opened(options.connectionString, options.name)
      : { address: `${options.endpoint}/${options.name}`, signer: options.credential }
  const pipeline = newPipeline(signer, { retryOptions: { maxTries: 1, tryTimeoutInMs: limit } })
  pipeline.factories.push(new InjectorPolicyFactory({ note: options.note ?? untold, isOwn: isOwnAnswer }))
  return new QueueClient(address, pipeline)
}

/** A connection string as the client reads it: to give it a pipeline of ours, what it signs with is needed too. */
class Opened extends QueueClient {
  get signer() {
    return this.credential
  }
  get address() {
    return this.url
  }
}

/** For a page of HTML with success for its status the client says that there is nothing (measured, 12.32.0). */
function isOwnAnswer(method: string, path: string, { text }: StorageAnswer): boolean {
  return method !== 'GET' || !path.endsWith('/messages') || text.includes('<QueueMessagesList')
}

async function asUnavailable<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work()
  } catch (fault) {
    throw new Unavailable('storage', errorParts.parse(fault).code ?? 'no answer', { cause: fault })
  }
}
