import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import { sessionId } from '../../domain/kernel/ids.ts'
import {
  aMember,
  anInvitation,
  anOfficer,
  aPersonId,
  aSession,
  reviewAt,
  someMembers,
  startsAt,
  towerHamlets,
} from '../../domain/testing/builders.ts'
import { attention, phoneList } from '../contracts/attention.ts'
import { decisionCase, decisionTaken } from '../contracts/decisions.ts'
import { health } from '../contracts/health.ts'
import { me } from '../contracts/me.ts'
import { mySession, mySessionPage, myTexts, myTraining } from '../contracts/my-training.ts'
import { programme, sessionPage } from '../contracts/programme.ts'
import { importReport, memberMobile, members } from '../contracts/register.ts'
import { problem } from '../contracts/shared.ts'
import { served } from '../http/testing/served.ts'
import type { Served } from '../http/testing/served.ts'
import { testCouncil } from '../testing/council.ts'
import type { TestCouncil } from '../testing/council.ts'

let council: TestCouncil
let service: Served
let officer: string
let member: string
let administrator: string

/** A council with one session of each fate: in question, its other run, cancelled at short notice, and long past. */
beforeAll(async () => {
  const now = reviewAt.add({ minutes: 30 })
  const calendar = (number: number) => ({ mailbox: aPersonId(901), eventId: `event-${number}`, iCalUId: `ical-${number}` })
  const others = [
    { kind: 'room', name: 'Committee Room 1', address: 'room1@thamesbrook.example', response: 'accepted' },
    { kind: 'list', name: 'All Members', address: 'all@thamesbrook.example', response: 'none', list: { kind: 'unresolvable' } },
  ] as const
  council = await testCouncil({
    now: reviewAt.subtract({ hours: 24 }),
    rulebook: towerHamlets,
    members: [
      aMember(1, { mobile: { kind: 'none' } }),
      ...someMembers(12).slice(1),
      aMember(13, { mobile: { kind: 'unusable', given: '07x', because: 'not-a-number' } }),
    ],
    officers: [anOfficer(901), anOfficer(902)],
    sessions: [
      aSession({ accepted: 4, tentative: 2, declined: 2, none: 2, others, about: 'What it covers.' }),
      aSession({ id: sessionId('s2'), accepted: 9, startsAt: startsAt.add({ hours: 168 }), calendar: calendar(2) }),
      aSession({
        id: sessionId('s3'),
        title: 'Budgets',
        accepted: 2,
        startsAt: now.add({ hours: 5 }),
        calendar: calendar(3),
        standing: { kind: 'cancelled', at: now.subtract({ minutes: 20 }), through: 'outlook' },
      }),
      aSession({
        id: sessionId('s4'),
        title: 'Licensing',
        startsAt: now.add({ hours: 72 }),
        calendar: calendar(4),
        invitations: [anInvitation(1, 'accepted', { answeredOldTime: 'accepted' })],
        joinUrl: 'https://teams.example/join',
        delivery: 'online',
      }),
    ],
  })
  await council.advanceTo(now)
  service = await served(council)
  officer = await service.tokenFor(aPersonId(901), { roles: ['Quorate.Officer'] })
  administrator = await service.tokenFor(aPersonId(903), { roles: ['Quorate.Administrator'] })
  member = await service.tokenFor(aPersonId(1))
})
afterAll(async () => service.close())

async function get<Shape extends z.ZodType>(path: string, shape: Shape, token = officer): Promise<z.infer<Shape>> {
  const answer = await service.ask('GET', path, { token })
  expect(answer.status).toBe(200)
  return shape.parse(answer.body)
}

test('who I am, as an officer and as a Member', async () => {
  expect(await get('/api/me', me)).toMatchObject({
    roles: ['officer'],
    council: { name: 'Thamesbrook Council' },
    attention: expect.any(Number) as unknown,
  })
  const mine = await get('/api/me', me, member)
  expect(mine).toMatchObject({ roles: [], member: { id: 'm1', kind: 'councillor' } })
  expect(mine.attention).toBeUndefined()
})

test('C3.8, C14.4 the programme: each session on its own count, with its other run', async () => {
  const { rows } = await get('/api/programme', programme)
  expect(rows.map(({ sessionId: id }) => id)).toEqual(['s3', 's4', 's1', 's2'])
  const [, , day, evening] = rows
  expect(day).toMatchObject({
    counts: { accepted: 4 },
    state: { kind: 'decide-by', escalated: false },
    otherRuns: [{ sessionId: 's2', accepted: 9 }],
  })
  expect(evening).toMatchObject({ counts: { accepted: 9 }, state: { kind: 'reviewed-on' }, otherRuns: [{ sessionId: 's1', accepted: 4 }] })
})

