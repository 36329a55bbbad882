import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Problem } from '../../api/contracts/shared.ts'
import type { Text } from '../support/control.ts'
import { officersOf, saidBy, type Officers } from '../support/officers.ts'
import { between, outlookOf } from '../support/outlook.ts'
import { whoGot } from '../support/phones.ts'
import { startRig, type Rig } from '../support/rig.ts'
import { startCuttableStorage, type StorageProxy } from '../support/storage-proxy.ts'
import { aThursday, expectNobodyIn, lettersTo, nextWeek, tomorrow, unreachableIn } from '../support/storm.ts'

/*
 * Storage is the one thing that Quorate cannot work without: while it is away nothing is taken, nothing is claimed to be done, and
 * everything that is owed is found again when it is back.
 */

const lines: string[] = []
let storage: StorageProxy
let rig: Rig
let they: Officers
let outlook: ReturnType<typeof outlookOf>

beforeAll(async () => {
  storage = await startCuttableStorage()
  // The sixth wants one text of a morning with two sessions: the first of them will be missed, and must not take the other with it.
  const world = { ...aThursday('2026-10-14T12:00:00Z'), preferences: [{ person: 'm6', combine: true }] }
  rig = await startRig(world, { log: (line) => lines.push(line), storage })
  they = officersOf(rig)
  outlook = outlookOf(rig)
}, 120_000)
afterAll(() => rig.close())

const today = { ...nextWeek, ...between('2026-10-15', '14:00', '16:00') }
const early = { ...nextWeek, ...between('2026-10-15', '09:00', '10:00') }
const textsAbout = async (title: string): Promise<readonly Text[]> => (await rig.texts()).filter(({ body }) => body.includes(title))
/** What the service has said of itself since a moment in its log. */
const logged = (from: number, event: string) => lines.slice(from).filter((line) => line.includes(`"event":"${event}"`))
const probe = async (path: string) => (await fetch(`${(await rig.addresses()).product}${path}`)).status

