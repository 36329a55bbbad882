import { afterAll, beforeAll, expect, test } from 'vitest'
import { programmeMonth, type ProgrammeMonth } from '../../api/contracts/month.ts'
import { between, membersList, outlookOf } from '../support/outlook.ts'
import { startRig, type Rig } from '../support/rig.ts'
import { tabOf, type Tab } from '../support/tab.ts'
import { aWorld } from '../support/worlds.ts'

const planning = 'Planning Committee'
const title = 'Scrutiny: using evidence'
const seat = (person: string, post = 'Member') => ({ person, title: post, committee: planning, from: '2026-05-11' })
const evening = { start: '2026-10-21T18:30', end: '2026-10-21T20:30', place: 'Council Chamber' }

let rig: Rig
let outlook: ReturnType<typeof outlookOf>
let tab: Tab

beforeAll(async () => {
  rig = await startRig(
    aWorld({
      members: 7,
      change(world) {
        world.register.offices = [seat('m1', 'Chair'), seat('m2'), { ...seat('m3', 'Substitute'), substitute: true }]
        world.register.committees = [
          { name: planning, meetings: [evening] },
          { name: 'Council', meetings: [{ start: '2026-10-14T19:00' }] },
        ]
        world.rulebook.settings = {
          workingDays: { schoolHolidays: [{ label: 'Autumn half term', from: '2026-10-26', to: '2026-10-30' }] },
          programme: { slots: { perMonth: 2, times: [{ on: 'wednesday', from: '18:30', until: '20:30' }] } },
        }
      },
    }),
  )
  outlook = outlookOf(rig)
  tab = tabOf(rig)
})
afterAll(() => rig.close())

const arrange = (...meetings: unknown[]) => rig.call('PUT', '/sandbox/meetings', { committee: planning, meetings })
const clashes = async () => (await tab.attention()).flatMap((row) => (row.kind === 'clash' ? [row] : []))
async function monthOf(month: string): Promise<ProgrammeMonth> {
  const { status, body } = await rig.api('officer', 'GET', `/programme/month/${month}`)
  expect(status).toBe(200)
  return programmeMonth.parse(body)
}

test('C14.1 C14.2 C14.6 a month shows the council’s own calendar, and slots that are free of it', async () => {
  const month = await monthOf('2026-10')
  expect([month.from, month.to]).toEqual(['2026-09-28', '2026-11-01'])
  expect(month.meetings.map(({ committee, startsAt, endsAt }) => [committee, startsAt, endsAt])).toEqual([
    ['Council', '2026-10-14T18:00:00Z', undefined],
    [planning, '2026-10-21T17:30:00Z', '2026-10-21T19:30:00Z'],
  ])
  expect(month.slots.map(({ startsAt }) => startsAt)).toEqual(['2026-10-07T17:30:00Z', '2026-10-28T18:30:00Z'])
  expect(month.schoolHolidays).toMatchObject([{ label: 'Autumn half term' }])
  expect(month.calendar).toMatchObject({ state: 'read', isBeyond: false, unread: [], membersUnknown: [] })
  expect((await monthOf('2026-12')).daysOff.map(({ on }) => on)).toContain('2026-12-25')
  expect((await rig.api('officer', 'GET', '/programme/month/2026-13')).status).toBe(404)
  expect((await rig.api('m1', 'GET', '/programme/month/2026-10')).status).toBe(403)
})

test('C14.2 a session takes the slot at which it is held, and may be at any other time too', async () => {
  await outlook.invite({ subject: title, attendees: [membersList], ...between('2026-10-28', '18:30', '20:30') })
  await outlook.invite({ subject: 'On a day of its own', attendees: [membersList], ...between('2026-10-29', '11:10', '12:00') })
  await rig.settle()
  const { slots, rows } = await monthOf('2026-10')
  expect(slots.map(({ startsAt }) => startsAt)).toEqual(['2026-10-07T17:30:00Z'])
  expect(rows.map((row) => [row.title, row.clashes])).toEqual([
    [title, undefined],
    ['On a day of its own', undefined],
  ])
  expect(await clashes()).toEqual([])
})

