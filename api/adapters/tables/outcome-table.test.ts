import { afterEach, describe, expect, test } from 'vitest'
import { Unavailable } from '../../ports/unavailable.ts'
import { partitionForTests } from '../../stores/keys.ts'
import { deadLines } from '../testing/lines.ts'
import { doubtful } from '../testing/recorded-answers.ts'
import { recordedService, type Answered, type Asked } from '../testing/recorded-service.ts'
import { createAzureTables } from './azure-tables.ts'
import { storageAt } from './testing.ts'

/*
 * reliability.md §14, "Table read" and "Table write", through Azure's own client: the class of every row, and how many requests it makes.
 * One that is never answered is asked twice, for ten and twenty seconds: surely.test.ts proves it without waiting.
 */

const closing: (() => Promise<void>)[] = []
afterEach(() => Promise.all(closing.splice(0).map((close) => close())))

const pk = partitionForTests('outcomes')
const tablesAt = (url: string) => createAzureTables({ connectionString: storageAt(url), prefix: 'o', allowInsecure: true })
async function storage(answer: (asked: Asked, number: number) => Answered) {
  let number = 0
  const service = await recordedService((asked) => answer(asked, (number += 1)))
  closing.push(() => service.close())
  const asked = (method: string) => service.asked.filter((each) => each.method === method)
  return { service, tables: tablesAt(service.url), asked }
}

const refusal = (status: number, code: string): Answered => ({
  status,
  json: { 'odata.error': { code, message: { lang: 'en-US', value: 'words that change' } } },
})
const row = (op: string, rk = 'r') => ({ PartitionKey: pk.key, RowKey: rk, 'odata.etag': 'W/"1"', op, d0: '{"is":"there"}' })
const entity: Answered = { status: 200, json: row('theirs') }
const inserted: Answered = { status: 204, headers: { etag: 'W/"1"' } }
/** A status that no write of ours meets and every reading understands. */
const passing: readonly (readonly [name: string, answered: Answered])[] = [
  ...doubtful.filter(([name]) => name !== 'never answered'),
  ['success, with JSON of somebody else', { status: 200, json: { ok: true } }],
  ['408', refusal(408, 'RequestTimeout')],
  ['429', { status: 429 }],
  ['500 OperationTimedOut', refusal(500, 'OperationTimedOut')],
  ['503 ServerBusy', refusal(503, 'ServerBusy')],
]

describe('Table read', () => {
  test.each(passing)('%s: three times, then an outage', async (_, answered) => {
    const { tables, service } = await storage(() => answered)
    await expect(tables.get(pk, 'r')).rejects.toMatchObject({ name: 'Unavailable', dependency: 'storage' })
    expect(service.asked).toHaveLength(3)
  })

  test.each(passing)('%s, and well the next time: read', async (_, answered) => {
    const { tables } = await storage((__, number) => (number === 1 ? answered : entity))
    expect((await tables.get(pk, 'r'))?.data).toEqual({ is: 'there' })
  })

  test('404 is an answer: there is no such row', async () => {
    const { tables, service } = await storage(() => refusal(404, 'ResourceNotFound'))
    expect(await tables.get(pk, 'r')).toBeUndefined()
    expect(service.asked).toHaveLength(1)
  })

  test.each([
    ['403', refusal(403, 'AuthorizationFailure')],
    ['404 of the table', refusal(404, 'TableNotFound')],
    ['404 of a proxy', { status: 404, text: '<html>Not found', type: 'text/html' }],
    ['400', refusal(400, 'InvalidInput')],
  ] as const)('%s: storage is out of order, and is not asked again', async (_, answered) => {
    const { tables, service } = await storage(() => answered)
    await expect(tables.get(pk, 'r')).rejects.toThrow(Unavailable)
    expect(service.asked).toHaveLength(1)
  })

  test('an empty page with a continuation goes on to the end', async () => {
    const next = { 'x-ms-continuation-NextPartitionKey': 'p', 'x-ms-continuation-NextRowKey': 'r' }
    const { tables, service } = await storage((_, number) => {
      const value = number === 2 ? [row('a', 'a')] : number === 4 ? [row('b', 'b')] : []
      return { status: 200, json: { value }, ...(number < 5 ? { headers: next } : {}) }
    })
    expect((await tables.range(pk, '', '~')).map(({ rk }) => rk)).toEqual(['a', 'b'])
    expect(service.asked).toHaveLength(5)
    expect(service.asked[1]?.path).toContain('NextPartitionKey=p')
  })

  test.each(passing)('a page that met %s is read again, and those before it are not', async (_, answered) => {
    const next = { 'x-ms-continuation-NextPartitionKey': 'p', 'x-ms-continuation-NextRowKey': 'r' }
    const { tables, service } = await storage((__, number) => {
      if (number === 1) return { status: 200, json: { value: [row('a', 'a')] }, headers: next }
      return number === 2 ? answered : { status: 200, json: { value: [row('b', 'b')] } }
    })
    expect((await tables.range(pk, '', '~')).map(({ rk }) => rk)).toEqual(['a', 'b'])
    expect(service.asked).toHaveLength(3)
  })
})

