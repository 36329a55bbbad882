import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { testOperations } from '../http/testing/operations.ts'
import { namedContracts } from '../contracts/named.ts'
import type { AnyContract } from '../http/operation.ts'
import { placeOf } from '../http/operation.ts'
import { access } from './access.ts'

const operations = testOperations()

test('the page about the API names every route, for whom it is, and what its contract takes and gives', () => {
  const page = readFileSync(new URL('../../docs/api.md', import.meta.url), 'utf8')
  const rows = page.split('\n').filter((line) => /^\| `(GET|POST|PUT|DELETE) /.test(line))
  expect(rows).toEqual(operations.map(({ contract }) => rowOf(contract)))
})

function rowOf(contract: AnyContract): string {
  const { method, path } = placeOf(contract)
  const route = `${method} /api${path}`
  return `| \`${route}\` | ${peopleIn(access[route] ?? [])} | ${contract.says} | ${nameOf(contract.body)} | ${contract.status ?? 200} ${nameOf(contract.gives)} |`
}

function peopleIn(knocking: readonly string[]): string {
  if (knocking.includes('stranger')) return 'anyone of the council'
  return knocking.map((each) => (each === 'member' ? 'Members' : `${each}s`)).join(', ')
}

const names = new Map([...namedContracts()].map(([name, shape]) => [shape, name]))

function nameOf(shape: AnyContract['body']): string {
  return shape ? `\`${names.get(shape) ?? 'without a name'}\`` : ''
}
