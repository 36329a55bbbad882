import { day } from '../kernel/time.ts'
import { dayInWords, wallTimeInWords } from '../kernel/words-of-time.ts'
import type { MandatoryRule } from './mandatory.ts'
import type { KindNames } from './saying.ts'
import type { SendingRules } from './sending.ts'

export const responseWords = {
  accepted: 'those who are coming',
  tentative: 'those who may come',
  none: 'those who have not answered',
} as const
export const countsAsWords = {
  training: 'training',
  briefing: 'a briefing',
  'own-time': 'learning in one’s own time',
  external: 'external training',
  development: 'other development',
} as const
export const audienceWords = {
  'all-members': 'all Members',
  'new-members': 'new Members',
  'relevant-members': 'the Members whom each session names',
} as const
export const recorderWords = {
  officers: 'officers',
  organiser: 'whoever arranged the session',
  'check-in': 'Members with the check-in code',
  'teams-report': 'the report of Teams',
} as const
export const criterionWords = {
  'role-need': 'need for a role',
  pdp: 'need in a plan',
  'not-had-one': 'not having had a place before',
  ballot: 'ballot',
} as const
export const sectionWords = {
  new: 'what is new',
  sessions: 'sessions to come',
  external: 'external training',
  'own-time': 'learning in your own time',
  hub: 'new on the Members’ Hub',
  cancellations: 'cancellations',
  circulars: 'what is passed on',
  'you-said-we-did': 'you said, we did',
} as const
export const briefWords = {
  expected: 'how many are expected',
  access: 'access',
  commitment: 'what Members are asked to do before and afterwards',
  priorities: 'the council’s priorities that it serves',
  evaluation: 'the evaluation to come',
} as const
export const divisionWords = {
  'england-and-wales': 'England and Wales',
  scotland: 'Scotland',
  'northern-ireland': 'Northern Ireland',
} as const
export const againWords = {
  never: 'no more',
  'each-municipal-year': 'again each municipal year',
  'each-twelve-months': 'again every twelve months',
  'each-cycle': 'once more in each election cycle',
} as const
export const throughWords = { sessions: 'at sessions', 'e-learning': 'by e-learning' } as const
export const hoursWords = { 'all-day': 'the whole day', 'after-sunset': 'the hours after sunset' } as const
export const weightWords = { avoid: 'to be avoided', mention: 'to be mentioned' } as const
export const cycleWords = {
  'pre-election': 'the pre-election period',
  'polling-day': 'polling day',
  'ordinary-election': 'polling day of an ordinary election',
  'annual-meeting': 'the annual meeting',
  induction: 'the induction of new Members',
} as const
export const memberWords = { mayor: 'the Mayor', councillor: 'councillors', 'co-optee': 'co-optees' } as const

export const sendingRules = ['narrowed', 'clash', 'missing', 'nobody', 'noAim'] as const satisfies readonly (keyof SendingRules)[]
export const sendingWords = {
  narrowed: 'that is narrowed although its kind is for all Members',
  clash: 'that clashes with a meeting, another session or a day to avoid',
  missing: 'that leaves out Members whom it is for',
  nobody: 'to nobody',
  noAim: 'without an aim',
} as const satisfies Readonly<Record<keyof SendingRules, string>>
export const sendingWeights = { warn: 'may go after a warning', hold: 'is held until that is put right' } as const

/** "once", "twice", "3 times". */
export function times(count: number): string {
  return ['never', 'once', 'twice'][count] ?? `${count} times`
}

export function counted(many: number, one: string): string {
  return `${many} ${one}${many === 1 ? '' : 's'}`
}

export function quoted(name: string): string {
  return `“${name}”`
}

const inAList = new Intl.ListFormat('en-GB')

/** "a, b and c", or `none`. */
export function listed(names: readonly string[], none: string): string {
  return names.length === 0 ? none : inAList.format(names)
}

export function time(at: string): string {
  return wallTimeInWords(at)
}

/** "Thursday 24 December 2026". A day that is none stays as it was written. */
export function dayNamed(on: string): string {
  return dayInWords(day(on), { year: true })
}

export function periodNamed({ label, from, to }: { readonly label: string; readonly from: string; readonly to: string }): string {
  return `${label}, ${dayNamed(from)} to ${dayNamed(to)}`
}

/** "tuesday" is "Tuesday". */
export function weekdayNamed(on: string): string {
  return `${on.charAt(0).toUpperCase()}${on.slice(1)}`
}

/** The council of a preset: "tower-hamlets" is "Tower Hamlets". */
export function presetNamed(id: string): string {
  return id.split('-').map(weekdayNamed).join(' ')
}

export function kindNamed(names: KindNames, id: string): string {
  return names.find((kind) => kind.id === id)?.label ?? id
}

export function appliesToInWords({ kinds, offices, committees }: MandatoryRule['appliesTo']): string {
  const groups = [
    ...kinds.map((kind) => memberWords[kind]),
    ...offices.map((office) => `whoever is ${office}`),
    ...committees.map((committee) => `members of the ${committee}`),
  ]
  return listed(groups, 'nobody')
}

export function dueInWords(due: MandatoryRule['due']): string {
  if (due.by === 'induction') return 'during induction'
  if (due.by === 'sitting') return 'before sitting on the committee'
  if (due.by === 'municipal-year') return `within ${counted(due.weeks, 'week')} of the start of the municipal year`
  return due.by === 'day' ? `by ${dayNamed(due.on)}` : 'at no set time'
}

/** Of C3.2: 0 is never. */
export function tooFewInWords(members: number): string {
  return members === 0 ? 'at no number' : `with fewer than ${counted(members, 'Member')} coming`
}
