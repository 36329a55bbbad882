import { describe, expect, test } from 'vitest'
import { dutyOf } from '../../domain/duties/duty-ids.ts'
import { instant } from '../../domain/kernel/time.ts'
import { aDutyRecord, aMemberId, anOfficer, aSession, someMembers, towerHamlets } from '../../domain/testing/builders.ts'
import { testCouncil } from '../testing/council.ts'
import { applyReceipt, type Receipt } from './receipts.ts'

const now = instant('2026-10-20T09:00:00Z')
const session = aSession({ accepted: 8 })
const { id } = session
const until = now.add({ hours: 10 })
const reminder = dutyOf(id, { kind: 'reminder', reminder: 'week-before', memberId: aMemberId(1) }, 'text', {
  notBefore: now,
  notAfter: until,
})
const first = `thamesbrook~s1~${reminder.id}`
const second = `${first}~r2`

async function sent() {
  const world = await testCouncil({ now, rulebook: towerHamlets, members: someMembers(8), officers: [anOfficer(901)] })
  const moments = { weekBefore: now, nudged: 0 } // so that only this one duty is owed
  await world.council.sessions.save({ session, moments, history: [], duties: [aDutyRecord(reminder)] }, 'new')
  const receive = async (status: Receipt['status'], reference = first) =>
    applyReceipt(world.council, { reference, status, at: world.clock.now() })
  const row = async () => (await world.council.sessions.duty(id, reminder.id))?.value
  const keys = () => world.senders.arrived.texts.map(({ key }) => key)
  const emails = () => world.senders.arrived.mails.length
  const failed = async () =>
    (await world.council.sessions.attention()).flatMap((each) => (each.kind === 'message-failed' ? each.failed : []))
  await world.worker.settle()
  return { ...world, receive, row, keys, emails, failed }
}

describe('C4.8 a text that never left the network', () => {
  test('goes once more a minute later, under a key of its own', async () => {
    const world = await sent()
    expect(world.keys()).toEqual([first])
    expect(await world.receive('technical-failure')).toBe('applied')
    await world.advance({ seconds: 59 })
    expect(world.keys()).toEqual([first])
    await world.advance({ seconds: 1 })
    expect(world.keys()).toEqual([first, second])
    expect(await world.receive('delivered', second)).toBe('applied')
    expect((await world.row())?.state).toMatchObject({ kind: 'done', outcome: { kind: 'sent', delivery: { status: 'delivered' } } })
    expect(world.emails()).toBe(0)
  })

  test('and only once: the second time it goes by email', async () => {
    const world = await sent()
    await world.receive('technical-failure')
    await world.receive('technical-failure') // told twice
    await world.advance({ minutes: 1 })
    expect(await world.receive('technical-failure')).toBe('old') // and once more, late
    await world.receive('technical-failure', second)
    await world.advance({ hours: 1 })
    expect(world.keys()).toEqual([first, second])
    expect(world.emails()).toBe(1)
    expect(await world.failed()).toEqual([])
  })

  test('C4.12 that had arrived after all does not go again', async () => {
    const world = await sent()
    await world.receive('technical-failure')
    await world.receive('delivered')
    await world.advance({ hours: 1 })
    expect(world.keys()).toEqual([first])
    await world.receive('technical-failure')
    await world.advance({ hours: 1 })
    expect(world.keys()).toEqual([first])
  })

  test('does not go when it would come too late: it is shown as failed', async () => {
    const world = await sent()
    world.clock.setTo(until.subtract({ seconds: 60 }))
    await world.receive('technical-failure')
    await world.advance({ hours: 1 })
    expect(world.keys()).toEqual([first])
    expect(await world.failed()).toEqual([{ name: 'Cllr Member 1', because: 'technical-failure' }])
  })

  test('whose second call was lost is looked for under the second key', async () => {
    const world = await sent()
    world.senders.script('text', 'lost after')
    await world.receive('technical-failure')
    await world.advance({ minutes: 3 })
    expect(world.keys()).toEqual([first, second])
    expect((await world.row())?.state).toMatchObject({ kind: 'done', outcome: { kind: 'sent', providerId: `text-of-${second}` } })
  })

  test('a reference of a call that was never made is none of ours', async () => {
    const world = await sent()
    expect(await world.receive('delivered', `${first}~r3`)).toBe('unknown-reference')
    expect(await world.receive('technical-failure', second)).toBe('old')
  })
})

test('C4.12 C4.14 a reminder whose number is nobody’s goes by email once; a phone that was off has had its text', async () => {
  const world = await sent()
  await world.receive('temporary-failure')
  await world.advance({ hours: 1 })
  expect(world.emails()).toBe(0)
  await world.receive('permanent-failure')
  await world.receive('permanent-failure')
  await world.advance({ hours: 1 })
  expect(world.emails()).toBe(1)
  expect(world.keys()).toEqual([first])
})

test('C4.12 a text that Notify has twice is raised with officers and never sent again', async () => {
  const world = await testCouncil({ now, rulebook: towerHamlets, members: someMembers(8), officers: [anOfficer(901)] })
  const state = { kind: 'unknown', attempt: 0, since: now, note: 'reset' } as const
  const duties = [aDutyRecord(reminder, state)]
  Object.assign(world.senders.text, { find: async () => ({ kind: 'found', providerId: 'n1', twice: true }) as const })
  await world.council.sessions.save({ session, moments: { weekBefore: now, nudged: 0 }, history: [], duties }, 'new')
  await world.advance({ hours: 1 })
  expect(world.senders.arrived.texts).toEqual([])
  const [row] = (await world.council.sessions.attention()).filter((each) => each.kind === 'message-failed')
  expect(row).toMatchObject({ failed: [{ name: 'Cllr Member 1', because: 'sent-twice' }] })
  expect(world.lines.join()).toContain('sent-twice')
})
