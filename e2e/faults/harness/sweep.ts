import type { Deed } from './deeds.ts'
import { run, type Order, type Outcome } from './run.ts'

/** A deed, by the line that a failure prints: `SEED=deed:a-council-begins N=1 FAULTS=crash-after@12`. */
export function orderOfDeed({ name, scenario, watched }: Deed, faults: string, processes = 1): Order {
  return { seed: seedOf(name), processes, faults, scenario, watched }
}

export function seedOf(name: string): string {
  return `deed:${name.replaceAll(/[ ,]+/g, '-')}`
}

/** `died`: once, at its point, as it was meant to. Where it is not `as-meant`, nothing was tried, and the life proves nothing. */
export type Life = Outcome & { readonly died: 'as-meant' | 'not-as-meant' }

/**
 * Dies at each call of a deed, or at each so many-th, before it has an effect and after; what came of it, one by one. The first is of the
 * deed done whole, with nothing going wrong.
 */
export async function* sweep(deed: Deed, every: number): AsyncGenerator<Life> {
  const whole = await run(orderOfDeed(deed, 'none'))
  yield lifeOf(whole, 0)
  for (let point = whole.watched.first; point < whole.watched.end; point += every) {
    for (const when of ['before', 'after']) yield lifeOf(await run(orderOfDeed(deed, `crash-${when}@${point}`)), 1)
  }
}

/** The same goes wrong at one call of a deed after another: `fault` as a plan writes it, without its point. At most so many lives. */
export async function* throughout(
  deed: Deed,
  { fault, processes, most }: { readonly fault: string; readonly processes: number; readonly most: number },
): AsyncGenerator<Outcome> {
  const [kind, amount] = fault.split(':')
  const { watched } = await run(orderOfDeed(deed, 'none', processes))
  for (let point = watched.first; point < Math.min(watched.end, watched.first + most); point += 1) {
    yield await run(orderOfDeed(deed, `${kind}@${point}${amount === undefined ? '' : `:${amount}`}`, processes))
  }
}

export function lifeOf(outcome: Outcome, meant: number): Life {
  return { ...outcome, died: outcome.deaths === meant ? 'as-meant' : 'not-as-meant' }
}
