import { expect, test } from 'vitest'
import { sessionId } from '../../domain/kernel/ids.ts'
import { inLondon } from '../../domain/kernel/london.ts'
import { day, instant } from '../../domain/kernel/time.ts'
import { aMember, anInvitation, aSession, someMembers, towerHamlets } from '../../domain/testing/builders.ts'
import { brochure } from '../contracts/brochure.ts'
import { testCouncil } from '../testing/council.ts'
import { readBrochure } from './read-brochure.ts'

const now = instant('2026-10-12T08:00:00Z')
const onDay = (id: string, text: string, time: string) => {
  const startsAt = inLondon(day(text), time)
  const calendar = { mailbox: aSession().calendar.mailbox, eventId: `event-${id}`, iCalUId: `ical-${id}` }
  return aSession({
    id: sessionId(id),
    title: `Course ${id}`,
    startsAt,
    endsAt: startsAt.add({ hours: 2 }),
    calendar,
    invitations: [anInvitation(1, 'tentative')],
  })
}

test('C4.16 a municipal year is from 1 May to 30 April by London’s clocks, and a Member sees to what she is invited', async () => {
  const { council, advanceTo } = await testCouncil({
    now,
    rulebook: towerHamlets,
    members: someMembers(2),
    sessions: [
      onDay('april', '2026-04-30', '23:30'),
      onDay('first', '2026-05-01', '00:00'),
      onDay('last', '2027-04-30', '23:30'),
      onDay('next', '2027-05-01', '00:00'),
    ],
  })
  await advanceTo(now)
  const read = async (member = aMember(1), asked = {}) => brochure.parse(await readBrochure(council, { member }, asked))
  const idsIn = ({ groups }: Awaited<ReturnType<typeof read>>) =>
    groups.flatMap(({ courses }) => courses.flatMap(({ runs }) => runs.map((run) => run.sessionId)))
  expect(idsIn(await read())).toEqual(['first', 'last'])
  expect(idsIn(await read(aMember(1), { began: 2025 }))).toEqual(['april'])
  expect(idsIn(await read(aMember(1), { began: 2027 }))).toEqual(['next'])
  expect((await read()).groups[0]?.courses[0]?.runs[0]?.yours).toBe('tentative')
  expect((await read(aMember(2))).groups[0]?.courses[0]?.runs[0]).not.toHaveProperty('yours')
  expect(await read()).toMatchObject({ year: { from: '2026-05-01', to: '2027-05-01' }, by: 'month' })
  expect(await read(aMember(1), { by: 'kind' })).toMatchObject({ by: 'kind', groups: [{ heading: { kind: 'kind' } }] })
  expect(JSON.stringify(await readBrochure(council, {}, {}))).not.toMatch(/Member 1|m1|member1@/)
})