test('the programme of other days, and of days that make no sense', async () => {
  expect((await get('/api/programme?from=2026-11-01&to=2026-11-30', programme)).rows.map((row) => row.sessionId)).toEqual(['s2'])
  for (const query of [
    'from=2026-11-01&to=2026-11-01',
    'from=2026-01-01&to=2029-01-01',
    'from=yesterday',
    'from=2026-11-01&from=2026-12-01',
  ]) {
    expect((await service.ask('GET', `/api/programme?${query}`, { token: officer })).status).toBe(400)
  }
})

test('C2.2 an officer sees numbers and names of each answer, as at the latest reading', async () => {
  const page = await get('/api/sessions/s1', sessionPage)
  expect(page.row).toMatchObject({
    counts: { accepted: 4, tentative: 2, declined: 2, none: 2 },
    invited: 10,
    uptake: { readAt: expect.any(String) as unknown },
  })
  expect(page.members.filter(({ response }) => response === 'tentative').map(({ name }) => name)).toEqual([
    'Cllr Member 5',
    'Cllr Member 6',
  ])
  expect(page.others).toContainEqual({ kind: 'list', name: 'All Members', response: 'none', unresolvable: true })
  expect(page.notInvited.map(({ memberId }) => memberId)).toEqual(['m11', 'm12', 'm13'])
})

test('C3.2, C3.3 the decision: the count, tentatives beside it, and what cancelling would do', async () => {
  const decision = await get('/api/sessions/s1/decision', decisionCase)
  expect(decision).toMatchObject({
    state: 'open',
    escalated: false,
    tentative: [{ name: 'Cllr Member 5' }, { name: 'Cllr Member 6' }],
    ifCancelled: { calendarsCleared: 11, membersInvited: 10, othersInvited: 1, shortNotice: false, texts: 0, offeredOtherRun: 6 },
    notice: { shortNotice: false, workingDays: 2 },
  })
  expect(decision.reasons.map(({ basis }) => basis)).toContain('lack-of-interest')
  expect(decision.suggestedMessage).toContain('Tuesday 3 November at 6:30pm')
})

test('C3.1 lack of interest is not offered for a session that is not in question', async () => {
  const decision = await get('/api/sessions/s2/decision', decisionCase)
  expect(decision.state).toBe('before-review')
  expect(decision.reasons.map(({ basis }) => basis)).not.toContain('lack-of-interest')
})

test('C3.12, C3.13 what needs attention, most pressing first, and the phone list', async () => {
  const { rows } = await get('/api/attention', attention)
  expect(rows.map(({ kind }) => kind).slice(0, 2)).toEqual(['ring', 'decide'])
  expect(rows.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['reason-missing', 'list-unresolvable', 'bad-mobile']))
  const list = await get('/api/sessions/s3/phone-list', phoneList)
  expect(list.entries[0]).toMatchObject({ memberId: 'm1', because: 'no-mobile', reached: false })
})

test('a call is written down and taken back', async () => {
  const call = { token: officer, body: { outcome: 'no-reply' } }
  const rung = await service.ask('POST', '/api/sessions/s3/phone-list/m1', call)
  expect(phoneList.parse(rung.body).entries[0]?.calls).toHaveLength(1)
  const back = await service.ask('DELETE', '/api/sessions/s3/phone-list/m1', { token: officer })
  expect(phoneList.parse(back.body).entries[0]?.calls).toEqual([])
  const nothing = await service.ask('DELETE', '/api/sessions/s3/phone-list/m1', { token: officer })
  expect(problem.parse(nothing.body)).toMatchObject({ status: 409, refusal: 'no-call' })
  const nobody = await service.ask('POST', '/api/sessions/s3/phone-list/m9', call)
  expect(nobody.status).toBe(404)
})

test('C2.3, C1.21 a Member’s own training: what wants an answer, a moved session among it', async () => {
  const training = await get('/api/my/training', myTraining, member)
  expect(training.needsAnswer.map(({ sessionId: id }) => id)).toEqual(['s4'])
  expect(training.nextDates.map(({ sessionId: id }) => id)).toEqual(['s1', 's2'])
  expect(training.cancelled.map(({ sessionId: id }) => id)).toEqual(['s3'])
  expect(training.answered).toMatchObject({ answered: 4, invited: 4, since: '2026-04-30T23:00:00Z' })
})

test('C2.1 a Member answers, and her page says that Outlook is being told', async () => {
  const kicks = service.kicks()
  const answer = await service.ask('PUT', '/api/my/sessions/s4/answer', { token: member, body: { answer: 'accepted' } })
  expect(answer.status).toBe(202)
  expect(mySession.parse(answer.body)).toMatchObject({ telling: { answer: 'accepted', state: 'telling' } })
  expect(service.kicks()).toBe(kicks + 1)
  const page = await get('/api/my/sessions/s4', mySessionPage, member)
  expect(page).toMatchObject({ joinUrl: 'https://teams.example/join', session: { telling: { answer: 'accepted' } } })
  expect((await get('/api/my/training', myTraining, member)).needsAnswer).toEqual([])
})

