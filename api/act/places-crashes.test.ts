import { expect, test } from 'vitest'
import { instant } from '../../domain/kernel/time.ts'
import { anOfficer, aSession, someMembers, towerHamlets } from '../../domain/testing/builders.ts'
import { anInterest, anOffer, closesAt } from '../../domain/testing/places.ts'
import type { Tables } from '../ports/tables.ts'
import { createTestClock } from '../testing/clock.ts'
import { advance, startInstance, type Instance } from '../testing/council.ts'
import { Crash, crashAt, crashingHints, crashingSenders, crashingTables, type CrashPoint } from '../testing/faults.ts'
import { expressed } from '../testing/places.ts'
import { createHintsDouble } from '../testing/queue.ts'
import { createRecordedSenders } from '../testing/senders.ts'
import { createTablesDouble } from '../testing/tables.ts'
import { expressInterest } from '../use-cases/express-interest.ts'
import { confirmPlaces, drawPlaces } from '../use-cases/give-places.ts'
import { readPlaces } from '../use-cases/read-places.ts'

/*
 * From the draw through its confirmation, a place that is given up and the next reserve's, until everybody has been told: every call that
 * leaves the process is a place where it can die, before the call has an effect or after it. A fresh process finishes; an officer whose
 * press was not answered looks, and presses again if it has not been done.
 */

const members = someMembers(2)
const officer = anOfficer(901)
const offer = anOffer({ places: 1 })
const drawAt = closesAt.add({ minutes: 2 })

/** What officers and the Member with the place press, as often as they find it not done. */
async function allot({ council, worker }: Instance, clock: ReturnType<typeof createTestClock>): Promise<void> {
  const page = async () => readPlaces(council, offer.id)
  const seenNow = (await page())?.offer?.seen ?? ''
  await drawPlaces(council, officer, { offerId: offer.id, seen: seenNow })
  const confirm = async (rounds: number) => {
    const found = await page()
    if (!found?.offer || found.confirmed.length >= rounds) return
    const given = found.next.map(({ memberId }) => memberId)
    await confirmPlaces(council, officer, { offerId: offer.id, seen: found.offer.seen, given })
  }
  await confirm(1)
  await advance(worker, clock, clock.now().add({ minutes: 1 }))
  const first = (await council.offers.find(offer.id))?.offer.rounds[0]?.given[0]
  const giving = members.find(({ id }) => id === first)
  if (giving) await expressInterest(council, giving, { offerId: offer.id, interested: false })
  await confirm(2)
  await advance(worker, clock, clock.now().add({ minutes: 1 }))
}

/** `when`: to die after a reading is to die before the next call, so only what has an effect is counted then. */
async function live(point: CrashPoint, when: 'before' | 'after' = 'before') {
  const clock = createTestClock(drawAt)
  const hints = createHintsDouble(() => clock.mono())
  const outside = { tables: createTablesDouble(), senders: createRecordedSenders(() => clock.now()) }
  const shared = { ...outside, clock, hints, rulebook: towerHamlets, lines: [] }
  const first = await startInstance(shared)
  for (const member of members) await first.council.members.save(member, 'new', { kind: 'administrator' })
  await first.council.officers.replaceAll([officer], drawAt)
  await first.council.sessions.save({ session: aSession(), history: [] }, 'new')
  await first.council.offers.save(offer, 'new', { kind: 'officer', id: officer.id })
  for (const index of members.keys()) await expressed(first.council, offer.id, anInterest(index + 1))
  await advance(first.worker, clock, drawAt)

  try {
    const crashing = crashingTables(outside.tables, point)
    const onlyWrites: Tables = { ...outside.tables, commit: async (...call) => crashing.commit(...call) }
    const tables = when === 'before' ? crashing : onlyWrites
    const guarded = { tables, senders: crashingSenders(outside.senders, point) }
    const doomed = await startInstance({ ...shared, ...guarded, hints: crashingHints(hints, point) })
    await allot(doomed, clock)
  } catch (fault) {
    if (!(fault instanceof Crash)) throw fault
  }

  const fresh = await startInstance(shared)
  await advance(fresh.worker, clock, clock.now().add({ minutes: 5 }))
  await allot(fresh, clock)
  await advance(fresh.worker, clock, clock.now().add({ hours: 1 }))
  const record = await fresh.council.offers.find(offer.id)
  const [listed] = await fresh.council.offers.all()
  return {
    told: outside.senders.arrived.mails.map(({ to, subject }) => `${to.address}: ${subject}`).toSorted(),
    rounds: record?.offer.rounds.map(({ given }) => given),
    order: record?.offer.draw?.order.map(({ memberId }) => memberId),
    ended: record?.duties.map(({ state }) => (state.kind === 'done' ? state.outcome.kind : state.kind)).toSorted(),
    held: listed?.held,
    due: (await fresh.due.due(clock.now(), 100)).length,
  }
}

test('C4.4 whenever a process dies, the draw is one, each Member is told once, and it is written down', { timeout: 120_000 }, async () => {
  const counting = crashAt(undefined, 'before')
  const whole = await live(counting)
  const [first, second] = whole.order ?? []
  expect(whole).toMatchObject({ rounds: [[first], [second]], held: [second], ended: ['sent', 'sent', 'sent', 'sent'], due: 0 })
  expect(whole.told).toHaveLength(4)
  expect(whole.told.filter((each) => each.includes('It has closed'))).toHaveLength(1)
  expect(whole.told.filter((each) => each.includes('You have a place'))).toHaveLength(2)
  expect(counting.calls()).toBeGreaterThan(50)
  for (const when of ['before', 'after'] as const) {
    const counted = crashAt(undefined, when)
    await live(counted, when)
    for (let at = 0; at < counted.calls(); at += 1) {
      const where = `died ${when} call ${at} of ${counted.calls()}`
      const { told, ended, ...rest } = await live(crashAt(at, when), when)
      const { told: _told, ended: _ended, ...same } = whole
      expect({ where, ...rest }).toEqual({ where, ...same })
      // A process that died before it told the first round may find that the second has told more: then the first is not told too.
      expect({ where, twice: told.length - new Set(told).size }).toEqual({ where, twice: 0 })
      expect({ where, ended: ended?.every((each) => each === 'sent' || each === 'skipped') }).toEqual({ where, ended: true })
      for (const { addresses } of members)
        expect({ where, to: addresses[0], told: told.some((each) => each.startsWith(`${addresses[0]}:`)) }).toMatchObject({
          where,
          told: true,
        })
    }
  }
})

test('C4.4 nothing is given before the closing has passed', async () => {
  const clock = createTestClock(instant('2026-10-20T17:01:59Z'))
  const shared = {
    tables: createTablesDouble(),
    senders: createRecordedSenders(() => clock.now()),
    hints: createHintsDouble(() => clock.mono()),
  }
  const { council } = await startInstance({ ...shared, clock, rulebook: towerHamlets, lines: [] })
  await council.sessions.save({ session: aSession(), history: [] }, 'new')
  await council.offers.save(offer, 'new', { kind: 'officer', id: officer.id })
  const seen = (await council.offers.find(offer.id))?.etag ?? ''
  expect(await drawPlaces(council, officer, { offerId: offer.id, seen })).toMatchObject({ refusal: { kind: 'not-closed' } })
  clock.setTo(drawAt)
  expect(await drawPlaces(council, officer, { offerId: offer.id, seen })).toMatchObject({ refusal: { kind: 'nobody-interested' } })
})
