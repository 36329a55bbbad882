import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Me } from '../../api/contracts/me.ts'
import type { MyTraining } from '../../api/contracts/my-training.ts'
import type { Programme } from '../../api/contracts/programme.ts'
import { officersOf, saidBy, toMembers, type Officers } from '../support/officers.ts'
import { startRig, type Rig } from '../support/rig.ts'
import { aWorld } from '../support/worlds.ts'

const lines: string[] = []
const list = { type: 'required', emailAddress: { name: 'Members (all)', address: 'members@testing.example' } }
/** Far enough off that a cancellation is no short notice; and the day after, when it is. */
const nextWeek = { attendees: [list], location: { displayName: 'Town Hall' } }
const tomorrow = {
  ...nextWeek,
  start: { dateTime: '2026-10-16T14:00:00', timeZone: 'Europe/London' },
  end: { dateTime: '2026-10-16T15:00:00', timeZone: 'Europe/London' },
}
const away = { kind: 'status', status: 503, html: true }
const answerLost = { kind: 'after', then: 'reset' }

let rig: Rig
let they: Officers

beforeAll(async () => {
  const world = aWorld({ members: 8, change: (world) => void (world.now = '2026-10-15T07:30:00Z') })
  rig = await startRig(world, { log: (line) => lines.push(line) })
  they = officersOf(rig)
}, 60_000)
afterAll(() => rig.close())
afterEach(() => rig.clearFaults())

/** What everyone is told cannot be reached, and since when: the same on the page that opens every other and on the programme. */
async function unreachable(): Promise<Me['unreachable']> {
  const [me, programme] = await Promise.all([rig.api<Me>('officer', 'GET', '/me'), rig.api<Programme>('officer', 'GET', '/programme')])
  expect(programme.body.unreachable).toEqual(me.body.unreachable)
  return me.body.unreachable
}

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
const letters = async (user: string, beginning: RegExp, title: string) =>
  (await rig.mail(user)).filter(({ subject }) => beginning.test(subject) && subject.includes(title))
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
    expect(await unreachable()).toEqual([{ dependency: 'entra', since: '2026-10-15T08:00:00Z' }])

    await answerHere('m4', title, 'accepted')
    expect(await responseIn('m4', title)).toBe('accepted') // the service had a token at hand
    await rig.setClock('2026-10-15T08:59:00Z')
    expect(await they.cardsAbout('officer', title)).toEqual([])
    expect(await unreachable()).toEqual([{ dependency: 'entra', since: '2026-10-15T08:00:00Z' }])
  }, 60_000)

  test('C3.4 afterwards each officer has the one card, no email in its place, and nothing is said to be silent', async () => {
    await wait(1_100) // the client library keeps away from Entra for as long as it was asked to, in real time
    await rig.setClock('2026-10-15T09:15:00Z')
    for (const user of ['officer', 'second']) {
      const cards = await they.cardsAbout(user, title)
      expect(cards).toHaveLength(1)
      expect(saidBy(cards[0])).toContain('4 of 6 coming.')
      expect(await letters(user, /coming: decide/, title)).toEqual([])
    }
    expect(await unreachable()).toEqual([])
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

    expect(await unreachable()).toEqual([{ dependency: 'graph', since }])
    expect(await mySession('m5', answered)).toMatchObject({ telling: { answer: 'declined' } })
    expect((await they.rowOf(cancelled)).state.kind).toBe('cancelled')
    expect(toMembers(await they.cancelledTexts(cancelled))).toEqual(['m1', 'm2'])
    await rig.advance('PT1H')
    expect(await unreachable()).toEqual([{ dependency: 'graph', since }])
    expect(saidBy((await they.cardsAbout('officer', cancelled))[0])).toContain('Calendars: 8 being cleared.')
  }, 60_000)

  test('C2.1 C3.10 afterwards Outlook has both, once each, and nothing is said to be silent', async () => {
    await rig.clearFaults()
    await rig.advance('PT1H')
    expect(await unreachable()).toEqual([])
    expect((await they.rowOf(answered)).counts).toMatchObject({ accepted: 1, declined: 1 })
    expect(await letters('officer', /^Declined:/, answered)).toHaveLength(1)
    expect((await mySession('m5', answered))?.telling).toBeUndefined()
    for (const user of ['m1', 'm2', 'm6']) {
      expect(await they.isCleared(user, cancelled)).toBe(true)
      expect(await letters(user, /^Cancell?ed:/, cancelled)).toHaveLength(1)
    }
    expect(await they.cancelledTexts(cancelled)).toHaveLength(2)
    expect(saidBy((await they.cardsAbout('officer', cancelled))[0])).toContain('Calendars: 8 of 8 cleared.')
  }, 60_000)

  test('C3.10 a cancellation that Outlook carried out and whose answer was lost is not sent again', async () => {
    const title = 'Cancelled, and the answer lost'
    await they.invite({ ...nextWeek, subject: title })
    await rig.faults([{ service: 'graph', method: 'POST', path: '/cancel', action: answerLost, times: 1 }])
    await they.decide(title, { choice: 'cancel', reasonId: 'room-unavailable', message: 'No room.' })
    await rig.advance('PT5M')
    expect(await letters('m1', /^Cancell?ed:/, title)).toHaveLength(1)
    expect((await they.pageOf(title)).messages.find(({ purpose }) => purpose === 'cancel-event')).toMatchObject({ state: 'sent' })
    expect((await they.pageOf(title)).cancelled).toMatchObject({ through: 'decision', reasonLabel: 'The room is not available' })
    expect(await unreachable()).toEqual([])
  })
})

