import { beforeAll, describe, expect, test } from 'vitest'
import { bear, isSuccess, isToldToComeBack, type Borne } from '../bench/load.ts'

/*
 * A small council, and for a few seconds far more than one process can do. `npm run bench -- load` does the same for minutes.
 */

const load = { members: 60, sessions: 12, calm: { seconds: 3, perSecond: 15 }, flood: { seconds: 4, perSecond: 400 } } as const

describe('far more is asked than can be done', () => {
  let borne: Borne
  beforeAll(async () => {
    borne = await bear(load)
  })

  test('nobody is answered with an error but to come back, and when', () => {
    const replies = [...borne.calm.replies, ...borne.flood.replies]
    expect(replies.filter((reply) => !isSuccess(reply) && !isToldToComeBack(reply))).toEqual([])
    expect(borne.flood.replies.some(isToldToComeBack)).toBe(true)
  })

  test('useful work goes on: at least a third of what was done before is done still', () => {
    const perSecond = borne.flood.replies.filter(isSuccess).length / borne.flood.seconds
    expect(perSecond / borne.capacity).toBeGreaterThan(1 / 3)
  })

  test('C2.1 every answer that was taken is kept exactly once', () => {
    expect(borne.answers.taken).toBeGreaterThan(0)
    expect(borne.answers.wrong).toEqual([])
  })

  test('probes and notifications are never refused', () => {
    expect(borne.neverShed.length).toBeGreaterThan(0)
    expect(borne.neverShed.filter((status) => status !== 200 && status !== 202)).toEqual([])
  })

  test('afterwards the memory is given back', () => {
    expect(borne.after.memory.heapUsed / borne.before.memory.heapUsed).toBeLessThan(2)
  })
})
