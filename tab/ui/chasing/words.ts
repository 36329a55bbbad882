import type { Chase } from '../../../api/contracts/chasing.ts'
import { counted } from '../words-of-number.ts'
import { asAtWords } from '../words-of-time.ts'

export const words = {
  chasing: 'Asking them…',
  chaseUnknown: 'Quorate did not answer, so we do not know whether they were asked. Press again when it does: nobody is asked twice.',
}

/** A press of Chase that did not succeed, and which chase it was to be. Without a refusal nobody knows what came of it. */
export type ChaseTrouble = { readonly number: number; readonly refused?: string }

/** That nobody knows is said until it is known: once that chase is on the record, it was done. */
export function troubleWords({ number, refused }: ChaseTrouble, chase: Pick<Chase, 'number'>): string | undefined {
  return refused ?? (chase.number > number ? undefined : words.chaseUnknown)
}

/** Who asked last, and how many. */
export function lastChaseWords({ last }: Pick<Chase, 'last'>, now: string): string | undefined {
  return last && `${last.by} asked ${counted(last.asked, 'Member')} at ${asAtWords(last.at, now)}.`
}

/** Who is left alone because of the week's cap. */
export function sparedWords({ spared, perWeek }: Pick<Chase, 'spared' | 'perWeek'>): string | undefined {
  return spared > 0 ? `${counted(spared, 'Member')} left out: the council allows ${counted(perWeek, 'message')} a week.` : undefined
}
