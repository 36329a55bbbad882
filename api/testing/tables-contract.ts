import { beforeAll, describe, expect, test } from 'vitest'
import { partitionForTests } from '../stores/keys.ts'
import type { Op, Pk, Tables } from '../ports/tables.ts'

/** What every implementation of `Tables` promises. One suite, so that the double cannot be kinder than storage is. */
export function tablesContract(name: string, open: () => Promise<Tables>): void {
  describe(`Tables: ${name}`, () => {
    let tables: Tables
    let made = 0
    beforeAll(async () => {
      tables = await open()
    })
    const fresh = (): Pk => partitionForTests(`contract-${(made += 1)}`)

    reading(() => ({ tables, pk: fresh() }))
    writing(() => ({ tables, pk: fresh() }))
    racing(() => ({ tables, pk: fresh() }))
    refusing(() => ({ tables, pk: fresh() }))
  })
}

type Start = () => { readonly tables: Tables; readonly pk: Pk }

function inserts(count: number): Op[] {
  return Array.from({ length: count }, (_, index) => ({ insert: `r~${String(index).padStart(5, '0')}`, data: { index } }))
}

async function etagOf(tables: Tables, pk: Pk, rk: string): Promise<string> {
  const row = await tables.get(pk, rk)
  if (!row) throw new Error(`${rk} is not there`)
  return row.etag
}

function reading(start: Start): void {
  test('gives back what was written, whatever characters it holds', async () => {
    const { tables, pk } = start()
    const data = {
      words: 'Sgiliau cadeirio: y gwanwyn \u{1F331} \u0007 \uD83D "quoted"',
      list: [1, { deep: null }],
      long: 'ö'.repeat(20_000),
    }
    expect(await tables.commit(pk, [{ insert: 'h', data }])).toBe('saved')
    expect((await tables.get(pk, 'h'))?.data).toEqual(data)
  })

  test('gives nothing for a row that is not there', async () => {
    const { tables, pk } = start()
    expect(await tables.get(pk, 'h')).toBeUndefined()
    expect(await tables.range(pk, '', '~')).toEqual([])
  })

  test('keeps rows up to the limit, and refuses a longer one before sending it', async () => {
    const { tables, pk } = start()
    const longest = 'x'.repeat(419_998)
    expect(await tables.commit(pk, [{ insert: 'h', data: longest }])).toBe('saved')
    expect((await tables.get(pk, 'h'))?.data).toBe(longest)
    await expect(tables.commit(pk, [{ insert: 'i', data: `${longest}x` }])).rejects.toThrow(RangeError)
  })

  test('reads a range in order, with its first bound and without its last', async () => {
    const { tables, pk } = start()
    await tables.commit(
      pk,
      ['b', 'a', 'c', 'd'].map((rk) => ({ insert: rk, data: rk })),
    )
    expect((await tables.range(pk, 'a', 'd')).map((row) => row.rk)).toEqual(['a', 'b', 'c'])
    expect((await tables.first(pk, 'b', '~', 2)).map((row) => row.rk)).toEqual(['b', 'c'])
  })

  test('reads on over pages, and refuses to cut a range off silently', async () => {
    const { tables, pk } = start()
    for (let part = 0; part < 11; part += 1) await tables.commit(pk, inserts(1_100).slice(part * 100, part * 100 + 100))
    expect(await tables.range(pk, 'r~', 'r~~')).toHaveLength(1_100)
    expect(await tables.range(pk, 'r~', 'r~~', 1_100)).toHaveLength(1_100)
    await expect(tables.range(pk, 'r~', 'r~~', 1_099)).rejects.toThrow(RangeError)
    expect(await tables.first(pk, 'r~', 'r~~', 1_050)).toHaveLength(1_050)
  })

  test('reads fifteen hundred rows of which every other is dropped meanwhile: what stood throughout is there, once', async () => {
    const { tables, pk } = start()
    for (let part = 0; part < 15; part += 1) await tables.commit(pk, inserts(1_500).slice(part * 100, part * 100 + 100))
    const dropping = Array.from({ length: 15 }, async (_, part) => {
      const drops = Array.from({ length: 50 }, (__, index) => ({ drop: `r~${String(part * 100 + index * 2).padStart(5, '0')}` }))
      return tables.commit(pk, drops)
    })
    const [rows] = await Promise.all([tables.range(pk, 'r~', 'r~~'), ...dropping])
    const seen = rows.map(({ rk }) => rk)
    expect(seen).toEqual([...new Set(seen)].toSorted())
    expect(seen.filter((rk) => Number(rk.slice(2)) % 2 === 1)).toHaveLength(750)
  })

  test('keeps partitions apart', async () => {
    const { tables, pk } = start()
    const other = start().pk
    await tables.commit(pk, [{ insert: 'h', data: 1 }])
    expect(await tables.get(other, 'h')).toBeUndefined()
    expect(await tables.range(other, '', '~')).toEqual([])
  })
}

