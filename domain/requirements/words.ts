import { londonDay } from '../kernel/london.ts'
import type { Day, Instant } from '../kernel/time.ts'
import { day } from '../kernel/time.ts'
import { dayInWords } from '../kernel/words-of-time.ts'
import type { MandatoryRule } from '../rulebook/mandatory.ts'
import { counted, listed } from '../rulebook/words-of-values.ts'
import type { Bound, HeldSeat } from './bound.ts'
import type { Standing } from './standing.ts'

/** To the Member herself, or of her to somebody else. */
export type Voice = 'you' | 'they'

const kinds = { mayor: 'the Mayor', councillor: 'every councillor', 'co-optee': 'every co-opted Member' } as const
const oneOf = { mayor: 'the Mayor', councillor: 'a councillor', 'co-optee': 'a co-opted Member' } as const
const everyKind = ['mayor', 'councillor', 'co-optee'] as const

function dated(on: Day): string {
  return dayInWords(on, { year: true, keepTogether: true })
}

function begun(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}

function theCommittee(name: string): string {
  return /^the /i.test(name) ? name : `the ${name}`
}

/** What a rule asks, and of whom: "Every Member: once during induction, and once more in each election cycle." */
export function ruleWords({ appliesTo, substitutes, through, due, again }: MandatoryRule): string {
  const isEveryone = everyKind.every((kind) => appliesTo.kinds.includes(kind))
  const whom = [
    ...(isEveryone ? ['every Member'] : appliesTo.kinds.map((kind) => kinds[kind])),
    ...appliesTo.offices.map((office) => `whoever is ${office}`),
    ...appliesTo.committees.map((name) => `members${substitutes ? ' and substitutes' : ''} of ${theCommittee(name)}`),
  ]
  const how = through === 'e-learning' ? ', by e-learning' : ''
  return `${begun(listed(whom, 'nobody'))}: ${firstWords(due)}${moreWords[again]}${how}.`
}

function firstWords(due: MandatoryRule['due']): string {
  switch (due.by) {
    case 'induction':
      return 'once during induction'
    case 'sitting':
      return 'before they first sit'
    case 'municipal-year':
      return `once, within ${counted(due.weeks, 'week')} of the start of the municipal year or of taking the office`
    case 'day':
      return `once, by ${dated(day(due.on))}`
    case 'none':
      break
  }
  return 'once'
}

const moreWords = {
  never: '',
  'each-municipal-year': ', and again in each municipal year',
  'each-twelve-months': ', and again every twelve months',
  'each-cycle': ', and once more in each election cycle',
} as const satisfies Record<MandatoryRule['again'], string>

/** Why a rule binds somebody: "You sit on the Planning Committee, since Thursday 17 September 2026." */
export function whyWords({ kind, offices, seats }: Bound, voice: Voice): string {
  const said = [
    ...offices.map(({ post, from }) => `${voice} are ${post}${sinceWords(from)}`),
    ...seats.map(({ committee, seat, since }) => `${voice} ${seatWords[seat]} ${theCommittee(committee)}${sinceWords(since)}`),
    ...(kind ? [`${voice} are ${oneOf[kind]}`] : []),
  ]
  return said.map((each) => `${begun(each)}.`).join(' ')
}

const seatWords = { member: 'sit on', substitute: 'are a substitute on' } as const satisfies Record<HeldSeat['seat'], string>

function sinceWords(since: Day | undefined): string {
  return since ? `, since ${dated(since)}` : ''
}

/** The next meeting at which somebody may be asked to sit, as far as it is known. */
export type NextSitting = { readonly committee: string; readonly at: Instant }

/** How somebody stands, and what is asked of them: in the language of help, and never a label (C2.14). Nothing for a rule that does not bind them. */
export function standsWords(standing: Pick<Standing, 'status' | 'sits' | 'evidence'>, voice: Voice, next?: NextSitting): string {
  const { status, evidence } = standing
  const last = evidence.at(-1)
  const did = last ? `${begun(voice)} did this on ${dated(last.on)}.` : ''
  switch (status.kind) {
    case 'not-needed':
      return ''
    case 'done':
      return status.moreBy ? `Done on ${dated(status.on)}. Once more by ${dated(status.moreBy)}.` : `Done on ${dated(status.on)}.`
    case 'refresher-due':
      return `${did} Once more by ${dated(status.by)}.`
    case 'overdue':
      return [status.neverDone ? 'Not done yet.' : did, lateWords(status), barredWords(standing, voice, next)].filter(Boolean).join(' ')
    case 'due':
      break
  }
  return dueWords(standing, status.by, voice, next)
}

function lateWords({ by, neverDone }: { readonly by: Day; readonly neverDone: boolean }): string {
  return `It was to be done ${neverDone ? '' : 'again '}by ${dated(by)}. Doing it late still counts.`
}

function dueWords(standing: Pick<Standing, 'sits'>, by: Day | undefined, voice: Voice, next: NextSitting | undefined): string {
  if (standing.sits.length > 0) return `Not done yet. ${barredWords(standing, voice, next)}`
  return by ? `Not done yet. It is to be done by ${dated(by)}.` : 'Not done yet. No date is set for it.'
}

/** C5.3: "You need this before you sit on the Planning Committee on Wednesday 21 October 2026." */
function barredWords({ sits }: Pick<Standing, 'sits'>, voice: Voice, next: NextSitting | undefined): string {
  const barred = sits.filter(({ maySit }) => !maySit).map(({ committee }) => theCommittee(committee))
  if (barred.length === 0) return ''
  const when = next ? ` on ${dated(londonDay(next.at))}` : ''
  return `${begun(voice)} need this before ${voice} sit on ${listed(barred, '')}${when}.`
}
