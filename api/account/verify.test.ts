import * as fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { isSame } from '../../domain/kernel/same.ts'
import { thamesbrook } from '../../domain/testing/builders.ts'
import type { Anchor, ChainHead, ChainRow } from '../ports/audit.ts'
import { createChainReader } from '../stores/audit-chain.ts'
import { anAuditedCouncil } from '../testing/audited-council.ts'
import { copyOf, keyOf, readerOf, rowsOf, workedOutAnew, type ChainCopy } from '../testing/chain-copy.ts'
import { checked, hashOf, linked, originOf } from './audit.ts'
import { verifyChain, type Fault, type MonthRange } from './verify.ts'

/* A real chain of a council's autumn, and everything that somebody could do to it. */

let whole: ChainCopy
let anchors: readonly Anchor[]
let count: number

beforeAll(async () => {
  const { tables, anchors: anchored } = await anAuditedCouncil()
  whole = await copyOf(createChainReader({ council: thamesbrook, tables }))
  anchors = await anchored.all(thamesbrook)
  count = rowsOf(whole).length
}, 60_000)

async function verdictOn(copy: ChainCopy, range: MonthRange = {}) {
  return verifyChain({ chain: readerOf(copy), council: thamesbrook, anchors, range })
}

async function faultIn(copy: ChainCopy): Promise<Fault | undefined> {
  const verdict = await verdictOn(copy)
  return verdict.kind === 'broken' ? verdict.fault : undefined
}

function tampered(change: (copy: ChainCopy) => void): ChainCopy {
  const copy = structuredClone(whole)
  change(copy)
  return copy
}

const seqs = () => Array.from({ length: count }, (_, index) => index + 1)
const monthOf = (seq: number, copy = whole) => [...copy.months].find(([, { rows }]) => rows.has(keyOf(seq)))?.[0] ?? ''
const rowsWith = (copy: ChainCopy, seq: number) => copy.months.get(monthOf(seq, copy))?.rows ?? new Map<string, unknown>()
const rowAt = (seq: number): ChainRow => rowsWith(whole, seq).get(keyOf(seq)) as ChainRow
const headOf = (copy: ChainCopy, month: string) => copy.months.get(month)?.head as ChainHead
const lastMonth = () => [...whole.months.keys()].at(-1) ?? ''

/** The same value with one thing in it changed, taken away or added, in every way. */
function* alterations(value: unknown): Generator {
  if (typeof value === 'string') yield* [`${value}0`, value === '' ? 'x' : value.slice(1)]
  else if (typeof value === 'number') yield* [value + 1, value - 1]
  else if (Array.isArray(value)) yield* arrays(value)
  else if (typeof value === 'object' && value !== null) yield* objects(value as Record<string, unknown>)
}

function* arrays(value: readonly unknown[]): Generator {
  yield [...value, 'more']
  yield* value.map((_, index) => value.toSpliced(index, 1))
  for (const [index, part] of value.entries()) for (const other of alterations(part)) yield value.with(index, other)
}

function* objects(value: Readonly<Record<string, unknown>>): Generator {
  yield { ...value, extra: 1 }
  for (const [name, part] of Object.entries(value)) {
    yield Object.fromEntries(Object.entries(value).filter(([each]) => each !== name))
    for (const other of alterations(part)) yield { ...value, [name]: other }
  }
}

test('a chain that nobody has touched is sound, over several months, and agrees with its anchors', async () => {
  expect(whole.months.size).toBe(3)
  expect(count).toBeGreaterThan(30)
  expect(anchors.length).toBeGreaterThan(3)
  expect(await verdictOn(whole)).toMatchObject({ kind: 'sound', rows: count, months: 3, anchors: anchors.length })
})