describe('what Graph answers cannot be used', () => {
  const title = 'Read through a storm'
  const garbage = [
    ['a page of HTML with success for its status', { kind: 'status', status: 200, html: true }],
    ['JSON that breaks off', { kind: 'status', status: 200, body: '{"value":[{"@odata.etag":"W/' }],
    ['JSON of another shape', { kind: 'status', status: 200, body: { value: 'nothing' } }],
    ['an error in HTML', { kind: 'status', status: 502, html: true }],
    ['a connection that breaks', { kind: 'reset' }],
  ] as const

  test.each(garbage)('%s: nothing that is known is lost, and what is new is read once it can be', async (name, action) => {
    const own = `${title}: ${name}`
    await they.invite({ ...nextWeek, subject: own })
    await they.answers(own, { accept: ['m1'] })
    const since = await rig.now()
    await rig.faults([{ service: 'graph', path: 'calendarView/delta', action }])
    await they.answers(own, { accept: ['m2'], decline: ['m3'] })
    expect((await they.rowOf(own)).counts).toMatchObject({ accepted: 1, declined: 0 })
    expect(await unreachable()).toEqual([{ dependency: 'graph', since }])

    await rig.clearFaults()
    await rig.advance('PT2M')
    expect((await they.rowOf(own)).counts).toMatchObject({ accepted: 2, declined: 1 })
    expect(await unreachable()).toEqual([])
  })
})

test('C2.2 told by Graph to come back in a second and a half, the calendar is read once it may be, and nothing is called silent', async () => {
  const title = 'Throttled by Graph'
  await they.invite({ ...nextWeek, subject: title })
  await rig.faults([{ service: 'graph', path: 'calendarView/delta', action: { kind: 'status', status: 429, retryAfter: '1.5' }, times: 3 }])
  await they.answers(title, { accept: ['m1'] })
  expect((await they.rowOf(title)).counts).toMatchObject({ accepted: 0 })
  expect(await unreachable()).toEqual([])
  await rig.advance('PT5M')
  expect((await they.rowOf(title)).counts).toMatchObject({ accepted: 1 })
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
    expect(await unreachable()).toEqual([{ dependency: 'notify', since }])
    expect(await they.phoneListOf(title)).toMatchObject({ entries: [], delivered: 0, onTheirWay: 2 })
    await rig.advance('PT1H')
    expect((await they.phoneListOf(title)).entries.map(({ because }) => because)).toEqual(['unconfirmed', 'unconfirmed'])
    expect(await unreachable()).toEqual([{ dependency: 'notify', since }])

    await rig.clearFaults()
    await rig.advance('PT1H')
    expect(toMembers(await they.cancelledTexts(title))).toEqual(['m1', 'm2'])
    expect(await unreachable()).toEqual([])
    expect((await they.attention()).filter((row) => row.kind === 'ring')).toEqual([])
  }, 60_000)

  test('C3.11 accepts and loses the answer: each text is found by its reference and sent once', async () => {
    const title = 'Answers lost'
    await arrange(title)
    await rig.faults([
      { service: 'notify', method: 'POST', action: answerLost },
      { service: 'receipts', action: { kind: 'drop' } },
    ])
    const since = await rig.now()
    await cancel(title)
    expect(await unreachable()).toEqual([{ dependency: 'notify', since }])
    await rig.advance('PT5M')
    expect(toMembers(await they.cancelledTexts(title))).toEqual(['m1', 'm2'])
    const messages = (await they.pageOf(title)).messages.filter(({ purpose }) => purpose === 'cancellation-notice')
    expect(messages.map(({ state }) => state)).toEqual(['sent', 'sent'])
    expect(await unreachable()).toEqual([])
  })

  test.each([
    ['a page of HTML', { kind: 'status', status: 200, html: true }],
    [
      'too many at once',
      { kind: 'status', status: 429, retryAfter: '0.5', body: { errors: [{ error: 'RateLimitError', message: 'Slow down' }] } },
    ],
    ['success with nothing in it, after sending', { kind: 'after', then: 200 }],
    ['a failure, after sending', { kind: 'after', then: 500 }],
  ])('C3.11 answers with %s: one text each in the end', async (name, action) => {
    const title = `Answered with ${name}`
    await arrange(title)
    await rig.faults([{ service: 'notify', method: 'POST', action, times: 2 }])
    await cancel(title)
    await rig.advance('PT10M')
    expect(toMembers(await they.cancelledTexts(title))).toEqual(['m1', 'm2'])
    expect(await they.phoneListOf(title)).toMatchObject({ delivered: 2, entries: [] })
    expect(await unreachable()).toEqual([])
  })

  test('C3.12 one receipt doubled and the other lost: what is known is right, and only the lost one is to be rung', async () => {
    const title = 'Receipts astray'
    await arrange(title)
    await rig.faults([
      { service: 'receipts', action: { kind: 'drop' }, times: 1 },
      { service: 'receipts', action: { kind: 'duplicate' }, times: 1 },
    ])
    await cancel(title)
    expect(await they.phoneListOf(title)).toMatchObject({ delivered: 1, onTheirWay: 1 })
    await rig.advance('PT1H')
    expect((await they.phoneListOf(title)).entries.map(({ because }) => because)).toEqual(['unconfirmed'])
    expect(await they.cancelledTexts(title)).toHaveLength(2)
  })
})

