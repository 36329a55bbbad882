import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { attendanceRegister, checkedIn, checkInCode, marksTaken, type AttendanceRegister } from '../../api/contracts/attendance.ts'
import { myEvaluation } from '../../api/contracts/evaluations.ts'
import { uptakeReport } from '../../api/contracts/uptake.ts'
import { officersOf, type Officers } from '../support/officers.ts'
import { startRig, type Rig } from '../support/rig.ts'
import { tabOf, type Tab } from '../support/tab.ts'
import { aWorld } from '../support/worlds.ts'

const title = 'Using evidence'
const off = 'Called off'
const day = (time: string, on = '2026-10-05') => ({ dateTime: `${on}T${time}:00`, timeZone: 'Europe/London' })
const invited = (...numbers: readonly number[]) =>
  numbers.map((number) => ({ type: 'required', emailAddress: { name: `m${number}`, address: `m${number}@testing.example` } }))
let rig: Rig
let they: Officers
let tab: Tab
let session: string
let joinUrl: string

/** 10:30 to 11:30 in London on the day itself, in a room and in Teams; Member 8 is not invited. */
beforeAll(async () => {
  rig = await startRig(aWorld({ members: 8 }))
  they = officersOf(rig)
  tab = tabOf(rig)
  const attendees = invited(1, 2, 3, 4, 5, 6, 7)
  await they.invite(
    { subject: title, start: day('10:30'), end: day('11:30'), attendees, isOnlineMeeting: true },
    { subject: off, start: day('10:30'), end: day('11:30'), attendees },
    { subject: `${title} (repeat)`, start: day('18:30', '2026-10-20'), end: day('19:30', '2026-10-20'), attendees },
  )
  await they.answers(title, { accept: ['m1', 'm2', 'm6'], tentativelyAccept: ['m3'], decline: ['m4'] })
  await they.decide(off, { choice: 'cancel', reasonId: 'room-unavailable', message: 'The room is shut.' })
  const page = await tab.session(title)
  session = page.row.sessionId
  joinUrl = page.joinUrl ?? ''
})
afterAll(() => rig.close())

type Given = { readonly id?: string; readonly ago?: number; readonly seen?: number; readonly through?: string }
const mark = async (email: string, recorded: string, { id = randomUUID(), ago = 0, ...more }: Given = {}) => ({
  id,
  memberId: await memberIdOf(email),
  recorded,
  agoMs: ago * 1000,
  seen: 0,
  ...more,
})
async function memberIdOf(member: string): Promise<string> {
  return String((await rig.api<{ member?: { id: string } }>(member, 'GET', '/me')).body.member?.id)
}
const send = async (officer: string, marks: readonly object[], to = session) =>
  rig.api<{ refusal?: string }>(officer, 'POST', `/sessions/${to}/attendance`, { marks })
const take = async (officer: string, marks: readonly object[]) => marksTaken.parse((await send(officer, marks)).body)
const register = async () => attendanceRegister.parse((await rig.api('officer', 'GET', `/sessions/${session}/attendance`)).body)
const recordOf = async (member: string, from?: AttendanceRegister) => {
  const id = await memberIdOf(member)
  return (from ?? (await register())).rows.find(({ memberId }) => memberId === id)
}
const inTeams = (act: 'join' | 'leave', user: string) => rig.call('POST', '/sandbox/graph/online-meeting', { act, joinUrl, user })

test('C2.6 nothing is recorded before the register opens, and no answer is attendance then or later', async () => {
  const early = await send('officer', [await mark('m1', 'in-person')])
  expect(early).toMatchObject({ status: 409, body: { refusal: 'not-yet' } })
  await rig.setClock('2026-10-05T08:30:00Z')
  const { state, rows } = await register()
  expect(state.kind).toBe('open')
  expect(rows.map(({ recorded }) => recorded)).toEqual(Array(8).fill('not-recorded'))
})

