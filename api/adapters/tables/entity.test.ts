import { expect, test } from 'vitest'
import { Unavailable } from '../../ports/unavailable.ts'
import { charactersOf, fromEntity, toEntity } from './entity.ts'

/*
 * What Azure documents and Azurite does not keep to (reliability.md §2 and §4): the widest row we may write is within all of it.
 */

const widest = toEntity({ pk: 'p', rk: 'r', op: crypto.randomUUID(), data: 'x'.repeat(419_998) })
const own = Object.entries(widest).filter(([name]) => name !== 'partitionKey' && name !== 'rowKey')

test('a row has at most 252 properties, and no hyphen in their names', () => {
  expect(own.length).toBeLessThanOrEqual(252)
  for (const [name] of own) expect(name).toMatch(/^[a-z][a-z0-9]*$/)
})

test('each is text of at most 32 Ki units: no date before 1601, no number that storage would read another way', () => {
  for (const [, value] of own) {
    expect(typeof value).toBe('string')
    expect(value.length).toBeLessThanOrEqual(32 * 1024)
  }
})

test('all together are under 1 MiB as storage counts them, two bytes a unit', () => {
  const units = Object.entries(widest).reduce((sum, [name, value]) => sum + name.length + value.length, 0)
  expect(units * 2).toBeLessThan(1024 * 1024)
})

test('its JSON is cut without regard to what it says, and put together again', () => {
  const data = { words: 'ö\u0000\uD83D"'.repeat(9_000), none: null }
  const entity = toEntity({ pk: 'p', rk: 'r', op: 'o', data })
  expect(Object.values(entity).join('')).toMatch(/^[ -~]*$/)
  expect(charactersOf(entity)).toBeGreaterThan(30_000)
  expect(fromEntity({ ...entity, etag: 'e' })).toEqual({ rk: 'r', etag: 'e', data })
})

test.each([[undefined], ['{"half":']])('a row whose JSON is %s is an outage, and not an empty row', (d0) => {
  expect(() => fromEntity({ rowKey: 'r', etag: 'e', ...(d0 ? { d0 } : {}) })).toThrow(Unavailable)
})
