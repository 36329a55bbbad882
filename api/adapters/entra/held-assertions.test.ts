import { expect, test } from 'vitest'
import { personId } from '../../../domain/kernel/ids.ts'
import { createHeldAssertions } from './held-assertions.ts'

const tenant = 'one-council'
const person = (digit: number) => personId(`00000000-0000-4000-8000-00000000000${digit}`)

test('a token is held for its person in its tenant, and nobody else has it', () => {
  const held = createHeldAssertions(() => 1_000)
  held.keep(tenant, person(1), 'hers', 2_000)
  expect(held.find(tenant, person(1))).toBe('hers')
  expect(held.find(tenant, person(2))).toBeUndefined()
  expect(held.find('another-council', person(1))).toBeUndefined()
})

test('it is forgotten half a minute before it expires', () => {
  let now = 1_000
  const held = createHeldAssertions(() => now)
  held.keep(tenant, person(1), 'hers', 2_000)
  now = 1_969
  expect(held.find(tenant, person(1))).toBe('hers')
  now = 1_970
  expect(held.find(tenant, person(1))).toBeUndefined()
})

test('when many are held the oldest goes', () => {
  const held = createHeldAssertions(() => 0, 2)
  for (const digit of [1, 2, 3]) held.keep(tenant, person(digit), `token ${digit}`, 1_000)
  expect([1, 2, 3].map((digit) => held.find(tenant, person(digit)))).toEqual([undefined, 'token 2', 'token 3'])
})
