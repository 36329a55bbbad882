import { expect, test } from 'vitest'
import type { MarksTaken } from '../../../api/contracts/attendance.ts'
import { register } from '../../testing/register-fixtures.ts'
import type { Answer } from '../../api/answer.ts'
import type { KeptMark } from './kept-marks.ts'
import { sendWaiting } from './send-marks.ts'
import { whyRefused } from './words.ts'

const mark = (id: string): KeptMark => ({
  id,
  pressedMs: 1_000,
  seen: 3,
  recorded: 'in-person',
  through: 'register',
  about: { memberId: id },
})
const taken: Answer<MarksTaken> = { kind: 'ok', value: { register, refused: [] } }
const refusal = (status: number): Answer<MarksTaken> => ({ kind: 'refused', problem: { type: 'about:blank', title: 'No', status } })

/** Sends what is given to a register that answers as told; what it got, took and refused, batch by batch. */
async function sending(ids: readonly string[], answer: (batch: readonly string[]) => Answer<MarksTaken>) {
  let left = ids.map(mark)
  const got: (readonly string[])[] = []
  const outcome = { taken: [] as string[], refused: [] as string[] }
  const settle = (batch: readonly KeptMark[], as: 'taken' | 'refused') => {
    left = left.filter((each) => !batch.includes(each))
    outcome[as].push(...batch.map(({ id }) => id))
  }
  const stopped = await sendWaiting({
    waiting: () => left,
    async post(batch) {
      got.push(batch.map(({ id }) => id))
      return Promise.resolve(answer(got.at(-1) ?? []))
    },
    taken: (batch) => settle(batch, 'taken'),
    refused: (batch) => settle(batch, 'refused'),
  })
  return { ...outcome, got, stopped, left: left.map(({ id }) => id) }
}

test.each([400, 422])(
  'C2.6 of a batch answered with %i only the mark that cannot be read is refused, and the rest is recorded',
  async (status) => {
    const found = await sending(['a', 'bad', 'c', 'd'], (batch) => (batch.includes('bad') ? refusal(status) : taken))
    expect(found).toMatchObject({ taken: ['a', 'c', 'd'], refused: ['bad'], left: [], stopped: undefined })
    expect(found.got).toEqual([['a', 'bad', 'c', 'd'], ['a'], ['bad'], ['c', 'd']])
  },
)

test.each([404, 409])('what is refused of the whole register with %i is refused at once and never sent again', async (status) => {
  const found = await sending(['a', 'b'], () => refusal(status))
  expect(found).toMatchObject({ got: [['a', 'b']], refused: ['a', 'b'], left: [] })
})

test.each([refusal(401), refusal(503), { kind: 'unreachable' } as const])('what may fare better later is kept: $kind', async (answer) => {
  const found = await sending(['a', 'b'], () => answer)
  expect(found).toMatchObject({ got: [['a', 'b']], refused: [], left: ['a', 'b'], stopped: answer })
})

test('as many go at once as one request takes', async () => {
  const found = await sending(
    Array.from({ length: 101 }, (_, at) => String(at)),
    () => taken,
  )
  expect(found.got.map(({ length }) => length)).toEqual([100, 1])
})

test('why a mark was refused is told in words of our own where there are any', () => {
  expect(whyRefused({ refusal: 'not-understood', title: 'Quorate did not understand what was sent' })).toBe('not-understood')
  expect(whyRefused({ refusal: 'cancelled', title: 'This session was cancelled' })).toBe('this session was cancelled')
})
