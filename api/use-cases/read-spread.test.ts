import { expect, test } from 'vitest'
import { sessionId } from '../../domain/kernel/ids.ts'
import { inLondon } from '../../domain/kernel/london.ts'
import { day, instant } from '../../domain/kernel/time.ts'
import { aSession, someMembers, towerHamlets } from '../../domain/testing/builders.ts'
import { spreadReport } from '../contracts/spread.ts'
import { testCouncil } from '../testing/council.ts'
import { readSpread } from './read-spread.ts'

const now = instant('2026-10-12T08:00:00Z')
const secret = 'A talk for Cllr Member 1 alone'

function held(id: string, on: string, at: string) {
  const startsAt = inLondon(day(on), at)
  const calendar = { ...aSession().calendar, eventId: `event-${id}`, iCalUId: `ical-${id}` }
  return aSession({ id: sessionId(id), title: secret, calendar, startsAt, endsAt: startsAt.add({ hours: 1 }), accepted: 2 })
}

test('C14.7 the year is the council’s own kind unless another is asked for, and holds what has been and what is to come', async () => {
  const { council, advanceTo } = await testCouncil({
    now,
    rulebook: { ...towerHamlets, reporting: { year: 'financial' } },
    members: someMembers(2),
    sessions: [held('march', '2026-03-31', '18:00'), held('april', '2026-04-14', '10:00'), held('coming', '2026-11-10', '18:00')],
  })
  await advanceTo(now)
  const read = async (asked = {}) => spreadReport.parse(await readSpread(council, asked))
  expect(await read()).toMatchObject({
    year: { kind: 'financial', from: '2026-04-01', to: '2027-04-01' },
    eveningFrom: '17:00',
    total: { sessions: 2, day: 1, evening: 1 },
  })
  expect(await read({ kind: 'municipal' })).toMatchObject({ total: { sessions: 1, evening: 1 } })
  expect(await read({ began: 2025 })).toMatchObject({ year: { kind: 'financial', from: '2025-04-01' }, total: { sessions: 1 } })
  expect(await read({ kind: 'calendar', began: 2030 })).toMatchObject({ total: { sessions: 0 } })
})

test('C14.7 it tells nobody’s name, what any session is called or who comes to it', async () => {
  const { council, advanceTo } = await testCouncil({
    now,
    rulebook: towerHamlets,
    members: someMembers(2),
    sessions: [held('s1', '2026-10-20', '10:00')],
  })
  await advanceTo(now)
  const report = await readSpread(council, {})
  expect(report.total.sessions).toBe(1)
  expect(JSON.stringify(report)).not.toMatch(/Member|talk|accepted|s1/)
})
