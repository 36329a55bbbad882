import { execFileSync } from 'node:child_process'

const built = 'QUORATE_PAGES_BUILT'

/**
 * Before the browser tests: the pages as they are for the product. In a process of its own, because React chooses its build by
 * `NODE_ENV`, and a test run would give it another. Once a run, however many projects look at them.
 */
export function setup(): void {
  if (process.env[built]) return
  const env = { ...process.env, NODE_ENV: 'production' }
  execFileSync('node_modules/.bin/node', ['infra/set-up/build.ts'], { stdio: 'inherit', env })
  process.env[built] = 'yes'
}
