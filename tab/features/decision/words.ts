import type { DecisionCase } from '../../../api/contracts/decisions.ts'
import {
  byWords,
  comingDay,
  dayAndMonth,
  dayWords,
  daysAhead,
  isBeforeInstant,
  shortDay,
  spellOf,
  timeWords,
} from '../../ui/words-of-time.ts'
import { countWords, decideWords, restWords, whereWords } from '../../ui/words-of-programme.ts'
import { capitalised, counted, listed, numberWord } from '../../ui/words-of-number.ts'
import { asAtWords } from '../../ui/words-of-time.ts'

export type Choice = 'run' | 'cancel' | 'postpone' | 'merge'
type Run = DecisionCase['row']['otherRuns'][number]

export const words = {
  programme: 'Programme',
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
  reason: 'Reason',
  chooseReason: 'Choose a reason',
  reasonMissing: 'Choose the reason. It is kept with the decision.',
  reasonWords: 'What happened',
  reasonWordsHint: 'In a sentence. Kept with the decision; not sent to Members.',
  reasonWordsMissing: 'Say in a sentence what happened.',
  whyRun: 'Why it goes ahead',
  whyRunHint: 'In a sentence. Kept with the decision; not sent to Members.',
  whyRunMissing: 'Say in a sentence why it goes ahead.',
  message: 'What you tell them',
  messageHint: 'Goes in the cancellation, and in the text where one is sent. You can change it.',
  messageMissing: 'Say in a sentence or two what everyone invited should know.',
  cannotUndo: 'This cannot be undone. A new invitation would be needed.',
  deciding: 'Recording your decision…',
  notSent: 'We could not reach Quorate, and do not know whether your decision was recorded. Look again before you decide once more.',
  lookAgain: 'Look again',
  waits:
    'Deciding waits until Outlook answers, so that no calendar is left showing a cancelled session. To cancel without waiting, cancel the appointment in Outlook: we pick it up.',
  back: 'Back to the session',
  cancelAnyway: 'Cancel it all the same',
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

export type Fact = { readonly icon: 'people' | 'clock' | 'split'; readonly bold: string; readonly rest: string }

/** C3.4, C3.8: only what is known; each fact starts with its claim. No recommendation. */
export function factsFor({ row, notice, now }: DecisionCase): readonly Fact[] {
  const facts: Fact[] = []
  const { accepted } = row.counts
  if (accepted > 0) {
    facts.push({
      icon: 'people',
      bold: `${capitalised(numberWord(accepted))} ${accepted === 1 ? 'has' : 'have'} said yes`,
      rest: ' and would have to be told.',
    })
  }
  if (row.otherRuns.length === 0) facts.push({ icon: 'split', bold: 'There is no other run', rest: ' to offer them.' })
  if (notice.shortNotice) {
    facts.push({
      icon: 'clock',
      bold: 'It is short notice.',
      rest: ` It starts in ${spellOf(now, row.startsAt)}; the council asks for ${counted(notice.workingDays, 'working day')}.`,
    })
  }
  return facts
}

export function factsAgainst(view: DecisionCase): readonly Fact[] {
  const { row, notice, now } = view
  const { accepted } = row.counts
  const facts: Fact[] = []
  const short = row.uptake.minimum - accepted
  if (short > 0) facts.push({ icon: 'people', bold: `${accepted} accepted`, rest: `: ${short} short. ${changedWords(view)}`.trimEnd() })
  for (const run of row.otherRuns)
    facts.push({ icon: 'split', bold: `${otherRunName(run)} has ${run.accepted} accepted`, rest: `: ${runWhen(run, now)}.` })
  if (!notice.shortNotice && isBeforeInstant(now, notice.shortNoticeFrom)) {
    facts.push({
      icon: 'clock',
      bold: 'There is time to tell people',
      rest: `: short notice begins at ${byWords(notice.shortNoticeFrom, now)}.`,
    })
  }
  return facts
}

/** "It was 6 at the review on 8 October; two have declined since." */
function changedWords({ atReview, row }: DecisionCase): string {
  if (!atReview || atReview.accepted === row.counts.accepted) return ''
  const change = atReview.accepted - row.counts.accepted
  const moved = numberWord(Math.abs(change))
  const since = change > 0 ? `${moved} fewer since` : `${moved} more since`
  return `It was ${atReview.accepted} at the review on ${dayAndMonth(atReview.at, 'long')}; ${since}.`
}

export function otherRunName(run: Run): string {
  return run.partOfDay === 'evening' ? 'The evening run' : 'The day run'
}

export function runWhen(run: Run, now: string): string {
  const where = whereWords(run)
  return `${dayWords(run.startsAt, now)}, ${timeWords(run.startsAt, 'midday')}${where ? `, ${where}` : ''}`
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

/** What is offered: merging once for each other run. Nothing is preselected. */
export type Option = {
  readonly id: string
  readonly choice: Choice
  readonly mergeWith?: string
  readonly label: string
  readonly hint: string
}

export function optionsOf(view: DecisionCase): readonly Option[] {
  const cancel: Option = { id: 'cancel', choice: 'cancel', label: 'Cancel', hint: 'Clears it from every calendar.' }
  if (view.state !== 'open') return [cancel]
  const { row, now } = view
  return [
    { id: 'run', choice: 'run', label: 'Run it', hint: `Goes ahead with ${row.counts.accepted}. Nobody is sent anything.` },
    { id: 'postpone', choice: 'postpone', label: 'Postpone', hint: 'Clears this date. You send a new invitation when you have another.' },
    ...row.otherRuns.map((run): Option => ({
      id: `merge-${run.sessionId}`,
      choice: 'merge',
      mergeWith: run.sessionId,
      label:
        row.otherRuns.length === 1 ? `Merge with ${otherRunName(run).replace('The', 'the')}` : `Merge with ${shortDay(run.startsAt, now)}`,
      hint: `Clears this run, and offers everyone ${runWhen(run, now)}.`,
    })),
    cancel,
  ]
}

export type Consequence = { readonly icon: 'calendar' | 'text' | 'call' | 'split' | 'none'; readonly bold: string; readonly rest: string }

const byTelephone = { 'no-mobile': 'no mobile', 'texts-off': 'texts off', 'bad-number': 'number no mobile' } as const

/** C3.5, C3.11: exactly what the choice would do, in the numbers of the rules that will do it. */
export function consequencesOf(option: Option, { ifCancelled, row, notice }: DecisionCase): readonly Consequence[] {
  if (option.choice === 'run')
    return [
      {
        icon: 'none',
        bold: 'Nobody is sent anything',
        rest: `. It goes ahead with ${row.counts.accepted}, and the reminders go out as usual.`,
      },
    ]
  const { calendarsCleared, membersInvited, othersInvited, shortNotice, texts, calls, offeredOtherRun } = ifCancelled
  const told: Consequence = shortNotice
    ? { icon: 'text', bold: `${counted(texts, 'text')} now`, rest: ': it is short notice' }
    : { icon: 'text', bold: 'No texts', rest: `: more than ${counted(notice.workingDays, 'working day')}’ notice` }
  const rung = calls.map(({ name, because }) => `${name}, ${byTelephone[because]}`)
  return [
    {
      icon: 'calendar',
      bold: `${counted(calendarsCleared, 'calendar')} cleared`,
      rest: `: ${counted(membersInvited, 'Member')}, ${counted(othersInvited, 'other')}`,
    },
    told,
    ...(calls.length > 0 ? [{ icon: 'call' as const, bold: counted(calls.length, 'phone call'), rest: `: ${listed(rung, 4)}` }] : []),
    ...(offeredOtherRun > 0 ? [{ icon: 'split' as const, bold: `${offeredOtherRun} offered the other run`, rest: ', same message' }] : []),
  ]
}

const consequenceHeadings = {
  run: 'If you run it',
  cancel: 'If you cancel now',
  postpone: 'If you postpone now',
  merge: 'If you merge now',
} as const

export function consequenceHeading({ choice }: Option): string {
  return consequenceHeadings[choice]
}

const verbs = { cancel: 'Cancel', postpone: 'Postpone', merge: 'Merge' } as const

/** The button repeats the number: what cannot be undone is said before it is done. */
export function submitWords({ choice }: Option, { ifCancelled, row }: DecisionCase): string {
  if (choice === 'run') return `Run it with ${row.counts.accepted}`
  return `${verbs[choice]} and clear ${counted(ifCancelled.calendarsCleared, 'calendar')}`
}

export function notReadyWords({ decideBy, now }: DecisionCase): string {
  const when = decideBy && isBeforeInstant(now, decideBy) ? ` by ${byWords(decideBy, now)}` : ''
  return `Nothing happens by itself. If nobody decides${when}, the session stands and this is raised again.`
}

/** Why there is nothing to choose any more, or was not from the start. */
export function settledWords(view: DecisionCase, me: string): { readonly title: string; readonly detail: string } {
  const { row, decided, closedAt, state, now } = view
  if (decided) {
    const who = decided.by === me ? 'You' : decided.by
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
