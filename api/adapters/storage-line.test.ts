import { expect, onTestFinished, test } from 'vitest'
import { Unavailable } from '../ports/unavailable.ts'
import type { Exchanged } from '../ports/outcomes.ts'
import { everyPortAt, someRow } from './testing/every-port.ts'
import { overLine } from './storage-line.ts'
import { recordedService, type Answered, type Asked } from './testing/recorded-service.ts'

/*
 * Storage is untrusted input like any other: nothing of it is read past 2 MiB, whichever of Azure's clients asks.
 */

async function storage(answer: (asked: Asked) => Answered) {
  const service = await recordedService(answer)
  onTestFinished(() => service.close())
  const noted: Exchanged[] = []
  return { service, noted, ports: everyPortAt(service.url, { of: () => (exchanged) => void noted.push(exchanged) }) }
}

const hint = { kind: 'look-at-session', council: 'thamesbrook', session: 's-1' } as const

test.each([
  ['a row', 'read', ({ tables }) => tables.get(someRow.pk, 'r')],
  ['a page of rows', 'read', ({ tables }) => tables.range(someRow.pk, 'a', 'b')],
  ['the answer to a write', 'write', ({ tables }) => tables.commit(someRow.pk, [{ insert: 'r', data: 1 }])],
  ['hints', 'read', ({ hints }) => hints.take()],
  ['the answer to a hint', 'write', ({ hints }) => hints.post(hint)],
  ['a list of blobs', 'read', ({ anchors }) => anchors.all(someRow.council)],
] as const satisfies readonly (readonly [string, string, (ports: ReturnType<typeof everyPortAt>) => Promise<unknown>])[])(
  '%s that never ends is an outage, and is read no further than the limit',
  async (_, call, make) => {
    const { ports, noted } = await storage(({ method }) => (method === 'HEAD' ? { status: 200 } : 'endless'))
    await expect(make(ports)).rejects.toThrow(Unavailable)
    const failed = noted.filter(({ became }) => became !== 'done')
    expect(failed[0]).toMatchObject({ call, became: call === 'read' ? 'again' : 'unknown' })
  },
)

test('a page of rows so large that it is past the limit is asked for again with fewer, and none is left out', async () => {
  const all = Array.from({ length: 12 }, (_, index) => `r${String(index).padStart(2, '0')}`)
  const row = (rk: string) => ({ PartitionKey: 'p', RowKey: rk, 'odata.etag': 'W/"1"', op: 'o', d0: JSON.stringify('x'.repeat(400_000)) })
  const { ports, service } = await storage(({ path }) => {
    const query = new URL(`http://storage${path}`).searchParams
    const from = Number(query.get('NextRowKey') ?? 0)
    const top = Number(query.get('$top'))
    const more = from + top < all.length
    const headers = { 'x-ms-continuation-NextPartitionKey': 'p', 'x-ms-continuation-NextRowKey': String(from + top) }
    return { status: 200, json: { value: all.slice(from, from + top).map(row) }, ...(more ? { headers } : {}) }
  })
  expect((await ports.tables.range(someRow.pk, 'a', 'z', 30)).map(({ rk }) => rk)).toEqual(all)
  const sizes = service.asked.map(({ path }) => new URL(`http://storage${path}`).searchParams.get('$top'))
  expect(sizes.slice(0, 2)).toEqual(['31', '4'])
})

test.each([
  ['403', { status: 403 }, 'stopped'],
  ['404 of the table', { status: 404, json: { 'odata.error': { code: 'TableNotFound' } } }, 'stopped'],
  ['404 of the row', { status: 404, json: { 'odata.error': { code: 'ResourceNotFound' } } }, 'done'],
  ['400', { status: 400 }, 'final'],
  ['503', { status: 503 }, 'again'],
  ['a page of HTML', { status: 200, text: '<html>Sign in', type: 'text/html' }, 'again'],
] as const)('%s is counted as it is classed', async (_, answered, became) => {
  const { ports, noted } = await storage(() => answered)
  await ports.tables.get(someRow.pk, 'r').catch(() => undefined)
  expect(noted[0]).toEqual({ call: 'read', became, status: answered.status })
})

test.each([
  [200, 'application/json', 1],
  [200, 'text/html', 0],
  [404, 'application/json', 0],
  [429, 'text/html', 0],
  [503, 'text/html', 0],
] as const)('a date that came with %i as %s is gone by only if it is that of a success of storage’s own', async (status, type, times) => {
  const heard: unknown[] = []
  const headers = new Map([
    ['content-type', type],
    ['date', 'Mon, 19 Oct 2026 12:00:00 GMT'],
  ])
  const clock = { mono: () => 7, heard: (...said: unknown[]) => void heard.push(said) }
  const line = { note: () => undefined, clock, isOwn: () => type === 'application/json' }
  await overLine({ method: 'GET', url: 'https://storage.example/t()' }, async () => ({ status, headers }), line).catch(() => undefined)
  expect(heard).toEqual(Array.from({ length: times }, () => ['Mon, 19 Oct 2026 12:00:00 GMT', 7]))
})
