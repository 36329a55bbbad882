import { afterAll, beforeAll, expect, test } from 'vitest'
import { towerHamlets } from '../../domain/testing/builders.ts'
import type { World } from '../../sandbox/world.ts'
import { officersOf, saidBy, wordsOf, type Officers } from '../support/officers.ts'
import { between, membersList } from '../support/outlook.ts'
import { whoGot } from '../support/phones.ts'
import { startRig, type Rig } from '../support/rig.ts'
import { tabOf, type Tab } from '../support/tab.ts'
import { aWorld } from '../support/worlds.ts'

// A council that has changed every rule a clause calls configurable. Its sessions are on Thursday 22 October 2026 at 2pm: asked about
// at 11am on the 15th and 16th, reviewed at 10am and to be decided by 3pm on Monday 19th, reminded of at 4pm on the 20th and at half
// past seven that morning.
const settings = {
  recognition: { categories: { 'Member training': null, Induction: 'in-person-training', 'Member master class': 'workshop' } },
  kinds: towerHamlets.kinds.map((kind) => (kind.id === 'workshop' ? { ...kind, label: 'Master class', countsAs: 'briefing' } : kind)),
  members: { coOpteesInAll: false },
  responses: { onMove: 'keep', nudge: { count: 2, workingDaysBeforeReview: 2, at: '11:00' } },
  minimum: {
    members: 4,
    byKind: { 'member-briefing': 2, workshop: 0 },
    reviewWorkingDays: 3,
    reviewAt: '10:00',
    decideAt: '15:00',
    tentativeCounts: 0.5,
    escalateTo: ['second@testing.example'],
  },
  cancellation: {
    shortNoticeWorkingDays: 1,
    tell: ['accepted', 'tentative', 'none'],
    reasons: [
      { id: 'low-numbers', label: 'Numbers too low', basis: 'lack-of-interest', needsWords: false },
      { id: 'strike', label: 'Industrial action', basis: 'unexpected', needsWords: false },
    ],
    unconfirmedMinutes: 30,
  },
  reminders: {
    weekBefore: { days: 2, at: '16:00', to: ['accepted'] },
    morningOf: { at: '07:30', to: ['accepted', 'tentative', 'none'] },
    combineAllowed: false,
  },
  texts: { optOutAllowed: false },
  programme: { eveningFrom: '18:00', repeatWithinDays: 14 },
}

const enough = 'Three and two halves'
const short = 'Three and a half'
const briefing = 'A briefing with two'
const small = 'A briefing with one'
const master = 'A master class with none'
const plain = {
  location: { displayName: 'Town Hall' },
  attendees: [membersList],
  categories: ['Induction'],
  ...between('2026-10-22', '14:00', '15:00'),
}

let rig: Rig
let they: Officers
let tab: Tab

/** A co-optee is on no list, and Member 7's telephone is off. */
function council(world: World): void {
  world.now = '2026-10-15T09:30:00Z'
  world.people.push({ id: 'co', name: 'Cora Coopted', email: 'co@testing.example' })
  world.register.members.push({ person: 'co', kind: 'co-optee', from: '2026-05-11' })
  Object.assign(world.people.find(({ id }) => id === 'm7') ?? {}, { handset: 'off' })
  world.rulebook.settings = settings
}

beforeAll(async () => {
  rig = await startRig(aWorld({ members: 8, change: council }))
  they = officersOf(rig)
  tab = tabOf(rig)
  await they.invite(
    { ...plain, subject: enough },
    { ...plain, subject: short },
    { ...plain, subject: briefing, categories: ['Member briefing'] },
    { ...plain, subject: small, categories: ['Member briefing'] },
    { ...plain, subject: master, categories: ['Member master class'] },
  )
  await they.answers(enough, { accept: ['m1', 'm2', 'm5'], tentativelyAccept: ['m3', 'm4'] })
  await they.answers(short, { accept: ['m1', 'm2', 'm5'], tentativelyAccept: ['m3'], decline: ['m8'] })
  await they.answers(briefing, { accept: ['m1', 'm2'] })
  await they.answers(small, { accept: ['m1'] })
}, 60_000)
afterAll(() => rig.close())