test('C2.6 two officers who were both offline: the later press stands, the other is told, a batch sent again changes nothing', async () => {
  await rig.advance('PT10M')
  const olives = [await mark('m1', 'in-person', { ago: 60 }), await mark('m2', 'in-person', { ago: 50 })]
  await take('officer', olives)
  const sams = [await mark('m1', 'apologies', { ago: 300 })]
  const { register: after } = await take('second', sams)
  expect(await recordOf('m1', after)).toMatchObject({ recorded: 'in-person', unseen: { recorded: 'apologies', by: 'Sam Second' } })
  const again = await take('officer', [...olives, ...sams])
  expect(again.register.seen).toBe(3)
  const settled = await take('officer', [await mark('m1', 'in-person', { seen: 3 })])
  expect(await recordOf('m1', settled.register)).not.toHaveProperty('unseen')
})

test('C3.14 a cancelled session has no register', async () => {
  const { sessionId } = await tab.row(off)
  expect(await send('officer', [await mark('m1', 'in-person')], sessionId)).toMatchObject({ status: 409, body: { refusal: 'cancelled' } })
})

test('C1.16, C1.18 a guest is recorded apart', async () => {
  const guest = { id: 'g-1', name: 'Rosa Lim', kind: 'partner', organisation: 'Citizens Advice' }
  const { register: after } = await take('officer', [{ id: randomUUID(), guest, recorded: 'in-person', agoMs: 0, seen: 4 }])
  expect(after.guests).toMatchObject([{ name: 'Rosa Lim', kind: 'partner' }])
  expect((await tab.session(title)).register).toMatchObject({ here: 2 })
})

test('C2.6, C2.7 Members check in with the code of the room, an uninvited one as a walk-in; wrong and old codes are refused as what they are', async () => {
  const read = async () => checkInCode.parse((await rig.api('officer', 'GET', `/sessions/${session}/check-in-code`)).body)
  const enter = (member: string, code: string, sessionId?: string) =>
    rig.api<{ refusal?: string }>(member, 'POST', '/my/check-in', { code, ...(sessionId ? { sessionId } : {}) })
  const onTraining = async (member: string) => {
    const { needsAnswer, nextDates } = await tab.training(member)
    return [...needsAnswer, ...nextDates].find((each) => each.title === title)
  }
  expect((await read()).state.kind).toBe('too-early')
  expect(await enter('m3', '123456', session)).toMatchObject({ status: 409, body: { refusal: 'too-early' } })
  expect((await onTraining('m3'))?.checkIn).toBeUndefined()
  await rig.setClock('2026-10-05T09:15:00Z')
  expect((await onTraining('m3'))?.checkIn).toBe(true)
  const { state } = await read()
  const code = state.kind === 'open' ? state.code : ''
  expect(checkedIn.parse((await enter('m3', code, session)).body)).toMatchObject({ recorded: 'in-person', walkIn: true, already: false })
  expect(checkedIn.parse((await enter('m8', code)).body)).toMatchObject({ sessionId: session, walkIn: true })
  expect(await recordOf('m8')).toMatchObject({ invited: false, recorded: 'in-person', mark: { through: 'code' } })
  expect((await tab.minePage('m3', title)).attendance).toMatchObject({ recorded: 'in-person' })
  await rig.advance('PT2M')
  expect((await onTraining('m3'))?.checkIn).toBeUndefined()
  expect((await onTraining('m5'))?.checkIn).toBe(true)
  expect(await enter('m5', code, session)).toMatchObject({ status: 422, body: { refusal: 'old-code' } })
  for (let tries = 2; tries <= 6; tries += 1) expect((await enter('m5', '000000', session)).body.refusal).toBe('wrong-code')
  expect(await enter('m5', '000000', session)).toMatchObject({ status: 429 })
  expect(await recordOf('m5')).toMatchObject({ recorded: 'not-recorded' })
})

