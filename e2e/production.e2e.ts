import { spawnSync } from 'node:child_process'
import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

/*
 * What a council runs: the modules that a start of the service loads, and the pages that a browser is given. Nothing of the sandbox is in
 * either: no part of it, no address of this machine, nobody whom we made up.
 */

const root = fileURLToPath(new URL('..', import.meta.url))
/** People, councils and ports of the sandbox, of the tests and of the pages' previews. */
const madeUp = /thamesbrook|riverton|brightwell|tadworth|localhost:\d|127\.0\.0\.1:\d|:4000\b|sourceMappingURL/i

/** Tells of every module before it is read. */
const telling = `data:text/javascript,${encodeURIComponent(`
  import { registerHooks } from 'node:module'
  import { writeSync } from 'node:fs'
  registerHooks({ load(url, context, next) { writeSync(1, url + '\\n'); return next(url, context) } })
`)}`

/** Without a setting it says what is missing and ends, and by then has loaded everything that it will. */
function loadedAtStart(): readonly string[] {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', telling, 'api/main.ts'], {
    cwd: root,
    env: {},
    encoding: 'utf8',
  })
  expect(status).toBe(1)
  expect(stderr).toContain('QUORATE_PUBLIC_URL is missing')
  const files = stdout.split('\n').filter((url) => url.startsWith('file:'))
  return files.map((url) => relative(root, fileURLToPath(url)))
}

const loaded = loadedAtStart()
const ours = loaded.filter((path) => !path.includes('node_modules/'))

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? filesIn(path) : [path]
  })
}

test('a start loads the service, and no part of the sandbox, of a test or of what builds it', () => {
  expect(ours).toContain('api/wire.ts')
  expect(ours.filter((path) => /^(sandbox|e2e|infra|tab|outlook)\/|\/testing\/|\.test\./.test(path))).toEqual([])
})

test('a start loads no package that is there for development only', () => {
  const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { devDependencies: Record<string, string> }
  const nameIn = (path: string) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? ''
  const packages = new Set(loaded.filter((path) => path.includes('node_modules/')).map(nameIn))
  expect(packages).toContain('express')
  expect(Object.keys(devDependencies).filter((name) => packages.has(name))).toEqual([])
})

test('no source of the service asks whether it is in the sandbox, or knows anybody there', () => {
  const words = (path: string) => readFileSync(join(root, path), 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '')
  expect(ours.filter((path) => /sandbox/i.test(words(path)) || madeUp.test(words(path)))).toEqual([])
})

test.each(['tab', 'outlook'])('the pages of %s, as they are built, hold no address of this machine and nobody whom we made up', (name) => {
  const files = filesIn(join(root, 'dist', name)).filter((path) => /\.(html|js|css|json|svg)$/.test(path))
  expect(files.length).toBeGreaterThan(1)
  expect(files.filter((path) => madeUp.test(readFileSync(path, 'utf8')))).toEqual([])
})

test.each(['tab', 'outlook', 'api', 'bot'])(
  'nothing of ours in %s speaks to other windows but by way of Microsoft’s own libraries',
  (folder) => {
    const sources = filesIn(join(root, folder)).filter((path) => /\.tsx?$/.test(path) && !/\/testing\/|\.test\./.test(path))
    expect(sources.length).toBeGreaterThan(1)
    const speaks = /\.postMessage\(|addEventListener\(\s*'message'|\bonmessage\b/
    expect(sources.filter((path) => speaks.test(readFileSync(path, 'utf8')))).toEqual([])
  },
)

test.each(['tab', 'outlook', 'api', 'bot', 'domain'])('nothing of ours in %s reads or sets a cookie', (folder) => {
  const sources = filesIn(join(root, folder)).filter((path) => /\.tsx?$/.test(path) && !/\/testing\/|\.test\./.test(path))
  expect(sources.filter((path) => /cookie/i.test(readFileSync(path, 'utf8')))).toEqual([])
})
