import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { MyTraining } from '../../api/contracts/my-training.ts'
import { officersOf, saidBy, type Officers } from '../support/officers.ts'
import { whoGot } from '../support/phones.ts'
import { startRig, type Rig } from '../support/rig.ts'
import { aThursday, away, expectNobodyIn, lettersTo, nextWeek, tomorrow, unreachableIn } from '../support/storm.ts'

const lines: string[] = []
let rig: Rig
let they: Officers

beforeAll(async () => {
  rig = await startRig(aThursday('2026-10-15T07:30:00Z'), { log: (line) => lines.push(line) })
  they = officersOf(rig)
}, 60_000)
afterAll(() => rig.close())
afterEach(() => rig.clearFaults())

const responseIn = async (user: string, title: string) => {
  const { body } = await rig.graph<{ value: { subject: string; responseStatus: { response: string } }[] }>(
    user,
    'GET',
    '/me/events?$top=200&$select=subject,responseStatus',
  )
  return body.value.find(({ subject }) => subject === title)?.responseStatus.response
}
const answerHere = async (user: string, title: string, answer: string) => {
  const { sessionId } = await they.rowOf(title)
  const { status } = await rig.api(user, 'PUT', `/my/sessions/${sessionId}/answer`, { answer })
  expect(status).toBe(202)
  await rig.settle()
}
const mySession = async (user: string, title: string) => {
  const { body } = await rig.api<MyTraining>(user, 'GET', '/my/training')
  return [...body.needsAnswer, ...body.nextDates].find((each) => each.title === title)
}

describe('Entra gives no tokens for an hour', () => {
  const title = 'Without tokens'

  test('C3.2 the cards of a question raised meanwhile wait, everyone is told what is silent, and answers still reach Outlook', async () => {
    await they.invite({ ...nextWeek, subject: title })
    await they.answers(title, { accept: ['m1', 'm2', 'm3'] })
    await rig.faults([{ service: 'entra', path: '/oauth2/v2.0/token', action: { kind: 'status', status: 503, retryAfter: 1 } }])
    await rig.setClock('2026-10-15T08:00:00Z')
    expect((await they.rowOf(title)).state.kind).toBe('decide-by')
    expect(await unreachableIn(rig)).toEqual([{ dependency: 'entra', since: '2026-10-15T08:00:00Z' }])

    await answerHere('m4', title, 'accepted')
    expect(await responseIn('m4', title)).toBe('accepted') // the service had a token at hand
    await rig.setClock('2026-10-15T08:59:00Z')
    expect(await they.cardsAbout('officer', title)).toEqual([])
    expect(await unreachableIn(rig)).toEqual([{ dependency: 'entra', since: '2026-10-15T08:00:00Z' }])
  }, 60_000)

  test('C3.4 afterwards each officer has the one card, no email in its place, and nothing is said to be silent', async () => {
    await wait(1_100) // the client library keeps away from Entra for as long as it was asked to, in real time
    await rig.setClock('2026-10-15T09:15:00Z')
    for (const user of ['officer', 'second']) {
      const cards = await they.cardsAbout(user, title)
      expect(cards).toHaveLength(1)
      expect(saidBy(cards[0])).toContain('4 of 6 coming.')
      expect(await lettersTo(rig, user, { title: title, beginning: /coming: decide/ })).toEqual([])
    }
    expect(await unreachableIn(rig)).toEqual([])
  }, 60_000)
})

describe('Graph is away for an hour', () => {
  const [answered, cancelled] = ['Answered meanwhile', 'Cancelled meanwhile']

  test('C2.1 C3.10 answers and decisions are taken all the same, and everyone is told that Outlook is silent', async () => {
    await they.invite({ ...nextWeek, subject: answered }, { ...tomorrow, subject: cancelled })
    await they.answers(answered, { accept: ['m1'] })
    await they.answers(cancelled, { accept: ['m1', 'm2'] })
    const since = await rig.now()
    await rig.faults([{ service: 'graph', action: away }])
    await answerHere('m5', answered, 'declined')
    await they.decide(cancelled, { choice: 'cancel', reasonId: 'lack-of-interest', message: 'Too few.' })

    expect(await unreachableIn(rig)).toEqual([{ dependency: 'graph', since }])
    expect(await mySession('m5', answered)).toMatchObject({ telling: { answer: 'declined' } })
    expect((await they.rowOf(cancelled)).state.kind).toBe('cancelled')
    expect(whoGot(await they.cancelledTexts(cancelled))).toEqual(['m1', 'm2'])
    await rig.advance('PT1H')
    expect(await unreachableIn(rig)).toEqual([{ dependency: 'graph', since }])
    expect(saidBy((await they.cardsAbout('officer', cancelled))[0])).toContain('Calendars: 8 being cleared.')
  }, 60_000)

  test('C2.1 C3.10 afterwards Outlook has both, once each, and nothing is said to be silent', async () => {
    await rig.clearFaults()
    await rig.advance('PT1H')
    expect(await unreachableIn(rig)).toEqual([])
    expect((await they.rowOf(answered)).counts).toMatchObject({ accepted: 1, declined: 1 })
    expect(await lettersTo(rig, 'officer', { title: answered, beginning: /^Declined:/ })).toHaveLength(1)
    expect((await mySession('m5', answered))?.telling).toBeUndefined()
    for (const user of ['m1', 'm2', 'm6']) {
      expect(await they.isCleared(user, cancelled)).toBe(true)
      expect(await lettersTo(rig, user, { title: cancelled, beginning: /^Cancell?ed:/ })).toHaveLength(1)
    }
    expect(await they.cancelledTexts(cancelled)).toHaveLength(2)
    expect(saidBy((await they.cardsAbout('officer', cancelled))[0])).toContain('Calendars: 8 of 8 cleared.')
  }, 60_000)
})

