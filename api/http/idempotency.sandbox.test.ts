import { afterEach, beforeEach, expect, test } from 'vitest'
import { instant } from '../../domain/kernel/time.ts'
import { aMember, anOfficer, aPersonId, aSession, startsAt, towerHamlets } from '../../domain/testing/builders.ts'
import { phoneList } from '../contracts/attention.ts'
import { Unavailable } from '../ports/unavailable.ts'
import { testCouncil } from '../testing/council.ts'
import type { TestCouncil } from '../testing/council.ts'
import { forgottenBefore } from './idempotency.ts'
import { served } from './testing/served.ts'
import type { Answered, Served } from './testing/served.ts'

let council: TestCouncil
let service: Served
let token: string

/** Cancelled at short notice, with one Member to ring. */
beforeEach(async () => {
  const at = startsAt.subtract({ hours: 20 })
  council = await testCouncil({
    now: at,
    rulebook: towerHamlets,
    members: [aMember(1, { mobile: { kind: 'none' } })],
    officers: [anOfficer(901)],
    sessions: [aSession({ accepted: 1, endsAt: startsAt.add({ hours: 48 }), standing: { kind: 'cancelled', at, through: 'outlook' } })],
  })
  await council.worker.settle()
  service = await served(council)
  token = await service.tokenFor(aPersonId(901), { roles: ['Quorate.Officer'] })
})
afterEach(async () => service.close())

const ring = '/api/sessions/s1/phone-list/m1'

async function post(key: string, body: object = { outcome: 'no-reply' }, path = ring, as = token): Promise<Answered> {
  return service.raw(path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { authorization: `Bearer ${as}`, 'content-type': 'application/json', 'idempotency-key': key },
  })
}
const calls = async () => (await council.record(aSession().id)).calls

test('C3.12 the same call sent again is answered as the first one was, and is one call', async () => {
  const first = await post('k1')
  expect(first.status).toBe(200)
  await council.advance({ minutes: 5 })
  const again = await post('k1')
  expect([again.status, again.text]).toEqual([200, first.text])
  expect(await calls()).toHaveLength(1)
  expect(phoneList.parse((await post('k2')).body).entries[0]?.calls).toHaveLength(2)
})

test('a refusal is answered again as it was, too', async () => {
  const body = { choice: 'cancel', reasonId: 'unexpected', seen: '1' }
  const path = '/api/sessions/s1/decision'
  const first = await post('k1', body, path)
  expect(first.body).toMatchObject({ status: 409, refusal: 'cancelled' })
  expect((await post('k1', body, path)).text).toBe(first.text)
})

test.each([
  ['another body', { outcome: 'told' }, ring],
  ['another address', { outcome: 'no-reply' }, '/api/sessions/s2/phone-list/m1'],
])('a key used again for %s is refused, and nothing is done', async (_what, body, path) => {
  await post('k1')
  expect((await post('k1', body, path)).body).toMatchObject({ status: 422, refusal: 'key-used-otherwise' })
  expect(await calls()).toHaveLength(1)
})

test('another person’s key is another key', async () => {
  const other = await service.tokenFor(aPersonId(902), { roles: ['Quorate.Officer'] })
  await post('k1')
  expect((await post('k1', { outcome: 'told' }, ring, other)).status).toBe(200)
  expect(await calls()).toHaveLength(2)
})

test('two at once under one key are one call: the second is told that it is being done', async () => {
  const answers = await Promise.all([post('k1'), post('k1'), post('k1')])
  const statuses = answers.map(({ status }) => status).toSorted((one, other) => one - other)
  expect(statuses[0]).toBe(200)
  expect(statuses.every((status) => status === 200 || status === 409)).toBe(true)
  expect(await calls()).toHaveLength(1)
})

test('what was begun by a process that died is being done for two minutes, and then done once', async () => {
  const { replies } = council.council
  const begun = replies.save.bind(replies)
  let isDead = false
  replies.save = async (person, key, reply, seen) => {
    if (isDead) throw new Unavailable('storage', 'dead')
    isDead = true
    return begun(person, key, reply, seen)
  }
  expect((await post('k1')).status).toBe(200) // it was done, though that could not be written down
  replies.save = begun
  await council.advance({ seconds: 119 })
  const meanwhile = await post('k1')
  expect(meanwhile.body).toMatchObject({ status: 409, refusal: 'still-doing' })
  expect(meanwhile.headers.get('retry-after')).toBe('2')
  await council.advance({ seconds: 1 })
  expect((await post('k1')).status).toBe(200)
  expect(await calls()).toHaveLength(1)
})

test('what was not done for an outage may be asked for again at once', async () => {
  const { sessions } = council.council
  const find = sessions.find.bind(sessions)
  sessions.find = async () => Promise.reject(new Unavailable('storage', 'away'))
  expect((await post('k1')).status).toBe(503)
  sessions.find = find
  expect((await post('k1')).status).toBe(200)
})

test.each([
  [24 * 60, true],
  [24 * 60 + 1, false],
])('an answer is kept for a day: after %i minutes it is the first one still: %s', async (minutes, same) => {
  const first = await post('k1')
  council.clock.setTo(council.clock.now().add({ minutes }))
  expect((await post('k1')).text === first.text).toBe(same)
})

test.each(['', 'a b', 'k'.repeat(65)])('a key that is none (%j) is refused', async (key) => {
  expect((await post(key)).status).toBe(400)
  expect(await calls()).toEqual([])
})

test('answers of the day before are forgotten, and no others', async () => {
  const { replies } = council.council
  const at = (iso: string) => ({ asked: 'a', at: instant(iso), until: instant(iso) })
  await replies.save(aPersonId(1), 'old', at('2026-10-25T09:59:59Z'), 'new')
  await replies.save(aPersonId(1), 'new', at('2026-10-25T10:00:00Z'), 'new')
  await replies.forgetBefore(forgottenBefore(instant('2026-10-26T10:00:00Z')))
  expect(await replies.find(aPersonId(1), 'old')).toBeUndefined()
  expect(await replies.find(aPersonId(1), 'new')).toBeDefined()
})
