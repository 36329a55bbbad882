import { execFile } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { instant } from '../../domain/kernel/time.ts'
import { aMember, arrangedAt, thamesbrook, towerHamlets } from '../../domain/testing/builders.ts'
import { startAzurite, type Azurite } from '../../sandbox/azurite.ts'
import { createAppendBlobs } from '../adapters/anchors/append-blobs.ts'
import { createAzureTables } from '../adapters/tables/azure-tables.ts'
import type { Anchors, ChainHead, ChainRow } from '../ports/audit.ts'
import type { Tables } from '../ports/tables.ts'
import { createChainReader } from '../stores/audit-chain.ts'
import { auditMonthPk, auditRow } from '../stores/keys.ts'
import { createTestClock } from '../testing/clock.ts'
import { advance, startInstance } from '../testing/council.ts'
import { copyOf, rowsOf, workedOutAnew } from '../testing/chain-copy.ts'
import { createHintsDouble } from '../testing/queue.ts'
import { createRecordedSenders } from '../testing/senders.ts'
import { anchorAudit } from './anchoring.ts'
import { checked } from './audit.ts'
import { verifyChain } from './verify.ts'

/* The same over Azurite, through the clients that a council's storage is reached by. */

const prefix = 'audited'
const pk = auditMonthPk(thamesbrook, '202610')
let azurite: Azurite
let tables: Tables
let anchors: Anchors

beforeAll(async () => {
  azurite = await startAzurite()
  const { connectionString } = azurite
  const real = createAzureTables({ connectionString, prefix, allowInsecure: true })
  await real.ensure()
  tables = real
  anchors = createAppendBlobs({ connectionString, container: `${prefix}-audit-anchors` })
  await live()
}, 60_000)
afterAll(async () => azurite.close())

/** Two instances of the product at once, over the end of a month. */
async function live(): Promise<void> {
  const clock = createTestClock(arrangedAt)
  const shared = { clock, tables, hints: createHintsDouble(() => clock.mono()), rulebook: towerHamlets, lines: [] }
  const instances = [1, 2].map(async () => startInstance({ ...shared, senders: createRecordedSenders(() => clock.now()) }))
  const [one, other] = await Promise.all(instances)
  if (!one || !other) throw new Error('the product did not start')
  for (const [month, number] of [
    ['2026-09-20', 1],
    ['2026-10-02', 4],
    ['2026-10-04', 7],
  ] as const) {
    await advance(one.worker, clock, instant(`${month}T09:00:00Z`))
    const by = { kind: 'administrator' } as const
    const save = async (council: typeof one.council, each: number) => council.members.save(aMember(each), 'new', by)
    await Promise.all([save(one.council, number), save(other.council, number + 1), save(one.council, number + 2)])
    await Promise.all([one.worker.settle(), other.worker.settle()])
    if (number < 7) await anchorAudit(one.council, anchors)
  }
}

const verdict = async () =>
  verifyChain({ chain: createChainReader({ council: thamesbrook, tables }), council: thamesbrook, anchors: await anchors.all(thamesbrook) })

/** Does something to the tables, looks, and puts everything back as it was. */
async function faultWhen(change: Readonly<Record<string, unknown>>) {
  const before = new Map((await tables.range(pk, '', '~~')).map(({ rk, data }) => [rk, data]))
  const meddle = async (rows: Readonly<Record<string, unknown>>) => {
    for (const [rk, data] of Object.entries(rows)) await tables.commit(pk, [data === undefined ? { drop: rk } : { put: rk, data }])
  }
  await meddle(change)
  const found = await verdict()
  const exit = await verifyFromCommandLine()
  await meddle(Object.fromEntries(Object.keys(change).map((rk) => [rk, before.get(rk)])))
  expect(exit.code).toBe(found.kind === 'sound' ? 0 : 1)
  return { fault: found.kind === 'broken' ? found.fault : undefined, words: exit.words }
}

async function verifyFromCommandLine(...args: readonly string[]): Promise<{ readonly code: number; readonly words: string }> {
  const env = { ...process.env, QUORATE_STORAGE_CONNECTION: azurite.connectionString, QUORATE_TABLE_PREFIX: prefix }
  return new Promise((resolve) => {
    const given = args.length > 0 ? args : [thamesbrook]
    execFile(process.execPath, ['infra/set-up/audit-verify.ts', ...given], { env }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, words: `${out}${err}` })
    })
  })
}

