import { describe, expect, test } from 'vitest'
import { instant } from '../../domain/kernel/time.ts'
import { caughtUp, nextOccurrence, occurrencesIn, type Schedule } from './schedule.ts'

const nightly: Schedule = { at: ['03:30'], catchUp: 'latest' }
const sixHourly: Schedule = { at: ['00:05', '06:05', '12:05', '18:05'], catchUp: 'latest' }
const texts = (instants: readonly { toString(): string }[]) => instants.map(String)

describe('occurrences', () => {
  test('come after the one instant and up to the other, that one too', () => {
    const first = instant('2026-11-02T03:30:00Z')
    const second = instant('2026-11-03T03:30:00Z')
    expect(texts(occurrencesIn(nightly, first, second))).toEqual(['2026-11-03T03:30:00Z'])
    expect(occurrencesIn(nightly, first, second.subtract({ seconds: 1 }))).toEqual([])
  })

  test('C14.11 keep their wall time when the clocks change', () => {
    const found = occurrencesIn(nightly, instant('2026-10-24T12:00:00Z'), instant('2026-10-26T12:00:00Z'))
    expect(texts(found)).toEqual(['2026-10-25T03:30:00Z', '2026-10-26T03:30:00Z'])
    const before = occurrencesIn(nightly, instant('2026-10-23T12:00:00Z'), instant('2026-10-24T12:00:00Z'))
    expect(texts(before)).toEqual(['2026-10-24T02:30:00Z'])
  })

  test.each([
    ['a time that does not exist moves on by the gap', '2027-03-27T12:00:00Z', '2027-03-28T01:30:00Z'],
    ['a time that comes twice is taken once, the first', '2026-10-24T12:00:00Z', '2026-10-25T00:30:00Z'],
  ])('C14.11 %s', (_name, after, at) => {
    const half: Schedule = { at: ['01:30'], catchUp: 'all' }
    expect(String(nextOccurrence(half, instant(after)))).toBe(at)
    expect(occurrencesIn(half, instant(after), instant(after).add({ hours: 23 }))).toHaveLength(1)
  })

  test('are found again however long nothing ran, up to a fortnight', () => {
    const found = occurrencesIn(nightly, instant('2026-01-01T00:00:00Z'), instant('2026-11-01T00:00:00Z'))
    expect(found).toHaveLength(14)
  })

  test('next is never now', () => {
    const at = instant('2026-11-02T06:05:00Z')
    expect(String(nextOccurrence(sixHourly, at))).toBe('2026-11-02T12:05:00Z')
    expect(String(nextOccurrence(sixHourly, instant('2026-11-02T23:59:00Z')))).toBe('2026-11-03T00:05:00Z')
  })
})

describe('after a time in which nothing ran', () => {
  const come = ['2026-11-02T03:30:00Z', '2026-11-03T03:30:00Z', '2026-11-04T03:30:00Z'].map(instant)

  test.each([
    ['latest', 1, 2],
    ['all', 3, 0],
    ['none', 0, 3],
  ] as const)('%s makes up for %i and passes over %i', (catchUp, run, skip) => {
    const caught = caughtUp({ at: ['03:30'], catchUp }, come)
    expect([caught.run.length, caught.skip.length]).toEqual([run, skip])
  })

  test('the only one that has come is run, whatever the rule', () => {
    expect(caughtUp({ at: ['03:30'], catchUp: 'none' }, come.slice(0, 1)).run).toHaveLength(1)
  })
})
