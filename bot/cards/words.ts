import type { DecisionCase } from '../../api/contracts/decisions.ts'
import type { MySession } from '../../api/contracts/my-training.ts'
import type { Answer } from '../../domain/sessions/response.ts'
import { asAtWords, counted, dayAndTimeWords, dayWords, deadlineWords, lengthWords, momentWords, timeWords, weekdayWords } from './when.ts'

export type Choice = 'run' | 'cancel' | 'postpone' | 'merge'
type Row = DecisionCase['row']
type CalledBecause = DecisionCase['ifCancelled']['calls'][number]['because']

/** Every word of an officer's card. `now` is the council's time when the card is written. */
export const decisionWords = {
  which: (row: Row, now: string) => `${row.title} · ${dayAndTimeWords(row.startsAt, now)}`,
  coming: ({ row, decideBy, escalated, now }: DecisionCase) => {
    const count = `${row.counts.accepted} of ${row.uptake.minimum} coming.`
    if (!decideBy) return count
    return escalated
      ? `${count} Still to be decided: it was due by ${deadlineWords(decideBy, now)}.`
      : `${count} Decide by ${deadlineWords(decideBy, now)}.`
  },
  others: ({ row, now }: DecisionCase) =>
    `${row.counts.tentative} tentative, not counted. ${row.counts.none} ${row.counts.none === 1 ? 'has' : 'have'} not answered, ` +
    `${row.counts.declined} declined. As at ${asAtWords(row.uptake.readAt, now)}.`,
  nothingByItself: 'Nothing happens by itself: until an officer decides, the session stands.',
  ifCancelled: 'If cancelled',
  ifCancelledFacts: ({ ifCancelled }: DecisionCase) =>
    [
      `${counted(ifCancelled.calendarsCleared, 'calendar')} cleared`,
      ...(ifCancelled.texts > 0 ? [counted(ifCancelled.texts, 'text')] : []),
      ...(ifCancelled.calls.length > 0 ? [counted(ifCancelled.calls.length, 'phone call')] : []),
    ].join(', '),
  otherRun: 'Other run',
  otherRunFacts: (run: Row['otherRuns'][number], now: string) => `${dayAndTimeWords(run.startsAt, now)}: ${run.accepted} accepted`,
  notice: 'Notice',
  noticeFacts: ({ row, notice, now }: DecisionCase) =>
    `Starts in ${lengthWords(now, row.startsAt)}${notice.shortNotice ? ': short notice' : ''}`,
  whatShouldHappen: 'What should happen?',
  chooseFirst: 'Choose what should happen',
  choice: { run: 'Run it', cancel: 'Cancel', postpone: 'Postpone', merge: 'Merge with the other run' } as const satisfies Record<
    Choice,
    string
  >,
  see: 'See what would happen',
  open: 'Open in Quorate',
  back: 'Go back',

  ask: (choice: Choice, { row }: DecisionCase) => {
    const which = `${weekdayWords(row.startsAt)}’s session`
    return {
      run: `Run ${which}?`,
      cancel: `Cancel ${which}?`,
      postpone: `Postpone ${which}?`,
      merge: `Merge ${which} with the other run?`,
    }[choice]
  },
  notYet: { clearing: 'Nothing has been done yet. This cannot be undone.', running: 'Nothing has been done yet.' },
  cleared: {
    bold: (count: number) => `${counted(count, 'calendar')} cleared`,
    rest: (members: number, others: number) => `: ${counted(members, 'Member')}, ${others} others`,
  },
  texts: {
    bold: (count: number) => `${counted(count, 'text')} now`,
    rest: ', because it is short notice',
    none: (workingDays: number) => ({
      bold: 'No texts',
      rest: `: more than ${counted(workingDays, 'working day')}’ notice`.replace('1 working day’', '1 working day’s'),
    }),
  },
  calls: {
    bold: (count: number) => `${counted(count, 'phone call')} for you`,
    rest: (calls: DecisionCase['ifCancelled']['calls']) =>
      `: ${calls.map(({ name, because }) => `${name}, ${callBecause[because]}`).join('; ')}`,
  },
  offered: {
    bold: (count: number) => `${count} offered the other run`,
    rest: (run: Row['otherRuns'][number], now: string) => `, ${dayAndTimeWords(run.startsAt, now)}`,
  },
  stands: {
    bold: 'It goes ahead',
    rest: ({ row }: DecisionCase) =>
      ` with ${counted(row.counts.accepted, 'Member')} accepted. Reminders go out as usual and no message changes.`,
  },
  reason: 'Reason',
  reasonMissing: 'Choose a reason',
  reasonWords: 'More about the reason (kept with the decision)',
  why: 'Why (kept with the decision)',
  whyMissing: 'Say in a few words why',
  message: 'What you tell them',
  messageMissing: 'Write what everyone invited is told',
  mergeWith: 'Which run',
  mergeMissing: 'Choose the run to merge with',
  confirm: (choice: Choice, calendars: number) => {
    const clear = `clear ${counted(calendars, 'calendar')}`
    return { run: 'Run it', cancel: `Cancel and ${clear}`, postpone: `Postpone and ${clear}`, merge: `Merge and ${clear}` }[choice]
  },

  decided: (choice: Choice, by: string, at: string, now: string) => {
    const done = { run: 'Going ahead: decided', cancel: 'Cancelled', postpone: 'Postponed', merge: 'Merged with the other run' }[choice]
    return `${done} by ${by}, ${momentWords(at, now)}`
  },
  cancelledInOutlook: (at: string, now: string) => `Cancelled in Outlook, ${momentWords(at, now)}`,
  knowing: (accepted: number, minimum: number) => (minimum > 0 ? ` (${accepted} of ${minimum})` : ''),
  quoted: (message: string) => `“${message}”`,
  outcome: {
    calendars: 'Calendars',
    calendarsDone: (cleared: number, of: number) => `${cleared} of ${of} cleared`,
    calendarsWaiting: (of: number) => `${of} being cleared`,
    calendarsFailed: 'Not cleared: see the record of this decision',
    texts: 'Texts',
    textsFacts: (texts: { sent: number; delivered: number; onTheirWay: number; failed: number }) =>
      [
        `${texts.sent} sent: ${texts.delivered} delivered`,
        ...(texts.onTheirWay > 0 ? [`${texts.onTheirWay} on their way`] : []),
        ...(texts.failed > 0 ? [`${texts.failed} failed`] : []),
      ].join(', '),
    calls: 'Phone calls',
    callsFacts: (names: readonly string[]) => (names.length === 0 ? 'None to make' : `${names.length} to make: ${names.join(', ')}`),
  },
  asAt: (now: string) => `As at ${timeWords(now)}. No decision is needed from you.`,
  openPhoneList: (count: number) => `Open phone list (${count})`,
  record: 'The record of this decision',

  closed: {
    enough: ({ row, closedAt, now }: DecisionCase) =>
      `${capital(numberWords(row.counts.accepted))} ${row.counts.accepted === 1 ? 'is' : 'are'} coming. This closed itself${closedAt ? ` ${momentWords(closedAt, now)}` : ''}.`,
    started: 'It has started. Nothing can be decided now.',
    moved: 'It was moved in Outlook, so the question is closed. It is asked again if too few accept the new time.',
    untagged: 'It is no longer marked as training in Outlook, so nothing is asked about it.',
    notNow: 'No decision is needed.',
  },

  askReason: {
    heading: 'Why was this cancelled?',
    lead: (row: Row, at: string, now: string) =>
      `${row.title}, ${dayAndTimeWords(row.startsAt, now)}, was cancelled in Outlook ${momentWords(at, now)}. Every cancellation needs a reason.`,
    nobodyIsTold: 'The reason is kept with the session. It sends no message.',
    save: 'Save the reason',
    given: (label: string, by: string) => `Reason: ${label}. Given by ${by}.`,
  },

  refused: {
    'changed-since-seen': 'Someone has answered or decided since this card was written. Here is how it stands now.',
    'nothing-to-decide': 'No decision is needed any more. Here is how it stands now.',
    'no-such-session': 'This session is no longer in Quorate.',
    'reason-missing': 'A reason is needed. Nothing has been done.',
    'unknown-reason': 'That reason is not on the council’s list. Nothing has been done.',
    'message-missing': 'Write what everyone invited is told. Nothing has been done.',
    'already-cancelled': 'It is already cancelled. Here is how it stands now.',
    started: 'It has started, so nothing can be decided now.',
    'merge-target-unknown': 'Choose the run to merge with. Nothing has been done.',
    'nothing-to-explain': 'This session needs no reason any more. Here is how it stands now.',
    unavailable: 'Quorate could not save that just now. Nothing has been done. Please try again in a minute.',
  },
} as const