const state = async (title: string) => (await they.rowOf(title)).state
const textsAbout = async (title: string) => (await rig.texts()).filter(({ body }) => body.includes(title))

test('C1.1 C1.4 a category given up makes no session, a new one does, and a kind is called and counted as the council says', async () => {
  await they.invite({ ...plain, subject: 'The old category', categories: ['Member training'] })
  expect(await tab.rows('The old category')).toEqual([])
  expect(await they.rowOf(enough)).toMatchObject({ kindLabel: 'In-person training', countsAs: 'training' })
  expect(await they.rowOf(master)).toMatchObject({ kindLabel: 'Master class', countsAs: 'briefing' })
})

test('C1.2 a council that leaves co-optees out misses none of them in an invitation', async () => {
  expect((await they.pageOf(enough)).notInvited).toEqual([])
})

test('C1.21 where answers are kept, an acceptance of the old time goes on counting, and is shown as to be confirmed', async () => {
  await they.invite({ ...plain, subject: 'Moves', ...between('2026-12-03', '14:00', '15:00') })
  await they.answers('Moves', { accept: ['m1', 'm2'] })
  const { id } = await they.eventOf('officer', 'Moves')
  await rig.graph('officer', 'PATCH', `/me/events/${id}`, between('2026-12-10', '14:00', '15:00'))
  await rig.settle()
  expect(await they.rowOf('Moves')).toMatchObject({ startsAt: '2026-12-10T14:00:00Z', counts: { accepted: 2, none: 6 } })
  expect(await tab.mine('m1', 'Moves')).toMatchObject({ response: 'accepted', answeredOldTime: 'accepted' })
})

test('C14.4 evening begins when the council says, and so near must a repeat be', async () => {
  await they.invite(
    { ...plain, subject: 'Pair', ...between('2026-12-01', '17:59', '19:00') },
    { ...plain, subject: 'Pair: repeat', ...between('2026-12-15', '18:00', '19:00') },
    { ...plain, subject: 'Apart', ...between('2026-12-01', '09:00', '10:00') },
    { ...plain, subject: 'Apart: repeat', ...between('2026-12-16', '18:00', '19:00') },
  )
  const pairs = await Promise.all(['Pair', 'Pair: repeat', 'Apart'].map(async (title) => (await they.pageOf(title)).pair))
  expect(pairs).toEqual(['complete', 'complete', 'no-repeat'])
})

test('C4.12 C4.14 where the council allows neither, texts cannot be turned off nor two put into one', async () => {
  expect(await tab.texts('m5')).toMatchObject({ reminders: true, optOutAllowed: false })
  expect(await tab.texts('m6')).toMatchObject({ combine: false, combineAllowed: false })
  expect(await tab.chooseTexts('m1', { reminders: false })).toBe(409)
  expect(await tab.chooseTexts('m1', { combine: true })).toBe(409)
})

test('C2.3 asked twice where the council asks twice, at its time, a working day apart', async () => {
  const asked = async () => (await they.cardsAbout('m7', enough)).length
  await rig.setClock('2026-10-15T09:59:00Z')
  expect(await asked()).toBe(0)
  await rig.advance('PT1M')
  expect(await asked()).toBe(1)
  await rig.setClock('2026-10-16T09:59:00Z')
  expect(await asked()).toBe(1)
  await rig.advance('PT1M')
  expect(await asked()).toBe(2)
}, 60_000)

