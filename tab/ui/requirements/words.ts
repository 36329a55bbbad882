import type { MyRequirements, Requirement } from '../../../api/contracts/requirements.ts'
import { day } from '../../../domain/kernel/time.ts'
import { dayInWords } from '../../../domain/kernel/words-of-time.ts'
import type { StatusIcon } from '../Status.tsx'
import { capitalised, numberWord } from '../words-of-number.ts'
import { sessionWhen } from '../words-of-time.ts'

export const words = {
  heading: 'What you must do',
  isDone: 'Done',
  nothing: 'Nothing is mandatory for you.',
  allDone: 'Everything that you must do is done.',
  see: 'What it covers, and your answer',
  noneArranged: 'No session for it is arranged yet. There is nothing to do until one is.',
  noneArrangedOfThem: 'No session that would meet it is arranged.',
  byComputer: 'You do this course on a computer, tablet or phone, in your own time. Tell us when you have finished it.',
  byComputerOfThem: 'An e-learning course. Put it down here once it is finished.',
} as const

/** Whose page it is on. */
export type Reader = 'member' | 'officer'
type Next = NonNullable<Requirement['next']>
type Said = { readonly icon: StatusIcon; readonly words: string }

/** What would meet what is not done: a course on a computer, a session and how she stands to it, or nothing yet. */
export function wayWords({ next, eLearning }: Pick<Requirement, 'next' | 'eLearning'>, reader: Reader, now: string): Said {
  if (next) return reader === 'member' ? nextWords(next, now) : nextOfThem(next, now)
  if (eLearning) return { icon: 'info', words: reader === 'member' ? words.byComputer : words.byComputerOfThem }
  return { icon: 'waiting', words: reader === 'member' ? words.noneArranged : words.noneArrangedOfThem }
}

function nextOfThem(next: Next, now: string): Said {
  const when = sessionWhen(next, now)
  switch (next.answer) {
    case 'accepted':
      return { icon: 'done', words: `Coming to ${when}.` }
    case 'tentative':
      return { icon: 'perhaps', words: `May come to ${when}.` }
    case 'none':
      return { icon: 'open', words: `Invited to ${when}, and has not answered.` }
    case 'declined':
      return { icon: 'declined', words: `Declined ${when}. No other date is arranged.` }
    case 'uninvited':
      break
  }
  return { icon: 'info', words: `Not invited to ${when}, which would meet it.` }
}

/** Where she stands to the session that would meet it. */
function nextWords(next: Next, now: string): Said {
  const when = sessionWhen(next, now)
  switch (next.answer) {
    case 'accepted':
      return { icon: 'done', words: `You are booked for ${when}.` }
    case 'tentative':
      return { icon: 'perhaps', words: `You said tentative to ${when}.` }
    case 'none':
      return { icon: 'open', words: `You are invited on ${when}. You have not answered yet.` }
    case 'declined':
      return { icon: 'declined', words: `You declined ${when}. No other date is known yet.` }
    case 'uninvited':
      break
  }
  return { icon: 'info', words: `There is a session on ${when}. You are not invited to it: ask for a place.` }
}

export function asksSomething({ status }: Pick<Requirement, 'status'>): boolean {
  return status !== 'done'
}

type Counted = Pick<MyRequirements, 'requirements'>

/** "Four of the six are done." */
export function leadWords({ requirements }: Counted): string {
  const all = requirements.length
  const done = all - requirements.filter(asksSomething).length
  if (all === 0) return words.nothing
  if (done === all) return all === 1 ? 'It is done.' : `All ${numberWord(all)} are done.`
  if (all === 1) return 'One thing, not done yet.'
  return `${capitalised(numberWord(done))} of the ${numberWord(all)} ${done === 1 ? 'is' : 'are'} done.`
}

/** On home, under those that are not done: "Of your other five, four are done." */
export function othersWords(others: readonly Requirement[]): string {
  const done = others.filter((each) => !asksSomething(each)).length
  if (others.length === 0) return ''
  if (others.length === 1) return done === 1 ? 'The other one is done.' : 'There is one more.'
  if (done === others.length) return `The other ${numberWord(others.length)} are done.`
  return `Of your other ${numberWord(others.length)}, ${done === 0 ? 'none' : numberWord(done)} ${done === 1 ? 'is' : 'are'} done.`
}

export function allWords({ requirements }: Counted): string {
  return requirements.length === 1 ? 'See why' : `See all ${numberWord(requirements.length)}`
}

/** "Planning training, Thursday 28 May 2026: you were there", or who put it down. */
export function evidenceWords(shown: Requirement['evidence'][number], reader: Reader): string {
  const on = dated(shown.on)
  switch (shown.kind) {
    case 'attended':
      return reader === 'member' ? `${shown.title}, ${on}: you were there` : `${shown.title}, ${on}: was there`
    case 'completed':
      return `Finished on ${on}, put down by ${shown.by}.`
    case 'accepted':
      break
  }
  return `${shown.what}, ${on}. Accepted by ${shown.by}${shown.until ? ` until ${dated(shown.until)}` : ''}.`
}

function dated(on: string): string {
  return dayInWords(day(on), { year: true, keepTogether: true })
}
