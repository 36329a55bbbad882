import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MyTraining } from '../../api/contracts/my-training.ts'
import { officersOf, saidBy, wordsOf, type Officers } from '../support/officers.ts'
import { attendee, between, membersList } from '../support/outlook.ts'
import { whoGot } from '../support/phones.ts'
import { startRig, type Rig } from '../support/rig.ts'
import { aWorld } from '../support/worlds.ts'

// Tuesday 1 September 2026, 2pm, comes after a weekend and the bank holiday of 31 August: two working days before is Thursday 27, 2pm.
const inTime = 'Cancelled in good time'
const tooLate = 'Cancelled a minute later'
const postponed = 'Licensing'
const merged = 'Code of conduct'
const repeat = 'Code of conduct (repeat)'
const kept = 'Housing'
const inOutlook = 'Cancelled in Outlook'
const deleted = 'Deleted in Outlook'
const clash = 'Far enough ahead'
const justInTime = 'Taken out of Outlook in good time'

const others = [attendee('presenter@testing.example'), attendee('room1@testing.example', 'resource')]
const twoToThree = between('2026-09-01', '14:00', '15:00')
const plain = { location: { displayName: 'Town Hall' }, attendees: [membersList], ...twoToThree }
const everyone = ['m1', 'm2', 'm3', 'm4', 'm5', 'm6', 'm7', 'm8']

let rig: Rig
let they: Officers

beforeAll(async () => {
  rig = await startRig(
    aWorld({
      members: 8,
      change: (world) => {
        world.now = '2026-08-27T12:30:00Z'
        world.people.push({ id: 'presenter', name: 'Petra Presenter', email: 'presenter@testing.example' })
        delete world.people.find(({ id }) => id === 'm7')?.mobile
        world.preferences = [{ person: 'm8', texts: false }]
        // Reviewed when everyone has answered: one round of cards and not one for each answer.
        world.rulebook.settings = { minimum: { reviewWorkingDays: 2, reviewAt: '13:45', decideAt: '17:00' } }
      },
    }),
  )
  they = officersOf(rig)
  await they.invite(
    { ...plain, subject: inTime },
    { ...plain, subject: tooLate, location: { displayName: 'Committee Room 1' }, attendees: [membersList, ...others] },
    { ...plain, subject: postponed },
    { ...plain, subject: merged },
    { ...plain, subject: repeat, ...between('2026-09-08', '18:00', '19:00') },
    { ...plain, subject: kept },
    { ...plain, subject: inOutlook },
    { ...plain, subject: justInTime },
    { ...plain, subject: deleted, ...between('2026-09-29', '14:00', '15:00') },
    { ...plain, subject: clash, ...between('2026-09-30', '14:00', '15:00') },
  )
  const answers = { accept: ['m1', 'm2', 'm7'], tentativelyAccept: ['m3', 'm8'], decline: ['m4'] }
  for (const title of [inTime, tooLate, postponed, merged, kept, inOutlook, justInTime]) await they.answers(title, answers)
  await they.answers(clash, { accept: ['m1', 'm7'] })
}, 60_000)
afterAll(() => rig.close())

const because = { reasonId: 'lack-of-interest', message: 'Too few could come.' }
const cleared = async (title: string, users = everyone) => {
  const clear = await Promise.all(users.map((user) => they.isCleared(user, title)))
  return users.filter((_, index) => clear[index])
}
const calendarsShowing = async (title: string, users = everyone) => users.length - (await cleared(title, users)).length

/** Whether the room is taken from two to three, as anyone who books it sees. */
async function roomIsTaken(): Promise<boolean> {
  const { start, end } = twoToThree
  const body = { schedules: ['room1@testing.example'], startTime: start, endTime: end, availabilityViewInterval: 60 }
  const { body: answer } = await rig.graph<{ value: { availabilityView: string }[] }>('officer', 'POST', '/me/calendar/getSchedule', body)
  return answer.value[0]?.availabilityView !== '0'
}

