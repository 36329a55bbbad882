import { expect, test } from 'vitest'
import { createBridge } from './bridge.ts'
import { officeOf } from './office-object.ts'
import { signInAnswer } from './sign-in.ts'

type Message = { kind: string; id: number; name: string; args: unknown[] }
const origin = 'http://localhost:4000'

/** A page and its host in one process: what the page posts is answered by `answer`, or held. */
function framed(answer: (message: Message) => object | undefined) {
  const own = new EventTarget()
  const posted: Message[] = []
  const host = {
    postMessage(message: Message, to: string) {
      expect(to).toBe(origin)
      posted.push(message)
      const said = answer(message)
      if (said) queueMicrotask(() => hear({ kind: 'office-answer', id: message.id, ...said }))
    },
  }
  const hear = (data: object, from = origin, source: unknown = host) =>
    own.dispatchEvent(Object.assign(new Event('message'), { data, origin: from, source }))
  const bridge = createBridge({ host: host as unknown as Window, own: own as unknown as Window, origin })
  return { bridge, posted, hear, ...officeOf(bridge) }
}
const start = {
  value: { person: { displayName: 'Hannah', emailAddress: 'h@riverton.example' }, item: { mode: 'compose' } },
}
type Subject = { getAsync: (...args: unknown[]) => void }
const subjectOf = (Office: object) => (Office as { context: { mailbox: { item: { subject: Subject } } } }).context.mailbox.item.subject

test.each([
  ['1.7', true],
  ['1.15', true],
  ['1.16', false],
  ['2.1', false],
])('Office says of Mailbox %s whether it has it: the later one has the larger number behind the point', (version, has) => {
  const { isSetSupported } = framed(() => undefined).Office.context['requirements'] as { isSetSupported: (...of: string[]) => boolean }
  expect(isSetSupported('Mailbox', version)).toBe(has)
  expect(isSetSupported('Juggling', version)).toBe(false)
})

test('Office answers on a later tick, with the context that was given, in either way of calling', async () => {
  const { Office } = framed(({ name }) => (name === 'start' ? start : { value: 'Budgets' }))
  await Office.onReady()
  const results: unknown[] = []
  subjectOf(Office).getAsync((result: unknown) => results.push(result))
  expect(results).toEqual([])
  await new Promise((resolve) => subjectOf(Office).getAsync({ asyncContext: 7 }, (result: unknown) => resolve(results.push(result))))
  expect(results).toEqual([
    { status: 'succeeded', value: 'Budgets' },
    { status: 'succeeded', value: 'Budgets', asyncContext: 7 },
  ])
})

test('a refusal is an error with its number, and a fourth call at once is one', async () => {
  const { Office } = framed(({ name }) => (name === 'start' ? start : undefined))
  await Office.onReady()
  const results: { status: string; error?: { code: number } }[] = []
  for (let call = 1; call <= 4; call += 1) subjectOf(Office).getAsync((result: never) => results.push(result))
  await new Promise((resolve) => setTimeout(resolve))
  expect(results).toMatchObject([{ status: 'failed', error: { code: 9019 } }])
})

test('only the host from which the script came is listened to', async () => {
  const { Office, hear, posted } = framed(() => undefined)
  const ready = Office.onReady()
  hear({ kind: 'office-answer', id: posted[0]?.id, ...start }, 'http://elsewhere.example')
  hear({ kind: 'office-answer', id: posted[0]?.id, ...start }, origin, {})
  await Promise.resolve()
  expect(Office.context['mailbox']).toBeUndefined()
  hear({ kind: 'office-answer', id: posted[0]?.id, ...start })
  expect(await ready).toMatchObject({ host: 'Outlook' })
})

test('a handler runs by its name, once its appointment is there, and what it completes with goes to the host', async () => {
  const { Office, hear, posted } = framed(({ name }) => (name === 'start' ? start : { value: undefined }))
  Office.actions.associate('onAppointmentSend', (event) => event.completed({ allowEvent: Office.context['mailbox'] !== undefined }))
  hear({ kind: 'office-run', run: 4, action: 'onAppointmentSend' })
  await new Promise((resolve) => setTimeout(resolve))
  expect(posted.at(-1)).toEqual({ kind: 'office-completed', run: 4, options: { allowEvent: true } })
})

test('MSAL is answered in its own words: who it is, a token, or that somebody must be asked', async () => {
  const about = { id: 'oid', name: 'Hannah', email: 'h@riverton.example', tenantId: 'tid' }
  const ask = async (method: string, token?: string) =>
    JSON.parse(await signInAnswer(JSON.stringify({ requestId: 'r', method }), about, async () => token)) as object
  expect(await ask('GetInitContext')).toMatchObject({
    requestId: 'r',
    success: true,
    initContext: { accountContext: { homeAccountId: 'oid.tid' } },
  })
  expect(await ask('GetToken', 'a.b.c')).toMatchObject({
    success: true,
    token: { access_token: 'a.b.c' },
    account: { localAccountId: 'oid' },
  })
  expect(await ask('GetToken')).toMatchObject({ success: false, error: { status: 'USER_INTERACTION_REQUIRED' } })
})

test.each(['compose', 'read'])('one date of a series says of which, when it is open to %s', async (mode) => {
  const item = { ...start.value.item, mode, start: '2026-10-27T18:30:00Z', end: '2026-10-27T20:30:00Z' }
  for (const seriesId of ['AAMkSeries', null]) {
    const { Office } = framed(() => ({ value: { ...start.value, item: { ...item, seriesId } } }))
    await Office.onReady()
    expect(Office.context).toMatchObject({ mailbox: { item: { seriesId } } })
  }
})
