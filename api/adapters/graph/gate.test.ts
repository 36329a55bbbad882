import { expect, test } from 'vitest'
import { createGate } from './gate.ts'

const never = new AbortController().signal
const tick = () => new Promise((resolve) => setImmediate(resolve))

function worker() {
  let finish: () => void = () => undefined
  const state = { begun: false }
  const work = () => {
    state.begun = true
    return new Promise<void>((resolve) => (finish = resolve))
  }
  return { state, work, finish: () => finish() }
}

test('three at a time to one mailbox, and another mailbox does not wait', async () => {
  const gate = createGate(3)
  const four = [worker(), worker(), worker(), worker()]
  const elsewhere = worker()
  const passing = four.map(({ work }) => gate.pass('a', 1, never, work))
  const other = gate.pass('b', 1, never, elsewhere.work)
  await tick()
  expect(four.map(({ state }) => state.begun)).toEqual([true, true, true, false])
  expect(elsewhere.state.begun).toBe(true)
  four[1]?.finish()
  await tick()
  expect(four[3]?.state.begun).toBe(true)
  for (const each of [...four, elsewhere]) each.finish()
  await Promise.all([...passing, other])
})

test('a batch waits for the whole gate, and those behind it wait for the batch', async () => {
  const gate = createGate(3)
  const [first, batch, last] = [worker(), worker(), worker()]
  const passing = [
    gate.pass('a', 1, never, first.work),
    gate.pass('a', Number.MAX_SAFE_INTEGER, never, batch.work),
    gate.pass('a', 1, never, last.work),
  ]
  await tick()
  expect([batch.state.begun, last.state.begun]).toEqual([false, false])
  first.finish()
  await tick()
  expect([batch.state.begun, last.state.begun]).toEqual([true, false])
  batch.finish()
  await tick()
  expect(last.state.begun).toBe(true)
  last.finish()
  await Promise.all(passing)
})

test('one that gives up while waiting lets those behind it in', async () => {
  const gate = createGate(1)
  const [first, last] = [worker(), worker()]
  const impatient = new AbortController()
  const one = gate.pass('a', 1, never, first.work)
  const two = gate.pass('a', 1, impatient.signal, worker().work)
  const three = gate.pass('a', 1, never, last.work)
  impatient.abort(new Error('given up'))
  await expect(two).rejects.toThrow('given up')
  first.finish()
  await tick()
  expect(last.state.begun).toBe(true)
  last.finish()
  await Promise.all([one, three])
})
