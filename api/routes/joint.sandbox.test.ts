import { afterAll, beforeAll, expect, test } from 'vitest'
import { sessionId } from '../../domain/kernel/ids.ts'
import { instant } from '../../domain/kernel/time.ts'
import { anOfficer, aPersonId, aSession, someMembers, towerHamlets } from '../../domain/testing/builders.ts'
import { jointReport } from '../contracts/joint.ts'
import { sessionPage } from '../contracts/programme.ts'
import { problem } from '../contracts/shared.ts'
import { served, type Served } from '../http/testing/served.ts'
import { testCouncil, type TestCouncil } from '../testing/council.ts'

const now = instant('2026-10-13T08:00:00Z')
const category = towerHamlets.costs.categories[0]?.id ?? ''
const costs = [{ category, pence: 85_000, payable: { kind: 'if-it-runs' } }]
const newham = { partner: 'Newham', pence: 42_500 }
let council: TestCouncil
let service: Served
let officer: string

beforeAll(async () => {
  const calendar = { ...aSession().calendar, eventId: 'event-2', iCalUId: 'ical-2' }
  const other = aSession({ id: sessionId('s2'), title: 'Equalities', startsAt: instant('2026-12-01T18:00:00Z'), calendar, none: 2 })
  council = await testCouncil({
    now,
    rulebook: towerHamlets,
    members: someMembers(2),
    officers: [anOfficer(901)],
    sessions: [aSession({ none: 2 }), other],
  })
  await council.advanceTo(now)
  service = await served(council)
  officer = await service.tokenFor(aPersonId(901), { roles: ['Quorate.Officer'] })
})
afterAll(async () => service.close())

const get = async (path: string) => (await service.ask('GET', `/api${path}`, { token: officer })).body
const report = async (query = '') => jointReport.parse(await get(`/reports/joint${query}`))
async function put(version: number, jointWith: readonly object[]) {
  const given = await service.ask('PUT', '/api/sessions/s1/details', { token: officer, body: { version, costs, jointWith } })
  await council.advanceTo(council.clock.now().add({ minutes: 1 }))
  return given
}

test('C1.17 while nobody has put a partner down nothing is joint work', async () => {
  expect(await report()).toMatchObject({ rows: [], total: { partners: [], sharedPence: 0, costPence: 0 } })
})

test('C1.17 partners cannot pay more than it costs, nor stand there twice; what is refused changes nothing', async () => {
  const refused = async (jointWith: readonly object[]) => problem.parse((await put(0, jointWith)).body)
  expect(await refused([{ ...newham, pence: 85_001 }])).toMatchObject({ status: 422, errors: [{ message: 'shared-too-much' }] })
  expect(await refused([newham, { partner: 'NEWHAM' }])).toMatchObject({ status: 422, errors: [{ message: 'partner-twice' }] })
  expect(await refused([{ partner: '' }])).toMatchObject({ status: 400 })
  expect(await refused([{ ...newham, pence: -1 }])).toMatchObject({ status: 400 })
  expect((await report()).rows).toEqual([])
})

test('C1.17 with whom it is run and what they pay stands on the session, and in the year’s report with what it costs', async () => {
  expect((await put(0, [newham, { partner: 'Age UK' }])).status).toBe(200)
  expect(sessionPage.parse(await get('/sessions/s1')).putDown?.jointWith).toEqual([newham, { partner: 'Age UK' }])
  expect(await report()).toMatchObject({
    rows: [{ sessionId: 's1', with: [newham, { partner: 'Age UK' }], costPence: 85_000 }],
    total: { sharedPence: 42_500, costPence: 85_000, partners: [{ partner: 'Newham', sessions: 1, pence: 42_500 }, { partner: 'Age UK' }] },
  })
  expect((await report('?year=municipal&began=2025')).rows).toEqual([])
})

test('C1.17 all that it costs may be shared; taken out again it is joint work no more', async () => {
  expect((await put(1, [{ ...newham, pence: 85_000 }])).status).toBe(200)
  expect((await report()).total.sharedPence).toBe(85_000)
  expect((await put(2, [])).status).toBe(200)
  expect((await report()).rows).toEqual([])
})
