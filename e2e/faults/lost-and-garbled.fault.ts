import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { officersOf, type Officers } from '../support/officers.ts'
import { whoGot } from '../support/phones.ts'
import { startRig, type Rig } from '../support/rig.ts'
import { answerLost, aThursday, expectNobodyIn, lettersTo, nextWeek, tomorrow, unreachableIn } from '../support/storm.ts'

const lines: string[] = []
let rig: Rig
let they: Officers

beforeAll(async () => {
  rig = await startRig(aThursday('2026-10-15T10:30:00Z'), { log: (line) => lines.push(line) })
  they = officersOf(rig)
}, 60_000)
afterAll(() => rig.close())
afterEach(() => rig.clearFaults())

test('C3.10 a cancellation that Outlook carried out and whose answer was lost is not sent again', async () => {
  const title = 'Cancelled, and the answer lost'
  await they.invite({ ...nextWeek, subject: title })
  await rig.faults([{ service: 'graph', method: 'POST', path: '/cancel', action: answerLost, times: 1 }])
  await they.decide(title, { choice: 'cancel', reasonId: 'room-unavailable', message: 'No room.' })
  await rig.advance('PT5M')
  expect(await lettersTo(rig, 'm1', { title: title, beginning: /^Cancell?ed:/ })).toHaveLength(1)
  expect((await they.pageOf(title)).messages.find(({ purpose }) => purpose === 'cancel-event')).toMatchObject({ state: 'sent' })
  expect((await they.pageOf(title)).cancelled).toMatchObject({ through: 'decision', reasonLabel: 'The room is not available' })
  expect(await unreachableIn(rig)).toEqual([])
})

test.each([
  ['the letter went', '/send'],
  ['its draft was made', '/messages'],
])('C4.14 an email is sent once although Graph’s answer was lost after %s', async (name, path) => {
  const title = `Reminded by email: ${name}`
  await rig.faults([{ service: 'graph', method: 'POST', path, action: answerLost, times: 1 }])
  await they.invite({ ...nextWeek, subject: title })
  await rig.advance('PT10M')
  expect(await lettersTo(rig, 'm8', { title: title, beginning: /^Can you come/ })).toHaveLength(1)
  expect(await unreachableIn(rig)).toEqual([])
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
    expect(await unreachableIn(rig)).toEqual([{ dependency: 'graph', since }])

    await rig.clearFaults()
    await rig.advance('PT2M')
    expect((await they.rowOf(own)).counts).toMatchObject({ accepted: 2, declined: 1 })
    expect(await unreachableIn(rig)).toEqual([])
  })
})

test('C2.2 told by Graph to come back in a second and a half, the calendar is read once it may be, and nothing is called silent', async () => {
  const title = 'Throttled by Graph'
  await they.invite({ ...nextWeek, subject: title })
  await rig.faults([{ service: 'graph', path: 'calendarView/delta', action: { kind: 'status', status: 429, retryAfter: '1.5' }, times: 3 }])
  await they.answers(title, { accept: ['m1'] })
  expect((await they.rowOf(title)).counts).toMatchObject({ accepted: 0 })
  expect(await unreachableIn(rig)).toEqual([])
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

  test('C3.11 accepts and loses the answer: each text is found by its reference and sent once', async () => {
    const title = 'Answers lost'
    await arrange(title)
    await rig.faults([
      { service: 'notify', method: 'POST', action: answerLost },
      { service: 'receipts', action: { kind: 'drop' } },
    ])
    const since = await rig.now()
    await cancel(title)
    expect(await unreachableIn(rig)).toEqual([{ dependency: 'notify', since }])
    await rig.advance('PT5M')
    expect(whoGot(await they.cancelledTexts(title))).toEqual(['m1', 'm2'])
    const messages = (await they.pageOf(title)).messages.filter(({ purpose }) => purpose === 'cancellation-notice')
    expect(messages.map(({ state }) => state)).toEqual(['sent', 'sent'])
    expect(await unreachableIn(rig)).toEqual([])
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
    expect(whoGot(await they.cancelledTexts(title))).toEqual(['m1', 'm2'])
    expect(await they.phoneListOf(title)).toMatchObject({ delivered: 2, entries: [] })
    expect(await unreachableIn(rig)).toEqual([])
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
  test('C3.2 takes a card and loses the answer: no officer is sent a second card', async () => {
    const title = 'Card taken, answer lost'
    await rig.faults([{ service: 'connector', method: 'POST', path: '/activities', action: answerLost, times: 2 }])
    await they.invite({ ...nextWeek, subject: title })
    await rig.advance('PT10M')
    for (const user of ['officer', 'second']) {
      expect(await they.cardsAbout(user, title)).toHaveLength(1)
      expect(await lettersTo(rig, user, { title: title, beginning: /coming: decide/ })).toHaveLength(1)
    }
  })

  test('C3.2 too many at once: each officer has one card in the end', async () => {
    const title = 'Throttled by Teams'
    await rig.faults([{ service: 'connector', method: 'POST', action: { kind: 'status', status: 429, retryAfter: '0.5' }, times: 3 }])
    await they.invite({ ...nextWeek, subject: title })
    await rig.advance('PT5M')
    for (const user of ['officer', 'second']) expect(await they.cardsAbout(user, title)).toHaveLength(1)
    expect(await unreachableIn(rig)).toEqual([])
  })
})

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
    'C2.2 %s, nothing is believed, and the change is found within seven hours all the same',
    async (name, action) => {
      const title = `Told of nothing: ${name}`
      await they.invite({ ...nextWeek, subject: title })
      await rig.faults([{ service: 'notifications', action }])
      await they.answers(title, { accept: ['m1'] })
      expect((await they.rowOf(title)).counts).toMatchObject({ accepted: 0 })
      await rig.advance('PT7H')
      expect((await they.rowOf(title)).counts).toMatchObject({ accepted: 1 })
    },
    60_000,
  )
})

test('after all this the log names nobody, and holds no address, number, token or word of anyone', () => {
  for (const event of ['duty.unknown', 'mailbox.failed', 'notification.dropped']) expect(lines.join('\n')).toContain(event)
  expectNobodyIn(lines, /storm|Answered with|Told|No room|Too few|Town Hall/)
})
