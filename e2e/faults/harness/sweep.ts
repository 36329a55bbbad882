import type { Deed } from './deeds.ts'
import { run, type Order, type Outcome } from './run.ts'

/** A deed, by the line that a failure prints: `SEED=deed:a-council-begins N=1 FAULTS=crash-after@12`. */
export function orderOfDeed({ name, scenario, watched }: Deed, faults: string): Order {
  return { seed: seedOf(name), processes: 1, faults, scenario, watched }
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

export function lifeOf(outcome: Outcome, meant: number): Life {
  return { ...outcome, died: outcome.deaths === meant ? 'as-meant' : 'not-as-meant' }
}
