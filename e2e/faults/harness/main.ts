import { deeds } from './deeds.ts'
import { orderFrom, orderOf, run, type Order } from './run.ts'
import { orderOfDeed, seedOf, sweep } from './sweep.ts'

/*
 * `npm run test:faults` lives ten thousand seeds; `npm run test:faults -- 500` the first five hundred, and `-- 200 500` those from the
 * 200th on. `-- sweep` dies at every call of every deed. `npm run test:faults -- "SEED=… N=… FAULTS=…"` lives one run again, as a
 * failure printed it.
 */

const say = (line: string): void => void process.stdout.write(`${line}\n`)

const usualMost = 10_000
const reportEvery = 100

async function liveAgain(line: string): Promise<number> {
  const order = orderFrom(line)
  const deed = deeds.find(({ name }) => seedOf(name) === order.seed)
  const outcome = await run(deed ? orderOfDeed(deed, order.faults) : order)
  say(`${outcome.points} calls, trace ${outcome.trace}`)
  return told(outcome.line, outcome.violations)
}

async function liveMany(first: number, last: number): Promise<number> {
  const begun = performance.now()
  let failed = 0
  for (let number = first; number <= last; number += 1) {
    failed += await liveOne(orderOf(number))
    if (number % reportEvery !== 0) continue
    const seconds = Math.round((performance.now() - begun) / 1000)
    say(`${number - first + 1} of ${last - first + 1} seeds lived, ${failed} failed, ${seconds} s`)
  }
  return failed
}

async function dieEverywhere(): Promise<number> {
  let failed = 0
  for (const deed of deeds) {
    let lived = 0
    for await (const { line, violations, died } of sweep(deed, 1)) {
      if (died === 'not-as-meant') failed += told(line, ['nobody died at that point', ...violations])
      else if (violations.length > 0) failed += told(line, violations)
      if (died === 'as-meant') lived += 1
    }
    say(`${deed.name}: ${lived} lives, ${failed} failed so far`)
  }
  return failed
}

async function liveOne(order: Order): Promise<number> {
  const { line, violations } = await run(order)
  return violations.length > 0 ? told(line, violations) : 0
}

function told(line: string, violations: readonly string[]): number {
  say(line)
  for (const violation of violations) say(`  ${violation}`)
  return violations.length > 0 ? 1 : 0
}

async function asked([one, other]: readonly string[]): Promise<number> {
  if (one?.startsWith('SEED=')) return liveAgain(one)
  if (one === 'sweep') return dieEverywhere()
  return liveMany(other ? Number(one) : 1, Number(other ?? one ?? usualMost))
}

process.exitCode = (await asked(process.argv.slice(2))) > 0 ? 1 : 0