describe('found, and the first bad row named:', { timeout: 60_000 }, () => {
  test('any property of any row altered, taken away or added', async () => {
    for (const seq of seqs()) {
      for (const other of alterations(rowAt(seq))) {
        const fault = await faultIn(tampered((copy) => rowsWith(copy, seq).set(keyOf(seq), other)))
        expect({ seq: fault?.seq, other }).toEqual({ seq, other })
      }
    }
  })

  test('any property of any head, and of where the chain begins', async () => {
    for (const [month, { head }] of whole.months) {
      for (const other of alterations(head)) {
        const changed = tampered((copy) => copy.months.set(month, { head: other, rows: copy.months.get(month)?.rows ?? new Map() }))
        expect({ fault: await faultIn(changed), other }).toMatchObject({ fault: { kind: 'bad-head', month } })
      }
    }
    for (const other of alterations(whole.beginning)) {
      expect(await faultIn(tampered((copy) => void (copy.beginning = other)))).toEqual({ kind: 'bad-beginning', seq: 1 })
    }
  })

  test('any row taken out', async () => {
    for (const seq of seqs()) {
      expect(await faultIn(tampered((copy) => rowsWith(copy, seq).delete(keyOf(seq))))).toMatchObject({ kind: 'missing-row', seq })
    }
  })

  test('any two rows in each other’s place', async () => {
    for (const one of seqs()) {
      for (const other of seqs().slice(one)) {
        const fault = await faultIn(
          tampered((copy) => {
            rowsWith(copy, one).set(keyOf(one), rowAt(other))
            rowsWith(copy, other).set(keyOf(other), rowAt(one))
          }),
        )
        expect(fault).toMatchObject({ kind: 'out-of-place', seq: one, says: other })
      }
    }
  })

  test('any row in the place of another, or standing twice', async () => {
    for (const seq of seqs()) {
      const other = (seq % count) + 1
      expect(await faultIn(tampered((copy) => rowsWith(copy, seq).set(keyOf(seq), rowAt(other))))).toMatchObject({ seq, says: other })
      const again = tampered((copy) => rowsWith(copy, count).set(keyOf(count + 1), rowAt(seq)))
      expect(await faultIn(again)).toMatchObject({ kind: 'after-the-head', seq: count + 1 })
      const beside = tampered((copy) => rowsWith(copy, seq).set(`${keyOf(seq)}-2`, rowAt(seq)))
      expect(await faultIn(beside)).toMatchObject({ kind: 'stranger', key: `${keyOf(seq)}-2` })
    }
  })

  test('a row put in at the end, rightly linked', async () => {
    const [forged] = linked(thamesbrook, rowAt(count), [{ source: 'members/forged', entry: { ...entryOf(rowAt(3)), action: 'forged' } }])
    expect(await faultIn(tampered((copy) => rowsWith(copy, count).set(keyOf(count + 1), forged)))).toMatchObject({
      kind: 'after-the-head',
      seq: count + 1,
    })
  })

  test('a row put in anywhere, with those behind it moved up', async () => {
    for (const seq of seqs().slice(0, -1)) {
      const moved = tampered((copy) => {
        const behind = rowsOf(copy).filter((row) => row.seq >= seq)
        for (const row of behind)
          rowsWith(copy, row.seq).set(keyOf(row.seq), row.seq === seq ? { ...row, source: 'forged' } : rowAt(row.seq - 1))
      })
      expect(await faultIn(moved)).toMatchObject({ kind: 'altered-row', seq })
    }
  })

  test('rows cut off at the end', async () => {
    for (const seq of rowsOf(whole).filter((row) => monthOf(row.seq) === lastMonth())) {
      const cut = tampered((copy) => cutAfter(copy, seq.seq - 1))
      expect(await faultIn(cut)).toMatchObject({ kind: 'missing-row', seq: seq.seq })
    }
  })

  test('rows cut off at the end and the head written anew, up to the last anchor', async () => {
    const anchored = anchors.at(-1)?.seq ?? 0
    for (const last of seqs().filter((seq) => seq < anchored)) {
      const cut = tampered((copy) => cutWithHead(copy, last))
      expect(await faultIn(cut)).toMatchObject({ kind: 'cut-off', seq: last + 1 })
    }
  })

  test('an old head put back', async () => {
    const month = lastMonth()
    const own = rowsOf(whole).filter((row) => monthOf(row.seq) === month)
    for (const { seq } of own.slice(0, -1)) {
      const back = tampered((copy) => setHead(copy, month, { ...headOf(copy, month), seq, hash: rowAt(seq).hash }))
      expect(await faultIn(back)).toMatchObject({ kind: 'after-the-head', seq: seq + 1 })
    }
  })

  test('a whole month taken away, its neighbours patched up or not', async () => {
    const months = [...whole.months.keys()]
    for (const [index, month] of months.entries()) {
      const first = Math.min(...rowsOf(whole).flatMap((row) => (monthOf(row.seq) === month ? [row.seq] : [])))
      expect(await faultIn(tampered((copy) => copy.months.delete(month)))).toMatchObject({ kind: 'missing-head', seq: first })
      const [before, after] = [months[index - 1], months[index + 1]]
      const patched = tampered((copy) => {
        copy.months.delete(month)
        if (before) setHead(copy, before, relinked(headOf(copy, before), { next: after }))
        if (after) setHead(copy, after, relinked(headOf(copy, after), { previous: before }))
        if (!before && after) copy.beginning = checked({ month: after })
      })
      const isAnchored = anchors.some(({ seq }) => seq >= first)
      expect({ month, seq: (await faultIn(patched))?.seq }).toEqual({ month, seq: isAnchored ? first : undefined })
    }
  })

  test('everything from a row on worked out anew, up to the last anchor', async () => {
    const anchored = anchors.at(-1)?.seq ?? 0
    for (const from of seqs().filter((seq) => seq <= anchored)) {
      const fault = await faultIn(workedOutAnew(whole, from, (row) => ({ ...row, action: 'something-else' })))
      expect(fault).toMatchObject({ kind: 'not-as-anchored' })
      if (fault?.kind !== 'not-as-anchored') return
      expect(fault.since).toBeLessThanOrEqual(from)
      expect(fault.seq).toBeGreaterThanOrEqual(from)
    }
  })

  test('the whole chain taken away', async () => {
    const gone: ChainCopy = { beginning: undefined, months: new Map() }
    expect(await faultIn(gone)).toMatchObject({ kind: 'cut-off', seq: 1 })
  })

  test('a fact that is told twice, and a row of another council, rightly linked', async () => {
    const entry = entryOf(rowAt(2))
    const twice = linked(thamesbrook, originOf(thamesbrook), [
      { source: 'members/a', entry },
      { source: 'members/b', entry },
      { source: 'members/a', entry },
    ])
    const rows = new Map(twice.map((row) => [keyOf(row.seq), row]))
    const chain = readerOf({
      beginning: checked({ month: '202610' }),
      months: new Map([['202610', { head: checked({ seq: 3, hash: twice.at(-1)?.hash ?? '' }), rows }]]),
    })
    const verdict = await verifyChain({ chain, council: thamesbrook, anchors: [] })
    expect(verdict).toMatchObject({ kind: 'broken', fault: { kind: 'told-twice', seq: 3, first: 1 } })
    expect(await faultIn(workedOutAnew(whole, 5, (row) => ({ ...row, council: 'elsewhere' as ChainRow['council'] })))).toMatchObject({
      kind: 'another-council',
      seq: 5,
    })
  })
})

