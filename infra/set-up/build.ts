import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { build } from 'vite'

type Page = { readonly name: 'tab' | 'outlook' | 'desk'; readonly configFiles: readonly string[]; readonly sources: readonly string[] }

const pages: readonly Page[] = [
  { name: 'tab', configFiles: ['tab/vite.config.ts'], sources: ['tab', 'domain', 'api/contracts', 'package-lock.json'] },
  {
    name: 'outlook',
    configFiles: ['outlook/vite.config.ts', 'outlook/events/vite.config.ts'],
    sources: ['outlook', 'tab', 'domain', 'api/contracts', 'package-lock.json'],
  },
  {
    name: 'desk',
    configFiles: ['sandbox/desk/vite.config.ts', 'sandbox/desk/office/vite.config.ts'],
    sources: ['sandbox/desk', 'package-lock.json'],
  },
]

/** Builds the tab, the add-in and the desk where their sources have changed since the last time. */
export async function buildPages(): Promise<void> {
  for (const page of pages) {
    const stamp = join('dist', page.name, '.built-from')
    const sources = digestOf(page.sources)
    if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) continue
    console.log(`Building the ${page.name}.`)
    for (const configFile of page.configFiles) await build({ configFile, logLevel: 'warn' })
    mkdirSync(dirname(stamp), { recursive: true })
    writeFileSync(stamp, sources)
  }
}

function digestOf(paths: readonly string[]): string {
  const hash = createHash('sha256')
  for (const path of paths.flatMap(filesIn)) hash.update(path).update(readFileSync(path))
  return hash.digest('hex')
}

function filesIn(path: string): string[] {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path)
    .toSorted()
    .flatMap((name) => filesIn(join(path, name)))
}

if (import.meta.main) await buildPages()
