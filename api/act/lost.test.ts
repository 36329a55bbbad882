import { expect, test } from 'vitest'
import type { Duty } from '../../domain/duties/duty.ts'
import { dutyOf } from '../../domain/duties/duty-ids.ts'
import { instant } from '../../domain/kernel/time.ts'
import { aDutyRecord, aMemberId, anOfficer, aSession, someMembers, towerHamlets } from '../../domain/testing/builders.ts'
import { testCouncil } from '../testing/council.ts'

const now = instant('2026-10-20T09:00:00Z')
const session = aSession({ accepted: 8 })
const { id } = session
const reminder = dutyOf(id, { kind: 'reminder', reminder: 'week-before', memberId: aMemberId(1) }, 'text', { notBefore: now })
const answer = dutyOf(id, { kind: 'answer', memberId: aMemberId(1), answer: 'tentative', number: 1 }, 'calendar', { notBefore: now })

async function losing(duty: Duty, times: number) {
  const wanted = { answer: 'tentative', at: now } as const
  const invitations = session.invitations.map((each, index) => (index === 0 ? { ...each, wanted } : each))
  const world = await testCouncil({ now, rulebook: towerHamlets, members: someMembers(8), officers: [anOfficer(901)] })
  const moments = { weekBefore: now, nudged: 0 } // so that only this one duty is owed
  await world.council.sessions.save({ session: { ...session, invitations }, moments, history: [], duties: [aDutyRecord(duty)] }, 'new')
  world.senders.script(duty.channel, ...Array<'lost before'>(times).fill('lost before'))
  const state = async () => (await world.council.sessions.duty(id, duty.id))?.value.state
  return { ...world, state }
}

test('C4.8 a text that is lost four times and found nowhere goes at the fifth, each time later than before', async () => {
  const world = await losing(reminder, 4)
  const tried: string[] = []
  for (const minutes of [0, 1, 7, 28, 109]) {
    await world.advanceTo(now.add({ minutes }))
    const state = await world.state()
    tried.push(state?.kind ?? '')
  }
  expect(tried).toEqual(['unknown', 'unknown', 'unknown', 'unknown', 'done'])
  expect(world.senders.arrived.texts).toHaveLength(1)
})

test('one that is lost five times is tried no more: officers are told', async () => {
  const world = await losing(reminder, 100)
  await world.advance({ hours: 4 })
  expect(await world.state()).toMatchObject({ kind: 'done', outcome: { kind: 'needs-attention', because: 'never-arrived' } })
  const attention = await world.council.sessions.attention()
  expect(attention).toContainEqual(
    expect.objectContaining({ kind: 'message-failed', failed: [{ name: 'Cllr Member 1', because: 'never-arrived' }] }),
  )
  world.senders.script('text')
  await world.advance({ hours: 24 })
  expect(world.senders.arrived.texts.filter(({ key }) => key.endsWith(reminder.id))).toEqual([])
})

test('so is an answer that Outlook never takes, which may be given again unasked', async () => {
  const world = await losing(answer, 100)
  await world.advance({ hours: 4 })
  expect(await world.state()).toMatchObject({ kind: 'done', outcome: { kind: 'needs-attention', because: 'never-arrived' } })
})