test('what was done after the last anchor by somebody who works out every hash anew is not found: nobody claims it is', async () => {
  const after = (anchors.at(-1)?.seq ?? 0) + 1
  expect(after).toBeLessThanOrEqual(count)
  expect(await faultIn(workedOutAnew(whole, after, (row) => ({ ...row, action: 'something-else' })))).toBeUndefined()
})

test('some months alone are looked at, taking for granted what the head before them says', async () => {
  const [, second = '', third = ''] = [...whole.months.keys()]
  const inFirst = tampered((copy) => rowsWith(copy, 1).set(keyOf(1), { ...rowAt(1), action: 'x' }))
  expect(await verdictOn(inFirst, { from: second })).toMatchObject({ kind: 'sound', months: 2 })
  expect(await verdictOn(inFirst, { from: third })).toMatchObject({ kind: 'sound', months: 1 })
  expect(await verdictOn(inFirst, { to: second })).toMatchObject({ kind: 'broken', fault: { seq: 1 } })
  const inLast = tampered((copy) => rowsWith(copy, count).set(keyOf(count), { ...rowAt(count), action: 'x' }))
  expect(await verdictOn(inLast, { from: second, to: second })).toMatchObject({ kind: 'sound', months: 1 })
})

test('where there is nothing to verify it is said, and nothing is called sound', async () => {
  const none = { kind: 'nothing-to-verify', because: 'no-rows-in-range' }
  expect(await verdictOn(whole, { from: '202701' })).toEqual(none)
  expect(await verdictOn(whole, { to: '202601' })).toEqual(none)
  expect(await verdictOn(whole, { from: lastMonth() })).toMatchObject({ kind: 'sound', months: 1 })
  const empty = await verifyChain({ chain: readerOf({ beginning: undefined, months: new Map() }), council: thamesbrook, anchors: [] })
  expect(empty).toEqual({ kind: 'nothing-to-verify', because: 'empty' })
})