describe('Table write', () => {
  const insert = [{ insert: 'r', data: { is: 'there' } }]
  const two = [...insert, { insert: 's', data: 1 }]
  /** Storage that may keep what it was sent, whatever it answers. */
  const keeping = (answered: Answered, keeps: boolean) => {
    let op: string | undefined
    return storage(({ method, body }) => {
      if (method === 'GET') return { status: 200, json: { value: op === undefined ? [] : [row(op)] } }
      const sent = /"op":"([^"]+)"/.exec(body)?.[1]
      if (keeps) op ??= sent
      return answered
    })
  }

  test.each(passing)('%s, although it was kept: found by its mark, so it is saved', async (_, answered) => {
    for (const ops of [insert, two]) {
      const { tables, asked } = await keeping(answered, true)
      expect(await tables.commit(pk, ops)).toBe('saved')
      expect(asked('POST')).toHaveLength(3)
    }
  })

  test.each(passing)('%s, and nothing of it is there: an outage, after three tries with one mark', async (_, answered) => {
    const { tables, asked } = await keeping(answered, false)
    await expect(tables.commit(pk, insert)).rejects.toMatchObject({ name: 'Unavailable', dependency: 'storage' })
    expect(asked('POST')).toHaveLength(3)
    expect(new Set(asked('POST').map(({ body }) => /"op":"([^"]+)"/.exec(body)?.[1])).size).toBe(1)
    expect(asked('GET')).toHaveLength(1)
  })

  test.each(passing)('%s, then 409: ours where the mark is ours, else somebody else’s', async (_, answered) => {
    for (const ours of [true, false]) {
      let op = 'theirs'
      const { tables, asked } = await storage(({ method, body }, number) => {
        if (method === 'GET') return { status: 200, json: { value: [row(op)] } }
        if (ours) op = /"op":"([^"]+)"/.exec(body)?.[1] ?? ''
        return number === 1 ? answered : refusal(409, 'EntityAlreadyExists')
      })
      expect(await tables.commit(pk, insert)).toBe(ours ? 'saved' : 'exists')
      expect(asked('POST')).toHaveLength(2)
    }
  })

  test.each([
    ['409', refusal(409, 'EntityAlreadyExists'), 'exists'],
    ['412', refusal(412, 'UpdateConditionNotSatisfied'), 'stale'],
    ['404 of the row', refusal(404, 'ResourceNotFound'), 'stale'],
  ] as const)('%s is an answer, once it is seen that it is not our own doing', async (_, answered, outcome) => {
    const { tables, service, asked } = await keeping(answered, false)
    expect(await tables.commit(pk, [{ replace: 'r', data: 1, etag: 'W/"0"' }])).toBe(outcome)
    expect(service.asked).toHaveLength(2)
    expect(asked('GET')).toHaveLength(1)
  })

  test.each([
    ['413', { status: 413 }],
    ['EntityTooLarge', refusal(400, 'EntityTooLarge')],
    ['PropertyValueTooLarge', refusal(400, 'PropertyValueTooLarge')],
  ] as const)('%s is a mistake of ours and no outage: it is not sent again', async (_, answered) => {
    const { tables, service } = await storage(() => answered)
    await expect(tables.commit(pk, insert)).rejects.toThrow(RangeError)
    expect(service.asked).toHaveLength(1)
  })

  test.each([
    ['403', refusal(403, 'AuthorizationFailure')],
    ['404 of the table', refusal(404, 'TableNotFound')],
  ] as const)('%s: storage is out of order, and is not asked again', async (_, answered) => {
    const { tables, service } = await storage(() => answered)
    await expect(tables.commit(pk, insert)).rejects.toThrow(Unavailable)
    expect(service.asked).toHaveLength(1)
  })

  test.each(Object.entries(deadLines))('%s: an outage of storage', async (_, open) => {
    const line = await open()
    closing.push(() => line.close())
    await expect(tablesAt(line.url).commit(pk, insert)).rejects.toMatchObject({ name: 'Unavailable', dependency: 'storage' })
  })

  test('a single insert that is taken is one request', async () => {
    const { tables, service } = await storage(() => inserted)
    expect(await tables.commit(pk, insert)).toBe('saved')
    expect(service.asked).toHaveLength(1)
  })
})
