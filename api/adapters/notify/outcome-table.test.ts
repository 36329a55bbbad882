import { afterEach, describe, expect, test } from 'vitest'
import { deadLines } from '../testing/lines.ts'
import { classOf, doubtful, type Class } from '../testing/recorded-answers.ts'
import { recordedService, type Answered } from '../testing/recorded-service.ts'
import { createTexts } from './notify.ts'

/*
 * reliability.md §14 through Notify's own client: the class of every row, and that one call is one request.
 */

const closing: (() => Promise<void>)[] = []
afterEach(() => Promise.all(closing.splice(0).map((close) => close())))

const message = { key: 'thamesbrook~s1~d1', to: '+447700900142', body: 'Cancelled.' }
const textsAt = (url: string) =>
  createTexts({ url, apiKey: `a-name-${crypto.randomUUID()}-${crypto.randomUUID()}`, templateId: crypto.randomUUID() })
const patience = () => AbortSignal.timeout(300)

async function answering(answered: Answered) {
  const service = await recordedService(() => answered)
  closing.push(() => service.close())
  return { service, texts: textsAt(service.url) }
}
const error = (status: number, kind: string, words = 'words that change'): Answered => ({
  status,
  json: { status_code: status, errors: [{ error: kind, message: words }] },
})

describe('Notify POST', () => {
  const rows: readonly (readonly [row: string, answered: Answered, outcome: Class])[] = [
    ['201', { status: 201, json: { id: 'n1' } }, 'done'],
    ...doubtful.map(([row, answered]) => [row, answered, 'U: ask first'] as const),
    ['503', { status: 503, headers: { 'retry-after': '1' } }, 'U: ask first'],
    ['201 that says nothing', { status: 201, json: {} }, 'U: ask first'],
    ['400 for the number', error(400, 'ValidationError'), 'F: final'],
    ['400 for anything else', error(400, 'BadRequestError'), 'F: final'],
    ['403 for our clock', error(403, 'AuthError', 'Error: Your system clock must be accurate to within 30 seconds'), 'S: stop the lane'],
    ['403 for our key', error(403, 'AuthError', 'Invalid token: API key not found'), 'S: stop the lane'],
    ['429 RateLimitError', error(429, 'RateLimitError'), 'W: wait as told'],
    ['429 TooManyRequestsError', error(429, 'TooManyRequestsError'), 'S: stop the lane'],
  ]
  test.each(rows)('%s: one request', async (_, answered, outcome) => {
    const { texts, service } = await answering(answered)
    expect(classOf(await texts.send(message, patience()))).toBe(outcome)
    expect(service.asked).toHaveLength(1)
  })

  test('RateLimitError waits a minute, and TooManyRequestsError until midnight UTC', async () => {
    const [minute, day] = [await answering(error(429, 'RateLimitError')), await answering(error(429, 'TooManyRequestsError'))]
    expect(await minute.texts.send(message, patience())).toMatchObject({ afterSeconds: 60 })
    expect(await day.texts.send(message, patience())).toMatchObject({ untilUtcMidnight: true })
  })

  test.each(Object.entries(deadLines))('%s: nothing was sent', async (_, open) => {
    const line = await open()
    closing.push(() => line.close())
    expect(classOf(await textsAt(line.url).send(message, AbortSignal.timeout(5_000)))).toBe('R: again, nothing happened')
  })
})

describe('Notify GET by reference', () => {
  const listed = (...references: string[]): Answered => ({
    status: 200,
    json: { notifications: references.map((reference, index) => ({ id: `n${index}`, reference })), links: {} },
  })
  const rows: readonly (readonly [row: string, answered: Answered, finding: object])[] = [
    ['200 with one', listed(message.key), { kind: 'found', providerId: 'n0' }],
    ['200 with several', listed(message.key, message.key), { kind: 'found', twice: true }],
    ['200 with none', listed(), { kind: 'not-found' }],
    ...doubtful.map(([row, answered]) => [row, answered, { kind: 'unknown' }] as const),
    ['503', { status: 503 }, { kind: 'unknown' }],
    ['403', error(403, 'AuthError'), { kind: 'unknown' }],
    ['404', { status: 404 }, { kind: 'unknown' }],
    ['429', error(429, 'RateLimitError'), { kind: 'unknown' }],
  ]
  test.each(rows)('%s: one request', async (_, answered, finding) => {
    const { texts, service } = await answering(answered)
    expect(await texts.find(message.key, patience())).toMatchObject(finding)
    expect(service.asked).toHaveLength(1)
  })

  test.each(Object.entries(deadLines))('%s: nobody can say', async (_, open) => {
    const line = await open()
    closing.push(() => line.close())
    expect(await textsAt(line.url).find(message.key, AbortSignal.timeout(5_000))).toEqual({ kind: 'unknown' })
  })
})
