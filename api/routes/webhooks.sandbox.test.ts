import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { dutyOf } from '../../domain/duties/duty-ids.ts'
import { sessionId } from '../../domain/kernel/ids.ts'
import { aMember, aMemberId, anOfficer, aSession, arrangedAt, towerHamlets } from '../../domain/testing/builders.ts'
import { referenceText } from '../act/reference.ts'
import { receiptToken, served } from '../http/testing/served.ts'
import type { Served } from '../http/testing/served.ts'
import { Unavailable } from '../ports/unavailable.ts'
import { testCouncil, testProfile } from '../testing/council.ts'
import type { TestCouncil } from '../testing/council.ts'

const id = sessionId('s1')
const notice = dutyOf(id, { kind: 'cancellation-notice', memberId: aMemberId(1) }, 'text', { notBefore: arrangedAt })
let council: TestCouncil
let service: Served
let taken: unknown[]
let away: boolean

beforeAll(async () => {
  council = await testCouncil({
    now: arrangedAt,
    rulebook: towerHamlets,
    members: [aMember(1)],
    officers: [anOfficer(901)],
    sessions: [aSession({ accepted: 1 })],
  })
  const { etag, session } = await council.council.sessions.find(id).then((found) => found ?? Promise.reject(new Error('no session')))
  const sent = { duty: notice, state: { kind: 'done', outcome: { kind: 'sent', at: arrangedAt } }, notBefore: arrangedAt } as const
  await council.council.sessions.save({ session, history: [], duties: [sent] }, { etag })
  const take = (kind: string) => async (body: unknown) => {
    if (away) throw new Unavailable('storage', 'away', { retryAfterSeconds: 5 })
    taken.push([kind, body])
  }
  service = await served(council, { notifications: take('change'), lifecycle: take('lifecycle') })
})
afterAll(async () => service.close())
beforeEach(() => {
  taken = []
  away = false
})

const receipt = (given: object = {}) => ({
  id: '740e5834-3a29-46b4-9a6f-16142fde533a',
  reference: referenceText({ council: testProfile.id, matter: id, duty: notice.id }),
  to: '07700 900001',
  status: 'delivered',
  completed_at: '2026-09-15T10:20:00.000000Z',
  notification_type: 'sms',
  ...given,
})

async function deliver(body: object, authorization = `Bearer ${receiptToken}`) {
  const headers = { 'content-type': 'application/json', authorization }
  return service.raw('/notify/receipts', { method: 'POST', headers, body: JSON.stringify(body) })
}

test('Graph’s handshake is answered with its own token as plain text, and nothing that could be more', async () => {
  for (const path of ['/graph/notifications', '/graph/lifecycle']) {
    const answer = await service.raw(`${path}?validationToken=${encodeURIComponent('Validation: Testing client <b>')}`, { method: 'POST' })
    expect(answer).toMatchObject({ status: 200, text: 'Validation: Testing client <b>' })
    expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8')
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    for (const bad of ['a'.repeat(2049), 'line\nline', 'ünlike', '']) {
      expect((await service.raw(`${path}?validationToken=${encodeURIComponent(bad)}`, { method: 'POST' })).status).toBe(400)
    }
  }
  expect(taken).toEqual([])
})

test('a notification is taken, answered at once, and wakes the worker', async () => {
  const kicks = service.kicks()
  const body = { value: [{ subscriptionId: 's', clientState: 'c' }] }
  expect((await service.ask('POST', '/graph/notifications', { body })).status).toBe(202)
  expect((await service.ask('POST', '/graph/lifecycle', { body })).status).toBe(202)
  expect(taken).toEqual([
    ['change', body],
    ['lifecycle', body],
  ])
  expect(service.kicks()).toBe(kicks + 2)
})

test('one that cannot be written down is answered 503, so that Graph tries again', async () => {
  away = true
  const answer = await service.ask('POST', '/graph/notifications', { body: { value: [] } })
  expect(answer.status).toBe(503)
  expect(answer.headers.get('retry-after')).toBe('5')
})

test('a notification of over a mebibyte, and one that is no JSON, are refused', async () => {
  const headers = { 'content-type': 'application/json' }
  expect((await service.raw('/graph/notifications', { method: 'POST', headers, body: `"${'x'.repeat(1_100_000)}"` })).status).toBe(413)
  expect((await service.raw('/graph/notifications', { method: 'POST', headers, body: '{' })).status).toBe(400)
})

test('C3.12 a receipt with the council’s own token says what became of a text', async () => {
  expect((await deliver(receipt())).status).toBe(200)
  expect((await council.record(id)).duties[0]?.state).toMatchObject({ outcome: { delivery: { status: 'delivered' } } })
})

test('a receipt with a wrong token, or none, changes nothing', async () => {
  for (const authorization of ['', 'Bearer ', 'Bearer wrong', `Basic ${receiptToken}`, `Bearer ${receiptToken}x`]) {
    expect((await deliver(receipt({ status: 'permanent-failure' }), authorization)).status).toBe(401)
  }
  expect((await council.record(id)).duties[0]?.state).toMatchObject({ outcome: { delivery: { status: 'delivered' } } })
})

test('a receipt about nothing of ours is taken and left alone: asking Notify again would mend nothing', async () => {
  const other = [
    receipt({ reference: null }),
    receipt({ reference: 'something else' }),
    receipt({ reference: 'riverside~s1~00' }),
    receipt({ status: 'new-word' }),
    {},
  ]
  for (const body of other) expect((await deliver(body)).status).toBe(200)
})

test('no number and no token of a receipt reaches the log', () => {
  expect(JSON.stringify(service.lines())).not.toMatch(/07700|900001|receipt-token/)
})
