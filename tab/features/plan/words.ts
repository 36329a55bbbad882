import type { PlanCheck, PlanChoices, PlanPoint } from '../../../api/contracts/plan.ts'
import { day } from '../../../domain/kernel/time.ts'
import type { Day } from '../../../domain/kernel/time.ts'
import { dayInWords } from '../../../domain/kernel/words-of-time.ts'
import { clashClaim, eventClaim, whenAgainst, whenEvent, whoClashes } from '../../ui/words-of-clashes.ts'
import { capitalised, counted, listed } from '../../ui/words-of-number.ts'
import { fullWhen } from '../../ui/words-of-time.ts'

export const words = {
  title: 'Plan a session',
  titleOf: 'Look for another time for this session',
  lead: 'Ask before you invite anybody. Nothing is sent, and nothing is changed.',
  trail: 'Plan',
  when: 'When is it to be?',
  on: 'Day',
  from: 'From',
  until: 'Until',
  endsOn: 'Ends on',
  what: 'What is it?',
  name: 'What it is called',
  nameHint: 'The same name makes it another run of the same training. You may leave it empty.',
  kind: 'Kind of session',
  where: 'How and where?',
  delivery: 'How it is held',
  place: 'Room or place',
  placeHint: 'One of the council’s rooms, or any other place. Leave it empty if none is chosen yet.',
  loop: 'Somebody who is to come needs a hearing loop',
  whom: 'Whom is it for?',
  audience: 'For',
  usual: 'As is usual for its kind',
  audiences: {
    'all-members': 'All Members',
    'new-members': 'New Members',
    committee: 'A committee',
    office: 'Whoever holds a role or an office',
    named: 'The Members named in its details',
  },
  committee: 'Which committee',
  office: 'Which role or office',
  chooseOne: 'Choose one',
  check: 'Check it',
  checking: 'Checking…',
  again: 'You have changed something since. Press “Check it” to have it checked anew.',
  notChecked: 'Quorate could not be reached, so nothing was checked. What you have written is still here: try again.',
  putRight: 'Something above needs putting right.',
  dayMissing: 'Choose the day.',
  timeMissing: 'Write a time such as 14:00.',
  groupMissing: 'Choose which one.',

  answer: 'What is known',
  nothing: 'Nothing that is known speaks against it.',
  meetingsUnknown: 'Committee meetings are not known as far ahead as that day, so there may be some.',
  lines: 'The short check',
  linesHint: 'Every plan is looked at in these four ways. What only a person can answer is written in the session’s details.',
  toDetails: 'Answer them in the details',
  otherTimes: 'Times with nothing against them',
  noOtherTimes: 'None was found within four weeks, as far as committee meetings are known. Try another time of day.',
  use: 'Take this time',
  onward: 'When you have settled on it',
} as const

const weights = { refused: 'Not like this', warning: 'Think again', note: 'Worth knowing' } as const

/** "The same day"; "The next day, Tuesday 24 November" once the first is chosen. */
export function endDayWords(on: Day | undefined, nights: number): string {
  if (nights === 0) return 'The same day'
  const later = nights === 1 ? 'The next day' : `${counted(nights, 'day')} later`
  return on ? `${later}, ${dayInWords(on.add({ days: nights }))}` : later
}

/** Beside the shape that says the same. */
export function weightWords({ weight }: Pick<PlanPoint, 'weight'>): string {
  return weights[weight]
}

/** Said once it has been checked: how much there is against it. */
export function checkedWords({ points }: PlanCheck): string {
  const many = (weight: PlanPoint['weight']) => points.filter((point) => point.weight === weight).length
  const [refused, warned] = [many('refused'), many('warning')]
  if (refused + warned === 0) return 'Checked: nothing that is known speaks against it.'
  return `Checked: ${counted(refused + warned, 'thing')} ${refused + warned === 1 ? 'speaks' : 'speak'} against it${refused > 0 ? `, ${refused} of which ${refused === 1 ? 'rules' : 'rule'} it out` : ''}.`
}

export function whomWords({ invited }: PlanCheck): string {
  return invited === undefined ? 'Nobody can tell yet whom it is for.' : `It is for ${counted(invited, 'Member')}.`
}

