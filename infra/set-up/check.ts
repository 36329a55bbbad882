import { spawnSync } from 'node:child_process'

/** `npm run check`: every check runs, so that one failure does not hide another. */
const checks = [
  { name: 'format', command: ['prettier', '--check', '--log-level=warn', '.'] },
  { name: 'types', command: ['tsc', '--noEmit'] },
  { name: 'lint', command: ['oxlint', '--type-aware', '--quiet'] },
  { name: 'unused code', command: ['knip', '--no-progress'] },
] as const

const failed = checks.filter(({ name, command: [tool, ...args] }) => {
  console.log(`\n${name}`)
  return spawnSync(`node_modules/.bin/${tool}`, args, { stdio: 'inherit' }).status !== 0
})
console.log(failed.length ? `\nNot right: ${failed.map((check) => check.name).join(', ')}` : '\nAll checks pass.')
process.exitCode = failed.length ? 1 : 0
