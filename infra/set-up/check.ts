import { spawn } from 'node:child_process'
import { buffer } from 'node:stream/consumers'

/** `npm run check`: every check runs, so that one failure does not hide another; side by side, because most of them keep one core busy. */
const checks = [
  { name: 'format', command: ['prettier', '--check', '--log-level=warn', '.'] },
  { name: 'types', command: ['tsc', '--noEmit'] },
  { name: 'lint', command: ['oxlint', '--type-aware', '--quiet'] },
  { name: 'unused code', command: ['knip', '--no-progress'] },
] as const

async function run({ name, command: [tool, ...args] }: (typeof checks)[number]) {
  const child = spawn(`node_modules/.bin/${tool}`, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = new Promise<boolean>((resolve, reject) => {
    child.once('error', reject).once('close', (code) => resolve(code === 0))
  })
  const [out, err, holds] = await Promise.all([buffer(child.stdout), buffer(child.stderr), ended])
  return { name, said: `${out.toString()}${err.toString()}`, holds }
}

const results = await Promise.all(checks.map(run))
for (const { name, said } of results) console.log(['', name, ...(said.trim() ? [said.trimEnd()] : [])].join('\n'))
const failed = results.filter(({ holds }) => !holds)
console.log(failed.length ? `\nNot right: ${failed.map(({ name }) => name).join(', ')}` : '\nAll checks pass.')
process.exitCode = failed.length ? 1 : 0
