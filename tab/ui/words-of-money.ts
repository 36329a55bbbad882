import type { Money } from '../../api/contracts/details.ts'
import { listed } from './words-of-number.ts'
import { byWords } from './words-of-time.ts'

/** "£850", "£42.50", "£1,250": pence only where there are any. */
export function poundsWords(pence: number): string {
  const whole = pence % 100 === 0
  return new Intl.NumberFormat('en-GB', {
    style: 'currency',
    currency: 'GBP',
    minimumFractionDigits: whole ? 0 : 2,
    maximumFractionDigits: whole ? 0 : 2,
  }).format(pence / 100)
}

/** "External trainer £850, Refreshments £42". */
export function costsWords({ costs }: Pick<Money, 'costs'>): string {
  return listed(
    costs.map(({ label, pence }, place) => `${place === 0 ? label : label.charAt(0).toLowerCase() + label.slice(1)} ${poundsWords(pence)}`),
    costs.length,
  )
}

/** C3.5 in a breath: what it costs, what would be owed if it were cancelled now, and from when more. */
export function moneyWords(money: Money, now: string): string {
  return [`${poundsWords(money.ifRun)}: ${costsWords(money)}.`, ...owedWords(money, now)].join(' ')
}

/** Where nobody knows the terms of anything, no sum is named: it would be taken for all that is owed. */
function owedWords({ ifCancelled, next, unknown }: Money, now: string): readonly string[] {
  const from = next && `${poundsWords(next.ifCancelled)} from ${byWords(next.at, now)}`
  if (unknown > 0 && ifCancelled === 0) {
    return [
      `Nobody knows what of ${poundsWords(unknown)} would be owed if it were cancelled now.`,
      ...(from ? [`It would be ${from}.`] : []),
    ]
  }
  return [
    `${poundsWords(ifCancelled)} would be owed if it were cancelled now${from ? `, and ${from}` : ''}.`,
    ...(unknown > 0 ? [`Nobody knows what of ${poundsWords(unknown)} would be.`] : []),
  ]
}