describe('Teams', () => {
  test('C3.2 away for an hour: officers are asked by email, once, and it is said since when Teams is silent', async () => {
    const title = 'No cards for an hour'
    const since = await rig.now()
    await rig.faults([{ service: 'connector', action: away }])
    await they.invite({ ...nextWeek, subject: title })
    expect((await they.rowOf(title)).state.kind).toBe('decide-by')
    expect(await unreachable()).toEqual([{ dependency: 'teams', since }])
    await rig.advance('PT1H')
    for (const user of ['officer', 'second']) expect(await letters(user, /coming: decide/, title)).toHaveLength(1)
    expect(await unreachable()).toEqual([{ dependency: 'teams', since }])

    await rig.clearFaults()
    await rig.advance('PT30M')
    for (const user of ['officer', 'second']) expect(await letters(user, /coming: decide/, title)).toHaveLength(1)
    expect(await unreachable()).toEqual([])
  }, 60_000)

  test('C3.9 a card that could not be edited while Teams was away is brought up to date afterwards, and nothing is said to be silent', async () => {
    const title = 'Edited late'
    await they.invite({ ...nextWeek, subject: title })
    const before = await they.cardsAbout('officer', title)
    const since = await rig.now()
    await rig.faults([{ service: 'connector', method: 'PUT', action: away }])
    await they.answers(title, { accept: ['m1', 'm2'] })
    expect(saidBy((await they.cardsAbout('officer', title))[0])).toContain('0 of 6 coming.')
    expect(await unreachable()).toEqual([{ dependency: 'teams', since }])

    await rig.clearFaults()
    await rig.advance('PT2M')
    const after = await they.cardsAbout('officer', title)
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id))
    expect(saidBy(after[0])).toContain('2 of 6 coming.')
    expect(await unreachable()).toEqual([])
  })

  test('C3.2 takes a card and loses the answer: no officer is sent a second card', async () => {
    const title = 'Card taken, answer lost'
    await rig.faults([{ service: 'connector', method: 'POST', path: '/activities', action: answerLost, times: 2 }])
    await they.invite({ ...nextWeek, subject: title })
    await rig.advance('PT10M')
    for (const user of ['officer', 'second']) {
      expect(await they.cardsAbout(user, title)).toHaveLength(1)
      expect(await letters(user, /coming: decide/, title)).toHaveLength(1)
    }
  })

  test('C3.2 too many at once: each officer has one card in the end', async () => {
    const title = 'Throttled by Teams'
    await rig.faults([{ service: 'connector', method: 'POST', action: { kind: 'status', status: 429, retryAfter: '0.5' }, times: 3 }])
    await they.invite({ ...nextWeek, subject: title })
    await rig.advance('PT5M')
    for (const user of ['officer', 'second']) expect(await they.cardsAbout(user, title)).toHaveLength(1)
    expect(await unreachable()).toEqual([])
  })
})