test('C2.6 who joined in Teams is suggested once Teams lets us read it, with the minutes, and recorded when an officer confirms it', async () => {
  await rig.setClock('2026-10-05T09:32:00Z')
  for (const user of ['m6@testing.example', 'm7@testing.example', 'A caller']) await inTeams('join', user)
  await rig.advance('PT8M')
  await inTeams('leave', 'm7@testing.example')
  await rig.setClock('2026-10-05T10:24:00Z')
  for (const user of ['m6@testing.example', 'A caller']) await inTeams('leave', user)
  await rig.setClock('2026-10-05T10:30:00Z')
  expect((await register()).teams?.state).toBe('asking')
  const policy = (on: boolean) => ({ oddity: 'noMeetingPolicy', mailbox: 'officer@testing.example', on })
  await rig.call('POST', '/sandbox/graph/oddity', policy(true))
  await rig.advance('PT10M')
  expect(await register()).toMatchObject({ teams: { state: 'not-allowed' } })
  await rig.call('POST', '/sandbox/graph/oddity', policy(false))
  await rig.advance('PT35M')
  const after = await register()
  expect(after.teams).toMatchObject({ state: 'read', others: 1 })
  expect(await recordOf('m6', after)).toMatchObject({ recorded: 'not-recorded', suggestion: { minutes: 52, of: 60, enough: true } })
  expect(await recordOf('m7', after)).toMatchObject({ recorded: 'not-recorded', suggestion: { minutes: 8, enough: false } })
  const { register: confirmed } = await take('officer', [await mark('m6', 'online', { seen: after.seen, through: 'teams-report' })])
  expect(await recordOf('m6', confirmed)).toMatchObject({ recorded: 'online', mark: { through: 'teams-report', by: 'Olive Officer' } })
})

test('C2.12 whoever attended is offered to release an open invitation to the repeat, on her page and to the officers', async () => {
  await rig.settle()
  const other = await tab.session(`${title} (repeat)`)
  expect(other.toRelease.map(({ name }) => name.replace('Cllr ', '')).toSorted()).toEqual([
    'Member Ash',
    'Member Birch',
    'Member Cedar',
    'Member Fir',
  ])
  expect((await tab.minePage('m6', `${title} (repeat)`)).attendedRun).toMatchObject({ sessionId: session })
  expect((await tab.minePage('m4', `${title} (repeat)`)).attendedRun).toBeUndefined()
})

test('C2.10, C3.14 the year’s uptake: each session and in total, what was cancelled in neither', async () => {
  await take('officer', [await mark('m2', 'absent', { seen: (await register()).seen })])
  await rig.settle()
  const report = uptakeReport.parse((await rig.api('officer', 'GET', '/reports/uptake')).body)
  const figures = { invited: 7, accepted: 3, attended: 4, online: 1, noShow: 1, walkIn: 2, apologies: 0, notRecorded: 0 }
  expect(report).toMatchObject({ year: { kind: 'municipal', from: '2026-05-01' }, rows: [{ title, ...figures }], cancelled: 1 })
  expect(report.total).toEqual(figures)
  const before = uptakeReport.parse((await rig.api('officer', 'GET', '/reports/uptake?year=financial&began=2025')).body)
  expect(before.rows).toEqual([])
})

test('C8.1 C8.2 C8.4 those recorded as there get the form at 9am of the next day, say what it was worth, and have said it once', async () => {
  const forms = async (member: string) =>
    (await rig.mail(member)).filter(({ subject }) => subject.includes('think') || subject.includes('thought'))
  const waiting = async (member: string) => (await tab.training(member)).evaluations.map((each) => each.title)
  await rig.setClock('2026-10-06T07:59:00Z')
  expect(await waiting('m8')).toEqual([title])
  expect(await forms('m8')).toEqual([])
  const said = { kind: 'answers', answers: [{ questionId: 'worth', answer: 'scale', value: 5 }] }
  const say = async (member: string, etag: string) =>
    rig.api<{ refusal?: string }>(member, 'PUT', `/my/evaluations/${session}`, { said, etag })
  expect(await say('m2', '0')).toMatchObject({ status: 409, body: { refusal: 'not-there' } })
  expect(await say('m3', '0')).toMatchObject({ status: 200 })
  await rig.setClock('2026-10-06T08:00:00Z')
  const asked = async () => Promise.all(['m1', 'm2', 'm3', 'm4', 'm6', 'm8'].map(async (member) => (await forms(member)).length))
  expect(await asked()).toEqual([1, 0, 0, 0, 1, 1])
  const [email] = await forms('m6')
  expect(email?.subject).toBe(`What did you think? ${title}, Monday 5 October`)
  expect(email?.html).toContain(`evaluation%2F${session}`)
  expect(await say('m6', '0')).toMatchObject({ status: 200 })
  expect(myEvaluation.parse((await say('m6', '0')).body)).toMatchObject({ etag: '1', said, returns: { returned: 2, attended: 4 } })
  expect(await waiting('m6')).toEqual([])
})
