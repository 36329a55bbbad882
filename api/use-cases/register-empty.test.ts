import { expect, test } from 'vitest'
import { sessionId } from '../../domain/kernel/ids.ts'
import { inLondon, londonDay } from '../../domain/kernel/london.ts'
import { aMark, anOfficer, aSession, someMembers, startsAt, towerHamlets } from '../../domain/testing/builders.ts'
import { testCouncil } from '../testing/council.ts'
import { readAttention } from './read-attention.ts'

const session = aSession({ accepted: 6, endsAt: startsAt.add({ minutes: 60 }) })
const midnight = inLondon(londonDay(session.endsAt).add({ days: 1 }), '00:00')
const start = async () => {
  const council = await testCouncil({
    now: startsAt.subtract({ hours: 1 }),
    rulebook: towerHamlets,
    members: someMembers(6),
    officers: [anOfficer(901)],
    sessions: [session],
  })
  const asked = async () => (await readAttention(council.council)).rows.filter(({ kind }) => kind === 'register-empty')
  return { ...council, asked }
}

test('C2.10 a register nobody filled in waits in Needs attention from the next day, until anything is recorded on it', async () => {
  const { council, advanceTo, advance, record, asked } = await start()
  await advanceTo(midnight.subtract({ seconds: 1 }))
  expect(await asked()).toEqual([])
  await advanceTo(midnight)
  expect(await asked()).toMatchObject([{ sessionId: 's1', title: session.title, startsAt: String(startsAt) }])
  const found = await record(sessionId('s1'))
  expect(found.marks).toEqual([])
  const { etag } = (await council.sessions.find(sessionId('s1'))) ?? { etag: '' }
  expect(await council.sessions.save({ session: found.session, history: [], marks: [aMark(1, 'in-person')] }, { etag })).toBe('saved')
  await advance({ seconds: 1 })
  expect(await asked()).toEqual([])
})

test('C2.10 it goes by itself after a fortnight', async () => {
  const { advanceTo, asked } = await start()
  const over = inLondon(londonDay(session.endsAt).add({ days: 15 }), '00:00')
  await advanceTo(over.subtract({ seconds: 1 }))
  expect(await asked()).toHaveLength(1)
  await advanceTo(over)
  expect(await asked()).toEqual([])
})
