import { afterEach, describe, expect, test } from 'vitest'
import { ok } from '../../../domain/kernel/result.ts'
import { instant } from '../../../domain/kernel/time.ts'
import { aPersonId } from '../../../domain/testing/builders.ts'
import type { Conversation } from '../../ports/conversations.ts'
import { createTestClock } from '../../testing/clock.ts'
import { deadLines } from '../testing/lines.ts'
import { classOf, doubtful, type Class } from '../testing/recorded-answers.ts'
import { recordedService, type Answered, type Asked } from '../testing/recorded-service.ts'
import { connectorCards } from './cards.ts'

/*
 * reliability.md §14, "Bot POST", and the PUT by which a card is edited, through the Teams SDK's own client.
 */

const closing: (() => Promise<void>)[] = []
afterEach(() => Promise.all(closing.splice(0).map((close) => close())))

const to = aPersonId(901)
const message = { card: { type: 'AdaptiveCard' }, text: 'Four of six are coming.' }
const patience = () => AbortSignal.timeout(400)

function cardsAt(url: string, known = true) {
  const kept = new Map<string, Conversation>()
  const conversation = { personId: to, conversationId: 'a:1', serviceUrl: url, state: 'installed' } as const
  if (known) kept.set(to, conversation)
  return connectorCards({
    tenantId: crypto.randomUUID(),
    botClientId: crypto.randomUUID(),
    serviceUrl: url,
    serviceHosts: [new URL(url).host],
    token: async () => ok('token'),
    conversations: { find: async (person) => kept.get(person), keep: async (each) => void kept.set(each.personId, each) },
    clock: createTestClock(instant('2026-10-15T08:00:00Z')),
  })
}

async function answering(answer: (asked: Asked) => Answered, known?: boolean) {
  const service = await recordedService(answer)
  closing.push(() => service.close())
  return { service, cards: cardsAt(service.url, known) }
}
const error = (status: number, code: string): Answered => ({ status, json: { error: { code } } })
const busy = (retryAfter?: string): Answered => ({ status: 429, ...(retryAfter ? { headers: { 'retry-after': retryAfter } } : {}) })

type Row = [row: string, answered: Answered, outcome: Class, requests?: number]
const rows: readonly Row[] = [
  ['200', { status: 200, json: { id: 'a1' } }, 'done'],
  ['201', { status: 201, json: { id: 'a1' } }, 'done'],
  ['400', error(400, 'BadSyntax'), 'F: final'],
  ['401: a new token once', { status: 401 }, 'S: stop the lane', 2],
  ['403 blocked', error(403, 'MessageWritesBlocked'), 'F: final'],
  ['403 not installed', error(403, 'ForbiddenOperationException'), 'F: final'],
  ['404', { status: 404 }, 'F: final'],
  ['412', { status: 412 }, 'U: ask first'],
  ['429 with Retry-After', busy('7'), 'W: wait as told'],
  ['429 without', busy(), 'W: wait as told'],
  ['503', { status: 503 }, 'U: ask first'],
]

describe('Bot POST', () => {
  const post: readonly Row[] = [...rows, ...doubtful.map(([row, answered]): Row => [row, answered, 'U: ask first'])]
  test.each(post)('%s', async (_, answered, outcome, requests = 1) => {
    const { cards, service } = await answering(() => answered)
    expect(classOf(await cards.send({ key: 'k', to, message }, patience()))).toBe(outcome)
    expect(service.asked).toHaveLength(requests)
  })

  test.each([
    ['7', 7],
    ['1.75', 2],
    ['0', 0],
    ['Thu, 01 Jan 1970 00:00:05 GMT', 0], // a moment that has come
    ['7200', 7200],
    ['soon', 30],
    [undefined, 30],
  ])('429 with Retry-After %s waits %i seconds', async (retryAfter, afterSeconds) => {
    const { cards } = await answering(() => busy(retryAfter))
    expect(await cards.send({ key: 'k', to, message }, patience())).toMatchObject({ kind: 'later', afterSeconds })
  })

  test.each(Object.entries(deadLines))('%s: nothing was sent', async (_, open) => {
    const line = await open()
    closing.push(() => line.close())
    const sending = await cardsAt(line.url).send({ key: 'k', to, message }, AbortSignal.timeout(5_000))
    expect(classOf(sending)).toBe('R: again, nothing happened')
  })

  test.each([...doubtful, ['412', { status: 412 }] as const])(
    'beginning a conversation met %s: nobody was shown anything, so it is simply again, and no card went out',
    async (_, answered) => {
      const { cards, service } = await answering(() => answered, false)
      expect(classOf(await cards.send({ key: 'k', to, message }, patience()))).toBe('R: again, nothing happened')
      expect(service.asked.map(({ path }) => path)).toEqual(['/v3/conversations'])
    },
  )
})

describe('Bot PUT', () => {
  const unreadable = new Set(['success, with a page of HTML', 'success, with JSON that breaks off'])
  const put: readonly Row[] = [
    ...rows,
    // What an edit answers says nothing that is needed: its status alone is looked at.
    ...doubtful.map(([row, answered]): Row => [row, answered, unreadable.has(row) ? 'done' : 'U: ask first']),
  ]
  test.each(put)('%s', async (_, answered, outcome, requests = 1) => {
    const { cards, service } = await answering(() => answered)
    expect(classOf(await cards.update({ providerId: 'a1', to, message }, patience()))).toBe(outcome)
    expect(service.asked).toHaveLength(requests)
    expect(service.asked[0]).toMatchObject({ method: 'PUT', path: '/v3/conversations/a:1/activities/a1' })
  })
})
