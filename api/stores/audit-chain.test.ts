import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { instant, type Instant } from '../../domain/kernel/time.ts'
import { aMember, anOfficer, aSession, arrangedAt, someMembers, thamesbrook, towerHamlets } from '../../domain/testing/builders.ts'
import { checked, linked, originOf } from '../account/audit.ts'
import { verifyChain } from '../account/verify.ts'
import type { AuditEntry } from '../ports/audit.ts'
import type { Tables } from '../ports/tables.ts'
import { createTestClock } from '../testing/clock.ts'
import { copyOf, rowsOf } from '../testing/chain-copy.ts'
import { advance, startInstance, type Instance } from '../testing/council.ts'
import { Crash, crashAt, crashingHints, crashingTables, type CrashPoint } from '../testing/faults.ts'
import { createHintsDouble } from '../testing/queue.ts'
import { createRecordedSenders } from '../testing/senders.ts'
import { createTablesDouble } from '../testing/tables.ts'
import { answerInvitation } from '../use-cases/answer-invitation.ts'
import { correctMobile } from '../use-cases/correct-mobile.ts'
import { createAuditTrail, createChainReader } from './audit-chain.ts'
import { waitingCodec } from './audit.ts'
import { auditMonthPk, auditPk, auditRow, waitingAudit, waitingRow, type AuditSource } from './keys.ts'

const council = thamesbrook
const october = instant('2026-10-31T23:59:59Z')
const november = instant('2026-11-01T00:00:01Z')

function entry(number: number): AuditEntry {
  return {
    at: String(october),
    actor: { kind: 'administrator' },
    action: 'council-added',
    object: { kind: 'council', id: `fact-${number}` },
  }
}

/** A fact's row as it waits at its source. */
async function tell(tables: Tables, source: AuditSource, number: number, entries = 1): Promise<void> {
  const { pk, prefix } = waitingAudit(council, source)
  const all = Array.from({ length: entries }, (_, index) => entry(number * 1000 + index))
  await tables.commit(pk, [{ insert: waitingRow(prefix, october, number, `id-${number}`), data: waitingCodec.data({ entries: all }) }])
}

function trailAt(now: Instant, tables: Tables) {
  return createAuditTrail({ council, tables, clock: { now: () => now } })
}

/** The facts in the chain, in order, once it is seen to be sound. */
async function factsIn(tables: Tables): Promise<readonly string[]> {
  const chain = createChainReader({ council, tables })
  expect(await verifyChain({ chain, council, anchors: [] })).toMatchObject({ kind: 'sound' })
  return rowsOf(await copyOf(chain)).map(({ object }) => object.id ?? '')
}

const fact = (number: number, index = 0) => `fact-${number * 1000 + index}`

