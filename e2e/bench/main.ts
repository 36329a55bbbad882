import { parseArgs } from 'node:util'
import { answerToCount } from './answer-to-count.ts'
import { apiSpeed } from './api-speed.ts'
import { coldStart } from './cold-start.ts'
import { duePoll } from './due-poll.ts'
import type { Figure } from './figure.ts'
import { machine } from './machine.ts'
import { underLoad } from './load-figure.ts'
import { firstPages } from './pages.ts'
import { graphRequests } from './graph-requests.ts'
import { inWords, writeReport, type Taken } from './report.ts'
import { storageOperations } from './storage.ts'
import { throttledTexts } from './texts.ts'

const figures: readonly Figure[] = [
  answerToCount,
  graphRequests,
  apiSpeed,
  storageOperations,
  firstPages,
  coldStart,
  duePoll,
  throttledTexts,
  underLoad,
]
const reportPath = 'docs/performance.md'

/** `npm run bench`: every figure, or those named; `--size 0.1` for a quick look, which is printed and not written down. */
const { values, positionals } = parseArgs({ allowPositionals: true, options: { size: { type: 'string', default: '1' } } })
const size = Number(values.size)
const unknown = positionals.filter((name) => !figures.some((figure) => figure.name === name))
if (unknown.length > 0 || !(size > 0)) {
  process.stderr.write(`npm run bench -- [--size 1] [${figures.map(({ name }) => name).join(' ')}]\n`)
  process.exit(2)
}

const taken: Taken[] = []
for (const figure of figures.filter(({ name }) => positionals.length === 0 || positionals.includes(name))) {
  const measured = await figure.run(size)
  const one = { figure, measured, machine: machine(), on: new Date().toISOString().slice(0, 10) }
  process.stdout.write(`${inWords(one)}\n`)
  taken.push(one)
}
if (size >= 1) writeReport(reportPath, taken)
process.exit(0)
