import { spawnSync } from 'node:child_process'
import { installBrowser } from './browser.ts'

/** `npm test`: every test there is. Anything after `--` goes to vitest. */
const reporters = ['--reporter=default', '--reporter=json', '--outputFile.json=dist/test-results.json']

function runTests(args: readonly string[]): number {
  if (wantBrowser(args) && !installBrowser()) return 1
  return spawnSync('node_modules/.bin/vitest', ['run', ...reporters, ...args], { stdio: 'inherit' }).status ?? 1
}

/** Whoever names projects, and none of these, needs no browser on the machine. */
const withBrowser = ['pages', 'browser']

function wantBrowser(args: readonly string[]): boolean {
  const named = args.flatMap((arg, place) =>
    arg === '--project' ? [args[place + 1]] : arg.startsWith('--project=') ? [arg.slice(10)] : [],
  )
  return named.length === 0 || named.some((name) => name !== undefined && withBrowser.includes(name))
}

process.exitCode = runTests(process.argv.slice(2))
