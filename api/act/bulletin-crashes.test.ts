import { expect, test } from 'vitest'
import { issueId } from '../../domain/kernel/ids.ts'
import { instant, isBefore } from '../../domain/kernel/time.ts'
import { anOfficer, aSession, someMembers, towerHamlets } from '../../domain/testing/builders.ts'
import { createTestClock } from '../testing/clock.ts'
import { advance, startInstance, type Instance } from '../testing/council.ts'
import { Crash, crashAt, crashingHints, crashingSenders, crashingTables, type CrashPoint } from '../testing/faults.ts'
import { createHintsDouble } from '../testing/queue.ts'
import { createRecordedSenders } from '../testing/senders.ts'
import { createTablesDouble } from '../testing/tables.ts'
import { releaseIssue, seenOf } from '../use-cases/release-issue.ts'
import { tendBulletin } from './look-at-issue.ts'

/*
 * From drawing an issue up, through its release, until everybody has it: every call that leaves the process is a place where it can die,
 * before the call has an effect or after it. A fresh process finishes; an officer whose release was not answered presses again.
 */

const members = someMembers(2)
const officer = anOfficer(901)
const begins = instant('2026-10-16T08:00:00Z')
const due = instant('2026-10-16T09:00:00Z')
const issue = issueId('issue-2026-w42')

async function tendAndRelease({ council }: Instance): Promise<void> {
  await tendBulletin(council)
  const found = await council.bulletins.find(issue)
  if (found?.issue.state.kind === 'draft') await releaseIssue(council, officer, { issueId: issue, seen: seenOf(found.issue) })
}

async function live(point: CrashPoint) {
  const clock = createTestClock(begins)
  const hints = createHintsDouble(() => clock.mono())
  const outside = { tables: createTablesDouble(), senders: createRecordedSenders(() => clock.now()) }
  const shared = { ...outside, clock, hints, rulebook: towerHamlets, lines: [] }
  const first = await startInstance(shared)
  for (const member of members) await first.council.members.save(member, 'new', { kind: 'administrator' })
  await first.council.officers.replaceAll([officer], begins)
  await first.council.sessions.save({ session: aSession({ accepted: 2 }), history: [] }, 'new')
  await advance(first.worker, clock, begins)

  try {
    const guarded = { tables: crashingTables(outside.tables, point), senders: crashingSenders(outside.senders, point) }
    const doomed = await startInstance({ ...shared, ...guarded, hints: crashingHints(hints, point) })
    await tendAndRelease(doomed)
    await advance(doomed.worker, clock, due.add({ minutes: 1 }))
  } catch (fault) {
    if (!(fault instanceof Crash)) throw fault
  }

  const fresh = await startInstance(shared)
  await tendAndRelease(fresh)
  await advance(fresh.worker, clock, (isBefore(clock.now(), due) ? due : clock.now()).add({ hours: 3 }))
  const record = await fresh.council.bulletins.find(issue)
  return {
    to: outside.senders.arrived.mails.map((mail) => mail.to.address).toSorted(),
    state: record?.issue.state.kind,
    ended: record?.duties.map(({ state }) => (state.kind === 'done' ? state.outcome.kind : state.kind)),
    past: (await fresh.council.bulletins.past()).map(({ number }) => number),
    due: await fresh.due.due(clock.now(), 100),
  }
}

const whole = { to: members.map(({ addresses }) => addresses[0]), state: 'sent', ended: ['sent', 'sent'], past: [1], due: [] }

test('C4.1 C4.17 whenever a process dies, every Member has the issue once, and it is written down', { timeout: 120_000 }, async () => {
  const counting = crashAt(undefined, 'before')
  expect(await live(counting)).toEqual(whole)
  expect(counting.calls()).toBeGreaterThan(50)
  for (const when of ['before', 'after'] as const) {
    for (let at = 0; at < counting.calls(); at += 1) {
      const where = `died ${when} call ${at} of ${counting.calls()}`
      expect({ where, ...(await live(crashAt(at, when))) }).toEqual({ where, ...whole })
    }
  }
})
