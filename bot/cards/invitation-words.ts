import type { MySession } from '../../api/contracts/my-training.ts'
import type { Answer } from '../../domain/sessions/response.ts'
import { askedAgain, comingOf } from '../../domain/sessions/words.ts'
import { dayAndTimeWords, dayWords, momentWords, timeWords } from './when.ts'

/** Every word of a Member's card: help, never management. */
export const invitationWords = {
  canYouCome: 'Can you come?',
  newTime: 'The time has changed. Can you come?',
  when: ({ startsAt, endsAt, place, delivery }: MySession) =>
    `${dayWords(startsAt)}, ${timeWords(startsAt)} to ${timeWords(endsAt)}. ${whereWords(place, delivery)}`,
  standing: ({ uptake }: MySession) => standingWords(uptake),
  goesToOutlook: 'Your answer goes to Outlook. You can change it at any time.',
  answer: { accepted: 'Accept', tentative: 'Tentative', declined: 'Decline' } as const satisfies Record<Answer, string>,
  youAnswered: { accepted: 'You accepted', tentative: 'You said tentative', declined: 'You declined' } as const satisfies Record<
    Answer,
    string
  >,
  inOutlook: 'It is in your Outlook calendar.',
  telling: {
    telling: 'Outlook is told of it straight away.',
    waiting: 'Outlook cannot be reached. We go on trying.',
    refused: 'Outlook would not take it. Please answer in Outlook.',
  },
  busy: 'Quorate was busy, and your answer was not kept. Please press it again.',
  change: 'Change my answer',
  see: 'See the session',
  cancelled: 'This session is cancelled',
  postponed: 'This session is postponed',
  past: 'This session has taken place',
  notInvited: 'You are not invited to this session',
  notInvitedNow: 'The invitation may have changed since this card was sent. Nothing is wanted from you.',
  otherRun: (startsAt: string, place: string | undefined) => `It also runs on ${dayAndTimeWords(startsAt)}${place ? `, ${place}` : ''}.`,
} as const

/** Whether it will happen, in a card that may be read days later: counts and dates, no "now". Undefined where none is judged. */
function standingWords({ accepted, minimum, stage, decideBy, late }: MySession['uptake']): string | undefined {
  if (stage === 'postponed') return askedAgain
  if (minimum === 0) return undefined
  if (stage === 'enough' || stage === 'going-ahead') return `${accepted} coming. It goes ahead.`
  const count = `${comingOf({ accepted, minimum })} coming.`
  if (late) return `${count} Officers are deciding whether it goes ahead.`
  return decideBy ? `${count} Decided by ${momentWords(decideBy)}.` : count
}

function whereWords(place: string | undefined, delivery: MySession['delivery']): string {
  if (delivery === 'online') return 'Online.'
  const there = place ?? 'The place is still to come'
  return delivery === 'hybrid' ? `${there}, or online.` : `${there}.`
}
