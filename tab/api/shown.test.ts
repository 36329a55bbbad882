import { expect, test } from 'vitest'
import { newestOnly, withoutNews, type Shown } from './shown.ts'

const known: Shown<string> = { kind: 'shown', value: 'six coming', fresh: true }
const refusal = (status: number) => ({ kind: 'refused', problem: { type: 'about:blank', title: 'No', status } }) as const

test('what was known stays in sight while we cannot be reached', () => {
  expect(withoutNews({ kind: 'unreachable' }, known)).toEqual({ kind: 'shown', value: 'six coming', fresh: false })
  expect(withoutNews({ kind: 'unreachable' }, { kind: 'loading', slow: true })).toEqual({ kind: 'unreachable' })
})

test.each([401, 500])('what was known stays in sight after a refusal that may pass: %i', (status) => {
  expect(withoutNews(refusal(status), known)).toEqual({ ...known, fresh: false, problem: refusal(status).problem })
  expect(withoutNews(refusal(status), { kind: 'unreachable' })).toEqual(refusal(status))
})

test.each([403, 404, 409])('what is not hers any more, or not there, is not shown any longer: %i', (status) => {
  expect(withoutNews(refusal(status), known)).toEqual(refusal(status))
})

test('of two answers the later asked stays, whichever comes first', () => {
  const order = newestOnly()
  const [first, second] = [order.ask(), order.ask()]
  expect([second(), first()]).toEqual([true, false])
})

test('an answer is shown although the next one has been asked for already: asking often hides nothing', () => {
  const order = newestOnly()
  const [first, second] = [order.ask(), order.ask()]
  expect([first(), second()]).toEqual([true, true])
})

test('what a write answered is newer than every reading under way', () => {
  const order = newestOnly()
  const before = order.ask()
  order.overtake()
  expect(before()).toBe(false)
  expect(order.ask()()).toBe(true)
})
