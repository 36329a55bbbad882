import type { MySession, MySessionPage } from '../../../api/contracts/my-training.ts'
import { otherRunWhen, type Line } from '../../ui/answering/words.ts'
import { asAtWords, isBeforeInstant, timeWords } from '../../ui/words-of-time.ts'
import { capitalised, numberWord } from '../../ui/words-of-number.ts'
import type { Swap } from './use-swap.ts'

export const words = {
  chosen: (verb: string) => `You chose ${verb}. Nothing is sent to Outlook until you confirm.`,
  confirm: (verb: string) => `Confirm: ${verb}`,
  back: 'My training',
  loadingTitle: 'Session',
  covers: 'What it covers',
  aims: 'What you will get from it',
  commitment: 'What it asks of you',
  preWork: 'Beforehand: ',
  followUp: 'Afterwards: ',
  beingThere: 'Being there',
  otherRuns: 'Can’t make that one?',
  whoRunsIt: 'Who runs it',
  arranges: 'Arranges it.',
  join: 'Join now',
  swap: 'Swap to this one',
  swapMeans: 'Swapping accepts this date and declines the other. You need only one.',
  acceptOther: 'Accept that one',
  over: 'This session has taken place.',
  evaluate: { waiting: 'Say what you thought of it', said: 'Read or change what you said of it' },
  startedNow: 'This session has started.',
}

const deliveries = { 'in-person': 'in person', online: 'online', hybrid: 'in person or online' } as const

/** "Training, in person or online": how, unless the kind of session says so itself. */
export function kindLine({ kindLabel, delivery }: Pick<MySession, 'kindLabel' | 'delivery'>): string {
  return /in.person|online|hybrid/i.test(kindLabel) ? kindLabel : `${kindLabel}, ${deliveries[delivery]}`
}

export function answerHeading(response: MySession['response']): string {
  return response === 'none' ? 'Your answer: none yet' : 'Your answer'
}

/** Where the Join button is, or when it comes. */
export function onlineLine({ session, joinFrom }: MySessionPage): string | undefined {
  if (session.delivery === 'in-person') return undefined
  const online = session.delivery === 'hybrid' ? 'Or online' : 'Online'
  return joinFrom
    ? `${online}. The Join button opens here at ${timeWords(joinFrom)}.`
    : `${online}. The link is in your Outlook invitation.`
}

/** The Join button shows shortly before the start, until the end. */
export function mayJoin({ session, joinUrl, joinFrom, now }: MySessionPage): boolean {
  if (!joinUrl || !joinFrom || session.standing === 'cancelled') return false
  return !isBeforeInstant(now, joinFrom) && isBeforeInstant(now, session.endsAt)
}

export function hasStarted({ session, now }: MySessionPage): boolean {
  return !isBeforeInstant(now, session.startsAt)
}

export function startedWords({ session, now }: MySessionPage): string {
  return isBeforeInstant(now, session.endsAt) ? words.startedNow : words.over
}

/** While nothing newer can be had: how old the count is, and that an answer is taken all the same. */
export function outlookDown({ uptake }: MySession, now: string): string {
  return `Nothing is lost. This is what we knew at ${asAtWords(uptake.readAt, now)}. You can answer here, or in Outlook itself.`
}

export function otherRunLine(run: MySession['otherRuns'][number], now: string): string {
  const coming =
    run.accepted === 0
      ? 'Nobody has accepted yet.'
      : `${capitalised(numberWord(run.accepted))} ${run.accepted === 1 ? 'is' : 'are'} coming.`
  return `${otherRunWhen(run, now)}. ${coming}`
}

export function cancelledWords(session: MySession, now: string): string {
  const at = session.cancelled ? ` at ${asAtWords(session.cancelled.at, now)}` : ''
  return `Cancelled${at}. Your Outlook calendar says so too, and no reminders will come.`
}

/** What a swap says beyond how the other run stands. */
export function swapStands(swap: Swap): Line | undefined {
  switch (swap) {
    case 'waiting':
      return {
        icon: 'to-send',
        words: 'You accepted the other date, and Outlook has not heard yet. This one stands until it has: decline it here afterwards.',
      }
    case 'declining':
      return { icon: 'telling', words: 'Accepted. Now declining this one…' }
    case 'done':
      return { icon: 'done', words: 'Swapped. The other date is in your Outlook calendar, and this one is off it.' }
    case 'not-accepted':
      return { icon: 'danger', words: 'Outlook did not take the other date. Nothing has changed: you still have this one.' }
    case 'not-declined':
      return { icon: 'danger', words: 'You have the other date. Outlook did not take “decline” for this one: please decline it here.' }
  }
  return undefined
}