describe('the relay', () => {
  test('moves what waits to the chain, in order, and leaves nothing behind', async () => {
    const tables = createTablesDouble()
    for (const number of [1, 2, 3]) await tell(tables, 'members', number)
    await trailAt(october, tables).relay('members')
    expect(await factsIn(tables)).toEqual([fact(1), fact(2), fact(3)])
    const { pk, prefix } = waitingAudit(council, 'members')
    expect(await tables.range(pk, prefix, `${prefix}~~`)).toEqual([])
  })

  test('takes as many transactions as it needs, and never half of what one change tells', async () => {
    const tables = createTablesDouble()
    for (const number of [1, 2, 3, 4]) await tell(tables, 'ses~s1' as AuditSource, number, 45)
    await trailAt(october, tables).relay('ses~s1')
    expect(await factsIn(tables)).toHaveLength(180)
  })

  test('goes on from month to month, also after months in which nothing happened', async () => {
    const tables = createTablesDouble()
    for (const [number, now] of [october, november, instant('2027-03-02T10:00:00Z')].entries()) {
      await tell(tables, 'members', number)
      await trailAt(now, tables).relay('members')
    }
    expect(await factsIn(tables)).toEqual([fact(0), fact(1), fact(2)])
    const { months } = await copyOf(createChainReader({ council, tables }))
    expect([...months].map(([month, { rows }]) => [month, rows.size])).toEqual([
      ['202610', 1],
      ['202611', 1],
      ['202703', 1],
    ])
  })

  test('an instance whose clock is behind follows the one that has begun a new month', async () => {
    const tables = createTablesDouble()
    const behind = trailAt(october, tables)
    await tell(tables, 'members', 1)
    await behind.relay('members')
    await tell(tables, 'members', 2)
    await trailAt(november, tables).relay('members')
    await tell(tables, 'members', 3)
    await behind.relay('members')
    expect(await factsIn(tables)).toEqual([fact(1), fact(2), fact(3)])
  })

  test('refuses to go on where somebody has been at the chain, and keeps what waits', async () => {
    const tables = createTablesDouble()
    await tell(tables, 'members', 1)
    await trailAt(october, tables).relay('members')
    await tell(tables, 'members', 2)
    const head = await tables.get(auditMonthPk(council, '202610'), auditRow.head)
    const meddle = async (rk: string, data: unknown) => tables.commit(auditMonthPk(council, '202610'), [{ put: rk, data }])
    await meddle(auditRow.head, { ...(head?.data as object), seq: 7 })
    await expect(trailAt(october, tables).relay('members')).rejects.toThrow('head of an audit chain has been changed')
    await meddle(auditRow.head, head?.data)
    await meddle(auditRow.entry(2), linked(council, originOf(council), [{ source: 'x', entry: entry(9) }])[0])
    await expect(trailAt(october, tables).relay('members')).rejects.toThrow('a row stands where the audit chain goes on')
    await tables.commit(auditMonthPk(council, '202610'), [{ drop: auditRow.entry(2) }, { drop: auditRow.head }])
    await expect(trailAt(november, tables).relay('members')).resolves.toBeUndefined() // begun again: only an anchor tells
    await tables.commit(auditPk(council), [{ put: auditRow.beginning, data: { ...checked({ month: '202610' }), month: '202609' } }])
    await expect(trailAt(instant('2027-09-01T10:00:00Z'), tables).relay('members')).rejects.toThrow('begins has been changed')
  })

  test('does not know sources of another version', async () => {
    await expect(trailAt(october, createTablesDouble()).relay('budgets')).rejects.toThrow(RangeError)
  })

  test(
    'died before or after any call, it is gone on with by another, and each fact is in the chain once',
    { timeout: 60_000 },
    async () => {
      async function live(point: CrashPoint): Promise<readonly string[]> {
        const tables = createTablesDouble()
        await tell(tables, 'members', 1)
        await trailAt(october, tables).relay('members')
        for (const number of [2, 3]) await tell(tables, 'members', number, 2)
        await untilItDies(async () => trailAt(november, crashingTables(tables, point)).relay('members'))
        await tell(tables, 'officers', 4)
        const fresh = trailAt(november, tables)
        await fresh.relay('officers')
        await fresh.relay('members')
        return factsIn(tables)
      }
      const counting = crashAt(undefined, 'before')
      const expected = (await live(counting)).toSorted()
      expect(expected).toEqual([fact(1), fact(2), fact(2, 1), fact(3), fact(3, 1), fact(4)])
      for (const when of ['before', 'after'] as const) {
        for (let at = 0; at < counting.calls(); at += 1) {
          const facts = await live(crashAt(at, when))
          expect({ when, at, facts: facts.toSorted() }).toEqual({ when, at, facts: expected })
        }
      }
    },
  )

  test('several instances at once, on clocks in two months, make one chain with each fact once', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.array(fc.constantFrom(october, november), { minLength: 2, maxLength: 4 }), async (s, clocks) => {
        const tables = createTablesDouble()
        for (const number of [1, 2, 3]) await tell(tables, 'members', number)
        for (const number of [4, 5]) await tell(tables, 'officers', number)
        const instances = clocks.map((now) => trailAt(now, inAnyOrder(tables, s)))
        const work = Promise.all(instances.flatMap((trail) => [trail.relay('members'), trail.relay('officers')]))
        await s.waitFor(work)
        const facts = await factsIn(tables)
        expect(facts.toSorted()).toEqual([1, 2, 3, 4, 5].map((number) => fact(number)))
        expect(facts.filter((each) => each < fact(4))).toEqual([fact(1), fact(2), fact(3)])
      }),
      { numRuns: 150 },
    )
  })
})

