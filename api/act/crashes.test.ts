import { describe, expect, test } from 'vitest'
import { instant, type Instant } from '../../domain/kernel/time.ts'
import type { Session } from '../../domain/sessions/session.ts'
import { anOfficer, aPersonId, aSession, arrangedAt, someMembers, towerHamlets } from '../../domain/testing/builders.ts'
import { createTestClock } from '../testing/clock.ts'
import { advance, startInstance } from '../testing/council.ts'
import { Crash, crashAt, crashingHints, crashingSenders, crashingTables, type CrashPoint } from '../testing/faults.ts'
import { createHintsDouble } from '../testing/queue.ts'
import { createRecordedSenders } from '../testing/senders.ts'
import { createTablesDouble } from '../testing/tables.ts'

/*
 * Every call that leaves the process is a place where it can die, before the call has an effect or after it. For each of them:
 * run until there, die, and let a fresh process finish. Only the world outside is judged, and that nothing is left hanging.
 */

const members = someMembers(2)
const session = aSession({ accepted: 1, none: 1 })
const phones = ['+447700900001', '+447700900002']

type Deed = {
  /** Until when all is well. */
  readonly from: Instant
  /** What is done by the process that dies, besides what falls due. */
  readonly change?: (session: Session) => Session
  readonly to: Instant
}

async function live({ from, change, to }: Deed, point: CrashPoint) {
  const clock = createTestClock(arrangedAt)
  const hints = createHintsDouble(() => clock.mono())
  const outside = { clock, hints, tables: createTablesDouble(), senders: createRecordedSenders(() => clock.now()) }
  const shared = { ...outside, rulebook: towerHamlets, lines: [] }

  const first = await startInstance(shared)
  for (const member of members) await first.council.members.save(member, 'new', { kind: 'administrator' })
  await first.council.officers.replaceAll([anOfficer(901)], arrangedAt)
  await first.council.sessions.save({ session, history: [] }, 'new')
  await advance(first.worker, clock, from)

  await untilItDies(async () => {
    const guarded = { tables: crashingTables(outside.tables, point), senders: crashingSenders(outside.senders, point) }
    const doomed = await startInstance({ ...shared, ...guarded, hints: crashingHints(hints, point) })
    const found = await doomed.council.sessions.find(session.id)
    if (change && found) await doomed.council.sessions.save({ session: change(found.session), history: [] }, { etag: found.etag })
    await advance(doomed.worker, clock, to)
  })

  const fresh = await startInstance(shared)
  const now = await fresh.council.sessions.find(session.id)
  const isLost = change && now?.session.standing.kind === session.standing.kind
  if (isLost && now) await fresh.council.sessions.save({ session: change(now.session), history: [] }, { etag: now.etag }) // asked again, as a person would
  await advance(fresh.worker, clock, laterOf(clock.now(), to).add({ hours: 3 }))
  return {
    arrived: outside.senders.arrived,
    record: await fresh.council.sessions.find(session.id),
    due: await fresh.due.due(clock.now(), 100),
  }
}

async function untilItDies(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (fault) {
    if (!(fault instanceof Crash)) throw fault
  }
}

function laterOf(one: Instant, other: Instant): Instant {
  return one.until(other).sign > 0 ? other : one
}

type Lived = Awaited<ReturnType<typeof live>>

async function sweep(deed: Deed, judge: (lived: Lived, where: string) => void): Promise<void> {
  const counting = crashAt(undefined, 'before')
  judge(await live(deed, counting), 'without a crash')
  expect(counting.calls()).toBeGreaterThan(50)
  for (const when of ['before', 'after'] as const) {
    for (let at = 0; at < counting.calls(); at += 1) {
      const lived = await live(deed, crashAt(at, when))
      const where = `died ${when} call ${at} of ${counting.calls()}`
      judge(lived, where)
      const pending = lived.record?.duties.filter(({ state }) => state.kind !== 'done')
      expect({ where, pending, due: lived.due }).toEqual({ where, pending: [], due: [] })
    }
  }
}

/** Notify and Graph can be asked, so exactly one. Teams cannot: a card that may have arrived is followed by an email. */
const oneCard = [
  { cards: 1, emails: 0 },
  { cards: 1, emails: 1 },
  { cards: 0, emails: 1 },
]

describe('whenever a process dies', () => {
  test('C4.12 C3.2 each Member gets one text in the week before, and the officer one card', { timeout: 120_000 }, async () => {
    const from = instant('2026-10-20T07:30:00Z')
    await sweep({ from, to: instant('2026-10-20T09:00:00Z') }, ({ arrived, record }, where) => {
      const texted = arrived.texts.map((text) => text.to).toSorted()
      const raised = record?.history.filter(({ what }) => what.kind === 'raised').length
      expect({ where, texted, raised }).toEqual({ where, texted: phones, raised: 1 })
      const cards = arrived.cards.filter(({ message }) => message.text.startsWith('decision-card')).length
      const emails = arrived.mails.filter(({ subject }) => subject.startsWith('decision-card')).length
      expect({ where, cards, emails }).toBeOneOf(oneCard.map((each) => ({ where, ...each })))
    })
  })

  test(
    'C3.10 C3.12 a cancellation at short notice clears the calendars once and is texted once to each',
    { timeout: 120_000 },
    async () => {
      const from = instant('2026-10-27T08:30:00Z')
      const reason = { id: 'trainer-ill', by: aPersonId(901), byName: 'Officer 901', at: from }
      const change = (standing: Session): Session => ({
        ...standing,
        standing: { kind: 'cancelled', at: from, through: 'decision', reason },
      })
      await sweep({ from, change, to: from.add({ minutes: 30 }) }, ({ arrived }, where) => {
        const notices = arrived.texts.filter((text) => text.body.startsWith('cancellation-notice'))
        const texted = notices.map((text) => text.to).toSorted()
        const cleared = arrived.calendar.filter((order) => order.kind === 'cancel').length
        expect({ where, texted, cleared }).toEqual({ where, texted: phones.slice(0, 1), cleared: 1 })
      })
    },
  )
})