const callBecause: Record<CalledBecause, string> = {
  'no-mobile': 'no mobile number',
  'texts-off': 'has turned texts off',
  'bad-number': 'the mobile number does not work',
}

/** Every word of a Member's card: help, never management. */
export const invitationWords = {
  canYouCome: 'Can you come?',
  stillTime: 'The time has changed. Can you still come?',
  when: ({ startsAt, endsAt, place, delivery }: MySession, now: string) =>
    `${dayWords(startsAt, now)}, ${timeWords(startsAt)} to ${timeWords(endsAt)}. ${whereWords(place, delivery)}`,
  standing: ({ uptake }: MySession, now: string) => {
    if (uptake.minimum === 0) return undefined
    const count = `${uptake.accepted} of ${uptake.minimum} coming.`
    return uptake.decideBy ? `${count} Decided on ${dayWords(uptake.decideBy, now)} at ${timeWords(uptake.decideBy)}.` : count
  },
  goesToOutlook: 'Your answer goes to Outlook. You can change it at any time.',
  answer: { accepted: 'Accept', tentative: 'Tentative', declined: 'Decline' } as const satisfies Record<Answer, string>,
  youAnswered: { accepted: 'You accepted', tentative: 'You are tentative', declined: 'You declined' } as const satisfies Record<
    Answer,
    string
  >,
  inOutlook: 'It is in your Outlook calendar.',
  telling: 'We are telling Outlook now.',
  refusedByOutlook: 'Outlook would not take it. Please answer in Outlook.',
  change: 'Change my answer',
  see: 'See the session',
  cancelled: 'This session is cancelled',
  past: 'This session has taken place',
  notInvited: 'You are not invited to this session',
  notInvitedNow: 'The invitation may have changed since this card was sent. Nothing is wanted from you.',
  otherRun: (startsAt: string, place: string | undefined, now: string) =>
    `It also runs on ${dayAndTimeWords(startsAt, now)}${place ? `, ${place}` : ''}.`,
  unavailable: 'Quorate could not keep your answer just now. Please try again in a minute, or answer in Outlook.',
} as const

export const botWords = {
  help:
    'I look after Member training. I ask Members whether they can come, and officers what should happen when too few can. ' +
    'Press the buttons on my cards, or open the Quorate tab to see everything. I cannot read messages typed here.',
  welcome:
    'Hello. I will write to you here about Member training: invitations that want an answer, and news of sessions. Everything is also in the Quorate tab.',
  notForYou: 'This card is for officers of member development. Nothing has been done.',
  oldCard: 'This card can no longer be used. Please open Quorate to see how things stand.',
} as const

function whereWords(place: string | undefined, delivery: MySession['delivery']): string {
  if (delivery === 'online') return 'Online.'
  const there = place ?? 'The place is still to come'
  return delivery === 'hybrid' ? `${there}, or online.` : `${there}.`
}

function numberWords(count: number): string {
  return ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'][count] ?? String(count)
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