test('C3.10 C3.11 C14.6 exactly two working days before, over a weekend and a bank holiday, calendars are cleared and nobody is texted', async () => {
  await rig.setClock('2026-08-27T13:00:00Z')
  const { ifCancelled, notice } = await they.decisionOf(inTime)
  expect(notice).toEqual({ shortNotice: false, shortNoticeFrom: '2026-08-27T13:00:00Z', workingDays: 2 })
  expect(ifCancelled).toMatchObject({ calendarsCleared: 8, membersInvited: 8, othersInvited: 0, texts: 0, calls: [] })

  expect(await they.decide(inTime, { choice: 'cancel', ...because })).toMatchObject({ status: 201, body: { by: 'Olive Officer' } })
  expect(await cleared(inTime)).toEqual(everyone)
  expect(await they.cancelledTexts(inTime)).toEqual([])
  expect((await they.phoneListOf(inTime)).entries).toEqual([])
  expect((await they.attention()).filter((row) => row.kind === 'ring')).toEqual([])
})

test('C3.13 C3.11 cancelled in Outlook exactly two working days before, nobody is texted or rung, and the organiser is asked why', async () => {
  const { id } = await they.eventOf('officer', justInTime)
  await rig.graph('officer', 'POST', `/me/events/${id}/cancel`, { comment: 'The room is flooded.' })
  await rig.settle()
  expect((await they.rowOf(justInTime)).state).toMatchObject({ kind: 'cancelled', through: 'outlook', reasonMissing: true })
  expect(await they.cancelledTexts(justInTime)).toEqual([])
  expect((await they.phoneListOf(justInTime)).entries).toEqual([])
  expect(await they.giveReason(justInTime, { reasonId: 'room-unavailable' })).toMatchObject({ status: 200 })
})

test('C3.11 C3.12 a minute later it is short notice, and the decision says beforehand whom it would text and ring', async () => {
  await rig.setClock('2026-08-27T13:01:00Z')
  const { ifCancelled, notice } = await they.decisionOf(tooLate)
  expect(notice.shortNotice).toBe(true)
  expect(ifCancelled).toMatchObject({ calendarsCleared: 10, membersInvited: 8, othersInvited: 2, shortNotice: true, texts: 3 })
  expect(ifCancelled.calls.map((call) => call.because).toSorted()).toEqual(['no-mobile', 'texts-off'])

  const [card] = await they.cardsAbout('officer', tooLate)
  expect(saidBy(card)).toContain('If cancelled: 10 calendars cleared, 3 texts, 2 phone calls.')
  const confirming = wordsOf(await rig.press(card?.id ?? '', 'officer', 'decide.choose', { choice: 'cancel' }))
  expect(confirming).toContain('10 calendars cleared: 8 Members, 2 others.')
  expect(confirming).toContain('3 texts now, because it is short notice.')
  expect(confirming).toContain('2 phone calls for you: ')
  expect(await calendarsShowing(tooLate)).toBe(7) // it left the calendar of whoever declined
})

test('C3.10 C3.11 C3.12 cancelled from the card, what the card said comes true: so many calendars, texts and calls', async () => {
  const [card] = await they.cardsAbout('officer', tooLate)
  expect(await roomIsTaken()).toBe(true)
  const decided = wordsOf(await rig.press(card?.id ?? '', 'officer', 'decide.confirm', because))
  expect(decided).toContain('Cancelled by Olive Officer, 2:01pm on Thursday 27 August')
  await rig.settle()

  expect(await cleared(tooLate, [...everyone, 'presenter'])).toHaveLength(9)
  expect(await roomIsTaken()).toBe(false)
  const texts = await they.cancelledTexts(tooLate)
  expect(whoGot(texts)).toEqual(['m1', 'm2', 'm3'])
  for (const { body } of texts) expect(body).toContain('Tue 1 September, 2pm. Too few could come. Please do not travel.')
  const { entries, delivered, onTheirWay } = await they.phoneListOf(tooLate)
  expect(entries.map(({ because, had, reached }) => `${because}, had ${had}, ${reached ? 'reached' : 'to ring'}`).toSorted()).toEqual([
    'no-mobile, had accepted, to ring',
    'texts-off, had tentative, to ring',
  ])
  expect({ delivered, onTheirWay }).toEqual({ delivered: 3, onTheirWay: 0 })
  for (const user of ['officer', 'second']) {
    const now = saidBy((await they.cardsAbout(user, tooLate))[0])
    expect(now).toContain('Calendars: 10 of 10 cleared.')
    expect(now).toContain('Texts: 3 sent: 3 delivered.')
    expect(now).toContain('Phone calls: 2 to make: ')
  }
})