test('C3.2 C3.3 at the council’s review two tentative halves make up its four and one does not; a kind has its own number, or none', async () => {
  await rig.setClock('2026-10-19T08:59:00Z')
  expect(await state(short)).toEqual({ kind: 'reviewed-on', at: '2026-10-19T09:00:00Z' })
  await rig.advance('PT1M')
  expect(await state(enough)).toEqual({ kind: 'going-ahead', because: 'enough' })
  expect(await state(short)).toEqual({ kind: 'decide-by', at: '2026-10-19T14:00:00Z', escalated: false })
  expect(await state(briefing)).toEqual({ kind: 'going-ahead', because: 'enough' })
  expect(await state(small)).toMatchObject({ kind: 'decide-by' })
  expect(await state(master)).toEqual({ kind: 'going-ahead', because: 'not-judged' })
  expect(saidBy((await they.cardsAbout('officer', short))[0])).toContain('3 of 4 coming. Decide by 3pm on Monday 19 October.')
  expect(saidBy((await they.cardsAbout('officer', short))[0])).toContain('1 tentative, each counted as 0.5.')
  expect((await tab.mine('m3', short)).uptake.tentativeCounts).toBe(0.5)
  expect((await they.cardsAbout('m7', enough)).length).toBe(2) // and nobody is asked a third time
}, 60_000)

test('C3.4 when nobody has decided at the council’s time, whom it names hears of it, and nobody else', async () => {
  await rig.setClock('2026-10-19T13:59:00Z')
  expect(await state(short)).toMatchObject({ escalated: false })
  await rig.advance('PT1M')
  expect(await state(short)).toMatchObject({ kind: 'decide-by', escalated: true })
  const cards = async (user: string) => (await they.cardsAbout(user, short)).map((card) => /Nobody has decided in time/.test(wordsOf(card)))
  expect(await cards('officer')).toEqual([false])
  expect(await cards('second')).toEqual([false, true])
})

test('C4.8 C4.10 two days before at four, those who accepted are texted, and no others', async () => {
  await rig.setClock('2026-10-20T14:59:00Z')
  expect(await rig.texts()).toEqual([])
  await rig.advance('PT1M')
  expect(whoGot(await textsAbout(enough))).toEqual(['m1', 'm2', 'm5'])
  expect(whoGot(await textsAbout(briefing))).toEqual(['m1', 'm2'])
  expect(await textsAbout(master)).toEqual([])
}, 60_000)

test('C3.1 C3.11 a working day before is notice enough; a minute later all who have not declined are told, for the council’s reasons', async () => {
  await rig.setClock('2026-10-21T13:00:00Z')
  const cancel = { choice: 'cancel', message: 'Too few could come.' } as const
  expect((await they.decisionOf(short)).reasons.map(({ label }) => label)).toEqual(['Numbers too low', 'Industrial action'])
  expect((await they.decide(short, { ...cancel, reasonId: 'lack-of-interest' })).body.refusal).toBe('unknown-reason')
  expect((await they.decisionOf(short)).notice).toEqual({ shortNotice: false, shortNoticeFrom: '2026-10-21T13:00:00Z', workingDays: 1 })
  await rig.advance('PT1M')
  expect(await they.decide(short, { ...cancel, reasonId: 'low-numbers' })).toMatchObject({ status: 201 })
  expect(whoGot(await they.cancelledTexts(short))).toEqual(['m1', 'm2', 'm3', 'm4', 'm5', 'm6', 'm7'])
  expect((await they.pageOf(short)).cancelled?.reasonLabel).toBe('Numbers too low')
}, 60_000)

test('C3.12 an unconfirmed text is to be rung about as soon as the council says', async () => {
  const ringing = async () => (await they.phoneListOf(short)).entries.map(({ name, because }) => `${name.split(' ').at(-1)} ${because}`)
  await rig.setClock('2026-10-21T13:30:59Z')
  expect(await ringing()).toEqual([])
  await rig.advance('PT1S')
  expect(await ringing()).toEqual(['Gorse unconfirmed'])
})

test('C4.9 C4.10 C4.12 at half past seven that morning all who have not declined are texted, once for each session', async () => {
  const before = (await rig.texts()).length
  await rig.setClock('2026-10-22T06:29:00Z')
  expect((await rig.texts()).slice(before)).toEqual([])
  await rig.advance('PT1M')
  const since = (await rig.texts()).slice(before)
  const everyone = ['m1', 'm2', 'm3', 'm4', 'm5', 'm6', 'm7', 'm8']
  for (const title of [enough, briefing, small, master]) {
    expect(whoGot(since.filter(({ body }) => body.includes(title)))).toEqual(everyone)
  }
  expect(since).toHaveLength(32)
}, 60_000)
