import type { PersonId } from '../kernel/ids.ts'
import type { Instant } from '../kernel/time.ts'
import type { Result } from '../kernel/result.ts'
import { ok, refused } from '../kernel/result.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'

/** C3.7 (TH 4.25: "factors include"): what an officer says is to be weighed besides. Kept for ever, and with the decision. */
export type Factor = {
  /** Made where it was typed, so that one sent twice is one. */
  readonly id: string
  /** One of the rulebook's `minimum.factors`. Absent: only in words. */
  readonly listed?: string
  readonly words?: string
  readonly by: PersonId
  readonly byName: string
  readonly at: Instant
}

export type FactorRefusal = { readonly kind: 'nothing-said' } | { readonly kind: 'no-such-factor' } | { readonly kind: 'too-many' }

/** More than anybody reads. */
const most = 20

/** Whether something may be put down: one of the council's own list, or some words, or both. */
export function mayAddFactor<Given extends Pick<Factor, 'listed' | 'words'>>(
  given: Given,
  before: readonly Factor[],
  { minimum }: Pick<Rulebook, 'minimum'>,
): Result<Given, FactorRefusal> {
  if (given.listed === undefined && (given.words ?? '').trim() === '') return refused({ kind: 'nothing-said' })
  if (given.listed !== undefined && !minimum.factors.some(({ id }) => id === given.listed)) return refused({ kind: 'no-such-factor' })
  return before.length >= most ? refused({ kind: 'too-many' }) : ok(given)
}

/** As the council's list has it, with the officer's own words after it. */
export function factorWords({ listed, words }: Pick<Factor, 'listed' | 'words'>, { minimum }: Pick<Rulebook, 'minimum'>): string {
  const label = listed && (minimum.factors.find(({ id }) => id === listed)?.label ?? listed.replaceAll('-', ' '))
  return [label, words].filter(Boolean).join(': ')
}
