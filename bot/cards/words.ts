import type { Deadline, DecisionCase } from '../../api/contracts/decisions.ts'
import type { ChaseRefusal } from '../../api/use-cases/chase-members.ts'
import type { DecideRefusal } from '../../api/use-cases/decide-session.ts'
import type { ReasonRefusal } from '../../api/use-cases/give-reason.ts'
import { inLondon } from '../../domain/kernel/london.ts'
import { day } from '../../domain/kernel/time.ts'
import type { Choice } from '../../domain/sessions/decision.ts'
import { tentativeInWords } from '../../domain/sessions/words.ts'
import { counted, dayAndTimeWords, dayWords, momentWords, weekdayWords } from './when.ts'

type Row = DecisionCase['row']
type Run = Row['otherRuns'][number]
type Money = NonNullable<DecisionCase['money']>
type Need = DecisionCase['needs'][number]
type Claim = { readonly bold: string; readonly rest: string }

/** Every word of an officer's card. */
export const decisionWords = {
  which: (row: Row) => `${row.title} · ${dayAndTimeWords(row.startsAt)}`,
  coming: ({ row, decideBy, escalated }: DecisionCase) => {
    const count = `${row.counts.accepted} of ${row.uptake.minimum} coming.`
    if (!decideBy) return count
    return escalated
      ? `${count} Still to be decided: it was due by ${momentWords(decideBy)}.`
      : `${count} Decide by ${momentWords(decideBy)}.`
  },
  others: ({ counts, uptake }: Row) =>
    `${tentativeInWords(counts.tentative, uptake.tentativeCounts)} ${counts.none} ${counts.none === 1 ? 'has' : 'have'} not answered, ` +
    `${counts.declined} declined. As at ${momentWords(uptake.readAt)}.`,
  nothingByItself: 'Nothing happens by itself: until an officer decides, the session stands.',
  ifItRuns: 'If it runs',
  ifItRunsFacts: ({ ifRun, costs }: Money) =>
    `${pounds(ifRun)}: ${costs.map(({ label, pence }) => `${label} ${pounds(pence)}`).join(', ')}`,
  mandatory: 'Mandatory',
  mandatoryFacts: ({ needs, row }: DecisionCase) => {
    const many = new Set(needs.map(({ memberId }) => memberId)).size
    const byDeadline = [...Map.groupBy(needs, ({ deadline }) => deadlineWords(deadline))]
    return [`For ${many} of the ${row.counts.accepted}`, ...byDeadline.map(([by, own]) => `${by}: ${several(needNames(own), 20)}`)].join(
      '; ',
    )
  },
  chase: (count: number) => `Chase ${count} first`,
  ifCancelled: 'If cancelled',
  ifCancelledFacts: ({ ifCancelled, money }: DecisionCase) =>
    [
      `${counted(ifCancelled.calendarsCleared, 'calendar')} cleared`,
      ...(ifCancelled.texts > 0 ? [counted(ifCancelled.texts, 'text')] : []),
      ...(ifCancelled.calls.length > 0 ? [counted(ifCancelled.calls.length, 'phone call')] : []),
      ...(money ? [payable(money)] : []),
    ].join(', '),
  otherRun: 'Other run',
  otherRunFacts: (run: Run, view?: DecisionCase) => {
    const free = view?.runs.find(({ sessionId }) => sessionId === run.sessionId)?.free
    return `${dayAndTimeWords(run.startsAt)}: ${run.accepted} accepted${free === undefined ? '' : `, ${counted(free, 'place')} free`}`
  },
  notice: 'Notice',
  noticeFacts: ({ notice }: DecisionCase) =>
    notice.shortNotice
      ? `Short notice: the council asks for ${counted(notice.workingDays, 'working day')}`
      : `Short notice from ${momentWords(notice.shortNoticeFrom)}`,
  whatShouldHappen: 'What should happen?',
  chooseFirst: 'Choose what should happen',
  choice: { run: 'Run it', cancel: 'Cancel', postpone: 'Postpone', merge: 'Merge with the other run' } as const satisfies Record<
    Choice,
    string
  >,
  see: 'See what would happen',
  open: 'Open in Quorate',
  back: 'Go back',

  ask: (choice: Choice, { startsAt }: Row) => {
    const which = `${weekdayWords(startsAt)}’s session`
    return {
      run: `Run ${which}?`,
      cancel: `Cancel ${which}?`,
      postpone: `Postpone ${which}?`,
      merge: `Merge ${which} with the other run?`,
    }[choice]
  },
  notYet: { clearing: 'Nothing has been done yet. This cannot be undone.', running: 'Nothing has been done yet.' },
  cleared: ({ calendarsCleared, membersInvited, othersInvited }: DecisionCase['ifCancelled']): Claim => ({
    bold: `${counted(calendarsCleared, 'calendar')} cleared`,
    rest: `: ${counted(membersInvited, 'Member')}${othersInvited > 0 ? `, ${counted(othersInvited, 'other')}` : ''}`,
  }),
  textsNow: (count: number): Claim => ({ bold: `${counted(count, 'text')} now`, rest: ', because it is short notice' }),
  noTexts: (workingDays: number): Claim => ({ bold: 'No texts', rest: `: at least ${counted(workingDays, 'working day')} of notice` }),
  calls: (calls: DecisionCase['ifCancelled']['calls']): Claim => ({
    bold: `${counted(calls.length, 'phone call')} for you`,
    rest: `: ${several(
      calls.map(({ name, because }) => `${name}, ${callBecause[because]}`),
      20,
      '; ',
    )}`,
  }),
  offered: (count: number, run: Run): Claim => ({ bold: `${count} offered the other run`, rest: `, ${dayAndTimeWords(run.startsAt)}` }),
  stillPayable: ({ ifRun, ifCancelled, unknown }: Money): Claim => {
    const notSpent = `${pounds(ifRun - ifCancelled - unknown)} not spent`
    if (unknown > 0 && ifCancelled === 0) {
      const rest = `: for ${pounds(unknown)} no terms are known${ifRun > unknown ? `, ${notSpent}` : ''}`
      return { bold: 'Nobody knows what is still payable', rest }
    }
    const also = unknown > 0 ? `, and nobody knows of ${pounds(unknown)}` : ''
    return { bold: `${pounds(ifCancelled)} still payable`, rest: `, ${notSpent}${also}` }
  },
  reopened: (names: readonly string[]): Claim => ({
    bold: `${counted(names.length, 'need')} reopened`,
    rest: `: ${several(names, 20)}`,
  }),
  postponing: ({ invited }: Row): readonly Claim[] => [
    { bold: 'No calendar is cleared', rest: `: ${counted(invited, 'Member')} keep this date until you move it in Outlook` },
    { bold: 'Everyone is asked again', rest: ' by Outlook when you move it. Nobody is reminded of the old date' },
  ],
  stands: ({ counts }: Row): Claim => ({
    bold: 'It goes ahead',
    rest: ` with ${counts.accepted} accepted. Reminders go out as usual and no message changes`,
  }),
  reason: 'Reason',
  reasonMissing: 'Choose a reason',
  reasonWords: 'More about the reason (kept with the session)',
  why: 'Why (kept with the decision)',
  whyMissing: 'Say in a few words why',
  message: 'What you tell them',
  messageMissing: 'Write what everyone invited is told',
  mergeWith: 'Which run',
  mergeMissing: 'Choose the run to merge with',
  confirm: (choice: Choice, calendars: number) => {
    const clear = `clear ${counted(calendars, 'calendar')}`
    return { run: 'Run it', cancel: `Cancel and ${clear}`, postpone: 'Postpone it', merge: `Merge and ${clear}` }[choice]
  },

  decided: (choice: Choice, by: string, at: string) => {
    const done = { run: 'Going ahead, decided', cancel: 'Cancelled', postpone: 'Postponed', merge: 'Merged with the other run' }[choice]
    return `${done} by ${by}, ${momentWords(at)}`
  },
  cancelledInOutlook: (at: string) => `Cancelled in Outlook, ${momentWords(at)}`,
  knowing: (accepted: number, minimum: number) => (minimum > 0 ? ` (${accepted} of ${minimum})` : ''),
  quoted: (message: string) => `“${message}”`,
  outcome: {
    calendars: 'Calendars',
    calendarsFacts: {
      cleared: (of: number) => `${of} of ${of} cleared`,
      waiting: (of: number) => `${of} being cleared`,
      failed: () => 'Not cleared: open the record to see why',
    },
    texts: 'Texts',
    textsFacts: (texts: { sent: number; delivered: number; onTheirWay: number; failed: number }) =>
      [
        `${texts.sent} sent: ${texts.delivered} delivered`,
        ...(texts.onTheirWay > 0 ? [`${texts.onTheirWay} on their way`] : []),
        ...(texts.failed > 0 ? [`${texts.failed} failed`] : []),
      ].join(', '),
    calls: 'Phone calls',
    callsFacts: (names: readonly string[]) => (names.length === 0 ? 'None to make' : `${names.length} to make: ${several(names, 20)}`),
  },
  asAt: (at: string) => `As at ${momentWords(at)}. No decision is needed from you.`,
  openPhoneList: (count: number) => `Open phone list (${count})`,
  record: 'The record of this decision',

  closed: {
    enough: ({ counts }: Row, closedAt: string | undefined) =>
      `${capital(numberWords(counts.accepted))} ${counts.accepted === 1 ? 'is' : 'are'} coming. ${closedAt ? `This closed itself at ${momentWords(closedAt)}.` : 'It goes ahead.'}`,
    started: 'It has started. Nothing can be decided now.',
    moved: 'It was moved in Outlook, so the question is closed. It is asked again if too few accept the new time.',
    untagged: 'It is no longer marked as training in Outlook, so nothing is asked about it.',
    notNow: 'No decision is needed.',
  },

  askReason: {
    heading: 'Why was this cancelled?',
    lead: (row: Row, at: string) =>
      `${row.title}, ${dayAndTimeWords(row.startsAt)}, was cancelled in Outlook at ${momentWords(at)}. Every cancellation needs a reason.`,
    nobodyIsTold: 'The reason is kept with the session. It sends no message.',
    save: 'Save the reason',
  },

  chased: (asked: number) => `${counted(asked, 'Member')} asked again. This is still open.`,
  notChased: {
    'no-such-session': 'This session is no longer in Quorate.',
    cancelled: 'It is cancelled. Nobody has been asked.',
    untagged: 'It is no longer marked as training in Outlook. Nobody has been asked.',
    postponed: 'It is postponed. Nobody has been asked.',
    started: 'It has started. Nobody has been asked.',
    'chased-since-seen': 'Somebody else has asked them since you looked. Nobody has been asked twice.',
    'nobody-to-ask': 'Everyone has accepted or declined. Nobody has been asked.',
    'all-spared': 'Everyone left has had as many messages this week as the council allows. Nobody has been asked.',
    busy: 'Quorate is busy. Please press it again: nobody is asked twice.',
  },
  refused: {
    'changed-since-seen': 'Someone has answered or decided since you looked. Here is how it stands now.',
    'nothing-to-decide': 'No decision is needed any more. Here is how it stands now.',
    'no-such-session': 'This session is no longer in Quorate.',
    'unreadable-order': 'Something was left out. Nothing has been done.',
    'text-not-plain': 'There is a character in your text that cannot be shown. Type it again instead of pasting it. Nothing has been done.',
    'unknown-reason': 'That reason is not on the council’s list. Nothing has been done.',
    'reason-needs-words': 'This reason needs a few words more. Nothing has been done.',
    'not-too-few': 'Lack of interest is a reason only when too few are coming. Nothing has been done.',
    'message-missing': 'Write what everyone invited is told. Nothing has been done.',
    'no-such-run': 'Choose the run to merge with. Nothing has been done.',
    'run-full': 'The other run no longer has room for everyone who is coming to this one. Nothing has been done.',
    cancelled: 'It is already cancelled. Here is how it stands now.',
    started: 'It has started, so nothing can be decided now.',
    'not-cancelled': 'This session is not cancelled. Here is how it stands now.',
    'already-explained': 'Somebody has given the reason already. Here is how it stands now.',
  },
} as const satisfies {
  readonly notChased: Record<ChaseRefusal['kind'], string>
  readonly refused: Record<DecideRefusal['kind'] | ReasonRefusal['kind'] | 'unreadable-order' | 'text-not-plain', string>
} & Record<string, unknown>

