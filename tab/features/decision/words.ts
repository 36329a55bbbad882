import type { DecisionCase } from '../../../api/contracts/decisions.ts'
import { asAtWords, byWords, comingDay, dayWords, daysAhead, isBeforeInstant, timeWords } from '../../ui/words-of-time.ts'
import { countWords, decideWords, restWords, whereWords } from '../../ui/words-of-programme.ts'
import { capitalised, counted, listed, numberWord } from '../../ui/words-of-number.ts'

export const words = {
  decide: 'Decide',
  loadingTitle: 'Should it go ahead?',
  forRunning: 'For running it',
  against: 'Against',
  nothingFor: 'Nothing is recorded that speaks for running it.',
  nothingAgainst: 'Nothing is recorded that speaks against it.',
  tip: 'Who could tip it',
  showThem: 'Show them',
  closesItself: (many: number) => `If ${numberWord(many)} more accept before anyone decides, this closes by itself and says so here.`,
  yourDecision: 'Your decision',
  chooseFirst: 'Choose one to see exactly what would happen before you confirm.',
  notReady: 'Not ready?',
  choose: 'Choose',
  backToFacts: 'Back to the facts',
  whyRun: 'Why it goes ahead',
  whyRunHint: 'In a sentence. Kept with the decision; not sent to Members.',
  whyRunMissing: 'Say in a sentence why it goes ahead.',
  whyPostpone: 'Why it is postponed',
  whyPostponeMissing: 'Say in a sentence why it is postponed.',
  chaseLeaves: 'Chasing leaves this open.',
  howItChanged: 'How the count changed',
  hideChanges: 'Hide how the count changed',
  weigh: 'Anything else to weigh',
  weighNothing: 'Nothing more has been put down. What you add is kept with the decision.',
  add: 'Add',
  addIt: 'Add this',
  addNot: 'Leave it',
  listedFactor: 'What is it?',
  inOwnWords: 'Something else, in my own words',
  factorWords: 'In your own words',
  factorHint: 'For example: the trainer could do 26 November instead. Officers see it; Members do not.',
  factorMissing: 'Choose something from the list, or say it in words.',
  message: 'What you tell them',
  messageHint: 'Goes in the cancellation, and in the text where one is sent. You can change it.',
  messageMissing: 'Say in a sentence or two what everyone invited should know.',
  cannotUndo: 'This cannot be undone. A new invitation would be needed.',
  deciding: 'Recording your decision…',
  notSent: 'Quorate did not answer, so we do not know whether your decision was recorded. When it does, decide again: it is recorded once.',
  waitsForUs: 'Deciding waits until Quorate answers. What you have chosen and written stays here.',
  waits:
    'Deciding waits until Outlook answers, so that no calendar is left showing a cancelled session. To cancel without waiting, cancel the appointment in Outlook: we pick it up.',
  back: 'Back to the session',
  cancelAnyway: 'Cancel it all the same',
  runAfterAll: 'Run it after all',
}

/** "Should Thursday’s session go ahead?": the question is the page. */
export function questionWords({ row, now, state }: DecisionCase): string {
  if (state !== 'open') return row.title
  const ahead = daysAhead(row.startsAt, now)
  if (ahead >= 0 && ahead <= 6) return `Should ${possessive(comingDay(row.startsAt, now))} session go ahead?`
  return `Should the session on ${dayWords(row.startsAt, now)} go ahead?`
}

function possessive(day: string): string {
  return `${day}’s`
}

export function leadWords({ row, now }: DecisionCase): string {
  return [
    row.title,
    `${dayWords(row.startsAt, now)}, ${timeWords(row.startsAt, 'midday')}`,
    whereWords(row),
    `For ${counted(row.invited, 'Member')}`,
  ]
    .filter(Boolean)
    .join(' · ')
}

export function claimWords({ row, decideBy, now }: DecisionCase): string {
  return `${countWords(row)}.${decideBy ? ` ${decideWords(decideBy, now)}` : ''}`
}

export function belowClaim({ row, now }: DecisionCase): string {
  return `${restWords(row)} As at ${asAtWords(row.uptake.readAt, now)}.`
}

export function tipHeading({ row }: DecisionCase): string {
  const short = Math.max(0, row.uptake.minimum - row.counts.accepted)
  return `${capitalised(numberWord(short))} more would make ${numberWord(row.uptake.minimum)}. ${words.tip}`
}

export function namesOf(members: readonly { readonly name: string }[]): string {
  return listed(
    members.map(({ name }) => name),
    members.length,
  )
}

export function notReadyWords({ decideBy, now }: DecisionCase): string {
  const when = decideBy && isBeforeInstant(now, decideBy) ? ` by ${byWords(decideBy, now)}` : ''
  return `Nothing happens by itself. If nobody decides${when}, the session stands and this is raised again.`
}

/** "Chase 27 first": how many, before it is pressed. */
export function chaseWords({ chase }: DecisionCase): string {
  return `Chase ${chase.asks} first`
}

export function factorLine({ words: said, by, at }: DecisionCase['factors'][number], now: string): string {
  return `${said}. ${by}, ${dayWords(at, now)}.`
}

/** Why there is nothing to choose any more, or was not from the start. */
export function settledWords(view: DecisionCase, me: string): { readonly title: string; readonly detail: string } {
  const { row, decided, closedAt, state, now } = view
  if (decided) {
    const who = decided.by === me ? 'You' : decided.by
    if (row.state.kind === 'postponed') {
      return {
        title: `${who} postponed it at ${asAtWords(decided.at, now)}`,
        detail: 'Move it to its new date in Outlook: everyone is asked again then. Until its old time you can still run it after all.',
      }
    }
    return {
      title: `${who} decided to ${decidedTo[decided.choice]} at ${asAtWords(decided.at, now)}`,
      detail: 'No decision is needed from you.',
    }
  }
  switch (state) {
    case 'enough': {
      const closed = closedAt ? ` This closed itself at ${asAtWords(closedAt, now)}.` : ''
      return {
        title: `${capitalised(numberWord(row.counts.accepted))} are coming.${closed}`,
        detail: 'It goes ahead, and no decision is needed from you.',
      }
    }
    case 'cancelled':
      return { title: 'It has been cancelled', detail: 'Its reminders have stopped. No decision is needed from you.' }
    case 'started':
      return { title: 'It has started', detail: 'It is too late to decide: it takes place.' }
    case 'before-review':
      return { title: `${capitalised(countWords(row))}. It has not been reviewed yet`, detail: reviewWords(view) }
    default:
      return { title: capitalised(countWords(row)), detail: 'No decision is needed on this session.' }
  }
}

const decidedTo = { run: 'run it', cancel: 'cancel it', postpone: 'postpone it', merge: 'merge it with the other run' } as const

function reviewWords({ row, now }: DecisionCase): string {
  return row.state.kind === 'reviewed-on'
    ? `The count is judged on ${dayWords(row.state.at, now)}. Until then no decision is needed.`
    : 'No decision is needed yet.'
}
