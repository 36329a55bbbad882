import type { EvaluationRow, MyEvaluation } from '../../../api/contracts/evaluations.ts'
import { counted, numberWord } from '../../ui/words-of-number.ts'
import { asAtWords, dayWords } from '../../ui/words-of-time.ts'

export const words = {
  title: 'What did you think?',
  loading: 'Fetching the form.',
  back: 'My training',
  scale: '1 is not at all, 5 is very much.',
  least: 'not at all',
  most: 'very much',
  optional: 'One line is plenty. You need not answer.',
  send: 'Send',
  notThisTime: 'Not this time',
  bar: 'Send what you thought',
  sending: 'Sending…',
  nothingSaid: 'Nothing is answered yet. Answer one question or more, or press Not this time.',
  unknown: 'We cannot tell whether that reached us. What you wrote is kept on this device. Press again when you can: it counts once.',
  keptHere: 'What you write is kept on this device until you send it.',
  notKept: 'What you write is kept while this page is open.',
  thanks: 'Thank you. That is all.',
  noThanks: 'That is noted. We will not ask again.',
  change: 'Change what I said',
  afterAll: 'Say something after all',
  home: 'Back to My training',
  others: 'Your other sessions',
}

/** "Reading a council budget, Monday 12 October". */
export function subjectWords({ title, startsAt, now }: Pick<MyEvaluation, 'title' | 'startsAt' | 'now'>): string {
  return `${title}, ${dayWords(startsAt, now)}`
}

/** C8.28: who reads it, before she answers. */
export function whoReads({ minimumReturns }: Pick<MyEvaluation, 'minimumReturns'>): string {
  const few = minimumReturns > 1 ? ` With fewer than ${counted(minimumReturns, 'reply', 'replies')} they see nothing.` : ''
  return `Your officers read what you write. Everybody else sees totals and remarks, never your name.${few}`
}

/** "18 of the 21 Members who came have now told us what they thought." */
export function returnsWords({ returns }: Pick<MyEvaluation, 'returns'>): string | undefined {
  if (!returns || returns.attended < 2) return undefined
  const { returned, attended } = returns
  if (returned === 1) return `You are the first of the ${attended} Members who came to tell us.`
  return `${returned} of the ${attended} Members who came have now told us what they thought.`
}

/** When it was saved, and by whom where an officer put it down from paper. */
export function savedWords({ savedAt, by, now }: Pick<MyEvaluation, 'savedAt' | 'by' | 'now'>): string | undefined {
  if (!savedAt) return undefined
  const at = asAtWords(savedAt, now)
  return by ? `Put down for you by ${by}, at ${at}.` : `Saved at ${at}.`
}

export const wordsOfFeedback = {
  title: 'Feedback',
  back: 'More',
  waiting: 'Waiting for you',
  said: 'What you have said',
  say: 'Say what you thought',
  change: 'Read or change what you said',
  afterAll: 'Say something after all',
  none: 'There is no form for you yet. After a session that you were at, its form appears here and comes by email.',
  allSaid: 'You have answered for every session that you were at.',
}

export function feedbackLead(waiting: number): string {
  if (waiting === 0) return 'Nothing is waiting for you.'
  return `${waiting === 1 ? 'One form' : `${numberWord(waiting).replace(/^./, (first) => first.toUpperCase())} forms`} for you. Less than a minute each.`
}

export function openWords(openMonths: number): string {
  return `A form stays open for ${counted(openMonths, 'month')} after its session.`
}

export function linkWords({ state }: Pick<EvaluationRow, 'state'>): string {
  if (state === 'waiting') return wordsOfFeedback.say
  return state === 'answered' ? wordsOfFeedback.change : wordsOfFeedback.afterAll
}
