import { describe, expect, test } from 'vitest'
import { sessionId } from '../../domain/kernel/ids.ts'
import { inLondon, londonDay, londonTime } from '../../domain/kernel/london.ts'
import type { Instant } from '../../domain/kernel/time.ts'
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
  expect(ids).toEqual(expect.arrayContaining(['member-briefing', 'external-event', 'visit', 'coaching']))
  const byThemselves = towerHamlets.kinds.flatMap(({ whenOnline, whenHybrid }) => [whenOnline, whenHybrid].filter(Boolean))
  const alone = towerHamlets.kinds.flatMap(({ id, countsAs }) => (countsAs === 'own-time' ? [id] : []))
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

test.each([
  ['its category, whatever its case', { categories: ['Red', 'MEMBER SEMINAR'] }, 'member-seminar', 'Member seminar'],
  ['a category of external training', { categories: ['External training'] }, 'external-event', 'External event, conference or seminar'],
  [
    'a category of what else is another kind by itself',
    { categories: ['Member webinar'] },
    'online-training',
    'Online training or webinar',
  ],
] as const)('C1.1 C1.4 until an officer chooses, it is of the kind of %s, which can be chosen', async (_what, given, kindId, label) => {
  const { council: ours } = await council([])
  const view = await readAppointment(ours, { ...asked, ...given })
  expect(view).toMatchObject({ kindId, categoryKind: label, form: { kindLabel: label } })
  expect(view.kinds.map((kind) => kind.kindId)).toContain(kindId)
  expect(await readAppointment(ours, { ...asked, ...given, kind: 'workshop' })).toMatchObject({ kindId: 'workshop', categoryKind: label })
})

test('C1.1 without one of the council’s categories it is what its shared mailbox says, and else the council’s first', async () => {
  const { council: ours } = await council([])
  const plain = await readAppointment(ours, { ...asked, categories: ['Red'] })
  expect(plain).toMatchObject({ kindId: plain.kinds[0]?.kindId })
  expect(plain).not.toHaveProperty('categoryKind')
  const recognition = { ...towerHamlets.recognition, sharedMailboxes: [asked.organiser], sharedMailboxKind: 'workshop' }
  const shared = { ...ours, rulebook: { ...towerHamlets, recognition } }
  expect(await readAppointment(shared, asked)).toMatchObject({ kindId: 'workshop' })
  expect(await readAppointment(shared, { ...asked, categories: ['Member briefing'] })).toMatchObject({ kindId: 'member-briefing' })
})

test('C1.9 the rules for what Outlook does as an invitation leaves are told, and of a briefing that needs no aim none holds it for that', async () => {
  const sending = { ...towerHamlets.sending, noAim: 'hold' } as const
  const { council: ours } = await council([])
  const strict = { ...ours, rulebook: { ...towerHamlets, sending, briefings: { ...towerHamlets.briefings, objectives: false } } }
  expect(await readAppointment(strict, { ...asked, kind: 'workshop' })).toMatchObject({ onSend: sending })
  expect(await readAppointment(strict, { ...asked, kind: 'member-briefing' })).toMatchObject({ onSend: { ...sending, noAim: 'warn' } })
})

describe('C1.1 a whole series', () => {
  const dateOf = (week: number, given: Partial<typeof session> = {}) =>
    aSession({
      id: sessionId(`week${week}`),
      startsAt: inLondon(londonDay(startsAt).add({ weeks: week }), londonTime(startsAt)),
      endsAt: inLondon(londonDay(startsAt).add({ weeks: week }), londonTime(session.endsAt)),
      calendar: { ...session.calendar, eventId: `event-${week}`, iCalUId: `ical-${week}` },
      ...given,
    })
  const first = dateOf(-4)
  const whole = { ...asked, startsAt: String(first.startsAt), endsAt: String(first.endsAt), isSeries: true }
  const at = async (now: Instant, dates: readonly (typeof session)[]) => {
    const { council: ours } = await council([...dates])
    return (await readAppointment({ ...ours, clock: { ...ours.clock, now: () => now } }, whole)).sessionId
  }

  test('is the next of its dates and not its first, at the same hour although the clocks change', async () => {
    const dates = [-4, -3, 0, 1].map((week) => dateOf(week))
    expect(await at(first.startsAt.subtract({ hours: 1 }), dates)).toBe('week-4')
    expect(await at(first.endsAt, dates)).toBe('week-3')
    expect(await at(first.endsAt.add({ hours: 24 * 8 }), dates)).toBe('week0')
  })

  test('is the next that still stands, that began at its hour, and that its organiser has', async () => {
    const cancelled = dateOf(0, { standing: { kind: 'cancelled', at: arrangedAt, through: 'outlook' } })
    const evening = dateOf(1, { startsAt: dateOf(1).startsAt.add({ hours: 1 }) })
    const another = dateOf(2, { organiser: { ...session.organiser, address: 'somebody@thamesbrook.example' } })
    expect(await at(first.endsAt, [first, cancelled, evening, another, dateOf(3)])).toBe('week3')
  })

  test('of which every date is past is its first', async () => {
    expect(await at(first.endsAt, [first])).toBe('week-4')
  })
})