test('C1.2 the register cannot be read for an hour: everyone stays in it, and it is said since when', async () => {
  const members = async () => (await rig.api<{ members: unknown[] }>('officer', 'GET', '/members')).body.members.length
  await rig.setClock('2026-10-15T23:04:00Z')
  await rig.faults([{ service: 'modern-gov', action: away }])
  await rig.advance('PT1H')
  expect(await members()).toBe(8)
  expect(await unreachable()).toEqual([{ dependency: 'modern-gov', since: '2026-10-15T23:05:00Z' }])
  await rig.clearFaults()
  await rig.advance('PT15M')
  expect(await unreachable()).toEqual([])
  expect(await members()).toBe(8)
}, 60_000)

describe('notifications', () => {
  test('C2.2 doubled and out of order, answers are counted once and in the order in which they were given', async () => {
    const title = 'Told twice'
    await they.invite({ ...nextWeek, subject: title })
    await rig.faults([
      { service: 'notifications', action: { kind: 'duplicate' }, times: 1 },
      { service: 'notifications', action: { kind: 'reorder' }, times: 1 },
    ])
    await they.answers(title, { accept: ['m1'] })
    await they.answers(title, { decline: ['m1'] })
    await they.answers(title, { accept: ['m2'] })
    const { row, history } = await they.pageOf(title)
    expect(row.counts).toMatchObject({ accepted: 1, declined: 1 })
    expect(history.filter(({ what }) => /Ash|Birch/.test(what)).map(({ what }) => what.replace(/^.*: /, ''))).toEqual([
      'accepted',
      'declined, was accepted',
      'accepted',
    ])
  })

  test.each([
    ['lost', { kind: 'drop' }],
    ['with another secret than was agreed', { kind: 'wrong-client-state' }],
  ])(
    'C2.2 %s, nothing is believed, and the change is found within six hours all the same',
    async (name, action) => {
      const title = `Told of nothing: ${name}`
      await they.invite({ ...nextWeek, subject: title })
      await rig.faults([{ service: 'notifications', action }])
      await they.answers(title, { accept: ['m1'] })
      expect((await they.rowOf(title)).counts).toMatchObject({ accepted: 0 })
      await rig.advance('PT6H')
      expect((await they.rowOf(title)).counts).toMatchObject({ accepted: 1 })
    },
    60_000,
  )
})

