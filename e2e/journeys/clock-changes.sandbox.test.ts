import { afterAll, beforeAll, expect, test } from 'vitest'
import type { World } from '../../sandbox/world.ts'
import { officersOf, saidBy, type Officers } from '../support/officers.ts'
import { between, membersList } from '../support/outlook.ts'
import { whoGot } from '../support/phones.ts'
import { startRig, type Rig } from '../support/rig.ts'
import { aWorld } from '../support/worlds.ts'

// Summer time begins on Easter Sunday, 28 March 2027, between Good Friday and Easter Monday. A session on Tuesday 30 March is reviewed
// on Friday the 19th; two working days before it is Wednesday the 24th.
const title = 'After the clocks go forward'

let rig: Rig
let they: Officers

beforeAll(async () => {
  rig = await startRig(aWorld({ members: 8, change: (world: World) => (world.now = '2027-03-18T15:00:00Z') }))
  they = officersOf(rig)
  await they.invite({ subject: title, attendees: [membersList], ...between('2027-03-30', '18:30', '20:30') })
  await they.answers(title, { accept: ['m1', 'm2', 'm3', 'm4', 'm5'], tentativelyAccept: ['m6'], decline: ['m7'] })
}, 60_000)
afterAll(() => rig.close())

const textsSince = async (before: number) => (await rig.texts()).slice(before)

test('C14.11 C3.11 notice grows short at the session’s own time by the clock, although the clocks change in between', async () => {
  expect((await they.rowOf(title)).startsAt).toBe('2027-03-30T17:30:00Z')
  expect((await they.decisionOf(title)).notice.shortNoticeFrom).toBe('2027-03-24T18:30:00Z')
})

test('C14.11 C3.2 C3.4 it is reviewed at nine and to be decided by noon, by the clock of that day', async () => {
  await rig.setClock('2027-03-19T08:59:59Z')
  expect(await they.cardsAbout('officer', title)).toEqual([])
  await rig.advance('PT1S')
  expect(saidBy((await they.cardsAbout('officer', title))[0])).toContain('5 of 6 coming. Decide by noon on Friday 19 March.')
  expect((await they.rowOf(title)).state).toEqual({ kind: 'decide-by', at: '2027-03-19T12:00:00Z', escalated: false })
})

test('C14.11 C4.8 a week before it is reminded of at ten by winter time, and says summer’s half past six', async () => {
  await rig.setClock('2027-03-23T09:59:59Z')
  expect(await rig.texts()).toEqual([])
  await rig.advance('PT1S')
  const texts = await rig.texts()
  expect(whoGot(texts)).toEqual(['m1', 'm2', 'm3', 'm4', 'm5', 'm6', 'm8'])
  for (const { body } of texts) expect(body).toContain('Tue 30 March, 6:30pm')
}, 60_000)

test('C14.11 C3.11 at half past six two working days before, notice is enough, and a minute later short', async () => {
  await rig.setClock('2027-03-24T18:30:00Z')
  expect((await they.decisionOf(title)).notice.shortNotice).toBe(false)
  await rig.advance('PT1M')
  expect((await they.decisionOf(title)).notice.shortNotice).toBe(true)
}, 60_000)

test('C14.11 C4.9 on the morning it is eight by summer time', async () => {
  const before = (await rig.texts()).length
  await rig.setClock('2027-03-30T06:59:59Z')
  expect(await textsSince(before)).toEqual([])
  await rig.advance('PT1S')
  const texts = await textsSince(before)
  expect(whoGot(texts)).toEqual(['m1', 'm2', 'm3', 'm4', 'm5', 'm6'])
  for (const { body } of texts) expect(body).toMatch(/Today, Tue 30 March, 6:30pm/)
}, 60_000)