test('C3.10 the officer’s words go into Outlook’s own cancellation, to everyone invited', async () => {
  for (const user of ['m4', 'm5', 'presenter']) {
    const letters = (await rig.mail(user)).filter(({ subject }) => /^Cancell?ed:/.test(subject) && subject.includes(tooLate))
    expect(letters).toHaveLength(1)
    expect(letters[0]?.html).toContain('Too few could come.')
  }
})

test('C3.4 postponed: no calendar is cleared and nobody is told anything, until an officer moves it in Outlook', async () => {
  const texts = (await rig.texts()).length
  const why = { reasonId: 'own-words', reasonWords: 'The trainer is ill' }
  expect(await they.decide(postponed, { choice: 'postpone', ...why })).toMatchObject({ status: 201 })
  expect(await cleared(postponed)).toEqual(['m4']) // who declined, and has it no more
  expect(await rig.texts()).toHaveLength(texts)
  const page = await they.pageOf(postponed)
  expect(page.decision).toMatchObject({ choice: 'postpone', reasonLabel: why.reasonWords })
  expect(page.reminders.morningOf).toEqual({ audience: 0 }) // nobody is reminded of the old time
  expect((await they.rowOf(postponed)).state.kind).toBe('postponed')
  // Whoever had not answered is asked at the new date, and not about the old one.
  const { body: mine } = await rig.api<MyTraining>('m6', 'GET', '/my/training')
  expect(mine.needsAnswer.map(({ title }) => title)).not.toContain(postponed)
  expect(mine.nextDates.find(({ title }) => title === postponed)?.uptake.stage).toBe('postponed')
  expect((await they.attention()).filter(({ kind }) => kind === 'to-move')).toMatchObject([{ title: postponed, by: 'Olive Officer' }])
  expect(saidBy((await they.cardsAbout('second', postponed))[0])).toContain('Postponed by Olive Officer')
})

test('C3.4 merged with its repeat: the repeat stands, and is offered to whoever was coming', async () => {
  const { ifCancelled, row } = await they.decisionOf(merged)
  const [run] = row.otherRuns
  if (!run) throw new Error('the other run is not known')
  expect(ifCancelled).toMatchObject({ texts: 3, offeredOtherRun: 5 })
  const order = { choice: 'merge', reasonId: 'lack-of-interest', message: 'Too few could come.', mergeWith: run.sessionId } as const
  expect(await they.decide(merged, order)).toMatchObject({ status: 201 })

  expect(await cleared(merged)).toHaveLength(ifCancelled.calendarsCleared)
  expect(await calendarsShowing(repeat)).toBe(8)
  const texts = (await they.cancelledTexts(merged)).filter(({ body }) => body.includes('Same course: Tue 8 September, 6pm, Town Hall.'))
  const { entries, say } = await they.phoneListOf(merged)
  expect(texts.length + entries.length).toBe(ifCancelled.offeredOtherRun)
  expect(say).toContain('Too few could come.')
  expect((await they.rowOf(repeat)).state).toMatchObject({ kind: 'reviewed-on' })
})

test('C3.4 run: it goes ahead, and nobody is told anything', async () => {
  const before = (await rig.texts()).length
  expect(await they.decide(kept, { choice: 'run', reasonId: 'own-words', reasonWords: 'The tenants’ panel is coming' })).toMatchObject({
    status: 201,
  })
  expect((await they.rowOf(kept)).state).toEqual({ kind: 'going-ahead', because: 'decided' })
  expect(await calendarsShowing(kept)).toBe(7)
  expect((await rig.texts()).slice(before)).toEqual([])
  expect(saidBy((await they.cardsAbout('second', kept))[0])).toContain('Going ahead, decided by Olive Officer')
})

