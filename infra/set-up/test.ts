import { spawnSync } from 'node:child_process'

/** `npm test`: every test there is. Anything after `--` goes to vitest. */
const reporters = ['--reporter=default', '--reporter=json', '--outputFile.json=dist/test-results.json']
const vitest = spawnSync('node_modules/.bin/vitest', ['run', ...reporters, ...process.argv.slice(2)], { stdio: 'inherit' })
process.exitCode = vitest.status ?? 1
