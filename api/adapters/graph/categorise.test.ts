import { afterEach, describe, expect, test } from 'vitest'
import { Unavailable } from '../../ports/unavailable.ts'
import type { Answered } from '../testing/recorded-service.ts'
import { createCalendar } from './calendar.ts'
import { done, gone, json, officerMailbox, recordedGraph, signal } from './testing.ts'

const closing: (() => Promise<void>)[] = []
afterEach(() => Promise.all(closing.splice(0).map((close) => close())))

/** A category for an appointment with these, whose change is answered so. */
async function put(reading: Answered, writing: Answered) {
  const { source, service } = await recordedGraph(({ method }) => (method === 'GET' ? reading : writing))
  closing.push(() => service.close())
  const outcome = createCalendar(source).categorise(officerMailbox, 'e=', 'Member training', signal)
  const written = () => service.asked.filter(({ method }) => method === 'PATCH').map(({ body }) => JSON.parse(body) as unknown)
  return { outcome, written, asked: service.asked }
}

const refusal = { status: 403, json: { error: { code: 'ErrorAccessDenied' } } }
const broken = { status: 500 }

describe('C1.1 a category', () => {
  test('is put beside those that the appointment has at that moment, whoever added them', async () => {
    const { outcome, written, asked } = await put(json({ categories: ['Red', 'Added meanwhile'] }), done)
    expect(await outcome).toEqual({ kind: 'done' })
    expect(written()).toEqual([{ categories: ['Red', 'Added meanwhile', 'Member training'] }])
    expect(asked[0]?.path).toContain('/events/e=?$select=categories')
  })

  test('that is there already is not written again, in whatever letters', async () => {
    const { outcome, written } = await put(json({ categories: ['member TRAINING '] }), done)
    expect(await outcome).toEqual({ kind: 'done' })
    expect(written()).toEqual([])
  })

  test.each<readonly [string, Answered, Answered, string]>([
    ['needed no more on an appointment that is gone', gone, done, 'done'],
    ['needed no more on one that went meanwhile', json({}), gone, 'done'],
    ['refused where we may not read', refusal, done, 'refused'],
    ['refused where we may not write', json({}), refusal, 'refused'],
    ['unknown where the reading breaks', broken, done, 'unknown'],
    ['unknown where what is read is something else', json({ categories: 'Red' }), done, 'unknown'],
    ['unknown where the writing breaks', json({}), broken, 'unknown'],
    ['unknown where something else is in the way', json({}), { status: 409 }, 'unknown'],
    ['unknown where the appointment changed under it', json({}), { status: 412 }, 'unknown'],
  ])('is %s', async (_what, reading, writing, kind) => {
    expect(await (await put(reading, writing)).outcome).toEqual({ kind })
  })

  test.each<readonly [string, Answered, Answered]>([
    ['reading', { status: 429, headers: { 'retry-after': '30' } }, done],
    ['writing', json({}), { status: 429, headers: { 'retry-after': '30' } }],
  ])('is asked for again later where Graph asks to wait with the %s', async (_what, reading, writing) => {
    const { outcome } = await put(reading, writing)
    await expect(outcome).rejects.toBeInstanceOf(Unavailable)
    await expect(outcome).rejects.toMatchObject({ retryAfterSeconds: 30 })
  })
})
