import { afterAll, beforeAll, expect, test } from 'vitest'
import { sessionId } from '../../domain/kernel/ids.ts'
import { instant } from '../../domain/kernel/time.ts'
import { anOfficer, aPersonId, aSession, someMembers, towerHamlets } from '../../domain/testing/builders.ts'
import { tendBulletin } from '../act/look-at-issue.ts'
import { attention } from '../contracts/attention.ts'
import { brochure } from '../contracts/brochure.ts'
import { bulletin } from '../contracts/bulletin.ts'
import { sessionDetails } from '../contracts/details.ts'
import { placesPage } from '../contracts/places.ts'
import { sessionPage } from '../contracts/programme.ts'
import { served, type Served } from '../http/testing/served.ts'
import { testCouncil, type TestCouncil } from '../testing/council.ts'

const rulebook = {
  ...towerHamlets,
  planning: { ...towerHamlets.planning, withoutAims: 'hold' as const },
  bulletin: { ...towerHamlets.bulletin, on: 'thursday' as const, at: '16:00' },
}
const now = instant('2026-10-13T08:00:00Z')
const aim = { aims: 'Keep order and be fair.' }
const details = { version: 1, by: aPersonId(901), byName: 'Officer 901', at: now, costs: [], ...aim }
let council: TestCouncil
let service: Served
let officer: string
let member: string

beforeAll(async () => {
  council = await testCouncil({
    now,
    rulebook,
    members: someMembers(4),
    officers: [anOfficer(901)],
    sessions: [
      aSession({ accepted: 4 }),
      aSession({ id: sessionId('s2'), title: 'Equalities', startsAt: instant('2026-12-01T18:00:00Z'), accepted: 4, details }),
    ].map((session) => ({ ...session, firstSeenAt: now })),
  })
  await council.advanceTo(now)
  await tendBulletin(council.council)
  service = await served(council)
  officer = await service.tokenFor(aPersonId(901), { roles: ['Quorate.Officer'] })
  member = await service.tokenFor(aPersonId(3))
})
afterAll(async () => service.close())

const get = async (path: string, token = officer) => (await service.ask('GET', `/api${path}`, { token })).body
const issue = async () => bulletin.parse(await get('/bulletin')).issue
const section = async (id: string) => (await issue())?.sections.find((each) => each.id === id)?.items.map(({ title }) => title)
const warned = async () => (await issue())?.warnings.filter(({ kind }) => kind === 'no-aims')
const programmeOf = async (token: string) => {
  const { groups, held } = brochure.parse(await get('/brochure', token))
  return { titles: groups.flatMap(({ courses }) => courses.map(({ title }) => title)), held }
}
const waiting = async () => attention.parse(await get('/attention')).rows.filter(({ kind }) => kind === 'held-back')
const chairing = 'Chairing a difficult meeting'
const put = async (body: object) => service.ask('PUT', '/api/sessions/s1/details', { token: officer, body: { costs: [], ...body } })

test('C1.9 without an aim a session is new in no issue and in no Member’s programme; one that has an aim is', async () => {
  expect(await section('new')).toEqual(['Equalities'])
  expect(await programmeOf(member)).toEqual({ titles: ['Equalities'], held: undefined })
})

test('C1.9 officers are told where it is held out of and which it is, wherever they look', async () => {
  const about = { sessionId: 's1', title: chairing, startsAt: '2026-10-27T18:30:00Z' }
  expect(await warned()).toEqual([{ kind: 'no-aims', ...about, held: true }])
  expect(await waiting()).toEqual([{ kind: 'held-back', group: 'put-right', ...about, from: 'bulletin-and-programme' }])
  expect((await programmeOf(officer)).held).toEqual([about])
  expect(sessionPage.parse(await get('/sessions/s1')).heldOut).toBe('bulletin-and-programme')
  expect(sessionDetails.parse(await get('/sessions/s1/details')).heldOut).toBe('bulletin-and-programme')
  expect(placesPage.parse(await get('/places/offer-session-s1')).heldOut).toBe('bulletin-and-programme')
  expect(placesPage.parse(await get('/places/offer-session-s2'))).not.toHaveProperty('heldOut')
  expect(sessionPage.parse(await get('/sessions/s2'))).not.toHaveProperty('heldOut')
})

test('C1.9 the Member who is invited has the invitation all the same', async () => {
  expect(JSON.stringify(await get('/my/training', member))).toContain(chairing)
})

test('C1.9 C3.1 once it says what it is to achieve it stands in both, and nobody is told of anything held', async () => {
  expect((await put({ version: 0, ...aim })).status).toBe(200)
  await council.advanceTo(now.add({ minutes: 5 }))
  expect(await section('new')).toEqual([chairing, 'Equalities'])
  expect(await programmeOf(officer)).toEqual({ titles: [chairing, 'Equalities'], held: undefined })
  expect([await warned(), await waiting()]).toEqual([[], []])
})

test('C1.9 taken out again before an issue told of it, it is held out of the bulletin; in the programme it stays', async () => {
  expect((await put({ version: 1 })).status).toBe(200)
  await council.advanceTo(now.add({ minutes: 10 }))
  expect(await section('new')).toEqual(['Equalities'])
  expect(await waiting()).toMatchObject([{ title: chairing, from: 'bulletin' }])
  expect(await programmeOf(member)).toMatchObject({ titles: [chairing, 'Equalities'] })
})

test('C1.9 what an issue has told of stays in the bulletin too, whatever is taken out of its details', async () => {
  await put({ version: 2, ...aim })
  const draft = await issue()
  const path = `/api/bulletin/${draft?.issueId ?? ''}/release`
  expect((await service.ask('POST', path, { token: officer, body: { seen: draft?.seen } })).status).toBe(200)
  await council.advanceTo(instant('2026-10-16T08:00:00Z'))
  expect(bulletin.parse(await get('/bulletin')).past).toHaveLength(1)
  await put({ version: 3 })
  await tendBulletin(council.council)
  await council.advanceTo(instant('2026-10-16T08:10:00Z'))
  expect(await section('sessions')).toContain(chairing)
  expect([await warned(), await waiting()]).toEqual([[], []])
  expect(sessionPage.parse(await get('/sessions/s1'))).not.toHaveProperty('heldOut')
})
