import type { Outage } from '../api/outage.ts'
import { asAtWords } from './words-of-time.ts'
import { serviceName, wordsOfTrouble } from './words.ts'

/** What cannot be reached: our own records, where we were told that it is they, and otherwise Quorate as a whole. */
export function outageTitle(outage: Outage | undefined): string {
  return outage?.of === 'records' ? wordsOfTrouble.silent(serviceName('storage')) : wordsOfTrouble.unreachable
}

/** "They have not answered since 7:58am." Nothing where it is not known since when. */
export function outageSince(outage: Outage | undefined): string {
  if (!outage) return ''
  return `${outage.of === 'records' ? 'They have' : 'It has'} not answered since ${asAtWords(outage.since, outage.now)}.`
}

/** That nothing is lost, and what to do. Nobody's connection is at fault when it is our records. */
export function outageDetail(outage: Outage | undefined): string {
  return outage?.of === 'records' ? recordsDetail : wordsOfTrouble.unreachableDetail
}

const recordsDetail = 'Nothing is lost. Try again in a few minutes. Your invitations are in Outlook too, and answers given there count.'
