import { afterAll, beforeAll, expect, test } from 'vitest'
import { sessionId } from '../../domain/kernel/ids.ts'
import { instant } from '../../domain/kernel/time.ts'
import { anOfficer, aPersonId, aSession, someMembers, towerHamlets } from '../../domain/testing/builders.ts'
import { missing, type Missing } from '../contracts/missing.ts'
import { served, type Served } from '../http/testing/served.ts'
import { testCouncil, type TestCouncil } from '../testing/council.ts'

const now = instant('2026-10-13T08:00:00Z')
const from = { id: 'homes', label: 'Homes for the future', from: '2026-01-01' }
const rulebook = { ...towerHamlets, planning: { ...towerHamlets.planning, priorities: [from] } }
const answersFor = { implements: 'Dana', monitors: 'Head of service', evaluates: 'Panel' }
const whole = { costs: [], aims: 'Keep order', record: { ...answersFor, priorities: ['homes'] } }
const at = (id: string, startsAt: string) => {
  const starts = instant(startsAt)
  const calendar = { ...aSession().calendar, eventId: `event-${id}`, iCalUId: `ical-${id}` }
  const given = { id: sessionId(id), title: id, startsAt: starts, endsAt: starts.add({ hours: 2 }), place: 'Town Hall', calendar }
  return aSession({ ...given, none: 2 })
}
const knowing = { counts: { accepted: 0, tentative: 0, declined: 0, none: 2 }, minimum: 6, readAt: now, otherRuns: [] }
const why = { reasonId: 'own-words', reasonWords: 'The trainer is ill.' }
const postponed = { choice: 'postpone', by: aPersonId(901), byName: 'Hannah Brightwell', at: now, knowing, ...why } as const
let council: TestCouncil
let service: Served
let officer: string

beforeAll(async () => {
  council = await testCouncil({
    now,
    rulebook,
    members: someMembers(2),
    officers: [anOfficer(901)],
    sessions: [
      at('held-last', '2026-10-12T18:00:00Z'),
      at('held-before', '2026-05-12T18:00:00Z'),
      at('last-year', '2026-04-30T18:00:00Z'),
      at('second', '2026-12-01T18:00:00Z'),
      at('first', '2026-11-03T18:00:00Z'),
      { ...at('put-off', '2026-10-05T18:00:00Z'), decision: postponed },
      { ...at('gone', '2026-11-04T18:00:00Z'), standing: { kind: 'cancelled', at: now, through: 'decision' } },
    ],
  })
  await council.advanceTo(now)
  service = await served(council)
  officer = await service.tokenFor(aPersonId(901), { roles: ['Quorate.Officer'] })
})
afterAll(async () => service.close())

const read = async (query = ''): Promise<Missing> =>
  missing.parse((await service.ask('GET', `/api/reports/missing${query}`, { token: officer })).body)
const gapsOf = async (id: string) => (await read()).rows.find(({ sessionId: each }) => each === id)?.gaps
async function put(id: string, version: number, body: object): Promise<void> {
  expect((await service.ask('PUT', `/api/sessions/${id}/details`, { token: officer, body: { version, ...body } })).status).toBe(200)
  await council.advanceTo(council.clock.now().add({ minutes: 1 }))
}

test('C1.9 C1.10 C1.12 sessions to come are listed soonest first with what each lacks, those put off before them; cancelled ones are not', async () => {
  const { rows, looked } = await read()
  expect(rows.map(({ title }) => title)).toEqual(['put-off', 'first', 'second'])
  expect(looked).toBe(3)
  expect(rows[1]?.gaps).toEqual(['aims', 'serves', 'implements', 'monitors', 'evaluates'])
})

test('C1.10 what is linked to a priority lacks the link no more, and is listed until the rest is there; C1.12 then it is gone', async () => {
  await put('first', 0, { ...whole, record: { priorities: ['homes'] } })
  expect(await gapsOf('first')).toEqual(['implements', 'monitors', 'evaluates'])
  await put('first', 1, whole)
  expect(await gapsOf('first')).toBeUndefined()
  expect(await read()).toMatchObject({ looked: 3, rows: [{ title: 'put-off' }, { title: 'second' }] })
  await put('first', 2, { ...whole, record: answersFor })
  expect(await gapsOf('first')).toEqual(['serves'])
})

test('C1.10 C1.12 those that were held this year are asked for by themselves, the latest first', async () => {
  expect((await read('?time=past')).rows.map(({ title }) => title)).toEqual(['held-last', 'held-before'])
})

test('C1.10 a list of anything else is refused, and a Member reads none', async () => {
  expect((await service.ask('GET', '/api/reports/missing?time=future', { token: officer })).status).toBe(400)
  const member = await service.tokenFor(aPersonId(1))
  expect((await service.ask('GET', '/api/reports/missing', { token: member })).status).toBe(403)
})