test('a chain that grows while it is read is sound', async () => {
  const month = lastMonth()
  const own = rowsOf(whole).filter((row) => monthOf(row.seq) === month)
  const shorter = (own[0]?.seq ?? 0) + 1
  const older = checked({ ...headOf(whole, month), seq: shorter, hash: rowAt(shorter).hash })
  const chain = readerOf(whole)
  let asked = 0
  const growing = {
    ...chain,
    head: async (each: string) => (each === month && (asked += 1) === 1 ? { data: older, etag: 'older' } : chain.head(each)),
  }
  expect(await verifyChain({ chain: growing, council: thamesbrook, anchors })).toMatchObject({ kind: 'sound', rows: count })
})

test('the hash is of what a row says, in whatever order its fields stand, and changes with any of them', () => {
  const field = fc.string().filter((name) => name !== 'prev' && name !== 'hash' && name !== '__proto__')
  fc.assert(
    fc.property(fc.dictionary(field, fc.jsonValue()), field, fc.jsonValue(), (said, name, value) => {
      const row = { ...said, prev: 'a' }
      expect(hashOf(Object.fromEntries(Object.entries(row).toReversed()))).toBe(hashOf(row))
      expect(hashOf({ ...row, prev: 'b' })).not.toBe(hashOf(row))
      const other = { ...row, [name]: value }
      expect(hashOf(other) === hashOf(row)).toBe(isSame(other, row))
    }),
  )
})

function entryOf({ seq: _seq, council: _council, source: _source, prev: _prev, hash: _hash, ...entry }: ChainRow) {
  return entry
}

function setHead(copy: ChainCopy, month: string, head: ChainHead): void {
  const found = copy.months.get(month)
  if (found) found.head = checked(head)
}

function relinked(head: ChainHead, link: { readonly next?: string | undefined; readonly previous?: string | undefined }): ChainHead {
  const { next, previous, ...rest } = { ...head, ...link }
  return { ...rest, ...(next ? { next } : {}), ...(previous ? { previous } : {}) }
}

function cutAfter(copy: ChainCopy, last: number): void {
  for (const { rows } of copy.months.values()) for (const key of rows.keys()) if (Number(key) > last) rows.delete(key)
}

function cutWithHead(copy: ChainCopy, last: number): void {
  cutAfter(copy, last)
  const month = monthOf(last)
  for (const each of copy.months.keys()) if (each > month) copy.months.delete(each)
  setHead(copy, month, relinked({ ...headOf(copy, month), seq: last, hash: rowAt(last).hash }, { next: undefined }))
}
