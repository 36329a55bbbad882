import { beforeEach, describe, expect, test } from 'vitest'
import { dutyOf } from '../../domain/duties/duty-ids.ts'
import { instant } from '../../domain/kernel/time.ts'
import { aDutyRecord, aMemberId, anOfficer, aSession, someMembers, towerHamlets } from '../../domain/testing/builders.ts'
import type { Sending } from '../ports/senders.ts'
import { startInstance, testCouncil, type Instance, type TestCouncil } from '../testing/council.ts'
import { createHintsDouble } from '../testing/queue.ts'

const now = instant('2026-10-20T09:00:00Z')
const session = aSession({ accepted: 2 })
const reminders = [1, 2].map((member) =>
  dutyOf(session.id, { kind: 'reminder', reminder: 'week-before', memberId: aMemberId(member) }, 'text', { notBefore: now }),
)

let world: TestCouncil
/** Another process on the same storage, which has met nothing itself. */
let other: Instance

beforeEach(async () => {
  world = await testCouncil({ now, rulebook: towerHamlets, members: someMembers(2), officers: [anOfficer(901)] })
  const { clock, tables, senders } = world
  const hints = createHintsDouble(() => clock.mono())
  other = await startInstance({ clock, tables, senders, hints, rulebook: towerHamlets, lines: [] })
})

const owe = async (count: number) =>
  world.council.sessions.save({ session, history: [], duties: reminders.slice(0, count).map((duty) => aDutyRecord(duty)) }, 'new')

/** The first text is answered so; then a second is due, which only the other instance looks at. */
async function told(answer: Sending) {
  world.senders.script('text', answer)
  await owe(1)
  await world.worker.settle()
  const found = await other.council.sessions.find(session.id)
  if (!found) throw new Error('the session is gone')
  const change = { session: found.session, history: [], duties: reminders.slice(1).map((duty) => aDutyRecord(duty)) }
  await other.council.sessions.save(change, { etag: found.etag })
  await other.worker.settle()
}

const sent = () => world.senders.arrived.texts.length
const pass = async (seconds: number, instance: Instance) => {
  world.clock.setTo(world.clock.now().add({ seconds }))
  await instance.worker.settle()
}

describe('asked for a pause', () => {
  const busy = { kind: 'later', afterSeconds: 60, throttled: true } as const

  test('one instance is, and every instance keeps it, to the second', async () => {
    await told(busy)
    expect(sent()).toBe(0)
    await pass(59, other)
    expect(sent()).toBe(0)
    await pass(1, other)
    expect(sent()).toBe(2)
  })

  test('what waited meanwhile was not tried, so it is no nearer to being given up', async () => {
    await told(busy)
    const { duties } = await world.record(session.id)
    const texts = duties.filter(({ duty }) => duty.channel === 'text')
    const stateOf = (number: number) => texts.find(({ duty }) => duty.id === reminders[number]?.id)?.state
    expect(stateOf(0)).toMatchObject({ kind: 'due', attempt: 1 })
    expect(stateOf(1)).toMatchObject({ kind: 'due', attempt: 0 })
  })

  test('another channel goes on', async () => {
    await told(busy)
    expect(await other.council.lanes.resting('card')).toBeUndefined()
  })

  test('an instance that looked just before keeps it ten seconds later at the latest', async () => {
    expect(await other.council.lanes.resting('text')).toBeUndefined()
    await world.council.lanes.rest('text', { until: now.add({ seconds: 60 }) })
    world.clock.pass(9_999)
    expect(await other.council.lanes.resting('text')).toBeUndefined()
    world.clock.pass(1)
    expect(await other.council.lanes.resting('text')).toEqual({ until: now.add({ seconds: 60 }) })
  })

  test('a shorter pause does not end a longer one', async () => {
    await world.council.lanes.rest('text', { until: now.add({ seconds: 60 }) })
    await other.council.lanes.rest('text', { until: now.add({ seconds: 5 }) })
    expect(await other.council.lanes.resting('text')).toEqual({ until: now.add({ seconds: 60 }) })
  })
})

describe('told that nothing goes until a person has looked', () => {
  test('one instance is, and no other calls for the next Member', async () => {
    const called: string[] = []
    const text = { ...world.senders.text }
    world.senders.text.send = async (message, signal) => {
      called.push(message.to)
      return text.send(message, signal)
    }
    await told({ kind: 'stopped', because: 'misconfigured', untilUtcMidnight: false })
    expect(called).toHaveLength(1)
    await pass(15 * 60 - 1, other)
    expect(called).toHaveLength(1)
    await pass(1, other)
    expect(sent()).toBe(2)
  })
})
