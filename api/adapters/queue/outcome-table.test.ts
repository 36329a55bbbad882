import { afterEach, describe, expect, test } from 'vitest'
import { Unavailable } from '../../ports/unavailable.ts'
import { storageAt } from '../tables/testing.ts'
import { deadLines } from '../testing/lines.ts'
import { doubtful } from '../testing/recorded-answers.ts'
import { recordedService, type Answered, type Asked } from '../testing/recorded-service.ts'
import { createAzureQueue } from './azure-queue.ts'
import { messageOf } from './message.ts'

/*
 * reliability.md §14, "Queue receive" and "Queue delete", through Azure's own client. The worker asks again: nothing here does.
 */

const closing: (() => Promise<void>)[] = []
afterEach(() => Promise.all(closing.splice(0).map((close) => close())))

const look = { kind: 'look-at-session', council: 'thamesbrook', session: 's-1' } as const
const queueAt = (url: string) => createAzureQueue({ connectionString: storageAt(url), name: 'hints' })
async function storage(answer: (asked: Asked) => Answered) {
  const service = await recordedService(answer)
  closing.push(() => service.close())
  return { service, queue: queueAt(service.url) }
}

const refusal = (status: number, code: string): Answered => ({
  status,
  text: `<?xml version="1.0"?><Error><Code>${code}</Code><Message>words that change</Message></Error>`,
  type: 'application/xml',
  headers: { 'x-ms-error-code': code },
})
const when = 'Thu, 22 Oct 2026 17:30:00 GMT'
const received = (text: string, count = 1): Answered => ({
  status: 200,
  type: 'application/xml',
  text:
    `<?xml version="1.0"?><QueueMessagesList><QueueMessage><MessageId>m1</MessageId><InsertionTime>${when}</InsertionTime>` +
    `<ExpirationTime>${when}</ExpirationTime><PopReceipt>r1</PopReceipt><TimeNextVisible>${when}</TimeNextVisible>` +
    `<DequeueCount>${count}</DequeueCount><MessageText>${text}</MessageText></QueueMessage></QueueMessagesList>`,
})
const quick = doubtful.filter(([row]) => row !== 'never answered')

describe('Queue receive', () => {
  test.each([...quick, ['503', refusal(503, 'ServerBusy')] as const, ['403', refusal(403, 'AuthenticationFailed')] as const])(
    '%s: an outage, after one request',
    async (_, answered) => {
      const { queue, service } = await storage(() => answered)
      await expect(queue.take()).rejects.toThrow(Unavailable)
      expect(service.asked).toHaveLength(1)
    },
  )

  test.each([
    { count: 5, said: { kind: 'hint', hint: look } },
    { count: 6, said: { kind: 'poisoned', because: 'received-too-often', hint: look } },
  ])('a message received $count times is a $said.kind, and deleted by nobody yet', async ({ count, said }) => {
    const { queue, service } = await storage(() => received(messageOf(look), count))
    expect(await queue.take()).toMatchObject([said])
    expect(service.asked).toHaveLength(1)
  })

  test.each(Object.entries(deadLines))('%s: an outage', async (_, open) => {
    const line = await open()
    closing.push(() => line.close())
    await expect(queueAt(line.url).take()).rejects.toThrow(Unavailable)
    await expect(queueAt(line.url).post(look)).rejects.toThrow(Unavailable)
  })
})

describe('Queue delete', () => {
  const deleting = async (answered: Answered) => {
    const { queue, service } = await storage(({ method }) => (method === 'DELETE' ? answered : received(messageOf(look))))
    const [taken] = await queue.take()
    const deletes = () => service.asked.filter(({ method }) => method === 'DELETE').length
    return { done: async () => taken?.done(), deletes }
  }

  test.each([
    ['204', { status: 204 }],
    ['404', refusal(404, 'MessageNotFound')],
    ['400 PopReceiptMismatch', refusal(400, 'PopReceiptMismatch')],
  ] as const)('%s: it is no longer ours, which is fine', async (_, answered) => {
    const { done, deletes } = await deleting(answered)
    await expect(done()).resolves.toBeUndefined()
    expect(deletes()).toBe(1)
  })

  test.each([
    ['503', refusal(503, 'ServerBusy')],
    ['400 of another kind', refusal(400, 'InvalidQueryParameterValue')],
    ['reset', 'reset'],
  ] as const)('%s: an outage, after one request; it comes again', async (_, answered) => {
    const { done, deletes } = await deleting(answered)
    await expect(done()).rejects.toThrow(Unavailable)
    expect(deletes()).toBe(1)
  })
})
