import { execFileSync } from 'node:child_process'

/**
 * Before the browser tests: the pages as they are for the product. In a process of its own, because React chooses its build by
 * `NODE_ENV`, and a test run would give it another.
 */
export function setup(): void {
  const env = { ...process.env, NODE_ENV: 'production' }
  execFileSync('node_modules/.bin/node', ['infra/set-up/build.ts'], { stdio: 'inherit', env })
}
