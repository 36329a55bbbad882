import { expect, test } from 'vitest'
import { sessionId } from '../../domain/kernel/ids.ts'
import { anOfficer, arrangedAt, aSession, startsAt, towerHamlets } from '../../domain/testing/builders.ts'
import { appointmentQuery, appointmentView } from '../contracts/appointments.ts'
import { testCouncil } from '../testing/council.ts'
import { readAppointment, type AskedAppointment } from './read-appointment.ts'

const session = aSession()
const asked: AskedAppointment = {
  subject: session.title,
  startsAt: String(session.startsAt),
  endsAt: String(session.endsAt),
  organiser: session.organiser.address,
}
async function council(sessions = [session]) {
  const world = await testCouncil({ now: arrangedAt, rulebook: towerHamlets, officers: [anOfficer(901)], sessions })
  await world.worker.settle()
  return world
}

test('C1.1 an appointment is the session of its title, time and organiser', async () => {
  const { council: ours } = await council()
  const view = await readAppointment(ours, asked)
  expect(view.sessionId).toBe(session.id)
  expect(appointmentView.parse(view)).toEqual(view)
})

test.each([
  ['another title', { subject: 'Budgets' }],
  ['another time', { startsAt: String(startsAt.add({ minutes: 30 })) }],
  ['another organiser', { organiser: 'somebody@thamesbrook.example' }],
])('C1.1 one of %s is no session that is known', async (_what, given) => {
  const { council: ours } = await council()
  expect(await readAppointment(ours, { ...asked, ...given })).not.toHaveProperty('sessionId')
})

test.each([
  ['a letter put together from two', 'Cafe\u0301 conversations'],
  ['a mark that turns the writing', 'Budgets \u202dABC\u202c'],
])('C1.1 a title with %s is the one that Outlook has, as it has it', async (_what, title) => {
  const { council: ours } = await council([{ ...session, title }])
  const query = appointmentQuery.parse({ ...asked, subject: ` ${title} ` })
  expect((await readAppointment(ours, query)).sessionId).toBe(session.id)
})

test('C1.1 of two that are alike neither is said to be it', async () => {
  const twin = aSession({ id: sessionId('s2'), calendar: { ...session.calendar, eventId: 'event-2', iCalUId: 'ical-2' } })
  const { council: ours } = await council([session, twin])
  expect(await readAppointment(ours, asked)).not.toHaveProperty('sessionId')
})

test('C1.4 C1.5 an officer chooses from the kinds that an appointment can be, and the first stands until she does', async () => {
  const { council: ours } = await council([])
  const view = await readAppointment(ours, asked)
  const ids = view.kinds.map(({ kindId }) => kindId)
  expect(ids).toContain('in-person-training')
  expect(ids).toContain('member-briefing')
  const byThemselves = towerHamlets.kinds.flatMap(({ whenOnline, whenHybrid }) => [whenOnline, whenHybrid].filter(Boolean))
  const alone = towerHamlets.kinds.flatMap(({ id, countsAs }) => (countsAs === 'own-time' || countsAs === 'external' ? [id] : []))
  expect(ids.filter((id) => [...byThemselves, ...alone].includes(id))).toEqual([])
  expect(view.kindId).toBe(ids[0])
  expect((await readAppointment(ours, { ...asked, kind: 'juggling' })).kindId).toBe(ids[0])
  expect(await readAppointment(ours, { ...asked, kind: 'member-briefing' })).toMatchObject({ kindId: 'member-briefing' })
})

test('C1.7 what its kind fixes is told of the kind that was chosen', async () => {
  const { council: ours } = await council([])
  const fixed = towerHamlets.kinds.find(({ audienceFixed }) => audienceFixed)?.id
  expect(fixed).toBeDefined()
  const view = await readAppointment(ours, { ...asked, ...(fixed ? { kind: fixed } : {}) })
  expect(view.form.choices.audienceFixed).toBe(true)
  const told = new Map(view.kinds.map((kind) => [kind.kindId, kind.audienceFixed]))
  expect([...told]).toEqual([...told.keys()].map((id) => [id, towerHamlets.kinds.find((kind) => kind.id === id)?.audienceFixed]))
  expect(new Set(told.values())).toEqual(new Set([true, false]))
})
