import type { DecisionCase } from '../../../api/contracts/decisions.ts'
import { poundsWords } from '../../ui/words-of-money.ts'
import { counted, listed } from '../../ui/words-of-number.ts'
import { dayWords, shortDay } from '../../ui/words-of-time.ts'
import { otherRunName, runWhen } from './words-of-facts.ts'

export type Choice = 'run' | 'cancel' | 'postpone' | 'merge'

/** Whether a choice clears calendars, and so wants a reason of the council's list and a message; otherwise it wants a sentence. */
export function clears(choice: Choice): boolean {
  return choice === 'cancel' || choice === 'merge'
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
  const { row, now } = view
  if (view.state !== 'open') return isPutOff(view) ? [runAfterAll(view), cancel] : [cancel]
  return [
    { id: 'run', choice: 'run', label: 'Run it', hint: `Goes ahead with ${row.counts.accepted}. Nobody is sent anything.` },
    {
      id: 'postpone',
      choice: 'postpone',
      label: 'Postpone',
      hint: 'You move it in Outlook when you have a new date. Everyone is asked again.',
    },
    ...row.otherRuns
      .filter((run) => hasRoom(run, view))
      .map((run): Option => ({
        id: `merge-${run.sessionId}`,
        choice: 'merge',
        mergeWith: run.sessionId,
        label:
          row.otherRuns.length === 1
            ? `Merge with ${otherRunName(run).replace('The', 'the')}`
            : `Merge with ${shortDay(run.startsAt, now)}`,
        hint: `Clears this run, and offers everyone ${runWhen(run, now)}.`,
      })),
    cancel,
  ]
}

/** C3.4: postponed, and still at its old time in Outlook, which has not come. */
export function isPutOff({ state, row }: Pick<DecisionCase, 'state' | 'row'>): boolean {
  return state === 'decided' && row.state.kind === 'postponed'
}

function runAfterAll({ row, now }: DecisionCase): Option {
  return { id: 'run', choice: 'run', label: 'Run it after all', hint: `Goes ahead on ${dayWords(row.startsAt, now)}.` }
}

/** What fills up meanwhile is refused at confirming; what is full already is not offered. Nobody knows its room: it is offered. */
function hasRoom({ sessionId }: DecisionCase['row']['otherRuns'][number], { runs }: DecisionCase): boolean {
  return runs.find((run) => run.sessionId === sessionId)?.enough ?? true
}

export type Consequence = {
  readonly icon: 'calendar' | 'text' | 'call' | 'split' | 'money' | 'training' | 'none'
  readonly bold: string
  readonly rest: string
}

const byTelephone = { 'no-mobile': 'no mobile', 'texts-off': 'texts off', 'bad-number': 'number not a mobile' } as const

/** C3.5, C3.11: exactly what the choice would do, in the numbers of the rules that will do it. */
export function consequencesOf(option: Option, view: DecisionCase): readonly Consequence[] {
  const { ifCancelled, row, notice, money, reopened } = view
  if (option.choice === 'postpone') return postponing(view)
  if (option.choice === 'run' && isPutOff(view)) return takingBack(view)
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
      rest: `: ${counted(membersInvited, 'Member')}${othersInvited > 0 ? `, ${counted(othersInvited, 'other')}` : ''}`,
    },
    told,
    ...(calls.length > 0 ? [{ icon: 'call' as const, bold: counted(calls.length, 'phone call'), rest: `: ${listed(rung, 4)}` }] : []),
    ...(offeredOtherRun > 0 ? [{ icon: 'split' as const, bold: `${offeredOtherRun} offered the other run`, rest: ', same message' }] : []),
    ...(money ? [payableOf(money)] : []),
    ...(reopened.length > 0
      ? [
          {
            icon: 'training' as const,
            bold: `${counted(reopened.length, 'need')} reopened`,
            rest: `: ${listed(reopened, reopened.length)}`,
          },
        ]
      : []),
  ]
}

function payableOf({ ifRun, ifCancelled, unknown }: NonNullable<DecisionCase['money']>): Consequence {
  const notSpent = `${poundsWords(ifRun - ifCancelled - unknown)} not spent`
  if (unknown > 0 && ifCancelled === 0) {
    const rest = `: for ${poundsWords(unknown)} no terms are known${ifRun > unknown ? `, ${notSpent}` : ''}`
    return { icon: 'money', bold: 'Nobody knows what is still payable', rest }
  }
  const also = unknown > 0 ? `, and nobody knows of ${poundsWords(unknown)}` : ''
  return { icon: 'money', bold: `${poundsWords(ifCancelled)} still payable`, rest: `, ${notSpent}${also}` }
}

/** Nothing leaves Outlook until an officer moves it there, and it says so until then. */
function postponing({ row, now }: DecisionCase): readonly Consequence[] {
  return [
    {
      icon: 'calendar',
      bold: 'No calendar is cleared',
      rest: `: ${counted(row.invited, 'Member')} keep ${dayWords(row.startsAt, now)} until you move it in Outlook`,
    },
    { icon: 'text', bold: 'Nobody is sent anything', rest: ' by Quorate, and nobody is reminded of the old date' },
    { icon: 'split', bold: 'Everyone is asked again', rest: ' by Outlook when you move it' },
    { icon: 'none', bold: 'It stays in Needs attention', rest: ' until it is moved' },
  ]
}

/** What was said when it was postponed is said no more; partners hear of it when an officer tells them. */
function takingBack({ row, now, toldPutOff = 0 }: DecisionCase): readonly Consequence[] {
  const were = `${toldPutOff === 1 ? 'was' : 'were'} told that it is put off`
  return [
    {
      icon: 'none',
      bold: 'No calendar changes',
      rest: `: ${counted(row.invited, 'Member')} still have ${dayWords(row.startsAt, now)}, and their answers stand`,
    },
    { icon: 'text', bold: 'Reminders go out again', rest: ' from now on, as usual' },
    {
      icon: 'none',
      bold: 'Members’ pages say that it goes ahead',
      rest: `, with ${row.counts.accepted} coming. Nobody is sent anything else`,
    },
    ...(toldPutOff > 0
      ? [
          {
            icon: 'split' as const,
            bold: `${counted(toldPutOff, 'partner address', 'partner addresses')} ${were}`,
            rest: ': share it again to tell them that it is on',
          },
        ]
      : []),
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

const verbs = { cancel: 'Cancel', merge: 'Merge' } as const

/** The button repeats the number: what cannot be undone is said before it is done. */
export function submitWords({ choice }: Option, view: DecisionCase): string {
  const { ifCancelled, row } = view
  if (choice === 'run' && isPutOff(view)) return 'Run it after all'
  if (choice === 'run') return `Run it with ${row.counts.accepted}`
  if (choice === 'postpone') return 'Postpone it'
  return `${verbs[choice]} and clear ${counted(ifCancelled.calendarsCleared, 'calendar')}`
}
