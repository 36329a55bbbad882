import { afterAll, beforeAll, expect, test } from 'vitest'
import { officersOf, type Officers } from '../support/officers.ts'
import { membersList, outlookOf } from '../support/outlook.ts'
import { startRig, type Rig } from '../support/rig.ts'
import { aWorld } from '../support/worlds.ts'

const planning = 'Planning training (day)'
const evening = 'Planning training (evening)'
const postponed = 'Speaking in public'

let rig: Rig
let they: Officers

const between = (on: string, from: string, until: string) => ({
  start: { dateTime: `${on}T${from}:00`, timeZone: 'Europe/London' },
  end: { dateTime: `${on}T${until}:00`, timeZone: 'Europe/London' },
})
const idOf = async (title: string) => (await they.rowOf(title)).sessionId

/** Tuesday 25 August 2026, 1:30pm: the Monday after is a bank holiday, and the sessions are on the Thursday and the Friday of that week. */
beforeAll(async () => {
  rig = await startRig(
    aWorld({
      members: 8,
      change: (world) => {
        world.now = '2026-08-25T12:30:00Z'
        world.register.offices = [
          { person: 'm1', title: 'Member', committee: 'Planning Committee', from: '2026-05-11' },
          { person: 'm2', title: 'Member', committee: 'Planning Committee', from: '2026-05-11' },
        ]
        world.rulebook.settings = { minimum: { reviewWorkingDays: 5, reviewAt: '13:45', decideAt: '17:00' } }
      },
    }),
  )
  they = officersOf(rig)
  await they.invite(
    { subject: planning, ...between('2026-09-02', '10:00', '12:00') },
    {
      subject: evening,
      ...between('2026-09-03', '18:30', '20:30'),
      attendees: [membersList],
      location: { displayName: 'The Old Library' },
    },
    { subject: postponed, ...between('2026-09-02', '14:00', '16:00') },
  )
  await they.answers(planning, { accept: ['m1', 'm2', 'm3'], tentativelyAccept: ['m4'], decline: ['m5'] })
  await they.answers(evening, { decline: ['m2'], accept: ['m6'] })
  await rig.setClock('2026-08-25T13:00:00Z')
}, 60_000)
afterAll(() => rig.close())

test('C3.5 C3.6 C3.7 costs, terms, what is mandatory and further factors are weighed, and kept with the decision', async () => {
  const path = `/sessions/${await idOf(planning)}`
  const terms = [{ workingDaysBefore: 1, at: '12:00', payablePercent: 50 }]
  const costs = [{ category: 'external-trainer', pence: 85_000, payable: { kind: 'on-terms', terms } }]
  expect(await rig.api('officer', 'PUT', `${path}/details`, { version: 0, costs, aims: 'Sound decisions' })).toMatchObject({ status: 200 })
  expect(await rig.api('officer', 'PUT', `${path}/details`, { version: 0, costs: [] })).toMatchObject({ status: 412 })
  expect(await rig.api('officer', 'POST', `${path}/factors`, { words: 'The trainer could do November' })).toMatchObject({ status: 201 })
  await rig.settle()

  const view = await they.decisionOf(planning)
  expect(view.money).toMatchObject({ ifRun: 85_000, ifCancelled: 0, next: { at: '2026-09-01T11:00:00Z', ifCancelled: 42_500 } })
  expect(view.needs.map(({ memberId: _id, name: _name, ...need }) => need)).toMatchObject([
    { rule: 'Planning Committee training', otherwise: { response: 'none' } },
    { rule: 'Planning Committee training', declined: {} },
  ])
  expect(view.reopened).toHaveLength(1)
  expect(view.factors).toMatchObject([{ words: 'The trainer could do November', by: 'Olive Officer' }])
  expect(view.runs).toMatchObject([{ theirs: { accepted: 0, declined: 1, none: 3 } }])
})

test('C4.13 chasing asks those who might still come, once for each press, and as often as the week allows', async () => {
  const chase = async (number: number) => {
    const answer = await rig.api<{ refusal?: string; asked?: number }>('officer', 'POST', `/sessions/${await idOf(planning)}/chase`, {
      number,
    })
    await rig.settle()
    return answer
  }
  expect(await chase(1)).toMatchObject({ status: 201, body: { asked: 4 } })
  expect(await chase(1)).toMatchObject({ status: 412, body: { refusal: 'chased-since-seen' } })
  expect(await chase(2)).toMatchObject({ status: 201 })
  expect(await chase(3)).toMatchObject({ status: 409, body: { refusal: 'all-spared' } })
  const asked = (await they.pageOf(planning)).messages.filter(({ purpose }) => purpose === 'chase')
  expect(asked.filter(({ state }) => state === 'sent')).toHaveLength(8)
})

test('C3.4 postponed, it waits in Needs attention until it is moved in Outlook, and is then asked about anew', async () => {
  const outlook = outlookOf(rig)
  const why = { reasonId: 'own-words', reasonWords: 'The trainer is ill' }
  await rig.setClock('2026-08-26T12:50:00Z')
  expect(await they.decide(postponed, { choice: 'postpone', ...why })).toMatchObject({ status: 201 })
  expect((await they.attention()).filter(({ kind }) => kind === 'to-move')).toMatchObject([{ title: postponed }])
  await outlook.change((await outlook.copyOf('officer', postponed)).id, between('2026-10-07', '14:00', '16:00'))
  await rig.settle()
  expect((await they.attention()).filter(({ kind }) => kind === 'to-move')).toEqual([])
  expect((await they.rowOf(postponed)).state.kind).toBe('reviewed-on')
}, 60_000)

test('C3.4 C3.15 a merger with a run that fills up meanwhile is refused with the facts as they now are; cancelled, the need is open', async () => {
  const path = `/sessions/${await idOf(evening)}`
  await rig.api('officer', 'PUT', `${path}/details`, { version: 0, costs: [], capacity: 4 })
  await rig.settle()
  const seen = await they.decisionOf(planning)
  expect(seen.runs).toMatchObject([{ free: 3, coming: 3, enough: true }])
  await they.answers(evening, { accept: ['m7'] })
  const because = { reasonId: 'lack-of-interest', message: 'Too few could come.' }
  const mergeWith = await idOf(evening)
  expect(await they.decide(planning, { choice: 'merge', mergeWith, ...because, seen: seen.seen })).toMatchObject({
    status: 409,
    body: { refusal: 'run-full' },
  })
  expect((await they.decisionOf(planning)).runs).toMatchObject([{ free: 2, coming: 3, enough: false }])

  expect(await they.decide(planning, { choice: 'cancel', ...because })).toMatchObject({ status: 201 })
  const open = (await they.attention()).filter((row) => row.kind === 'need-reopened')
  expect(open).toMatchObject([{ needs: [{ rule: 'Planning Committee training' }] }])
  const { knowing } = (await they.pageOf(planning)).decision ?? {}
  expect(knowing).toMatchObject({ money: { ifRun: 85_000, ifCancelled: 0 }, needs: 2, factors: ['The trainer could do November'] })
  await they.invite({ subject: 'Planning training (repeat)', ...between('2026-09-10', '10:00', '12:00') })
  expect((await they.attention()).filter((row) => row.kind === 'need-reopened')).toEqual([])
}, 60_000)
