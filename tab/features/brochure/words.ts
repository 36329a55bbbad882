import type { Brochure, BrochureCourse, BrochureHeading, BrochureRun } from '../../../api/contracts/brochure.ts'
import { bulletinWords } from '../../../domain/bulletin/words.ts'
import { counted } from '../../ui/words-of-number.ts'
import { whereWords } from '../../ui/words-of-programme.ts'
import { fullDay, fullWhen, monthName } from '../../ui/words-of-time.ts'

export const words = {
  title: 'The whole programme',
  back: { officer: 'Programme', member: 'My training' },
  arrangedBy: 'Arranged by',
  by: { month: 'By month', kind: 'By kind of session' },
  earlier: 'The year before',
  later: 'The year after',
  contents: 'Contents',
  howTo: 'How to answer',
  toFollow: 'Date to follow',
  purpose: 'What it is for',
  whom: 'Who it is for',
  mandatory: 'Is it mandatory?',
  notMandatory: 'No.',
  when: 'When and where',
  answer: 'See it and answer',
  seeSession: 'See this session',
  noAimsYet: 'Not written down yet.',
  heldHint: 'Members do not see it here until somebody puts that down. The invitation stands in Outlook.',
}

/** C1.9. */
export function heldOutWords(many: number): string {
  const are = many === 1 ? 'is held out of the programme: it does' : 'are held out of the programme: they do'
  return `${counted(many, 'session')} ${are} not say what ${many === 1 ? 'it is' : 'they are'} to achieve.`
}

const yours = {
  accepted: 'You accepted.',
  tentative: 'You said tentative.',
  declined: 'You declined.',
  none: 'You have not answered yet.',
} as const

/** "Municipal year 2026-27, May 2026 to April 2027". */
export function yearWords({ from }: Brochure['year']): string {
  const began = Number(from.slice(0, 4))
  return `${began}-${String(began + 1).slice(2)}`
}

export function leadWords({ year, groups, now }: Brochure): string {
  const courses = groups.flatMap((group) => group.courses)
  const runs = courses.reduce((sum, course) => sum + course.runs.length, 0)
  const holding = courses.length === 0 ? 'Nothing is planned yet' : `${counted(courses.length, 'course')}, ${counted(runs, 'session')}`
  return `Municipal year ${yearWords(year)}. ${holding}, as it stood on ${fullDay(now)}.`
}

export function nothingWords({ year }: Brochure): string {
  return `Nothing is planned for ${yearWords(year)} yet. What is invited to in Outlook stands here as soon as it is.`
}

type Help = { readonly name: string; readonly role: string; readonly telephone: string }

/** In order: what to do, what else can be asked for. */
export function howToAnswer({ name, role, telephone }: Help): readonly string[] {
  return [
    'Each date is an invitation in your Outlook calendar. Press Accept, Tentative or Decline there, or in Teams under My training. A no helps as much as a yes.',
    `No invitation and would like to come? Ring ${name}, ${role}, on ${telephone.replaceAll(' ', '\u00A0')}.`,
    'Tell us too if you need anything to take part, such as large print or a hearing loop. What a room has is said where we know it.',
  ]
}

export function headingWords(heading: BrochureHeading): string {
  if (heading.kind === 'kind') return heading.label
  if (heading.kind === 'date-to-follow') return words.toFollow
  return `${monthName(`${heading.month}-15T12:00:00Z`)} ${heading.month.slice(0, 4)}`
}

/** Where a heading stands on the page: the end of its address. */
export function anchorOf(heading: BrochureHeading): string {
  if (heading.kind === 'month') return `month-${heading.month}`
  return heading.kind === 'kind' ? `kind-${slugOf(heading.label)}` : 'date-to-follow'
}

function slugOf(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
}

export function whomWords({ forWhom }: Pick<BrochureCourse, 'forWhom'>): string {
  switch (forWhom.kind) {
    case 'all-members':
      return 'All Members.'
    case 'new-members':
      return 'New Members.'
    case 'committee':
      return `Members and substitutes of the ${forWhom.committee}.`
    case 'office':
      return `Whoever holds this role or office: ${forWhom.office}.`
    default:
      return 'The Members who are invited.'
  }
}

export function mandatoryWords({ mandatoryFor }: Pick<BrochureCourse, 'mandatoryFor'>): string {
  return mandatoryFor ? `Yes. ${bulletinWords.mandatory(mandatoryFor)}` : words.notMandatory
}

/** "Tuesday 27 October 2026, 6:30pm to 8:30pm". */
export function whenWords(run: BrochureRun): string {
  return fullWhen(run)
}

/** "Council Chamber and online. Step-free. Hearing loop." What nobody knows is not said. */
export function placeWords(run: BrochureRun): string {
  const { stepFree, hearingLoop } = run.access ?? {}
  return [
    `${whereWords(run) ?? 'Place to follow'}.`,
    ...(stepFree === undefined ? [] : [stepFree ? 'Step-free.' : 'Not step-free: tell us, and we will find a way.']),
    ...(hearingLoop === undefined ? [] : [hearingLoop ? 'Hearing loop.' : 'No hearing loop.']),
    ...(run.hasBegun ? [run.hasEnded ? 'It has been held.' : 'It has begun.'] : []),
  ].join(' ')
}

export function yourWords(run: BrochureRun): string | undefined {
  return run.yours && !run.hasBegun ? yours[run.yours] : undefined
}

export function followingWords(toFollow: number): string {
  return toFollow === 1 ? 'One more date is to follow.' : `${toFollow} more dates are to follow.`
}

export function undatedWords(): string {
  return 'The date was put off. A new one will follow.'
}

/** One row for each time, for a spreadsheet. */
export function brochureTable({ groups }: Brochure): readonly (readonly (string | number)[])[] {
  const heads = ['Course', 'Kind', words.purpose, words.whom, words.mandatory, 'When', 'Where']
  const rows = groups.flatMap(({ courses }) =>
    courses.flatMap((course) => {
      const about = [course.title, course.kindLabel, course.aims ?? '', whomWords(course), mandatoryWords(course)]
      if (course.runs.length === 0) return [[...about, undatedWords(), '']]
      return course.runs.map((run) => [...about, whenWords(run), placeWords(run)])
    }),
  )
  return [heads, ...rows]
}
