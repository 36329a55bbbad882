import { londonDay } from '../kernel/london.ts'
import type { Instant } from '../kernel/time.ts'
import { dayInWords, timeInWords } from '../kernel/words-of-time.ts'
import type { Criterion, OpenTo } from './offer.ts'
import type { Reason, Standing } from './standing.ts'

/*
 * What the bulletin, the email and the pages say alike of limited places. All of it stays where it is for days, so a closing is always its
 * day, its date and its time.
 */

const ordinals = new Intl.PluralRules('en-GB', { type: 'ordinal' })
const endings: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd', other: 'th' }

export function ordinal(number: number): string {
  return `${number}${endings[ordinals.select(number)] ?? 'th'}`
}

/** "Tuesday 27 October 2026, 6pm". */
export function closingInWords(at: Instant): string {
  return `${dayInWords(londonDay(at), { year: true })}, ${timeInWords(at)}`
}

function placesInWords(places: number): string {
  return places === 1 ? '1 place' : `${places} places`
}

function listInWords(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1) ?? ''}`
}

const weighed = {
  'role-need': 'Members whose post needs it most',
  'not-had-one': 'those who have not had a limited place this year',
} as const satisfies Record<Exclude<Criterion, 'ballot'>, string>

export const placesWords = {
  /** "2 places, for holders of these posts: Chair or Vice-Chair." */
  howMany: (places: number, openTo: OpenTo) =>
    openTo.kind === 'everyone'
      ? `${placesInWords(places)}, open to every Member.`
      : `${placesInWords(places)}, only for Members with one of these posts: ${listInWords(openTo.posts)}.`,
  expressBy: (closesAt: Instant) => `Express interest by ${closingInWords(closesAt)}.`,
  /** Wherever the closing is said, before it or after: "Places go first to …, then to …. A ballot decides between Members who are otherwise equal. …" */
  method: (criteria: readonly Criterion[]) => {
    const [first, ...others] = criteria.flatMap((each) => (each === 'ballot' ? [] : [weighed[each]]))
    const order = first === undefined ? 'A ballot decides who has a place.' : `Places go first to ${[first, ...others].join(', then to ')}.`
    const equal = first === undefined ? '' : ' A ballot decides between Members who are otherwise equal.'
    return `${order}${equal} It makes no difference who answers first.`
  },
  closedOn: (closesAt: Instant) => `It closed on ${closingInWords(closesAt)}.`,
  neededFor: (posts: readonly string[]) => `It is most needed for: ${posts.join(', ')}.`,
  outcomeOf: (standing: Standing): string => {
    if (standing.kind === 'reserve') return `You are ${ordinal(standing.position)} on the reserve list.`
    return { place: 'You have a place.', 'given-up': 'You gave this up.', 'left-out': 'You could not be given a place.' }[standing.kind]
  },
  leftOut: {
    'left-office': 'Places were for Members in office on the day they were given.',
    'not-holder': 'Places were for holders of certain posts, and you did not hold one on the day they were given.',
  },
  reason: (reason: Reason, who: 'you' | 'they'): string => {
    const [have, were, hold] = who === 'you' ? ['You have', 'You were', 'You hold'] : ['They have', 'They were', 'They hold']
    if (reason.kind === 'enough') return 'There were enough places for everyone who was interested.'
    if (reason.kind === 'next') return `A place came free and ${who} were next on the reserve list.`
    if (reason.kind === 'ballot')
      return `The ballot decided between ${reason.of} Members who were otherwise equal. ${were} drawn ${ordinal(reason.drawn)}.`
    if (reason.criterion === 'role-need')
      return reason.met ? `${hold} a post that this is most needed for.` : 'Places went first to those whose posts need it most.'
    return reason.met
      ? `${have} not had a limited place this year.`
      : `Places went first to those who had not had a limited place this year.`
  },
} as const