function writing(start: Start): void {
  test('inserts once: the second time it exists and stays as it was', async () => {
    const { tables, pk } = start()
    expect(await tables.commit(pk, [{ insert: 'h', data: 1 }])).toBe('saved')
    expect(await tables.commit(pk, [{ insert: 'h', data: 2 }])).toBe('exists')
    expect((await tables.get(pk, 'h'))?.data).toBe(1)
  })

  test('replaces only what was seen', async () => {
    const { tables, pk } = start()
    await tables.commit(pk, [{ insert: 'h', data: 1 }])
    const etag = await etagOf(tables, pk, 'h')
    expect(await tables.commit(pk, [{ replace: 'h', data: 2, etag }])).toBe('saved')
    expect(await tables.commit(pk, [{ replace: 'h', data: 3, etag }])).toBe('stale')
    expect((await tables.get(pk, 'h'))?.data).toBe(2)
  })

  test('calls a replacement of what is gone stale', async () => {
    const { tables, pk } = start()
    await tables.commit(pk, [{ insert: 'h', data: 1 }])
    const etag = await etagOf(tables, pk, 'h')
    await tables.commit(pk, [{ drop: 'h' }])
    expect(await tables.commit(pk, [{ replace: 'h', data: 2, etag }])).toBe('stale')
  })

  test('writes a transaction whole or not at all', async () => {
    const { tables, pk } = start()
    await tables.commit(pk, [{ insert: 'h', data: 1 }])
    const outcome = await tables.commit(pk, [
      { insert: 'a', data: 1 },
      { insert: 'h', data: 2 },
    ])
    expect(outcome).toBe('exists')
    expect(await tables.get(pk, 'a')).toBeUndefined()
  })

  test('removes only beside a guard that has not changed', async () => {
    const { tables, pk } = start()
    await tables.commit(pk, [
      { insert: 'h', data: 1 },
      { insert: 'i~m', data: 1 },
    ])
    const etag = await etagOf(tables, pk, 'h')
    const removal = { remove: 'i~m', guardedBy: 'h' }
    expect(await tables.commit(pk, [{ replace: 'h', data: 2, etag: 'W/"another"' }, removal])).toBe('stale')
    expect(await tables.get(pk, 'i~m')).toBeDefined()
    expect(await tables.commit(pk, [{ replace: 'h', data: 2, etag }, removal])).toBe('saved')
    expect(await tables.get(pk, 'i~m')).toBeUndefined()
  })

  test('puts and drops pointers as often as asked', async () => {
    const { tables, pk } = start()
    for (const data of [1, 2]) {
      const puts = [
        { put: 'p', data },
        { put: 'q', data },
      ]
      expect(await tables.commit(pk, puts)).toBe('saved')
    }
    expect((await tables.get(pk, 'p'))?.data).toBe(2)
    expect(await tables.commit(pk, [{ drop: 'p' }])).toBe('saved')
    expect(await tables.commit(pk, [{ drop: 'p' }])).toBe('saved')
    expect(await tables.commit(pk, [{ drop: 'p' }, { drop: 'q' }, { put: 's', data: 3 }])).toBe('saved')
    expect((await tables.range(pk, '', '~')).map((row) => row.rk)).toEqual(['s'])
  })
}

function racing(start: Start): void {
  test('lets one of twenty replacements win', async () => {
    const { tables, pk } = start()
    await tables.commit(pk, [{ insert: 'h', data: 'start' }])
    const etag = await etagOf(tables, pk, 'h')
    const tries = Array.from({ length: 20 }, async (_, index) => tables.commit(pk, [{ replace: 'h', data: index, etag }]))
    const outcomes = await Promise.all(tries)
    expect(outcomes.filter((outcome) => outcome === 'saved')).toHaveLength(1)
  })

  test('never gives an etag twice', async () => {
    const { tables, pk } = start()
    const etags = new Set<string>()
    await tables.commit(pk, [{ insert: 'h', data: 0 }])
    for (let turn = 0; turn < 10; turn += 1) {
      const etag = await etagOf(tables, pk, 'h')
      etags.add(etag)
      await tables.commit(pk, [{ replace: 'h', data: 0, etag }])
    }
    expect(etags.size).toBe(10)
  })
}

function refusing(start: Start): void {
  test.each([['a/b'], ['a?b'], ['a#b'], ['a\\b'], ['a%b'], ['é'], ['a b'], ['\u0001'], ['\u0085'], ['\uD83D'], [''], ['x'.repeat(513)]])(
    'refuses the key %j before any request',
    async (key) => {
      const { tables, pk } = start()
      await expect(tables.get(pk, key)).rejects.toThrow(RangeError)
      await expect(tables.commit(pk, [{ insert: key, data: 1 }])).rejects.toThrow(RangeError)
    },
  )

  test('takes 100 operations in a transaction and refuses 101, none, and a row named twice', async () => {
    const { tables, pk } = start()
    expect(await tables.commit(pk, inserts(100))).toBe('saved')
    await expect(tables.commit(start().pk, inserts(101))).rejects.toThrow(RangeError)
    await expect(tables.commit(pk, [])).rejects.toThrow(RangeError)
    await expect(tables.commit(pk, [{ drop: 'a' }, { put: 'a', data: 1 }])).rejects.toThrow(RangeError)
  })

  test('refuses a transaction that is over 4 MiB on its way, though every row of it is small enough', async () => {
    const { tables, pk } = start()
    const quotes = (rows: number): Op[] => Array.from({ length: rows }, (_, index) => ({ insert: `r~${index}`, data: '"'.repeat(200_000) }))
    expect(await tables.commit(pk, quotes(5))).toBe('saved')
    await expect(tables.commit(start().pk, quotes(6))).rejects.toThrow(RangeError)
  })

  test('refuses a removal without its guard, and pointers among guarded writes', async () => {
    const { tables, pk } = start()
    await expect(tables.commit(pk, [{ remove: 'a', guardedBy: 'h' }])).rejects.toThrow(RangeError)
    const mixed: Op[] = [
      { insert: 'a', data: 1 },
      { put: 'b', data: 1 },
    ]
    await expect(tables.commit(pk, mixed)).rejects.toThrow(RangeError)
  })
}