describe('what nobody should be able to do', () => {
  const post = async (path: string, body: string, headers: Record<string, string> = {}) => {
    const { product } = await rig.addresses()
    return fetch(`${product}${path}`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body })
  }
  const shown = async () => (await rig.api<Programme>('officer', 'GET', '/programme')).body

  test('a forged notification is answered like any other and makes nothing be read', async () => {
    const before = await shown()
    const [subscription] = await rig.call<{ id: string }[]>('GET', '/sandbox/graph/subscriptions?mailbox=officer@testing.example')
    const entry = { subscriptionId: subscription?.id, clientState: 'guessed', tenantId: '00000000-0000-4000-8000-000000000000' }
    for (const forged of [entry, { ...entry, subscriptionId: 'no-such' }]) {
      const body = JSON.stringify({ value: [{ ...forged, changeType: 'updated', resource: 'Users/x/Events/y' }] })
      expect((await post('/graph/notifications', body)).status).toBe(202)
    }
    const gone = JSON.stringify({ value: [{ ...entry, lifecycleEvent: 'subscriptionRemoved' }] })
    expect((await post('/graph/lifecycle', gone)).status).toBe(202)
    await rig.advance('PT1M')
    const after = await shown()
    expect(after.mailboxes).toEqual(before.mailboxes)
    expect(after.rows).toEqual(before.rows)
    for (const because of ['wrong-secret', 'unknown-subscription']) expect(lines.join('\n')).toContain(`"because":"${because}"`)
  })

  test.each(['wrong-audience', 'expired', 'v1', 'other-tenant', 'app-only', 'wrong-signature'])(
    'a token that is %s opens nothing',
    async (flaw) => {
      const { token } = await rig.call<{ token: string }>('POST', '/sandbox/token', { user: 'officer', flaw })
      const { product } = await rig.addresses()
      const authorization = `Bearer ${token}`
      for (const path of ['/api/me', '/api/programme']) {
        const answer = await fetch(`${product}${path}`, { headers: { authorization } })
        expect(answer.status).toBe(401)
        expect(await answer.text()).not.toContain('Scrutiny')
      }
      expect((await post('/api/messages', '{"type":"message"}', { authorization })).status).toBe(401)
    },
  )

  test('a token that nobody signed opens nothing', async () => {
    const [head, body] = (await rig.token('officer')).split('.')
    const none = Buffer.from(JSON.stringify({ alg: 'none', typ: 'JWT' })).toString('base64url')
    const { product } = await rig.addresses()
    for (const token of [`${none}.${body}.`, `${none}.${body}.x`, `${head}.${body}.`, 'x']) {
      expect((await fetch(`${product}/api/me`, { headers: { authorization: `Bearer ${token}` } })).status).toBe(401)
    }
    expect((await post('/notify/receipts', '{"reference":"x","status":"delivered"}')).status).toBe(401)
  })

  test('bodies too large, too deep, of another kind or not to be read are refused, and nothing changes', async () => {
    const title = 'Hard to read'
    await they.invite({ ...nextWeek, subject: title })
    const { seen, row } = await they.decisionOf(title)
    const path = `/api/sessions/${row.sessionId}/decision`
    const authorization = `Bearer ${await rig.token('officer')}`
    const send = async (body: string, headers = {}) => (await post(path, body, { authorization, ...headers })).status
    const order = { choice: 'cancel', reasonId: 'room-unavailable', message: 'No room', seen }
    expect(await send(JSON.stringify({ ...order, message: 'x'.repeat(2_000_000) }))).toBe(413)
    expect(await send(`${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`)).toBe(400)
    expect(await send(JSON.stringify({ ...order, extra: true }))).toBe(400)
    expect(await send('{"choice":')).toBe(400)
    expect(await send(JSON.stringify(order), { 'content-type': 'text/plain' })).toBe(415)
    expect((await post('/graph/notifications', `{"value":[${'{},'.repeat(600_000)}{}]}`)).status).toBe(413)
    expect((await they.rowOf(title)).state.kind).toBe('decide-by')
    expect((await they.decisionOf(title)).seen).toBe(seen)
  })

  test('a world with a mistake is refused with its place, and the council goes on as it was', async () => {
    const { desk } = await rig.addresses()
    const put = async (world: unknown) => {
      const response = await fetch(`${desk}/sandbox/world`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(world),
      })
      return { status: response.status, text: await response.text() }
    }
    const before = await shown()
    const good = aWorld()
    const misspelt = { ...good, people: [{ ...good.people[0], emial: 'x' }] }
    expect(await put(misspelt)).toMatchObject({ status: 400, text: expect.stringContaining('people') as unknown })
    const unknown = await put({ ...good, rulebook: { preset: 'camden' } })
    expect(unknown).toMatchObject({ status: 422, text: expect.stringContaining('preset') as unknown })
    const contradiction = await put({ ...good, rulebook: { preset: 'tower-hamlets', settings: { minimum: { members: -1 } } } })
    expect(contradiction).toMatchObject({ status: 422, text: expect.stringContaining('minimum') as unknown })
    const noChoice = { preset: 'tower-hamlets', settings: { texts: { optOutAllowed: false } } }
    const optsOut = await put({ ...good, rulebook: noChoice, preferences: [{ person: 'm1', texts: false }] })
    expect(optsOut).toMatchObject({ status: 422, text: expect.stringContaining('preferences[0]') as unknown })
    const noMember = await put({ ...good, preferences: [{ person: 'officer', texts: false }] })
    expect(noMember).toMatchObject({ status: 422, text: expect.stringContaining('officer is no Member') as unknown })
    expect(await shown()).toEqual(before)
  })
})

test('after all this the log names nobody, and holds no address, number, token or word of anyone', () => {
  const log = lines.join('\n')
  expect(lines.length).toBeGreaterThan(300)
  for (const event of ['duty.unknown', 'duty.sent', 'mailbox.failed', 'notification.dropped', 'sign-in.refused'])
    expect(log).toContain(event)
  expect(log).not.toMatch(/Olive|Officer\b|Sam Second|Member (Ash|Birch|Cedar|Damson|Elder|Fir|Gorse|Hazel)/)
  expect(log).not.toMatch(/@|testing\.example|07700 ?900|447700900|7946 ?0142/)
  expect(log).not.toMatch(/eyJ|Bearer|client.?secret|sandbox-receipt-token/)
  expect(log).not.toMatch(/meanwhile|No room|Too few|Town Hall|storm/)
})