test('an answer that is none, or to a cancelled session, is refused in words', async () => {
  const none = await service.ask('PUT', '/api/my/sessions/s4/answer', { token: member, body: { answer: 'none' } })
  expect(problem.parse(none.body)).toMatchObject({ status: 400 })
  const cancelled = await service.ask('PUT', '/api/my/sessions/s3/answer', { token: member, body: { answer: 'accepted' } })
  expect(problem.parse(cancelled.body)).toMatchObject({ status: 409, refusal: 'cancelled', title: 'This session is cancelled' })
})

test('a Member’s texts, read and changed', async () => {
  const texts = await get('/api/my/texts', myTexts, member)
  expect(texts.mobileState).toBe('none')
  const changed = await service.ask('PUT', '/api/my/texts', { token: member, body: { mobile: '07700 900555', etag: texts.etag } })
  expect(myTexts.parse(changed.body)).toMatchObject({ mobile: '07700 900555', mobileState: 'usable' })
  const stale = await service.ask('PUT', '/api/my/texts', { token: member, body: { reminders: false, etag: texts.etag } })
  expect(problem.parse(stale.body)).toMatchObject({ status: 412, refusal: 'changed-since-seen' })
})

test('the register, its import, and health', async () => {
  expect((await get('/api/members', members)).members).toHaveLength(13)
  const imported = await service.ask('POST', '/api/members/import', { token: officer, body: {} })
  importReport.parse(imported.body)
  expect(await get('/api/health', health, administrator)).toMatchObject({ officers: 2, unreachable: [] })
})

test('health shows an administrator what the queue met: work that waits, and hints that were given up', async () => {
  const at = council.clock.now()
  council.council.health.noteLate(at.subtract({ minutes: 12 }))
  await council.council.poisonedHints.note(3)
  expect(await get('/api/health', health, administrator)).toMatchObject({
    lateSince: String(at.subtract({ minutes: 12 })),
    hintsGivenUp: { count: 3, lastAt: String(at) },
  })
  council.council.health.noteLate(undefined)
  expect(await get('/api/health', health, administrator)).not.toHaveProperty('lateSince')
})

test('C3.12 an officer puts a number right, and is told in words why another cannot be texted', async () => {
  const path = '/api/members/m13/mobile'
  const landline = await service.ask('PUT', path, { token: officer, body: { mobile: '020 7946 0123' } })
  expect(problem.parse(landline.body)).toMatchObject({
    status: 422,
    refusal: 'landline',
    title: 'That is a landline, which cannot be texted',
  })
  const right = await service.ask('PUT', path, { token: officer, body: { mobile: ' 07700 900555 ' } })
  expect(memberMobile.parse(right.body)).toEqual({ memberId: 'm13', mobileState: 'usable', mobile: '07700 900555' })
  expect((await service.ask('PUT', '/api/members/m99/mobile', { token: officer, body: { mobile: '07700 900555' } })).status).toBe(404)
  expect((await service.ask('PUT', path, { token: officer, body: { mobile: '07700 900555', by: 'x' } })).status).toBe(400)
})

test('a refresh is asked for and not waited for', async () => {
  expect((await service.ask('POST', '/api/sessions/s1/refresh', { token: officer })).status).toBe(202)
  expect((await service.ask('POST', '/api/sessions/s9/refresh', { token: officer })).status).toBe(404)
})

test('C3.4 a decision is taken on what was seen, and the record of it can be read', async () => {
  const { seen } = await get('/api/sessions/s1/decision', decisionCase)
  const body = { choice: 'cancel', reasonId: 'lack-of-interest', message: 'Too few could come.', seen }
  const taken = await service.ask('POST', '/api/sessions/s1/decision', { token: officer, body })
  expect(taken.status).toBe(201)
  expect(decisionTaken.parse(taken.body)).toMatchObject({ choice: 'cancel', by: 'Officer 901' })
  const again = await service.ask('POST', '/api/sessions/s1/decision', { token: officer, body })
  expect(problem.parse(again.body)).toMatchObject({ status: 409, refusal: 'cancelled' })
  const page = await get('/api/sessions/s1', sessionPage)
  expect(page.decision).toMatchObject({
    by: 'Officer 901',
    knowing: { counts: { accepted: 4 }, minimum: 6, otherRuns: [{ sessionId: 's2', accepted: 9 }] },
  })
  expect(page.cancelled).toMatchObject({ through: 'decision', by: 'Officer 901', message: 'Too few could come.' })
  expect(page.history[0]?.what).toBe('Cancelled by Officer 901')
})

test('C3.13 the reason of a cancellation made in Outlook is given once', async () => {
  const unexpected = towerHamlets.cancellation.reasons.find((reason) => reason.basis === 'unexpected' && !reason.needsWords)
  const body = { reasonId: unexpected?.id }
  expect((await service.ask('POST', '/api/sessions/s3/reason', { token: officer, body })).status).toBe(200)
  const again = await service.ask('POST', '/api/sessions/s3/reason', { token: officer, body })
  expect(problem.parse(again.body)).toMatchObject({ status: 409, refusal: 'already-explained' })
})