test('C3.1 a session that is in no question can be cancelled for an unexpected factor, well ahead and with notice to all', async () => {
  const { ifCancelled } = await they.decisionOf(clash)
  expect(ifCancelled).toMatchObject({ shortNotice: false, texts: 0, calls: [] })
  const order = { choice: 'cancel', reasonId: 'council-business', message: 'It clashes with Full Council.' } as const
  expect(await they.decide(clash, order)).toMatchObject({ status: 201 })
  expect(await cleared(clash)).toHaveLength(ifCancelled.calendarsCleared)
  expect((await they.pageOf(clash)).cancelled).toMatchObject({
    by: 'Olive Officer',
    through: 'decision',
    reasonLabel: 'It clashes with council business',
    message: 'It clashes with Full Council.',
  })
  expect((await they.decide(clash, order)).body.refusal).toBe('cancelled')
})

test('C3.13 cancelled in Outlook at short notice: those who were coming are texted or rung, and the organiser is asked why', async () => {
  const { ifCancelled } = await they.decisionOf(inOutlook)
  const { id } = await they.eventOf('officer', inOutlook)
  await rig.graph('officer', 'POST', `/me/events/${id}/cancel`, { comment: 'The trainer is ill.' })
  await rig.settle()

  expect((await they.rowOf(inOutlook)).state).toEqual({
    kind: 'cancelled',
    at: '2026-08-27T13:01:00Z',
    reasonMissing: true,
    through: 'outlook',
  })
  expect(whoGot(await they.cancelledTexts(inOutlook))).toEqual(['m1', 'm2', 'm3'])
  expect((await they.phoneListOf(inOutlook)).entries).toHaveLength(ifCancelled.calls.length)
  const missing = (await they.attention()).filter((row) => row.kind === 'reason-missing')
  expect(missing).toMatchObject([{ title: inOutlook, organiser: 'Olive Officer' }])
  const asked = (cards: Awaited<ReturnType<Officers['cardsAbout']>>) =>
    cards.filter((card) => saidBy(card).includes('Why was this cancelled?'))
  expect(asked(await they.cardsAbout('officer', inOutlook))).toHaveLength(1)
  expect(asked(await they.cardsAbout('second', inOutlook))).toHaveLength(0)
  expect(saidBy((await they.cardsAbout('second', `${inOutlook} ·`))[0])).toContain('Cancelled in Outlook, 2:01pm on Thursday 27 August')
})

test('C3.13 the reason is given on the card, once, and nobody else is sent a message about it', async () => {
  const [before, letters] = [(await rig.texts()).length, (await rig.mail('m1')).length]
  const card = (await they.cardsAbout('officer', inOutlook)).findLast((each) => saidBy(each).includes('Why was this cancelled?'))
  const given = await rig.press(card?.id ?? '', 'officer', 'reason.give', { reasonId: 'trainer-unavailable', reasonWords: 'Ill' })
  await rig.settle()
  expect(wordsOf(given)).not.toContain('Why was this cancelled?')

  expect((await they.pageOf(inOutlook)).cancelled).toMatchObject({
    by: 'Olive Officer',
    through: 'outlook',
    reasonLabel: 'The trainer cannot come',
    words: 'Ill',
  })
  expect((await they.attention()).filter((row) => row.kind === 'reason-missing')).toEqual([])
  expect((await they.giveReason(inOutlook, { reasonId: 'room-unavailable' })).body.refusal).toBe('already-explained')
  expect((await rig.texts()).length).toBe(before)
  expect((await rig.mail('m1')).length).toBe(letters)
})