describe('Notify', () => {
  /** Set up before the fault: whoever is invited at so short a notice is reminded at once. */
  const arrange = async (title: string) => {
    await they.invite({ ...tomorrow, subject: title })
    await they.answers(title, { accept: ['m1', 'm2'] })
  }
  const cancel = (title: string) => they.decide(title, { choice: 'cancel', reasonId: 'lack-of-interest', message: 'Too few.' })

  test('C3.12 away for an hour: nobody is thought told, everyone unconfirmed is to be rung, and each gets one text when it is back', async () => {
    const title = 'No texts for an hour'
    await arrange(title)
    await rig.faults([{ service: 'notify', action: away }])
    const since = await rig.now()
    await cancel(title)
    expect(await unreachableIn(rig)).toEqual([{ dependency: 'notify', since }])
    expect(await they.phoneListOf(title)).toMatchObject({ entries: [], delivered: 0, onTheirWay: 2 })
    await rig.advance('PT1H')
    expect((await they.phoneListOf(title)).entries.map(({ because }) => because)).toEqual(['unconfirmed', 'unconfirmed'])
    expect(await unreachableIn(rig)).toEqual([{ dependency: 'notify', since }])

    await rig.clearFaults()
    await rig.advance('PT1H')
    expect(whoGot(await they.cancelledTexts(title))).toEqual(['m1', 'm2'])
    expect(await unreachableIn(rig)).toEqual([])
    expect((await they.attention()).filter((row) => row.kind === 'ring')).toEqual([])
  }, 60_000)
})

describe('Teams', () => {
  test('C3.2 away for an hour: officers are asked by email, once, and it is said since when Teams is silent', async () => {
    const title = 'No cards for an hour'
    const since = await rig.now()
    await rig.faults([{ service: 'connector', action: away }])
    await they.invite({ ...nextWeek, subject: title })
    expect((await they.rowOf(title)).state.kind).toBe('decide-by')
    expect(await unreachableIn(rig)).toEqual([{ dependency: 'teams', since }])
    await rig.advance('PT1H')
    for (const user of ['officer', 'second'])
      expect(await lettersTo(rig, user, { title: title, beginning: /coming: decide/ })).toHaveLength(1)
    expect(await unreachableIn(rig)).toEqual([{ dependency: 'teams', since }])

    await rig.clearFaults()
    await rig.advance('PT30M')
    for (const user of ['officer', 'second'])
      expect(await lettersTo(rig, user, { title: title, beginning: /coming: decide/ })).toHaveLength(1)
    expect(await unreachableIn(rig)).toEqual([])
  }, 60_000)

  test('C3.9 a card that could not be edited while Teams was away is brought up to date afterwards, and nothing is said to be silent', async () => {
    const title = 'Edited late'
    await they.invite({ ...nextWeek, subject: title })
    const before = await they.cardsAbout('officer', title)
    const since = await rig.now()
    await rig.faults([{ service: 'connector', method: 'PUT', action: away }])
    await they.answers(title, { accept: ['m1', 'm2'] })
    expect(saidBy((await they.cardsAbout('officer', title))[0])).toContain('0 of 6 coming.')
    expect(await unreachableIn(rig)).toEqual([{ dependency: 'teams', since }])

    await rig.clearFaults()
    await rig.advance('PT2M')
    const after = await they.cardsAbout('officer', title)
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id))
    expect(saidBy(after[0])).toContain('2 of 6 coming.')
    expect(await unreachableIn(rig)).toEqual([])
  })
})

test('C1.2 the register cannot be read for an hour: everyone stays in it, and it is said since when', async () => {
  const members = async () => (await rig.api<{ members: unknown[] }>('officer', 'GET', '/members')).body.members.length
  await rig.setClock('2026-10-15T23:04:00Z')
  await rig.faults([{ service: 'modern-gov', action: away }])
  await rig.advance('PT1H')
  expect(await members()).toBe(8)
  expect(await unreachableIn(rig)).toEqual([{ dependency: 'modern-gov', since: '2026-10-15T23:05:00Z' }])
  await rig.clearFaults()
  await rig.advance('PT15M')
  expect(await unreachableIn(rig)).toEqual([])
  expect(await members()).toBe(8)
}, 60_000)

test('after all this the log names nobody, and holds no address, number, token or word of anyone', () => {
  for (const event of ['duty.unknown', 'duty.waiting', 'duty.sent', 'job.failed']) expect(lines.join('\n')).toContain(event)
  expectNobodyIn(lines, /meanwhile|an hour|Edited|Too few|Town Hall/)
})
