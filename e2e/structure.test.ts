import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { dirname, join, matchesGlob, normalize } from 'node:path'
import { expect, test } from 'vitest'
import config from '../vitest.config.ts'

const root = normalize(join(import.meta.dirname, '..'))
const parts = ['domain', 'api', 'bot', 'tab', 'outlook', 'sandbox', 'e2e']

function filesIn(folder: string): string[] {
  return readdirSync(join(root, folder)).flatMap((name) => {
    const path = join(folder, name)
    if (statSync(join(root, path)).isDirectory()) return filesIn(path)
    return /\.tsx?$/.test(name) ? [path] : []
  })
}

const sources = parts.filter((part) => existsSync(join(root, part))).flatMap(filesIn)
const isTest = (path: string) => /\.(test|e2e|year|fault)\.tsx?$/.test(path) || path.includes('/testing/') || path.startsWith('e2e/')

/** Every import of our own files, as paths from the top. */
function importsOf(path: string): string[] {
  const text = readFileSync(join(root, path), 'utf8')
  const specifiers = [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.{1,2}\/[^']+)'/g)].map((match) => match[1] ?? '')
  return specifiers.map((specifier) => normalize(join(dirname(path), specifier)))
}

/** What a folder may know of ours, besides itself. Tests may know more. */
const mayKnow: Record<string, readonly string[]> = {
  'domain/': [],
  'api/contracts/': ['domain/'],
  'api/ports/': ['domain/', 'api/contracts/'],
  'api/use-cases/': ['domain/', 'api/contracts/', 'api/ports/'],
  'tab/': ['domain/', 'api/contracts/'],
  // The add-in shows the tab's own pieces in another host: its fields, its words, its way to the API.
  'outlook/': [
    'domain/',
    'api/contracts/',
    'tab/api/',
    'tab/ui/',
    'tab/features/details/',
    'tab/features/plan/words.ts',
    'tab/settings.ts',
  ],
  'sandbox/': [],
}

function breaches(): string[] {
  return sources
    .filter((path) => !isTest(path) && path !== 'sandbox/embedded.ts')
    .flatMap((path) => {
      const folder = Object.keys(mayKnow).find((each) => path.startsWith(each))
      if (!folder) return []
      const allowed = [folder, ...(mayKnow[folder] ?? [])]
      return importsOf(path)
        .filter((target) => !allowed.some((each) => target.startsWith(each)))
        .map((target) => `${path} imports ${target}`)
    })
}

test('each part knows only what it may know', () => {
  expect(breaches()).toEqual([])
})

test('only the embedded starter and the end-to-end tests know both the sandbox and the product; other tests know its storage alone', () => {
  const ours = sources.filter((path) => !path.startsWith('e2e/') && !path.startsWith('sandbox/'))
  const crossing = ours.flatMap((path) =>
    importsOf(path)
      .filter((target) => target.startsWith('sandbox/') && !(isTest(path) && target === 'sandbox/azurite.ts'))
      .map((target) => `${path} imports ${target}`),
  )
  expect(crossing).toEqual([])
})

test('no feature of the tab imports another', () => {
  const feature = (path: string) => /^tab\/features\/([^/]+)\//.exec(path)?.[1]
  const crossing = sources
    .filter((path) => feature(path))
    .flatMap((path) =>
      importsOf(path)
        .filter((target) => feature(target) && feature(target) !== feature(path))
        .map((target) => `${path} imports ${target}`),
    )
  expect(crossing).toEqual([])
})

test('the rules of the domain touch no clock, no chance and no world', () => {
  const worldly = /Date\.now|new Date\(|Math\.random|process\.|\bfetch\(|setTimeout|from 'node:/
  expect(
    sources.filter((path) => path.startsWith('domain/') && !isTest(path) && worldly.test(readFileSync(join(root, path), 'utf8'))),
  ).toEqual([])
})

test('there is no file that only re-exports, and no folder for homeless code', () => {
  const onlyReExports = (path: string) => {
    const lines = readFileSync(join(root, path), 'utf8')
      .split('\n')
      .filter((line) => line.trim() && !line.trim().startsWith('//'))
    return lines.length > 0 && lines.every((line) => /^export (\*|\{[^}]*\}) from /.test(line))
  }
  expect(sources.filter(onlyReExports)).toEqual([])
  expect(sources.filter((path) => /(^|\/)(utils?|helpers?|common|misc)(\/|\.tsx?$)/.test(path))).toEqual([])
})

/** The projects in which a file is run. */
function projectsOf(path: string): number {
  const isIn = (globs: readonly string[] | undefined) => globs?.some((glob) => matchesGlob(path, glob)) === true
  const each = (config.test?.projects ?? []).flatMap((project) =>
    typeof project === 'object' && 'test' in project && project.test ? [project.test] : [],
  )
  return each.filter(({ include, exclude }) => isIn(include) && !isIn(exclude)).length
}

test('every test is run, and once, wherever its file stands', () => {
  const tests = sources.filter((path) => /\.(test|e2e|year|fault)\.tsx?$/.test(path))
  const anywhere = ['e2e/new.e2e.ts', 'e2e/new/new.e2e.ts', 'e2e/new/new.fault.ts', 'e2e/new/new.year.ts', 'e2e/journeys/new.e2e.ts']
  expect([...tests, ...anywhere].filter((path) => projectsOf(path) !== 1)).toEqual([])
})