test('C3.13 C3.1 deleted in Outlook well ahead, nobody is texted, and lack of interest is no reason for what nobody had judged', async () => {
  const { id } = await they.eventOf('officer', deleted)
  await rig.graph('officer', 'DELETE', `/me/events/${id}`)
  await rig.settle()
  expect((await they.rowOf(deleted)).state).toMatchObject({ kind: 'cancelled', reasonMissing: true, through: 'outlook' })
  expect(await they.cancelledTexts(deleted)).toEqual([])
  expect(await they.giveReason(deleted, { reasonId: 'lack-of-interest' })).toMatchObject({ status: 422, body: { refusal: 'not-too-few' } })
  expect((await they.giveReason(deleted, { reasonId: 'other' })).body.refusal).toBe('reason-needs-words')
  expect((await they.giveReason(deleted, { reasonId: 'other', reasonWords: 'Entered twice' })).status).toBe(200)
  expect((await they.giveReason(kept, { reasonId: 'weather-or-travel' })).body.refusal).toBe('not-cancelled')
})

test('C3.14 what was cancelled stays in the record, with its answers and its reason, for officers and Members', async () => {
  for (const title of [inTime, tooLate, merged, inOutlook]) {
    const { row, cancelled, members } = await they.pageOf(title)
    expect(row.state.kind).toBe('cancelled')
    expect(row.counts).toEqual({ accepted: 3, tentative: 2, declined: 1, none: 2 })
    expect(cancelled?.reasonLabel).toBeTruthy()
    expect(members.filter(({ response }) => response === 'accepted')).toHaveLength(3)
  }
  const mine = await rig.api<MyTraining>('m1', 'GET', '/my/training')
  expect(mine.body.cancelled.map(({ title }) => title)).toEqual(expect.arrayContaining([inTime, tooLate, merged, inOutlook]))
  expect(mine.body.nextDates.map(({ title }) => title)).toEqual(expect.arrayContaining([kept, postponed]))
})

test('C3.10 C3.13 C3.14 C4.9 on its day nobody is reminded of what was cancelled, and whoever was kept is', async () => {
  const before = (await rig.texts()).length
  await rig.setClock('2026-09-01T07:30:00Z')
  const since = (await rig.texts()).slice(before)
  expect(whoGot(since.filter(({ body }) => body.includes(kept)))).toEqual(['m1', 'm2', 'm3'])
  for (const title of [inTime, tooLate, postponed, inOutlook]) expect(since.filter(({ body }) => body.includes(title))).toEqual([])
  expect(since.filter(({ body }) => body.includes(`Today`) && body.includes(merged))).toEqual([])
}, 60_000)

test('C3.14 once its time has passed it has still not taken place', async () => {
  await rig.setClock('2026-09-01T16:00:00Z')
  expect((await they.rowOf(kept)).state).toEqual({ kind: 'took-place' })
  for (const title of [inTime, tooLate, merged, inOutlook]) expect((await they.rowOf(title)).state.kind).toBe('cancelled')
  expect((await they.rowOf(postponed)).state.kind).toBe('postponed')
  expect((await they.attention()).filter((row) => row.kind === 'ring')).toEqual([])
})

test('C3.10 C4.8 C4.10 reminders held up while Notify is away go to nobody who declines meanwhile, and for nothing cancelled meanwhile', async () => {
  const heldUp = 'Held up'
  const dropped = 'Held up and cancelled'
  await rig.faults([{ service: 'notify', action: { kind: 'status', status: 503 } }])
  await they.invite(
    { ...plain, subject: heldUp, ...between('2026-09-07', '14:00', '15:00') },
    { ...plain, subject: dropped, ...between('2026-09-07', '14:00', '15:00') },
  )
  await they.answers(heldUp, { accept: ['m1'], decline: ['m2'] })
  const held = (await they.pageOf(dropped)).messages.filter(({ channel }) => channel === 'text')
  expect(held.map(({ state }) => state)).toEqual(Array.from({ length: 6 }, () => 'unknown'))
  expect(await they.decide(dropped, { choice: 'cancel', reasonId: 'council-business', message: 'It clashes.' })).toMatchObject({
    status: 201,
  })
  await rig.clearFaults()
  await rig.advance('PT1H')
  const texts = await rig.texts()
  expect(whoGot(texts.filter(({ body }) => body.includes(`${heldUp},`)))).toEqual(['m1', 'm3', 'm4', 'm5', 'm6'])
  expect(texts.filter(({ body }) => body.includes(dropped))).toEqual([])
}, 60_000)
