import { describe, expect, test } from 'vitest'
import { Temporal } from '../../domain/kernel/time.ts'
import { logTo } from '../log.ts'
import { agreedClock } from './agreed-clock.ts'

/** Milliseconds since noon, by storage's clock; this machine's is `ahead` of it. */
function aMachine(ahead: number) {
  const noon = Temporal.Instant.from('2026-10-19T12:00:00Z')
  const lines: string[] = []
  let passed = 0
  const own = { now: () => noon.add({ milliseconds: passed + ahead }), mono: () => 500 + passed, sleep: async () => undefined }
  const clock = agreedClock(
    own,
    logTo((line) => void lines.push(line)),
  )
  return {
    lines,
    /** An answer that was so many milliseconds on its way there, and back. */
    ask(there: number, back: number, date?: string) {
      const askedAt = clock.mono()
      passed += there
      const said = date ?? new Date(noon.epochMilliseconds + passed).toUTCString()
      passed += back
      clock.heard(said, askedAt)
    },
    setBacks: () => clock.setBacks?.(),
    wrongBy: () => clock.now().epochMilliseconds - noon.epochMilliseconds - passed,
  }
}

describe('a clock that goes by storage', () => {
  test.each([-60_000, -4_000, 4_000, 60_000])('that is %i ms ahead is right to two seconds after one answer', (ahead) => {
    const machine = aMachine(ahead)
    machine.ask(20, 20)
    expect(Math.abs(machine.wrongBy())).toBeLessThanOrEqual(2_000)
    expect(machine.lines).toHaveLength(1)
  })

  test('says how often it was set back, and not that it was set forward', () => {
    const fast = aMachine(60_000)
    fast.ask(20, 20)
    expect(fast.setBacks()).toBe(1)
    const slow = aMachine(-60_000)
    slow.ask(20, 20)
    expect(slow.setBacks()).toBe(0)
  })

  test.each([-1_900, 0, 1_900])('that is %i ms ahead is left alone, however often storage answers', (ahead) => {
    const machine = aMachine(ahead)
    for (let asked = 0; asked < 50; asked += 1) machine.ask(1, 230)
    expect(machine.wrongBy()).toBe(ahead)
    expect(machine.lines).toEqual([])
  })

  test('an answer that was long on its way says no more than that it was', () => {
    const machine = aMachine(0)
    machine.ask(15_000, 5)
    machine.ask(5, 15_000)
    expect(machine.wrongBy()).toBe(0)
  })

  test('what a slow answer left wrong is put right by the next', () => {
    const machine = aMachine(60_000)
    machine.ask(15_000, 5)
    machine.ask(5, 5)
    expect(Math.abs(machine.wrongBy())).toBeLessThanOrEqual(2_000)
  })

  test.each([
    [10_000, 5, 15_000],
    [-10_000, 15_000, 5],
  ])('that is %i ms ahead is never put wrong to the other side by an answer that was long on its way', (ahead, there, back) => {
    const machine = aMachine(ahead)
    machine.ask(there, back)
    expect(machine.wrongBy() / Math.sign(ahead)).toBeGreaterThanOrEqual(0)
    expect(Math.abs(machine.wrongBy())).toBeLessThanOrEqual(2_000)
  })

  test('a clock that is more than thirty seconds wrong is somebody’s to look at', () => {
    const [wrong, slightly] = [aMachine(31_500), aMachine(28_500)]
    wrong.ask(5, 5)
    slightly.ask(5, 5)
    expect([wrong, slightly].map(({ lines }) => lines.map((line) => (JSON.parse(line) as { level: string }).level))).toEqual([
      ['error'],
      ['warn'],
    ])
  })

  test('an answer whose date is none, or cannot be, changes nothing, and is told once', () => {
    const machine = aMachine(0)
    for (const date of ['', 'soon', 'Mon, 19 Oct 2026 13:00:00 GMT', 'Mon, 19 Oct 1998 12:00:00 GMT']) machine.ask(5, 5, date)
    expect(machine.wrongBy()).toBe(0)
    expect(machine.lines).toHaveLength(1)
  })

  test('dates that cannot be are told of again once they have agreed in between', () => {
    const machine = aMachine(0)
    const impossible = 'Mon, 19 Oct 1998 12:00:00 GMT'
    for (const date of [impossible, impossible, undefined, impossible, impossible]) machine.ask(5, 5, date)
    expect(machine.lines).toHaveLength(2)
  })
})
