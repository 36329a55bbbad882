import { expect, test } from 'vitest'
import type { ZodType } from 'zod'
import type { MySession } from '../../../api/contracts/my-training.ts'
import type { Answer } from '../../api/answer.ts'
import type { Api } from '../../api/client.ts'
import { chairing, pageOf } from '../../testing/member-fixtures.ts'
import { createAnswers } from './answers.ts'

type Reply = Answer<unknown>
const id = chairing.sessionId
const out: Reply = { kind: 'unreachable' }
const taken: Reply = { kind: 'ok', value: chairing }
const read = (session: Partial<MySession>): Reply => ({ kind: 'ok', value: pageOf({ ...chairing, ...session }) })
const telling = (state: 'telling' | 'waiting' | 'refused') => ({ answer: 'accepted', at: '2026-10-13T13:10:00Z', state }) as const

/** An API that replies in turn, the last reply for ever, and time that passes at once. */
function answering({ puts = [taken], gets }: { puts?: readonly (Reply | Promise<Reply>)[]; gets: readonly Reply[] }) {
  const sent: unknown[] = []
  let [put, get] = [0, 0]
  const next = (replies: readonly (Reply | Promise<Reply>)[], at: number) => (replies[at] ?? replies.at(-1)) as Answer<never>
  const unused = async () => out as Answer<never>
  const api: Api = {
    get: async <Value>(_path: string, _shape: ZodType<Value>) => next(gets, get++),
    put: async <Value>(_path: string, body: object, _shape: ZodType<Value>) => {
      sent.push(body)
      return next(puts, put++)
    },
    post: unused,
    remove: unused,
  }
  const answers = createAnswers(api, async () => undefined)
  const seen: string[] = []
  answers.subscribe(() => {
    const kind = answers.of(id)?.telling.kind
    if (kind && kind !== seen.at(-1)) seen.push(kind)
  })
  return { answers, sent, seen }
}

test('C2.1 an answer is told when Outlook holds it, with the session as it was then read', async () => {
  const { answers, seen } = answering({ gets: [read({ telling: telling('telling') }), read({ response: 'accepted' })] })
  expect(await answers.answer(id, 'accepted')).toEqual({ kind: 'told', answer: 'accepted' })
  expect(seen).toEqual(['telling', 'told'])
  expect(answers.of(id)?.session?.response).toBe('accepted')
  expect(answers.isUnderWay(id)).toBe(false)
})

test('without a signal it is sent again until it is taken, whichever page she is on', async () => {
  const { answers, sent, seen } = answering({ puts: [out, out, taken], gets: [read({ response: 'accepted' })] })
  await answers.answer(id, 'accepted')
  expect(sent).toHaveLength(3)
  expect(seen).toEqual(['telling', 'unsent', 'telling', 'told'])
})

test('an hour without a signal is told, and she is asked to press again', async () => {
  const { answers, sent } = answering({ puts: [out], gets: [] })
  const last = await answers.answer(id, 'accepted')
  expect(last).toMatchObject({ kind: 'refused', problem: { title: 'There was no signal, so your answer was not sent' } })
  expect(sent.length).toBe(170)
})

test('the answer pressed last counts: an earlier one that is still unsent is not sent after it', async () => {
  const { answers, sent } = answering({ puts: [out, taken], gets: [read({ response: 'declined' })] })
  const pressed = answers.answer(id, 'accepted')
  await Promise.resolve()
  const [first, second] = await Promise.all([pressed, answers.answer(id, 'declined')])
  expect(sent).toEqual([{ answer: 'accepted' }, { answer: 'declined' }])
  expect(first.kind).not.toBe('told')
  expect(second).toEqual({ kind: 'told', answer: 'declined' })
  expect(answers.of(id)?.telling).toEqual({ kind: 'told', answer: 'declined' })
})

test('while an earlier answer is on its way the later one waits, so that it arrives last', async () => {
  const { promise, resolve } = Promise.withResolvers<Answer<never>>()
  const { answers, sent } = answering({ puts: [promise, taken], gets: [read({ response: 'declined' })] })
  const first = answers.answer(id, 'accepted')
  await Promise.resolve()
  const others = [answers.answer(id, 'tentative'), answers.answer(id, 'declined')]
  await new Promise((done) => setTimeout(done))
  expect(sent).toEqual([{ answer: 'accepted' }])
  resolve(taken as Answer<never>)
  await Promise.all([first, ...others])
  expect(sent).toEqual([{ answer: 'accepted' }, { answer: 'declined' }])
})

test('an answer that Outlook refuses is told as refused', async () => {
  const { answers } = answering({ gets: [read({ telling: telling('refused') })] })
  expect(await answers.answer(id, 'accepted')).toEqual({ kind: 'refused', answer: 'accepted' })
})

test('an answer of an earlier visit is looked after, and left alone when a newer one is under way', async () => {
  const { answers, seen } = answering({ gets: [read({ telling: telling('waiting') }), read({ response: 'accepted' })] })
  answers.follow(id, { kind: 'telling', answer: 'accepted' })
  answers.follow(id, { kind: 'telling', answer: 'declined' })
  await expect.poll(() => answers.of(id)?.telling.kind).toBe('told')
  expect(seen).toEqual(['telling', 'waiting', 'told'])
})

test('when Outlook says otherwise in the end, Outlook is right', async () => {
  const { answers } = answering({ gets: [read({ response: 'declined' })] })
  expect(await answers.answer(id, 'accepted')).toEqual({ kind: 'none' })
  expect(answers.of(id)?.session?.response).toBe('declined')
})
