import { afterAll, beforeAll, expect, test } from 'vitest'
import { sessionId } from '../../domain/kernel/ids.ts'
import { instant } from '../../domain/kernel/time.ts'
import { anOfficer, aMember, aMemberId, aPersonId, aSession, towerHamlets } from '../../domain/testing/builders.ts'
import { tendBulletin } from '../act/look-at-issue.ts'
import { bulletin } from '../contracts/bulletin.ts'
import { myPlace, myPlaces, placesList, placesPage } from '../contracts/places.ts'
import { problem } from '../contracts/shared.ts'
import { served, type Served } from '../http/testing/served.ts'
import { testCouncil, type TestCouncil } from '../testing/council.ts'

const now = instant('2026-10-13T08:00:00Z') // a Tuesday; the issue leaves on Friday at 10:00
const issueAt = instant('2026-10-16T09:00:00Z')
const closesAt = instant('2026-10-23T17:00:00Z')
const path = '/api/places/offer-session-s1'
const mine = '/api/my/places/offer-session-s1'
const terms = {
  places: 2,
  openTo: { kind: 'everyone' },
  neededFor: ['Chair'],
  criteria: ['role-need', 'not-had-one', 'ballot'],
  closesAt: String(closesAt),
}
let council: TestCouncil
let service: Served
let officer: string
const members: string[] = []

beforeAll(async () => {
  const by = { by: aPersonId(901), byName: 'Officer 901' }
  const audience = { kind: 'named', members: [aMemberId(1)] } as const
  const named = aSession({ id: sessionId('s2'), title: 'For one', none: 1, details: { version: 1, ...by, at: now, costs: [], audience } })
  const roll = [1, 2, 3, 4, 5].map((number) => aMember(number, number === 4 ? { posts: ['Chair, Planning Committee'] } : {}))
  council = await testCouncil({
    now,
    rulebook: towerHamlets,
    members: roll,
    officers: [anOfficer(901)],
    sessions: [aSession({ none: 4 }), named],
  })
  await council.advanceTo(now)
  service = await served(council)
  officer = await service.tokenFor(aPersonId(901), { roles: ['Quorate.Officer'] })
  for (const number of [1, 2, 3, 4, 5]) members.push(await service.tokenFor(aPersonId(number)))
})
afterAll(async () => service.close())

const read = async () => placesPage.parse((await service.ask('GET', path, { token: officer })).body)
const seen = async () => (await read()).offer?.seen ?? ''
const press = async (method: string, at: string, body: unknown, token = officer) => service.ask(method, at, { token, body })
const refusalOf = async (method: string, at: string, body: unknown, token = officer) =>
  problem.parse((await press(method, at, body, token)).body)
const express = async (member: number, interested = true) => press('PUT', mine, { interested }, members[member - 1])

test('C4.4 X27 an officer states the places before anybody hears of them, by the council’s usual order', async () => {
  expect(await read()).toMatchObject({
    subject: { kind: 'session', title: 'Chairing a difficult meeting', isOff: false },
    choices: { usual: ['role-need', 'not-had-one', 'ballot'], posts: ['Chair'], usualClosesAt: '2026-10-23T16:00:00Z' },
    nextIssueAt: String(issueAt),
    members: [],
  })
  expect(await refusalOf('PUT', path, { ...terms, criteria: ['not-had-one'] })).toMatchObject({
    refusal: 'faulty',
    errors: [{ path: 'criteria', message: 'ballot-last' }],
  })
  expect(await refusalOf('PUT', path, { ...terms, criteria: ['pdp', 'ballot'] })).toMatchObject({ status: 400 })
  expect((await press('PUT', path, terms)).status).toBe(200)
  expect((await read()).offer).toMatchObject({ ...terms, stage: 'not-announced', setBy: 'Officer 901', interested: 0 })
  expect(await refusalOf('PUT', path, terms)).toMatchObject({ refusal: 'changed-since-seen' })
  expect(await refusalOf('PUT', '/api/places/offer-session-s2', terms)).toMatchObject({ refusal: 'not-published', status: 409 })
  expect((await service.ask('GET', '/api/places/offer-session-s9', { token: officer })).status).toBe(404)
})