/** Each call reaches storage when the scheduler says, so that instances overtake each other anywhere. */
function inAnyOrder(tables: Tables, s: fc.Scheduler): Tables {
  const later = async <Answer>(call: () => Promise<Answer>): Promise<Answer> => {
    await s.schedule(Promise.resolve())
    return call()
  }
  return {
    get: async (...call) => later(async () => tables.get(...call)),
    range: async (...call) => later(async () => tables.range(...call)),
    first: async (...call) => later(async () => tables.first(...call)),
    commit: async (...call) => later(async () => tables.commit(...call)),
  }
}

async function untilItDies(work: () => Promise<unknown>): Promise<void> {
  try {
    await work()
  } catch (fault) {
    if (!(fault instanceof Crash)) throw fault
  }
}

const members = someMembers(2)
const session = aSession({ accepted: 1, none: 1 })
const second = aMember(2)
const officer = anOfficer(901)

type Deed = {
  readonly work: (instance: Instance) => Promise<unknown>
  readonly isDone: (instance: Instance) => Promise<boolean>
  readonly told: readonly string[]
}

const deeds: Record<string, Deed> = {
  'a Member answers': {
    work: async ({ council }) => answerInvitation(council, second, { sessionId: session.id, answer: 'accepted' }),
    async isDone({ council }) {
      const found = await council.sessions.find(session.id)
      return found?.session.invitations.some(({ wanted }) => wanted !== undefined) ?? false
    },
    told: ['answer-given', 'answer-told'],
  },
  'an officer puts a number right': {
    work: async ({ council }) => correctMobile(council, officer, { memberId: second.id, mobile: '07700 900777' }),
    isDone: async ({ council }) => (await council.members.find(second.id))?.value.mobileSetBy === 'officer',
    told: ['mobile-changed'],
  },
}

test.each(Object.entries(deeds))('%s: whenever a process dies, what was done is told once', { timeout: 120_000 }, async (_name, deed) => {
  async function live(point: CrashPoint): Promise<readonly string[]> {
    const clock = createTestClock(arrangedAt)
    const hints = createHintsDouble(() => clock.mono())
    const tables = createTablesDouble()
    const shared = { clock, hints, tables, senders: createRecordedSenders(() => clock.now()), rulebook: towerHamlets, lines: [] }
    const first = await startInstance(shared)
    for (const member of members) await first.council.members.save(member, 'new', { kind: 'administrator' })
    await first.council.sessions.save({ session, history: [] }, 'new')
    await first.worker.settle()
    const before = (await actionsIn(tables)).length

    await untilItDies(async () => {
      const doomed = await startInstance({ ...shared, tables: crashingTables(tables, point), hints: crashingHints(hints, point) })
      await deed.work(doomed)
      await doomed.worker.settle()
    })
    clock.setTo(clock.now().add({ milliseconds: 1 })) // what two processes do within one has no order
    const fresh = await startInstance(shared)
    if (!(await deed.isDone(fresh))) await deed.work(fresh) // asked again, as a person would
    await advance(fresh.worker, clock, clock.now().add({ minutes: 10 }))
    expect(await fresh.due.due(clock.now(), 100)).toEqual([])
    return (await actionsIn(tables)).slice(before)
  }
  const counting = crashAt(undefined, 'before')
  expect(await live(counting)).toEqual(deed.told)
  for (const when of ['before', 'after'] as const) {
    for (let at = 0; at < counting.calls(); at += 1) {
      expect({ when, at, told: await live(crashAt(at, when)) }).toEqual({ when, at, told: deed.told })
    }
  }
})

async function actionsIn(tables: Tables): Promise<readonly string[]> {
  const chain = createChainReader({ council, tables })
  expect(await verifyChain({ chain, council, anchors: [] })).toMatchObject({ kind: 'sound' })
  return rowsOf(await copyOf(chain)).map(({ action }) => action)
}