const callBecause: Record<DecisionCase['ifCancelled']['calls'][number]['because'], string> = {
  'no-mobile': 'no mobile number',
  'texts-off': 'has turned texts off',
  'bad-number': 'the mobile number does not work',
}

export const botWords = {
  help: {
    member: (council: string) =>
      `I am the Member training assistant of ${council}. I ask you whether you can come to a session, and you answer with one press on my card. ` +
      'Your sessions, your bulletin and how to turn text messages off are in Training, at the top of this chat.',
    officer: (council: string) =>
      `I am the Member training assistant of ${council}. When too few Members can come I show you the case, and you decide on my card: ` +
      'nothing is cancelled by itself. Everything else is in Training, at the top of this chat.',
    unknown: (council: string) =>
      `I am the Member training assistant of ${council}. I know its Members and the officers who look after their training. You are not on the list of either, so I have nothing for you.`,
    anybody: (council: string) =>
      `I am the Member training assistant of ${council}. I ask Members whether they can come, and officers what should happen when too few can. ` +
      'Press the buttons on my cards, or open Training, at the top of this chat.',
  },
  notUnderstood: 'I cannot read what is typed to me, and nothing of it is kept. This is what I can do.',
  ring: ({ name, role, telephone }: { readonly name: string; readonly role: string; readonly telephone: string }) =>
    `If you would rather ask a person, ring ${name}, ${role}, on ${telephone}.`,
  onlyAlone: 'I only speak with one person at a time. Please open a chat with Quorate alone. Nothing has been done here.',
  notForYou: 'This card is for officers of member development. Nothing has been done.',
  oldCard: 'This card can no longer be used. Please open Quorate to see how things stand.',
  tryAgain: 'Quorate could not do that just now. Please look in a minute whether it was done, and try again if it was not.',
} as const

