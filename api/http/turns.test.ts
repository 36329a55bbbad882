import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createTurns } from './turns.ts'

const patience = 2_000
beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Each request is named; what became of it is told in order. `read a1`, `write b2`: the letter is the council. */
function door(limits: { readonly atOnce: number; readonly waiting: number }) {
  const ask = createTurns({ ...limits, patience })
  const told: string[] = []
  const over = new Map<string, () => void>()
  return {
    ask: (...asked: readonly string[]): void => {
      for (const one of asked) {
        const [kind = '', name = ''] = one.split(' ')
        const begin = () => void told.push(`${name} begins`)
        const refuse = () => void told.push(`${name} refused`)
        over.set(name, ask({ council: name.slice(0, 1), isWrite: kind === 'write', begin, refuse }))
      }
    },
    end: (name: string) => over.get(name)?.(),
    /** What happened since this was asked last. */
    since: () => told.splice(0),
  }
}

test('as many as may run begin at once, and the next when one ends', () => {
  const { ask, end, since } = door({ atOnce: 2, waiting: 2 })
  ask('read a1', 'read a2', 'read a3')
  expect(since()).toEqual(['a1 begins', 'a2 begins'])
  end('a1')
  expect(since()).toEqual(['a3 begins'])
})

test('a write goes before the reads that wait', () => {
  const { ask, end, since } = door({ atOnce: 1, waiting: 3 })
  ask('read a1', 'read a2', 'read a3', 'write a4')
  end('a1')
  end('a4')
  end('a2')
  expect(since()).toEqual(['a1 begins', 'a4 begins', 'a2 begins', 'a3 begins'])
})

test('with exactly as many waiting as may wait nobody is refused; with one more the newest read is', () => {
  const { ask, since } = door({ atOnce: 1, waiting: 2 })
  ask('read a1', 'read a2', 'read a3')
  expect(since()).toEqual(['a1 begins'])
  ask('write a4')
  expect(since()).toEqual(['a3 refused'])
  ask('read a5')
  expect(since()).toEqual(['a5 refused'])
  ask('write a6')
  expect(since()).toEqual(['a2 refused'])
})

test('a write is refused only where nothing but writes waits', () => {
  const { ask, since } = door({ atOnce: 1, waiting: 1 })
  ask('read a1', 'write a2', 'write a3')
  expect(since()).toEqual(['a1 begins', 'a3 refused'])
})

test('the flood of one council costs that council: another’s read is kept and goes first', () => {
  const { ask, end, since } = door({ atOnce: 2, waiting: 3 })
  ask('write a1', 'write a2', 'write a3', 'write a4', 'read b1', 'write a5')
  expect(since()).toEqual(['a1 begins', 'a2 begins', 'a5 refused'])
  end('a1')
  expect(since()).toEqual(['b1 begins'])
})

test('whoever has waited long enough is told to come back, and not a moment before', () => {
  const { ask, end, since } = door({ atOnce: 1, waiting: 2 })
  ask('read a1', 'write a2')
  since()
  vi.advanceTimersByTime(patience - 1)
  expect(since()).toEqual([])
  vi.advanceTimersByTime(1)
  expect(since()).toEqual(['a2 refused'])
  end('a2')
  end('a1')
  expect(since()).toEqual([])
  ask('read a3')
  expect(since()).toEqual(['a3 begins'])
})

test('whoever went away while waiting is not worked for, and ending twice frees one place', () => {
  const { ask, end, since } = door({ atOnce: 1, waiting: 3 })
  ask('read a1', 'read a2', 'read a3', 'read a4')
  end('a2')
  end('a1')
  end('a1')
  expect(since()).toEqual(['a1 begins', 'a3 begins'])
})
