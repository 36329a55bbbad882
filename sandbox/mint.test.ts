import { expect, test } from 'vitest'
import { createMemory } from './memory.ts'
import { createMint } from './mint.ts'

test('the same seed gives the same ids in the same order, each once; another seed gives others', () => {
  const [one, again, other] = [createMint(createMemory(), 'a'), createMint(createMemory(), 'a'), createMint(createMemory(), 'b')]
  const three = (mint: typeof one) => [mint('text'), mint('text'), mint('card')]
  const ids = three(one)
  expect(three(again)).toEqual(ids)
  expect(new Set(ids).size).toBe(3)
  expect(three(other)).not.toEqual(ids)
})

test('what one kind of thing is called does not depend on how many there are of another', () => {
  const [busy, quiet] = [createMint(createMemory(), 'a'), createMint(createMemory(), 'a')]
  for (let count = 0; count < 10; count += 1) busy('request')
  expect(busy('text')).toBe(quiet('text'))
})

test('a memory that was kept goes on where it stopped', () => {
  const memory = createMemory()
  const first = createMint(memory, 'a')('text')
  const later = createMint(createMemory(memory.all), 'another run')('text')
  const straight = createMint(createMemory(), 'a')
  expect([first, later]).toEqual([straight('text'), straight('text')])
})
