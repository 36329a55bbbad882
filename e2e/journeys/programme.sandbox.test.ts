import { afterAll, beforeAll, expect, test } from 'vitest'
import { spreadReport } from '../../api/contracts/spread.ts'
import type { World } from '../../sandbox/world.ts'
import { at, membersList, outlookOf } from '../support/outlook.ts'
import { startRig, type Rig } from '../support/rig.ts'
import { tabOf, type Tab } from '../support/tab.ts'
import { aWorld } from '../support/worlds.ts'

let rig: Rig
let outlook: ReturnType<typeof outlookOf>
let tab: Tab

const smallRoom = 'snug@testing.example'

const council = (now: string, workingDays: object = {}): World =>
  aWorld({
    members: 7,
    change(world) {
      world.now = now
      world.rulebook.settings = { workingDays }
      world.rooms = [{ email: smallRoom, name: 'The Snug', capacity: 2 }]
    },
  })

beforeAll(async () => {
  const schoolHolidays = [{ label: 'Autumn half term', from: '2026-10-26', to: '2026-10-30' }]
  rig = await startRig(council('2026-10-05T08:00:00Z', { schoolHolidays }))
  outlook = outlookOf(rig)
  tab = tabOf(rig)
})
afterAll(() => rig.close())

/** Two hours from a time on a day. */
const on = (day: string, from: string) => ({
  start: at(day, from),
  end: at(day, `${String(Number(from.slice(0, 2)) + 2).padStart(2, '0')}${from.slice(2)}`),
})
const invite = (subject: string, day: string, from: string, change: Record<string, unknown> = {}) =>
  outlook.invite({ subject, attendees: [membersList], ...on(day, from), ...change })
const unpaired = async () =>
  (await tab.attention()).flatMap((row) => (row.kind === 'no-repeat' ? [`${row.title}: ${row.pair}`] : [])).toSorted()
const cardsAbout = async (person: string, title: string) =>
  (await rig.cards(person)).filter((card) => JSON.stringify(card.activity).includes(title)).length

test('C14.4 a session and its repeat are one offer at two times, checked to be one in the day and one in the evening', async () => {
  await invite('Chairing meetings (day)', '2026-11-10', '16:59')
  await rig.settle()
  expect(await unpaired()).toEqual(['Chairing meetings (day): no-repeat'])
  const evening = await invite('Chairing meetings - evening', '2026-11-17', '17:00')
  await rig.settle()
  expect(await unpaired()).toEqual([])

  await outlook.answer('m1', 'Chairing meetings - evening', 'accept')
  await outlook.answer('m1', 'Chairing meetings (day)', 'decline')
  await rig.settle()
  const day = await tab.session('Chairing meetings (day)')
  expect(day.pair).toBe('complete')
  expect(day.row.otherRuns).toMatchObject([{ startsAt: '2026-11-17T17:00:00Z', accepted: 1, partOfDay: 'evening' }])
  expect((await tab.mine('m1', 'Chairing meetings (day)')).otherRuns).toMatchObject([{ partOfDay: 'evening', yours: 'accepted' }])
  // Each is judged on its own count, and its own alone.
  expect((await tab.rows('Chairing meetings (day)')).map(({ counts }) => counts.accepted)).toEqual([0])

  await outlook.change(evening.id, on('2026-11-17', '16:30'))
  await rig.settle()
  expect(await unpaired()).toEqual(['Chairing meetings (day): both-day', 'Chairing meetings - evening: both-day'])
  await outlook.cancel(evening.id)
  await rig.settle()
  expect(await unpaired()).toEqual(['Chairing meetings (day): no-repeat'])
  expect((await tab.mine('m1', 'Chairing meetings (day)')).otherRuns).toEqual([])
})

test('C1.15 a room that was booked in Outlook is too small from the first Member more than it holds', async () => {
  const booked = [membersList, { type: 'resource', emailAddress: { address: smallRoom, name: 'The Snug' } }]
  await invite('A close fit', '2026-11-11', '18:00', {
    attendees: booked,
    location: { displayName: 'The Snug', locationEmailAddress: smallRoom },
  })
  const tooSmall = async () => (await tab.attention()).filter(({ kind }) => kind === 'room-too-small')
  for (const member of ['m1', 'm2']) await outlook.answer(member, 'A close fit', 'accept')
  await rig.settle()
  expect((await tab.session('A close fit')).plan).toMatchObject({ accepted: 2, capacity: 2, overfull: false })
  expect(await tooSmall()).toEqual([])
  await outlook.answer('m3', 'A close fit', 'accept')
  await rig.settle()
  expect(await tooSmall()).toMatchObject([{ title: 'A close fit', accepted: 3, capacity: 2 }])
})

test('C14.4 seminars and sessions in a room are checked; briefings and webinars need no repeat; months apart is none', async () => {
  const before = await unpaired()
  await invite('A seminar', '2026-11-12', '18:00', { categories: ['Member seminar'] })
  await invite('A briefing', '2026-11-12', '10:00', { categories: ['Member briefing'] })
  await invite('A webinar', '2026-11-12', '12:00', { categories: ['Member webinar'], isOnlineMeeting: true, location: { displayName: '' } })
  await invite('Far apart', '2026-11-12', '09:00')
  await invite('Far apart: repeat', '2027-02-13', '18:00') // 93 days later
  await invite('Near enough', '2026-11-13', '09:00')
  await invite('Near enough: repeat', '2027-02-13', '15:00') // 92
  await rig.settle()
  expect((await unpaired()).filter((each) => !before.includes(each))).toEqual([
    'A seminar: no-repeat',
    'Far apart: no-repeat',
    'Far apart: repeat: no-repeat',
    'Near enough: both-day',
    'Near enough: repeat: both-day',
  ])
})