/** As a person's tab asks, with what the headers say and how long it took. */
async function ask(user: string, method: string, path: string, body?: unknown) {
  const { product } = await rig.addresses()
  const began = performance.now()
  const response = await fetch(`${product}/api${path}`, {
    method,
    headers: {
      authorization: `Bearer ${await rig.token(user)}`,
      'content-type': 'application/json',
      'idempotency-key': 'a-key-of-the-tab',
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const seconds = (performance.now() - began) / 1000
  return { status: response.status, headers: response.headers, problem: (await response.json()) as Problem, seconds }
}

function expectOutage({ status, headers, problem }: Awaited<ReturnType<typeof ask>>): void {
  expect(status).toBe(503)
  expect(headers.get('content-type')).toContain('application/problem+json')
  expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
  expect(problem).toMatchObject({ refusal: 'unavailable', title: 'Quorate cannot do that just now' })
}

describe('storage refuses connections for an hour', () => {
  const [reviewed, late, over, sent] = ['Reviewed meanwhile', 'Reminded late', 'Too late to remind', 'Invited meanwhile']
  const cutAt = '2026-10-15T06:58:00Z'
  let from = 0

  test('C1.1 C2.1 officers invite and Members answer in Outlook, and Graph is told to come again', async () => {
    await they.invite({ ...nextWeek, subject: reviewed }, { ...today, subject: late }, { ...early, subject: over })
    await they.answers(late, { accept: ['m1', 'm2', 'm3', 'm4', 'm5', 'm6'], decline: ['m7'] })
    await they.answers(over, { accept: ['m1', 'm2', 'm3', 'm4', 'm5', 'm6'] })
    await rig.setClock(cutAt)
    from = lines.length
    await storage.refuse()

    await they.invite({ ...nextWeek, subject: sent })
    for (const member of ['m1', 'm2', 'm3', 'm4']) await outlook.answer(member, reviewed, 'accept')
    await outlook.answer('m5', sent, 'decline')
    await rig.settle()
    expect(logged(from, 'request.refused').some((line) => /POST:\/graph\/notifications.*"status":503/.test(line))).toBe(true)
    const { product } = await rig.addresses()
    const told = await fetch(`${product}/graph/notifications`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ value: [{ subscriptionId: 'one', clientState: 'x', resource: 'Users/one/Events/one' }] }),
    })
    expect(told.status).toBe(503)
    expect(Number(told.headers.get('retry-after'))).toBeGreaterThan(0)
  }, 90_000)

  test('whoever asks is told plainly, the process lives, and it says that it is not ready', async () => {
    const asked = await ask('officer', 'GET', '/me')
    expectOutage(asked)
    expect(asked.problem.outage).toEqual({ now: cutAt, unreachable: [{ dependency: 'storage', since: cutAt }] })
    expect(await probe('/health/live')).toBe(200)
    await expect.poll(() => probe('/health/ready'), { timeout: 10_000, interval: 500 }).toBe(503)
  }, 30_000)

  test('C3.2 C4.9 a review and reminders fall due meanwhile: nothing is sent, and time passes all the same', async () => {
    const texts = (await rig.texts()).length
    await rig.setClock('2026-10-15T08:03:00Z')
    expect(await rig.now()).toBe('2026-10-15T08:03:00Z')
    expect(await rig.texts()).toHaveLength(texts)
    expect(await they.cardsAbout('officer', reviewed)).toEqual([])
    const { problem } = await ask('m1', 'GET', '/my/training')
    expect(problem.outage?.unreachable).toEqual([{ dependency: 'storage', since: cutAt }])
  }, 60_000)

  test('C1.1 C2.1 C3.2 afterwards all of it is seen: the invitation, every answer, and the question to officers, once', async () => {
    await storage.restore()
    await rig.advance('PT30M')
    await expect.poll(() => probe('/health/ready'), { timeout: 15_000, interval: 500 }).toBe(200)
    expect((await they.rowOf(sent)).counts).toMatchObject({ accepted: 0, declined: 1 })
    expect(await they.rowOf(reviewed)).toMatchObject({ counts: { accepted: 4 }, state: { kind: 'decide-by' } })
    for (const user of ['officer', 'second']) {
      const cards = await they.cardsAbout(user, reviewed)
      expect(cards).toHaveLength(1)
      expect(saidBy(cards[0])).toContain('4 of 6 coming.')
      expect(await lettersTo(rig, user, { title: reviewed, beginning: /coming: decide/ })).toEqual([])
    }
  }, 60_000)

  test('C4.9 C4.12 the reminder of the afternoon went late, once to each; that of what had begun was skipped, and it says why', async () => {
    const morning = (await textsAbout(late)).filter(({ at }) => at >= cutAt)
    expect(whoGot(morning)).toEqual(['m1', 'm2', 'm3', 'm4', 'm5', 'm6'])
    expect(morning.every(({ at }) => at >= '2026-10-15T08:03:00Z')).toBe(true)
    expect((await textsAbout(over)).filter(({ at }) => at >= cutAt)).toEqual([])
    const { members } = await they.pageOf(over)
    const morningOf = members.flatMap(({ reminded }) => reminded.filter(({ reminder }) => reminder === 'morning-of'))
    expect(morningOf.map(({ state, because }) => `${state} ${because}`)).toEqual(Array.from({ length: 6 }, () => 'skipped late'))
  }, 60_000)
})

describe('storage takes connections and never answers', () => {
  const title = 'Through a hang'

  test('every request ends within 17 seconds, as an outage; webhooks sooner, so that Graph does not call us slow', async () => {
    await they.invite({ ...nextWeek, subject: title })
    const { sessionId } = await they.rowOf(title)
    const { seen } = await they.decisionOf(title)
    storage.hang()
    const { product } = await rig.addresses()
    const webhook = async (path: string) => {
      const began = performance.now()
      const headers = { 'content-type': 'application/json', authorization: 'Bearer sandbox-receipt-token' }
      const body = JSON.stringify({ value: [{ subscriptionId: 'one', clientState: 'x', resource: 'Users/one/Events/one' }] })
      const { status } = await fetch(`${product}${path}`, { method: 'POST', headers, body })
      return { status, seconds: (performance.now() - began) / 1000 }
    }
    const [told, ...asked] = await Promise.all([
      webhook('/graph/notifications'),
      ask('m6', 'GET', '/my/training'),
      ask('m6', 'PUT', `/my/sessions/${sessionId}/answer`, { answer: 'accepted' }),
      ask('officer', 'GET', '/programme'),
      ask('officer', 'POST', `/sessions/${sessionId}/decision`, {
        choice: 'run',
        reasonId: 'officers-choice',
        reasonWords: 'A guest.',
        seen,
      }),
    ])
    asked.forEach(expectOutage)
    expect(Math.max(...asked.map(({ seconds }) => seconds))).toBeLessThan(17)
    expect(told.status).toBe(503)
    expect(told.seconds).toBeLessThan(10)
    expect(await probe('/health/live')).toBe(200)
    expect(await probe('/health/ready')).toBe(503)
    expect((await ask('m6', 'GET', '/my/training')).problem.outage?.unreachable).toMatchObject([{ dependency: 'storage' }])
  }, 90_000)

  test('C2.1 afterwards it goes on by itself: an answer given now is in Outlook although nobody drives the worker', async () => {
    await storage.restore()
    const { sessionId } = await they.rowOf(title)
    expect((await rig.api('m6', 'PUT', `/my/sessions/${sessionId}/answer`, { answer: 'accepted' })).status).toBe(202)
    await expect.poll(() => outlook.answerIn('m6', title), { timeout: 60_000, interval: 500 }).toBe('accepted')
  }, 90_000)
})

