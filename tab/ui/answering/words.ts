import type { MySession } from '../../../api/contracts/my-training.ts'
import type { Problem } from '../../../api/contracts/shared.ts'
import type { Outage } from '../../api/outage.ts'
import { asAtWords, dayWords, deadlineWords, isBeforeInstant, sessionWhen, timeWords } from '../words-of-time.ts'
import { problemWords } from '../words.ts'
import { numberWord } from '../words-of-number.ts'
import type { StatusIcon } from '../Status.tsx'
import type { GivenAnswer, Telling } from './telling.ts'

/** Outlook's own three words: on the buttons, and when reported. */
export const answerVerb = { accepted: 'Accept', tentative: 'Tentative', declined: 'Decline' } as const satisfies Record<GivenAnswer, string>

export const youSaid = {
  accepted: 'You accepted',
  tentative: 'You said tentative',
  declined: 'You declined',
} as const satisfies Record<GivenAnswer, string>

export const answerIcon = { accepted: 'done', tentative: 'perhaps', declined: 'declined' } as const satisfies Record<
  GivenAnswer,
  StatusIcon
>

export type Line = { readonly icon?: StatusIcon; readonly words: string }

/** The line under the three answers: how her answer stands, and what it means. */
export function answerLine(telling: Telling, session: MySession, now: string): Line {
  switch (telling.kind) {
    case 'telling':
      return { icon: 'telling', words: `Telling Outlook ${lower(youSaid[telling.answer])}…` }
    case 'waiting':
      return {
        icon: 'to-send',
        words: `${youSaid[telling.answer]} at ${timeWords(telling.at)}. We will tell Outlook as soon as we can reach it.`,
      }
    case 'unsent':
      return {
        icon: 'to-send',
        words: `${youSaid[telling.answer]}. ${unsentWords(telling.outage)}`,
      }
    case 'refused':
      return { icon: 'danger', words: telling.problem ? problemWords(telling.problem) : outlookRefused }
    case 'told':
      return { icon: answerIcon[telling.answer], words: toldWords(telling.answer, session, now) }
  }
  return restingLine(session, now)
}

function unsentWords(outage: Outage | undefined): string {
  if (outage?.of !== 'records') return 'No signal: it is sent as soon as there is one, while Quorate is open.'
  const since = asAtWords(outage.since, outage.now)
  return `It is not kept yet: our records have not answered since ${since}. It is sent as soon as they do, while Quorate is open.`
}

/** After an hour without a signal: it is not kept up any longer, and she is told. */
export const neverSent: Problem = {
  type: 'about:blank',
  status: 408,
  title: 'There was no signal, so your answer was not sent',
  detail: 'Please press it again, or answer the invitation in Outlook.',
}

export const outlookRefused = 'Outlook did not take your answer. Please try again, or answer the invitation in Outlook.'

function toldWords(answer: GivenAnswer, session: MySession, now: string): string {
  if (answer === 'accepted') return 'You accepted. It is in your Outlook calendar. You can change your answer at any time.'
  if (answer === 'declined') return 'You declined. It is off your Outlook calendar and no reminders will come.'
  return tentativeWords(session, now)
}

/** Tentative is told honestly: what it counts for, and by when a yes or no would help (C3.3). */
function tentativeWords({ uptake }: MySession, now: string): string {
  const { minimum, decideBy, tentativeCounts = 0 } = uptake
  if (minimum === 0) return 'You said tentative. You can change your answer at any time.'
  const uncounted = `tentative is not counted in the ${numberWord(minimum)}.`
  const counted = tentativeCounts === 0 ? uncounted : tentativeCounts < 1 ? lessThanYes : asGoodAsYes
  if (decideBy === undefined || !isBeforeInstant(now, decideBy)) return `You said tentative. A yes or no would help: ${counted}`
  return `You said tentative. A yes or no by ${deadlineWords(decideBy, now).replace(/^this /, '')} would help: ${counted}`
}

const lessThanYes = 'tentative counts for less than a yes.'
const asGoodAsYes = 'we then know how many to expect.'

function restingLine(session: MySession, now: string): Line {
  const { response, answeredOldTime } = session
  if (response !== 'none') return { icon: answerIcon[response], words: toldWords(response, session, now) }
  if (answeredOldTime && answeredOldTime !== 'none') {
    return {
      icon: 'info',
      words: `This has moved. ${youSaid[answeredOldTime]}${answeredOldTime === 'tentative' ? ' to' : ''} the old time. ${stillComing[answeredOldTime]}`,
    }
  }
  return { words: 'You have not answered yet. Tentative means you may be able to come.' }
}

const stillComing = {
  accepted: 'Still coming?',
  tentative: 'Can you come now?',
  declined: 'Can you come now?',
} as const satisfies Record<GivenAnswer, string>

/** Read out once with the answer, since the count moves with it. */
export function announcedCount(session: MySession): string {
  const { accepted, minimum } = session.uptake
  return minimum > accepted ? `${accepted} of ${minimum} coming.` : `${accepted} coming.`
}

export function groupName(session: MySession, now: string): string {
  return `Your answer to ${session.title}, ${dayWords(session.startsAt, now)}`
}

/** "Committee Room 2, or online". */
export function placeWords({ delivery, place }: Pick<MySession, 'delivery' | 'place'>): string | undefined {
  if (delivery === 'online') return 'Online'
  if (!place) return delivery === 'hybrid' ? 'In person or online' : undefined
  return delivery === 'hybrid' ? `${place}, or online` : place
}

type OtherRun = MySession['otherRuns'][number]

/** "Same course online", "Same course in the evening, Committee Room 1". */
export function otherRunName(run: OtherRun): string {
  if (run.delivery === 'online') return 'Same course online'
  return run.partOfDay === 'evening' ? 'Same course in the evening' : 'Same course in the daytime'
}

export function otherRunWhen(run: OtherRun, now: string): string {
  const place = run.delivery === 'online' ? undefined : placeWords(run)
  return `${sessionWhen(run, now)}${place ? `, ${place}` : ''}`
}

/** The line of another run, under its name: how an answer to that one stands. Nothing where she has given none. */
export function otherRunStands(telling: Telling, yours: OtherRun['yours']): Line | undefined {
  switch (telling.kind) {
    case 'telling':
      return { icon: 'telling', words: 'Telling Outlook you accepted that one…' }
    case 'waiting':
      return { icon: 'to-send', words: 'You accepted that one. We will tell Outlook as soon as we can reach it.' }
    case 'unsent':
      return { icon: 'to-send', words: 'No signal: your answer is sent as soon as there is one, while Quorate is open.' }
    case 'refused':
      return { icon: 'danger', words: telling.problem ? problemWords(telling.problem) : outlookRefused }
  }
  return telling.kind === 'told' || yours === 'accepted'
    ? { icon: 'done', words: 'You accepted that one. It is in your Outlook calendar.' }
    : undefined
}

function lower(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1)
}