test(
  'C14.3 a meeting added onto a session is raised with who is affected, and goes when it is moved away',
  { timeout: 60_000 },
  async () => {
    const added = { start: '2026-10-28T20:59', end: '2026-10-28T21:30', place: 'Committee Room 3' }
    await arrange(evening, added)
    await rig.advance('P1D')
    expect(await clashes()).toMatchObject([
      { title, group: 'put-right', affected: ['Cllr Member Ash', 'Cllr Member Birch'], against: { kind: 'meeting', committee: planning } },
    ])
    expect((await tab.session(title)).clashes).toMatchObject([{ against: { place: 'Committee Room 3' }, affected: [{}, {}] }])
    expect((await tab.row(title)).clashes).toHaveLength(1)

    await arrange(evening, { ...added, start: '2026-10-28T21:00' }) // half an hour after the session
    await rig.advance('P1D')
    expect(await clashes()).toEqual([])
    expect((await tab.session(title)).clashes).toEqual([])
  },
)

test('C14.3 what an officer accepts goes, with her reason on the record', { timeout: 60_000 }, async () => {
  await arrange(evening, { start: '2026-10-28T19:00' })
  await rig.advance('P1D')
  const page = await tab.session(title)
  const [clash] = page.clashes
  const path = `/sessions/${page.row.sessionId}/clashes/${clash?.clashId ?? ''}/acceptance`
  expect((await rig.api('officer', 'POST', path, { reason: '  ' })).status).toBe(400)
  expect((await rig.api('m1', 'POST', path, { reason: 'Because' })).status).toBe(403)
  expect((await rig.api('officer', 'POST', path, { reason: 'Planning sends its vice-chair' })).status).toBe(200)
  await rig.settle()
  expect(await clashes()).toEqual([])
  const kept = await tab.session(title)
  expect(kept.clashes).toMatchObject([{ accepted: { by: 'Olive Officer', reason: 'Planning sends its vice-chair' } }])
  expect(kept.history.map(({ what }) => what)).toContain(
    'Kept at its time beside Planning Committee by Olive Officer: Planning sends its vice-chair',
  )
  expect((await rig.api<{ refusal?: string }>('second', 'POST', path, { reason: 'Too late' })).body.refusal).toBe('already-accepted')
})

test('C14.3 while modern.gov is away the calendar stands as it was, and says since when', { timeout: 60_000 }, async () => {
  const before = await monthOf('2026-10')
  await arrange(evening, 'gone', { start: '2026-10-28T19:00' })
  await rig.faults([{ service: 'modern-gov', path: 'GetCommittees', action: { kind: 'status', status: 200, html: true } }])
  await rig.advance('P1D')
  const away = await monthOf('2026-10')
  expect(away.meetings).toEqual(before.meetings)
  expect(away.calendar).toMatchObject({ state: 'failing', readAt: before.calendar.readAt, failing: { because: 'unreadable' } })
  expect(await clashes()).toEqual([])

  await rig.clearFaults()
  await rig.advance('P1D')
  expect((await monthOf('2026-10')).calendar.state).toBe('read')
  expect(await clashes()).toHaveLength(1)
})

test('C14.12 a session on top of another for the same Members is raised once, and falls when it is moved', async () => {
  await arrange(evening)
  const second = await outlook.invite({ subject: 'Budgets', attendees: [membersList], ...between('2026-10-28', '20:00', '21:00') })
  await rig.settle()
  const raised = (await clashes()).filter(({ against }) => against.kind === 'session')
  expect(raised).toMatchObject([{ title: 'Budgets', against: { title } }])
  expect(raised[0]?.affected).toHaveLength(7)
  expect((await tab.session(title)).clashes.some(({ against }) => against.kind === 'session')).toBe(true)
  await outlook.change(second.id, between('2026-10-28', '20:30', '21:30'))
  await rig.settle()
  expect((await clashes()).filter(({ against }) => against.kind === 'session')).toEqual([])
})
