import { expect, test } from 'vitest'
import { isTooDeep } from './nesting.ts'

function nested(depth: number): unknown {
  return JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`)
}

test.each([
  { depth: 64, tooDeep: false },
  { depth: 65, tooDeep: true },
  { depth: 100_000, tooDeep: true },
])('$depth lists within each other are too deep: $tooDeep', ({ depth, tooDeep }) => {
  expect(isTooDeep(nested(depth))).toBe(tooDeep)
})

test.each([undefined, null, 'text', 1, {}, { a: [{ b: null }] }])('%j is not', (body) => {
  expect(isTooDeep(body)).toBe(false)
})
