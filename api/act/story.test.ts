import { expect, test } from 'vitest'
import { anOfficer, aSession, arrangedAt, someMembers, startsAt, towerHamlets } from '../../domain/testing/builders.ts'
import { testCouncil } from '../testing/council.ts'

const members = someMembers(8)

async function arranged(answers: { accepted?: number; declined?: number; none?: number }) {
  const session = aSession(answers)
  const world = await testCouncil({ now: arrangedAt, rulebook: towerHamlets, members, officers: [anOfficer(901)], sessions: [session] })
  return { ...world, session }
}

test('C4.8 C4.9 C4.12 a session that stands ends with one text of each kind to each Member who is coming', async () => {
  const { advanceTo, senders, record, session } = await arranged({ accepted: 6, declined: 1, none: 1 })
  await advanceTo(startsAt)
  const sent = senders.arrived.texts.map(({ to, at }) => `${to} ${at.toString()}`).toSorted()
  expect(new Set(sent).size).toBe(sent.length)
  expect(sent.filter((text) => text.startsWith('+447700900001'))).toHaveLength(2)
  expect(sent.filter((text) => text.startsWith('+447700900007'))).toEqual([])
  const { duties } = await record(session.id)
  expect(duties.every(({ state }) => state.kind === 'done')).toBe(true)
})
