import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { access } from './access.ts'

test('the description of the API names every route, and for whom it is', () => {
  const page = readFileSync(new URL('../../docs/api.md', import.meta.url), 'utf8')
  const described = [...page.matchAll(/^\| `((?:GET|POST|PUT|DELETE) \/api[^`]*)` \| ([^|]+) \|/gm)].map(([, route, who]) => [route, who])
  const words = (knocking: readonly string[]) =>
    knocking.includes('stranger')
      ? 'anyone of the council'
      : knocking.map((each) => (each === 'member' ? 'Members' : `${each}s`)).join(', ')
  expect(described).toEqual(Object.entries(access).map(([route, knocking]) => [route, words(knocking)]))
})