describe('storage is cut in the middle of a burst', () => {
  const decision = { choice: 'cancel', reasonId: 'lack-of-interest', message: 'Too few.' } as const

  async function expectToldOnce(title: string): Promise<void> {
    await rig.advance('PT15M')
    expect(whoGot(await they.cancelledTexts(title))).toEqual(['m1', 'm2', 'm3', 'm4', 'm5'])
    for (const user of ['m1', 'm5', 'm8']) {
      expect(await they.isCleared(user, title)).toBe(true)
      expect(await lettersTo(rig, user, { title, beginning: /^Cancell?ed:/ })).toHaveLength(1)
    }
    for (const user of ['officer', 'second']) expect(await they.cardsAbout(user, title)).toHaveLength(1)
  }

  test('C3.10 C3.11 C4.12 every fourth reply is lost while five are texted and eight calendars cleared: nothing is doubled or missed', async () => {
    const title = 'Cancelled over a bad line'
    await they.invite({ ...tomorrow, subject: title })
    await they.answers(title, { accept: ['m1', 'm2', 'm3', 'm4', 'm5'] })
    storage.loseEvery(4)
    const decided = await they.decide(title, decision)
    await storage.restore()
    expect(storage.replies()).toBeGreaterThan(100)
    expect(decided.status).toBe(201)
    await expectToldOnce(title)
  }, 120_000)

  test('C3.10 C3.11 C4.12 it goes away altogether when the first text has gone, for three seconds: nothing is doubled or missed', async () => {
    const title = 'Cancelled and cut off'
    await they.invite({ ...tomorrow, subject: title })
    await they.answers(title, { accept: ['m1', 'm2', 'm3', 'm4', 'm5'] })
    const deciding = they.decide(title, decision)
    await expect.poll(() => they.cancelledTexts(title), { timeout: 30_000, interval: 5 }).not.toEqual([])
    await storage.refuse()
    await wait(3_000)
    await storage.restore()
    expect((await deciding).status).toBe(201)
    await expectToldOnce(title)
  }, 120_000)
})

test('the queue alone away: what is due is found without hints, and nobody is told of an outage', async () => {
  const title = 'Without hints'
  await storage.refuse(['queues'])
  await they.invite({ ...nextWeek, subject: title })
  await they.answers(title, { accept: ['m2'] })
  expect((await they.rowOf(title)).counts).toMatchObject({ accepted: 1 })
  expect(await unreachableIn(rig)).toEqual([])
  expect(await probe('/health/live')).toBe(200)
  await storage.restore()
}, 60_000)

describe('started anew while storage is away', () => {
  const title = 'Before the restart'

  test('it answers, lives, and is not ready', async () => {
    await they.invite({ ...nextWeek, subject: title })
    await storage.refuse()
    await outlook.answer('m3', title, 'tentativelyAccept')
    await rig.restart()
    expect(await probe('/health/live')).toBe(200)
    expect(await probe('/health/ready')).toBe(503)
    expectOutage(await ask('officer', 'GET', '/programme'))
    await expect.poll(() => lines.at(-1) && logged(0, 'service.waiting').length, { timeout: 10_000 }).toBeGreaterThan(0)
  }, 60_000)

  test('C2.1 when storage comes back it goes on by itself, with what happened meanwhile', async () => {
    await storage.restore()
    await expect.poll(() => probe('/health/ready'), { timeout: 30_000, interval: 500 }).toBe(200)
    await rig.advance('PT2M') // until Graph comes again with its notification
    expect((await they.rowOf(title)).counts).toMatchObject({ tentative: 1 })
    const { sessionId } = await they.rowOf(title)
    expect((await rig.api('m3', 'PUT', `/my/sessions/${sessionId}/answer`, { answer: 'accepted' })).status).toBe(202)
    await expect.poll(() => outlook.answerIn('m3', title), { timeout: 60_000, interval: 500 }).toBe('accepted')
  }, 120_000)
})

test('after all this the log names nobody, and holds no address, number, token or word of anyone', () => {
  for (const event of ['dependency.silent', 'service.waiting', 'request.refused']) expect(lines.join('\n')).toContain(event)
  expectNobodyIn(lines, /meanwhile|Reminded|hang|cut off|Too few|Town Hall/)
})
