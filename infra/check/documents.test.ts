import { readFileSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { environment } from '../../api/config.ts'

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

const guides = ['docs/install.md', 'docs/operate.md', 'docs/permissions.md', 'docs/data-protection.md']

test.each(guides)('%s names only commands, files and settings that there are', (path) => {
  const text = read(path)
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Readonly<Record<string, string>> }
  const commands = [...text.matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) => name)
  expect(commands.filter((name) => !(name in scripts))).toEqual([])
  const built = read('infra/set-up/build-site.ts')
  const entries = [...text.matchAll(/node service\/([\w-]+)\.js/g)].map(([, name = '']) => name)
  expect(entries.filter((name) => !new RegExp(`['{ ]${name}'?: '`).test(built))).toEqual([])
  const files = [...text.matchAll(/(?<![\w/])((?:infra|env|appPackage)\/[\w./-]*\w)/g)].map(([, name = '']) => name)
  expect(files.filter((name) => !madeByHand.includes(name) && !isThere(name))).toEqual([])
  const named = [...text.matchAll(/\bQUORATE_[A-Z_]*[A-Z]\b/g)].map(([name]) => name)
  expect(named.filter((name) => !(name in environment.shape) && name !== 'QUORATE_ADDRESS')).toEqual([])
})

const madeByHand = ['infra/council.bicepparam', 'env/.env.council']

test('the council that the installation describes has what its set-up asks for', () => {
  const example = JSON.parse(/<<'END'\n([\s\S]*?)END\n/.exec(read('docs/install.md'))?.[1] ?? '{}') as object
  const [, shape = ''] = /const councilFile = z\.strictObject\(\{\n([\s\S]*?)\n\}\)/.exec(read('api/council-file.ts')) ?? []
  const fields = [...shape.matchAll(/^ {2}(\w+): (.*)$/gm)].map(([, name = '', rule = '']) => ({
    name,
    optional: rule.includes('.optional()'),
  }))
  expect(fields.length).toBeGreaterThan(8)
  expect(Object.keys(example).filter((name) => !fields.some((field) => field.name === name))).toEqual([])
  expect(fields.filter(({ name, optional }) => !optional && !(name in example))).toEqual([])
})

test('what comes out of the templates and is asked for in the installation is there', () => {
  const outputs = [...read('infra/main.bicep').matchAll(/^output (\w+) /gm)].map(([, name]) => name)
  const taken = [...read('docs/install.md').matchAll(/\$\(out (\w+)\)/g)].map(([, name]) => name)
  expect(taken.length).toBeGreaterThan(5)
  expect(taken.filter((name) => !outputs.includes(name))).toEqual([])
})

const shellOf = (text: string) => [...text.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, code = '']) => code).join('\n')
const namedIn = (text: string) => [...text.matchAll(/(?:^|[; ])([A-Z][A-Z_]+)=/gm)].map(([, name = '']) => name)
const usedIn = (text: string) => [...text.matchAll(/\$\{?([A-Z][A-Z_]+)\b/g)].map(([, name = '']) => name)

test('what a step of the installation names and a later one uses is kept, for a shell that was closed in between', () => {
  const steps = read('docs/install.md').split(/^## (?=\d)/m)
  const kept = [...read('docs/install.md').matchAll(/\bkeep ([A-Z][A-Z_ ]+)$/gm)].flatMap(([, names = '']) => names.split(' '))
  const needed = steps.flatMap((step, index) => {
    const named = new Set(namedIn(shellOf(step)))
    return steps
      .slice(index + 1)
      .flatMap((later) => usedIn(later).filter((name) => named.has(name) && !namedIn(shellOf(later)).includes(name)))
  })
  expect(new Set(needed).size).toBeGreaterThan(8)
  expect([...new Set(needed)].filter((name) => !kept.includes(name))).toEqual([])
})

test('whoever operates is told where every name in a command comes from', () => {
  expect(usedIn(operate).length).toBeGreaterThan(5)
  expect(usedIn(operate).filter((name) => !namedIn(shellOf(operate)).includes(name))).toEqual([])
})

test('what stands in the vault is read anew by the call that does so, not by a restart alone', () => {
  const [, refresh = ''] = /^read_vault\(\) \{\n([\s\S]*?)^\}/m.exec(operate) ?? []
  expect(refresh).toMatch(/az rest --method POST .*\/config\/configreferences\/appsettings\/refresh[\s\S]*az webapp restart/)
  const [, rotate = ''] = /^## Rotate\n([\s\S]*?)^## /m.exec(operate) ?? []
  expect(rotate.match(/`read_vault`/g)).toHaveLength(2)
})

test('the files that the installation hands to the browser are those that are packed', () => {
  const made = [...read('infra/app-package/main.ts').matchAll(/join\(folder, `([^`]+)`\)/g)].map(([, name = '']) =>
    name.replace('${env}', 'council'),
  )
  const handed = [...read('docs/install.md').matchAll(/^download dist\/app-package\/(\S+)$/gm)].map(([, name]) => name)
  expect(made).toHaveLength(2)
  expect(handed).toEqual(made)
})