/** "£850", "£42.50". */
function pounds(pence: number): string {
  return `£${pence % 100 === 0 ? (pence / 100).toLocaleString('en-GB') : (pence / 100).toFixed(2)}`
}

function payable({ ifCancelled, next, unknown }: Money): string {
  const from = next && `${pounds(next.ifCancelled)} from ${momentWords(next.at)}`
  const sum = ifCancelled > 0 || unknown === 0 ? [`${pounds(ifCancelled)} payable`] : []
  return [
    ...sum,
    ...(from ? [sum.length > 0 ? from : `${from} payable`] : []),
    ...(unknown > 0 ? [`nobody knows what of ${pounds(unknown)} is payable`] : []),
  ].join(', ')
}

/** One name for each of those whom one date binds, by however many rules. */
function needNames(needs: readonly Need[]): readonly string[] {
  return [...Map.groupBy(needs, ({ memberId }) => memberId).values()].flatMap((own) => {
    const [first] = own
    if (!first) return []
    return [own.every(({ otherwise }) => otherwise) ? first.name : `${first.name} (no other way)`]
  })
}

function deadlineWords(deadline: Deadline): string {
  switch (deadline.kind) {
    case 'meeting':
      return `before ${deadline.committee}, ${dayAndTimeWords(deadline.at)}`
    case 'sitting':
      return `before they sit on ${deadline.committee}`
    case 'day':
      return `by ${dayWords(String(inLondon(day(deadline.on), '12:00')))}`
    case 'none':
      break
  }
  return 'by no fixed date'
}

/** So many by name, and how many more there are: a card has little room, and leaves out nobody unsaid. */
function several(names: readonly string[], atMost: number, between = ', '): string {
  const left = names.length - atMost
  return [...names.slice(0, atMost), ...(left > 0 ? [`and ${counted(left, 'other')}`] : [])].join(between)
}

function numberWords(count: number): string {
  return ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'][count] ?? String(count)
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
