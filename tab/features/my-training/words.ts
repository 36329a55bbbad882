import type { MySession, MyTraining } from '../../../api/contracts/my-training.ts'
import { askedAgain } from '../../../domain/sessions/words.ts'
import { answerIcon, placeWords, youSaid } from '../../ui/answering/words.ts'
import type { StatusIcon } from '../../ui/Status.tsx'
import { asAtWords, dayWords, lengthWords, monthName, nearWhen } from '../../ui/words-of-time.ts'
import { capitalised, counted, numberWord } from '../../ui/words-of-number.ts'

export const words = {
  title: 'My training',
  needsAnswer: 'Needs your answer',
  waiting: 'Waiting to be sent',
  evaluations: 'Say what you thought',
  evaluate: 'Say what you thought, in less than a minute',
  cancelled: 'Cancelled',
  nextDates: 'Next dates',
  brochure: 'The whole programme for the year',
  yourWeek: 'Your week',
  loading: 'Fetching your dates from Outlook.',
  allAnswered: 'You have answered everything. New invitations appear here and in Outlook.',
  noDates: 'No sessions in your calendar yet. New ones appear here as soon as you are invited.',
  onward: 'What it covers and how to get there',
  otherWays: 'Other ways to do it',
  changeAnswer: 'Change your answer',
  noAnswerYet: 'No answer yet',
  postponed: `Postponed. ${askedAgain}`,
  checkIn: 'Check in now, with the code on the screen in the room',
}

/**
 * What she needs to do, in one sentence. Half a minute for an answer and one for a form, rounded up: "about two minutes" must be true.
 *
 * Clause: C2.14 (help, in the language of support for an elected Member).
 */
export function leadWords({ left, answeredHere, forms }: { left: number; answeredHere: number; forms: number }): string {
  const wanted = left + forms
  if (wanted === 0) return answeredHere > 0 ? 'That is everything for today. Thank you.' : 'Nothing needs you today.'
  const minutes = Math.ceil(left / 2) + forms
  const things = `${capitalised(numberWord(wanted))} ${wanted === 1 ? 'thing' : 'things'}`
  const stands = answeredHere > 0 ? `${things} left today` : `${things} for you today`
  return `${stands}. About ${numberWord(minutes)} ${minutes === 1 ? 'minute' : 'minutes'}.`
}

/** Beside the leaf of the calendar: "Member briefing. Tomorrow, 12:30pm to 1:15pm, online". */
export function dateLine(session: MySession, now: string): string {
  const kind = session.countsAs === 'training' ? '' : `${session.kindLabel}. `
  const place = placeWords(session)
  const where = place ? `, ${place === 'Online' ? 'online' : place}` : ''
  return `${kind}${nearWhen(session, now)}${where}`
}

/** What she answered to one of her next dates; of one that is postponed (C3.4) that its new date is yet to come; of one that is on, how to check in, unless she declined it. */
export function dateStanding({ uptake, response, checkIn }: Pick<MySession, 'uptake' | 'response' | 'checkIn'>): {
  readonly icon: StatusIcon
  readonly words: string
} {
  if (uptake.stage === 'postponed') return { icon: 'waiting', words: words.postponed }
  if (checkIn && response !== 'declined') return { icon: 'info', words: words.checkIn }
  return response === 'none' ? { icon: 'open', words: words.noAnswerYet } : { icon: answerIcon[response], words: youSaid[response] }
}

/** A closed row, when more than three want an answer: "Thursday 29 October, Casework clinic". */
export function closedRow(session: MySession, now: string): string {
  return `${dayWords(session.startsAt, now)}, ${session.title}`
}

export function allDates(rest: readonly MySession[], all: number): string {
  const last = rest.at(-1)
  return last ? `All ${all} dates to ${monthName(last.startsAt)}` : ''
}

export function weekLine({ sessions, minutes }: MyTraining['week']): string {
  if (sessions === 0) return 'Nothing in your calendar this week.'
  return `${capitalised(numberWord(sessions))} ${sessions === 1 ? 'session' : 'sessions'} this week, ${lengthWords(minutes)}.`
}

/** C2.3: her own response rate, as a fact and never a score. */
export function answeredLine({ answered, invited, since }: MyTraining['answered']): string | undefined {
  if (invited === 0) return undefined
  const from = `since ${monthName(since)}`
  if (answered === invited) return `You have answered ${invited === 1 ? 'the one invitation' : `all ${invited} invitations`} sent ${from}.`
  return `You have answered ${answered} of the ${counted(invited, 'invitation')} sent ${from}.`
}

export function outlookDown(knownAt: string | undefined, now: string): string {
  const known = knownAt ? `This is what we knew at ${asAtWords(knownAt, now)}${sameDay(knownAt, now)}. ` : ''
  return `Nothing is lost. ${known}You can answer here, or in Outlook itself.`
}

function sameDay(at: string, now: string): string {
  return /yesterday| on /.test(asAtWords(at, now)) ? '' : ' today'
}

/** An attendee's copy stays in Outlook, marked as cancelled, until its owner takes it out. */
export function cancelledLine(session: Pick<MySession, 'cancelled'>, now: string): string {
  const at = session.cancelled?.at
  return at ? `Cancelled at ${asAtWords(at, now)}. Your Outlook calendar says so too.` : 'Cancelled. Your Outlook calendar says so too.'
}
