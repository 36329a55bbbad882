import { expect, test } from 'vitest'
import { longestAgoMs, marksBody } from '../../../api/contracts/attendance.ts'
import { afterTaken, asBody, createKeeping, waiting, type KeptMark } from './kept-marks.ts'

const mark = (number: number, given: Partial<KeptMark> = {}): KeptMark => ({
  id: `00000000-0000-4000-8000-00000000000${number}`,
  pressedMs: 1_000,
  seen: 3,
  recorded: 'in-person',
  through: 'register',
  about: { memberId: 'm1' },
  ...given,
})

function aStorage() {
  const held = new Map<string, string>()
  return {
    held,
    getItem: (name: string) => held.get(name) ?? null,
    setItem: (name: string, value: string) => void held.set(name, value),
    removeItem: (name: string) => void held.delete(name),
  }
}

test('marks outlive the page, each person’s and session’s apart, until nothing is left to keep', () => {
  const storage = aStorage()
  createKeeping(storage, 'one').write([mark(1)])
  expect(createKeeping(storage, 'one').read()).toEqual([mark(1)])
  expect(createKeeping(storage, 'other').read()).toEqual([])
  createKeeping(storage, 'one').write([])
  expect(storage.held.size).toBe(0)
})

test('what lies there and is no list of marks is none', () => {
  const storage = aStorage()
  for (const text of ['{', '{}', '[{"id":1}]', 'null']) {
    storage.held.set('one', text)
    expect(createKeeping(storage, 'one').read()).toEqual([])
  }
})

test('where the browser forbids storage, or has no room, the page itself keeps them and says so', () => {
  const forbidden = () => {
    throw new Error('SecurityError')
  }
  for (const storage of [
    undefined,
    { getItem: forbidden, setItem: forbidden, removeItem: forbidden },
    { ...aStorage(), setItem: forbidden },
  ]) {
    const keeping = createKeeping(storage, 'one')
    keeping.write([mark(1)])
    expect(keeping.read()).toEqual([mark(1)])
    expect(keeping.lasts()).toBe(false)
  }
})

test('a mark is sent with how long ago it was pressed, never in the future', () => {
  expect(asBody(mark(1), 61_000)).toMatchObject({ agoMs: 60_000, memberId: 'm1' })
  expect(asBody(mark(1), 0).agoMs).toBe(0)
  expect(marksBody.safeParse({ marks: [asBody(mark(1), 61_000)] }).success).toBe(true)
})

test('a phone whose clock was a year behind still sends what the register can read', () => {
  const body = asBody(mark(1), 1_000 + longestAgoMs + 1)
  expect(body.agoMs).toBe(longestAgoMs)
  expect(marksBody.safeParse({ marks: [body] }).success).toBe(true)
})

test('what was taken is kept no longer, what was refused says why, and what was pressed meanwhile stays', () => {
  const marks = [mark(1), mark(2), mark(3)]
  const after = afterTaken(marks, marks.slice(0, 2), new Map([[mark(2).id, 'before-open']]))
  expect(after).toEqual([mark(2, { refused: 'before-open' }), mark(3)])
  expect(waiting(after)).toEqual([mark(3)])
})
