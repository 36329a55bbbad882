import { readFileSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'

/*
 * What the documents for administrators say of the code stands in the code, and the reverse.
 */
const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const alerts = read('infra/modules/alerts.bicep')
const operate = read('docs/operate.md')

test('every alert is explained, and no alert that there is not', () => {
  const named = [...alerts.matchAll(/^ +key: '([a-z-]+)'/gm), ...alerts.matchAll(/'quorate-\$\{name\}-(not-ready)'/g)].map(
    ([, name = '']) => name,
  )
  const explained = [...operate.matchAll(/^### ([a-z-]+)$/gm)].map(([, name = '']) => name)
  expect(named.length).toBeGreaterThan(8)
  expect(explained.toSorted()).toEqual(named.toSorted())
})

test('every kind of row that can be kept is in the table of what is held, and no other', () => {
  const made = [...read('api/stores/keys.ts').matchAll(/partition\('(\w+)', (?:council, )?'(\w+)'/g)].map(
    ([, table, rows]) => `${table} ${rows}`,
  )
  const listed = [...read('docs/data-protection.md').matchAll(/^\| `(\w+)` `(\w+)` *\|/gm)].map(([, table, rows]) => `${table} ${rows}`)
  expect([...new Set(made)].filter((each) => each !== 'audit test').toSorted()).toEqual(listed.toSorted())
})

const documents = [
  'README.md',
  ...readdirSync(new URL('../../docs/', import.meta.url))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
]

test.each(documents)('every link within %s leads somewhere', (path) => {
  const text = read(path)
  const broken = [...text.matchAll(/\]\((?!https?:)([^)#\s]*)(#[^)\s]*)?\)/g)].filter(([, file = '', anchor = '']) => {
    const target = file === '' ? path : new URL(file, `file:///${path}`).pathname.slice(1)
    try {
      const found = target.endsWith('.md') ? read(target) : ''
      return anchor !== '' && target.endsWith('.md') && !headingsOf(found).includes(anchor.slice(1))
    } catch (fault) {
      return !(fault instanceof Error && 'code' in fault && fault.code === 'EISDIR') && !isThere(target)
    }
  })
  expect(broken.map(([link]) => link)).toEqual([])
})

function isThere(path: string): boolean {
  try {
    readFileSync(new URL(`../../${path}`, import.meta.url))
    return true
  } catch (fault) {
    return fault instanceof Error && 'code' in fault && fault.code === 'EISDIR'
  }
}

/** As GitHub names them. */
function headingsOf(text: string): readonly string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\w\s-]/g, '')
      .replaceAll(' ', '-'),
  )
}