test('C14.7 what Outlook holds of the year is spread over weekdays, times and months, and what was cancelled is not counted', async () => {
  const report = spreadReport.parse((await rig.api('officer', 'GET', '/reports/spread')).body)
  expect(report.total).toEqual({ sessions: 9, day: 6, evening: 3, online: 1, hybrid: 0 })
  expect(report.weekdays.map(({ weekday, sessions }) => [weekday, sessions])).toEqual([
    [1, 0],
    [2, 1],
    [3, 1],
    [4, 4],
    [5, 1],
    [6, 2],
  ])
  expect(report.months.flatMap(({ month, sessions }) => (sessions > 0 ? [`${month}: ${sessions}`] : []))).toEqual([
    '2026-11: 7',
    '2027-02: 2',
  ])
  expect(report.hours.at(0)).toMatchObject({ hour: 9, sessions: 2 })
  expect(report.left).toEqual({ cancelled: 1, postponed: 0, ownTime: 0 })
})

test('C14.11 C14.6 sessions keep their wall time across the clock change, their deadlines theirs, and school holidays are named', async () => {
  const recurrence = {
    pattern: { type: 'weekly', interval: 1, daysOfWeek: ['tuesday'] },
    range: { type: 'numbered', startDate: '2026-10-20', numberOfOccurrences: 3 },
  }
  await invite('Every Tuesday', '2026-10-20', '18:30', { recurrence })
  await rig.settle()
  const rows = await tab.rows('Every Tuesday')
  expect(rows.map(({ startsAt, state, schoolHoliday }) => [startsAt, 'at' in state && state.at, schoolHoliday])).toEqual([
    ['2026-10-20T17:30:00Z', '2026-10-13T08:00:00Z', undefined],
    ['2026-10-27T18:30:00Z', '2026-10-20T08:00:00Z', 'Autumn half term'],
    ['2026-11-03T18:30:00Z', '2026-10-27T09:00:00Z', undefined],
  ])
  const sessions = await Promise.all(rows.map(({ sessionId }) => tab.sessionById(sessionId)))
  expect(sessions.map(({ reminders }) => [reminders.weekBefore.at, reminders.morningOf.at])).toEqual([
    ['2026-10-13T09:00:00Z', '2026-10-20T07:00:00Z'],
    ['2026-10-20T09:00:00Z', '2026-10-27T08:00:00Z'],
    ['2026-10-27T10:00:00Z', '2026-11-03T08:00:00Z'],
  ])
  const noticeOf = async ({ sessionId }: { sessionId: string }) =>
    (await rig.api<{ notice: { shortNoticeFrom: string } }>('officer', 'GET', `/sessions/${sessionId}/decision`)).body.notice
      .shortNoticeFrom
  expect(await Promise.all(rows.map(noticeOf))).toEqual(['2026-10-16T17:30:00Z', '2026-10-23T17:30:00Z', '2026-10-30T18:30:00Z'])
})

test.each([
  ['england-and-wales', [], '2026-12-29', '2026-12-18T09:00:00Z'], // without the 25th and the 28th
  ['england-and-wales', ['2026-12-24'], '2026-12-29', '2026-12-17T09:00:00Z'],
  ['england-and-wales', [], '2026-12-01', '2026-11-24T09:00:00Z'],
  ['scotland', [], '2026-12-01', '2026-11-23T09:00:00Z'], // without St Andrew's Day
  ['england-and-wales', [], '2027-03-18', '2027-03-11T09:00:00Z'],
  ['northern-ireland', [], '2027-03-18', '2027-03-10T09:00:00Z'], // without St Patrick's Day
])('C14.6 in %s, closed on %o besides, a session on %s is reviewed five working days before', async (division, closures, day, at) => {
  await rig.world(council('2026-11-16T09:00:00Z', { division, closures }))
  await invite('Over the holidays', day, '14:00')
  await rig.settle()
  expect((await tab.row('Over the holidays')).state).toEqual({ kind: 'reviewed-on', at })
})

test('C14.6 C3.2 C2.3 over Christmas nudge, review and short notice are counted in working days, to the minute', async () => {
  await rig.world(council('2026-12-16T09:30:00Z'))
  await invite('After Christmas', '2026-12-29', '14:00')
  await rig.settle()
  await rig.setClock('2026-12-16T09:59:00Z')
  expect(await cardsAbout('m1', 'After Christmas')).toBe(0)
  await rig.advance('PT1M')
  expect(await cardsAbout('m1', 'After Christmas')).toBe(1)

  await rig.setClock('2026-12-18T08:59:00Z')
  expect(await cardsAbout('officer', 'After Christmas')).toBe(0)
  expect((await tab.row('After Christmas')).state.kind).toBe('reviewed-on')
  await rig.advance('PT1M')
  expect(await cardsAbout('officer', 'After Christmas')).toBe(1)
  expect((await tab.row('After Christmas')).state).toEqual({ kind: 'decide-by', at: '2026-12-18T12:00:00Z', escalated: false })

  const { sessionId } = await tab.row('After Christmas')
  const notice = async () => (await rig.api<{ notice: object }>('officer', 'GET', `/sessions/${sessionId}/decision`)).body.notice
  await rig.setClock('2026-12-23T14:00:00Z')
  expect(await notice()).toEqual({ shortNotice: false, shortNoticeFrom: '2026-12-23T14:00:00Z', workingDays: 2 })
  await rig.advance('PT1M')
  expect(await notice()).toMatchObject({ shortNotice: true })
}, 60_000)