export function otherTimeWords(time: PlanCheck['otherTimes'][number]): string {
  return `${fullWhen(time)}${time.isSlot ? ', a slot kept free for training' : ''}`
}

/** How a session is made of it: C14.2, any time is as good. */
export function onwardWords({ categories }: PlanChoices, kind: string): string {
  const category = categories.find(({ id }) => id === kind)?.label
  if (category === undefined)
    return 'No category in Outlook stands for this kind yet. An administrator adds one in Settings; then an invitation with it makes the session.'
  const marked = ` with the category “${category}”`
  return `Send an Outlook invitation for that time${marked}. It appears here within minutes, and its details can be put down.`
}

const faults: Readonly<Record<string, string>> = {
  'no-such-kind': 'The council no longer has this kind of session. Choose another.',
  'ends-before-it-begins': 'It ends before it begins. Choose a later time, or a later day below for what lasts past midnight.',
  'too-long': 'It may last two weeks at most.',
  'too-far-away': 'That is more than three years away. Choose a nearer day.',
  'no-such-member': 'One of those named is no longer a Member. Put it right in the details.',
}

export function faultWords(because: string): string {
  return faults[because] ?? 'This was not understood. Please write it anew.'
}

export const lineNames = {
  type: 'Type of training',
  commitments: 'Family and work',
  events: 'Religious and cultural events',
  access: 'Access to the room',
} as const

const lineStates = { answered: 'Answered', unanswered: 'Not answered yet', against: 'Something speaks against it' } as const

export function lineWords({ line, state, words: said }: PlanCheck['lines'][number]): string {
  return `${lineNames[line]}: ${said ?? lineStates[state].toLowerCase()}`
}

/** One thing for or against a plan: what it is, and what to do about it. */
export function pointWords(point: PlanPoint): { readonly bold: string; readonly rest: string } {
  switch (point.about) {
    case 'past':
      return { bold: 'That time is past.', rest: 'Choose a later day.' }
    case 'clash':
      return clashWords(point)
    case 'event':
      return { bold: `It ${eventClaim(point)}.`, rest: `${whenEvent(point)}. Some Members may keep it.` }
    case 'events-unknown':
      return { bold: 'The calendar of events does not reach that day.', rest: 'An administrator adds later years in Settings.' }
    case 'notice':
      return { bold: `It is less than ${counted(point.weeks, 'week')} away.`, rest: 'Members are usually given at least that much notice.' }
    case 'cycle':
      return cycleWords(point)
    case 'cycle-unknown':
      return { bold: 'No election dates are known for that time.', rest: 'An administrator puts them down in Settings, under Planning.' }
    case 'day-off':
      return { bold: daysOff[point.off], rest: 'Choose a working day, unless it is meant.' }
    case 'school-holiday':
      return { bold: `It falls in the school holidays: ${point.label}.`, rest: 'Members with children may find it harder to come.' }
    case 'room':
      return roomWords(point)
    case 'venue':
      return { bold: `It is not at ${point.usual}.`, rest: 'Write in the session’s details what this place adds.' }
    case 'missing':
    case 'surplus':
      return invitedWords(point)
    case 'lists-closed':
      return closedWords(point)
    case 'audience-fixed':
      return { bold: 'A session of this kind is for all Members.', rest: 'Nobody may narrow whom it is for.' }
    case 'audience-unknown':
      return { bold: 'Nobody can tell yet whom it is for.', rest: 'It was held against what every Member has on.' }
    case 'offer-both':
      return { bold: 'A session of this kind is offered in person and online.', rest: 'Choose both, so that Members can come either way.' }
    case 'offer-online':
      return { bold: 'Nobody can join it online.', rest: 'Where it suits the training, add a joining link.' }
    case 'repeat':
      break
  }
  return repeatWords[point.pair]
}

type Of<About extends PlanPoint['about']> = Extract<PlanPoint, { readonly about: About }>