async function chain() {
  const whole = await copyOf(createChainReader({ council: thamesbrook, tables }))
  const rows = rowsOf(whole).filter((row) => whole.months.get('202610')?.rows.has(auditRow.entry(row.seq)))
  const head = whole.months.get('202610')?.head as ChainHead
  return { whole, rows, head, at: (index: number) => rows.at(index) as ChainRow }
}

test('two instances make one sound chain, each fact in it once, and its anchors agree', async () => {
  expect(await verdict()).toMatchObject({ kind: 'sound', rows: 11, months: 2, anchors: 2 })
  const { code, words } = await verifyFromCommandLine()
  expect({ code, words }).toEqual({
    code: 0,
    words: expect.stringMatching(/^thamesbrook: the audit chain is sound\. 11 rows in 2 months, .* 2 anchors agree with it\.\n$/),
  })
  const later = await verifyFromCommandLine(thamesbrook, '--from', '2030-01')
  expect(later).toEqual({ code: 1, words: 'thamesbrook: the audit chain has no row in those months. There was nothing to verify.\n' })
})

describe('found in Azurite, by the command too:', { timeout: 120_000 }, () => {
  test('a row altered, taken out, put in the place of another, put in', async () => {
    const { at, head } = await chain()
    const [first, second] = [at(0), at(1)]
    const altered = await faultWhen({ [auditRow.entry(second.seq)]: { ...second, action: 'nothing' } })
    expect(altered.fault).toEqual({ kind: 'altered-row', month: '202610', seq: second.seq })
    expect(altered.words).toContain(`the audit chain is broken at row ${second.seq} (October 2026). Something in it was changed`)
    expect(await faultWhen({ [auditRow.entry(first.seq)]: undefined })).toMatchObject({ fault: { kind: 'missing-row', seq: first.seq } })
    const swapped = { [auditRow.entry(first.seq)]: second, [auditRow.entry(second.seq)]: first }
    expect(await faultWhen(swapped)).toMatchObject({ fault: { kind: 'out-of-place', seq: first.seq } })
    const again = { [auditRow.entry(head.seq + 1)]: second }
    expect(await faultWhen(again)).toMatchObject({ fault: { kind: 'after-the-head', seq: head.seq + 1 } })
  })

  test('a chain cut off, its head written anew or put back; the month taken away', async () => {
    const { rows, head, at } = await chain()
    expect(await faultWhen({ [auditRow.entry(head.seq)]: undefined })).toMatchObject({ fault: { kind: 'missing-row', seq: head.seq } })
    const old = checked({ ...head, seq: at(1).seq, hash: at(1).hash })
    expect(await faultWhen({ [auditRow.head]: old })).toMatchObject({ fault: { kind: 'after-the-head', seq: at(2).seq } })
    const cut = Object.fromEntries(rows.slice(2).map(({ seq }) => [auditRow.entry(seq), undefined]))
    expect(await faultWhen({ ...cut, [auditRow.head]: old })).toMatchObject({ fault: { kind: 'cut-off', seq: at(2).seq } })
    const all = Object.fromEntries(rows.map(({ seq }) => [auditRow.entry(seq), undefined]))
    expect(await faultWhen({ ...all, [auditRow.head]: undefined })).toMatchObject({ fault: { kind: 'missing-head', seq: at(0).seq } })
  })

  test('everything from a row on worked out anew', async () => {
    const { whole, at } = await chain()
    const anew = workedOutAnew(whole, at(1).seq, (row) => ({ ...row, action: 'something-else' }))
    const month = anew.months.get('202610')
    const change = { ...Object.fromEntries(month?.rows ?? []), [auditRow.head]: month?.head }
    const { fault, words } = await faultWhen(change)
    expect(fault).toMatchObject({ kind: 'not-as-anchored' })
    expect(words).toContain('It is not the row that was anchored at 2026-10-02T09:00:00Z')
  })
})

test('the command says so where there is no such council, and how it is to be used', async () => {
  expect(await verifyFromCommandLine('elsewhere')).toMatchObject({ code: 1, words: expect.stringContaining('no council called elsewhere') })
  expect(await verifyFromCommandLine('Not A Council')).toMatchObject({ code: 2, words: expect.stringContaining('Say which council') })
  expect(await verifyFromCommandLine(thamesbrook, '--from', '2026-13')).toMatchObject({ code: 2 })
  expect(await verifyFromCommandLine(thamesbrook, '--from', '2026-10', '--to', '2026-10')).toMatchObject({
    code: 0,
    words: expect.stringContaining('6 rows in 1 month'),
  })
})