test('C4.4 nobody expresses interest before the bulletin, and the bulletin says how and until when', async () => {
  expect((await express(1)).status).toBe(404)
  expect(myPlaces.parse((await service.ask('GET', '/api/my/places', { token: members[0] ?? '' })).body).offers).toEqual([])
  await tendBulletin(council.council)
  const { issue } = bulletin.parse((await service.ask('GET', '/api/bulletin', { token: officer })).body)
  await press('POST', `/api/bulletin/${issue?.issueId ?? ''}/release`, { seen: issue?.seen })
  await council.advanceTo(issueAt.add({ hours: 1 }))
  const [mail] = council.senders.arrived.mails
  expect(mail?.text).toContain('Express interest by Friday 23 October 2026, 6pm.')
  expect(mail?.html).toContain('my-places')
  expect((await read()).offer).toMatchObject({ stage: 'open', announcedAt: String(issueAt) })
})

test('C4.4 every Member may express interest and withdraw, sees her own standing, and nobody sees who else did', async () => {
  for (const member of [4, 3, 2, 1]) expect((await express(member)).status).toBe(200)
  expect((await express(1)).status).toBe(200)
  expect(myPlace.parse((await express(2, false)).body)).toMatchObject({ mine: 'withdrawn', stage: 'open' })
  const again = await express(2)
  expect(myPlace.parse(again.body)).toMatchObject({ mine: 'interested' })
  expect(JSON.stringify(again.body)).not.toMatch(/Member 1|m1\b|interested":[34]/)
  const listed = myPlaces.parse((await service.ask('GET', '/api/my/places', { token: members[2] ?? '' })).body)
  expect(listed.offers).toMatchObject([{ mine: 'interested', stage: 'open' }])
  expect(await read()).toMatchObject({ offer: { interested: 4 }, members: [] })
  expect(await refusalOf('POST', `${path}/draw`, { seen: await seen() })).toMatchObject({ refusal: 'not-closed' })
  expect(await refusalOf('POST', `${path}/drop`, { seen: await seen() })).toMatchObject({ refusal: 'announced' })
})

test('C4.4 late is refused with words; the closing may be put later until it has passed', async () => {
  const later = closesAt.add({ hours: 1 })
  expect((await press('PUT', path, { ...terms, closesAt: String(later), seen: await seen() })).status).toBe(200)
  expect(await refusalOf('PUT', path, { ...terms, closesAt: String(closesAt), seen: await seen() })).toMatchObject({
    errors: expect.arrayContaining([{ path: 'closesAt', message: 'closes-earlier' }]),
  })
  await council.advanceTo(later.subtract({ seconds: 1 }))
  expect((await express(3)).status).toBe(200)
  await council.advanceTo(later)
  expect(await refusalOf('PUT', mine, { interested: true }, members[4])).toMatchObject({
    status: 409,
    title: 'This closed on Friday 23 October 2026, 7pm',
  })
  expect(await refusalOf('PUT', path, { ...terms, closesAt: String(later.add({ hours: 1 })), seen: await seen() })).toMatchObject({
    errors: [{ path: 'closesAt', message: 'fixed-when-announced' }],
  })
  await council.advanceTo(later.add({ minutes: 2 }))
  expect(await read()).toMatchObject({ offer: { stage: 'closed', interested: 4 }, members: [] })
  expect(await refusalOf('POST', `${path}/give-up`, { memberId: 'm1' })).toMatchObject({ refusal: 'not-drawn' })
  expect(await refusalOf('POST', `${path}/give-up`, { memberId: 'm9' })).toMatchObject({ refusal: 'not-drawn' })
  expect((await read()).offer?.interested).toBe(4)
  const told = council.senders.arrived.mails.filter(({ subject }) => subject.startsWith('It has closed'))
  expect(told.map(({ to, text }) => [to.name, text.includes('4 Members are interested in 2 places.')])).toEqual([['Officer 901', true]])
})

test('C4.4 drawn, looked at, confirmed: each is told once, and anybody can check the draw', async () => {
  expect(await refusalOf('POST', `${path}/confirm`, { seen: await seen(), given: [] })).toMatchObject({ refusal: 'not-drawn' })
  const drawn = placesPage.parse((await press('POST', `${path}/draw`, { seen: await seen() })).body)
  expect(drawn.offer?.stage).toBe('drawn')
  expect(drawn.members[0]).toMatchObject({
    memberId: 'm4',
    standing: { kind: 'place', reason: { kind: 'criterion', criterion: 'role-need', met: true } },
  })
  expect(drawn.members[1]?.standing).toEqual({ kind: 'place', reason: { kind: 'ballot', drawn: 1, of: 3 } })
  expect(placesPage.parse((await press('POST', `${path}/draw`, { seen: 'anything' })).body).members).toEqual(drawn.members)
  const before = myPlace.parse((await service.ask('GET', mine, { token: members[3] ?? '' })).body)
  expect(before).not.toHaveProperty('standing')
  expect(before).not.toHaveProperty('drawn')

  const sent = council.senders.arrived.mails.length
  const given = drawn.next.map(({ memberId }) => memberId)
  expect(await refusalOf('POST', `${path}/confirm`, { seen: await seen(), given: given.toReversed() })).toMatchObject({ status: 412 })
  await press('POST', `${path}/confirm`, { seen: await seen(), given })
  await council.advance({ minutes: 5 })
  expect(
    council.senders.arrived.mails
      .slice(sent)
      .map(({ subject }) => subject)
      .toSorted(),
  ).toEqual([
    'You are 1st on the reserve list: Chairing a difficult meeting',
    'You are 2nd on the reserve list: Chairing a difficult meeting',
    'You have a place: Chairing a difficult meeting',
    'You have a place: Chairing a difficult meeting',
  ])
  const after = myPlace.parse((await service.ask('GET', mine, { token: members[3] ?? '' })).body)
  expect(after).toMatchObject({ standing: { kind: 'place' }, mine: 'interested' })
  expect(after.drawn?.tickets.map(({ ticket }) => ticket)).toContain(after.ticket)
  expect(JSON.stringify(after.drawn)).not.toMatch(/Member|"m\d/)
})

test('C4.4 a place given up goes to the next reserve once an officer confirms it, and only she is written to', async () => {
  const sent = council.senders.arrived.mails.length
  await express(4, false)
  await council.advance({ minutes: 5 })
  const page = await read()
  expect(page.members[0]?.standing).toEqual({ kind: 'given-up' })
  expect(council.senders.arrived.mails).toHaveLength(sent)
  const [next] = page.next
  await press('POST', `${path}/confirm`, { seen: await seen(), given: [next?.memberId] })
  await council.advance({ minutes: 5 })
  expect(council.senders.arrived.mails.slice(sent).map(({ to, subject }) => [to.name, subject])).toEqual([
    [`Councillor ${next?.name.replace('Cllr ', '') ?? ''}`, 'You have a place: Chairing a difficult meeting'],
  ])
  expect(await refusalOf('POST', `${path}/confirm`, { seen: await seen(), given: [] })).toMatchObject({ refusal: 'nothing-to-give' })
  const back = await refusalOf('PUT', mine, { interested: true }, members[3])
  expect(back).toMatchObject({ refusal: 'closed' })
  expect(placesList.parse((await service.ask('GET', '/api/places', { token: officer })).body).offers).toMatchObject([
    { stage: 'allotted', interested: 3, held: 2, places: 2 },
  ])
})

test('C4.4 an officer writes down that a Member gave up, and more places go down the same list', async () => {
  const place = (await read()).members.find(({ standing }) => standing?.kind === 'place')
  await press('POST', `${path}/give-up`, { memberId: place?.memberId })
  expect((await read()).members.find(({ memberId }) => memberId === place?.memberId)?.standing).toEqual({ kind: 'given-up' })
  expect((await read()).next).toHaveLength(1)
  expect(await refusalOf('POST', `${path}/give-up`, { memberId: 'm9' })).toMatchObject({ refusal: 'not-interested' })
})