function invitedWords({ about, members }: Of<'missing' | 'surplus'>): { readonly bold: string; readonly rest: string } {
  const who = `${listed(members.map(({ name }) => name))}.`
  const isOne = members.length === 1
  if (about === 'missing')
    return {
      bold: `${counted(members.length, 'Member')} whom it is for ${isOne ? 'is' : 'are'} not invited.`,
      rest: `${who} Invite ${isOne ? 'that Member' : 'them'} as well, or put down whom it is for.`,
    }
  return {
    bold: `${counted(members.length, 'Member')} for whom it is not ${isOne ? 'is' : 'are'} invited.`,
    rest: `${who} Take ${isOne ? 'that Member' : 'them'} off, or put down whom it is for.`,
  }
}

function closedWords({ lists, because }: Of<'lists-closed'>): { readonly bold: string; readonly rest: string } {
  const bold = 'It is not known whether everybody is invited whom it is for.'
  if (because === 'unreachable') return { bold, rest: 'The council’s directory does not answer just now, so no list could be looked into.' }
  const which = lists === 1 ? 'One list that you invite' : `${lists} lists that you invite`
  return { bold, rest: `${which} cannot be looked into: who is on it is hidden, or worked out anew each time an email is sent.` }
}

function clashWords({ against, affected, accepted }: Of<'clash'>): { readonly bold: string; readonly rest: string } {
  const bold = `It ${clashClaim(against)}.`
  if (accepted) return { bold, rest: `It stays: ${accepted.by}. ${accepted.reason}` }
  const who = whoClashes({ against, affected: affected?.map(({ name }) => name) })
  return { bold, rest: `${capitalised(whenAgainst(against))}. ${who}` }
}

function cycleWords({ label, part, from, to }: Of<'cycle'>): { readonly bold: string; readonly rest: string } {
  const days = from === to ? named(from) : `${named(from)} to ${named(to)}`
  const sensitive = part === 'pre-election' || part === 'polling-day' || part === 'ordinary-election'
  const bold = {
    'pre-election': 'It falls in the pre-election period',
    'polling-day': 'It falls on polling day',
    'ordinary-election': 'It falls on polling day',
    'annual-meeting': 'The annual meeting is that day',
    induction: 'New Members are being inducted then',
  }[part]
  return { bold: `${bold}.`, rest: `${label}: ${days}.${sensitive ? ' Have its publicity checked before anything is announced.' : ''}` }
}

function named(on: string): string {
  return dayInWords(day(on), { year: true, keepTogether: true })
}

const daysOff = {
  weekend: 'It falls on a weekend.',
  'bank-holiday': 'It falls on a bank holiday.',
  closure: 'The council is closed that day.',
} as const

function roomWords({ trouble, instead, holds, invited, weight }: Of<'room'>): { readonly bold: string; readonly rest: string } {
  const others = instead.length > 0 ? ` Would do instead: ${listed(instead.slice(0, 4))}.` : ''
  switch (trouble) {
    case 'not-step-free':
      return { bold: 'This room is not step-free.', rest: `${barredWords(weight)}${others}` }
    case 'not-marked':
      return { bold: 'Nobody has marked this room as step-free.', rest: `${barredWords(weight)}${others}` }
    case 'no-loop':
      return {
        bold: 'This room is not known to have a hearing loop.',
        rest: `${weight === 'refused' ? 'Somebody who is to come needs one.' : 'A room with one is better.'}${others}`,
      }
    case 'too-small':
      break
  }
  return { bold: `This room holds ${holds ?? 0}, and it is for ${counted(invited ?? 0, 'Member')}.`, rest: `Not all may come.${others}` }
}

function barredWords(weight: PlanPoint['weight']): string {
  return weight === 'refused' ? 'Only rooms that are may be used.' : 'Write in the session’s details who approves it, and why.'
}

const repeatWords = {
  'no-repeat': { bold: 'It has no repeat yet.', rest: 'It is usually offered twice, once by day and once in the evening.' },
  'both-day': { bold: 'Its other run is by day too.', rest: 'It is usually offered once by day and once in the evening.' },
  'both-evening': { bold: 'Its other run is in the evening too.', rest: 'It is usually offered once by day and once in the evening.' },
} as const
