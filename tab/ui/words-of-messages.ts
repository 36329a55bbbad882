import type { MessageView } from '../../api/contracts/programme.ts'
import { dayAndMonth, timeWords } from './words-of-time.ts'

/** What became of a message, in words. `bad` is what somebody has to look at. */
export type MessageWords = { readonly words: string; readonly bad: boolean }

const channels = { text: 'Text', email: 'Email', card: 'Teams card', calendar: 'Calendar' } as const

const purposes = {
  nudge: 'Asked for an answer',
  chase: 'Asked again by an officer',
  'cancellation-notice': 'Told of the cancellation',
  evaluation: 'Asked what it was worth',
  'decision-card': 'Decision card',
  escalation: 'Reminder that nobody has decided',
  'ask-reason': 'Asked for the reason',
  'cancel-event': 'Calendars cleared',
  'partner-share': 'Told of the event, as a partner',
  'partner-cancelled': 'Told of the cancellation, as a partner',
  answer: 'Answer told to Outlook',
} as const

export function purposeWords({ purpose, reminder }: MessageView): string {
  if (purpose === 'reminder') return reminder === 'morning-of' ? 'Reminder that morning' : 'Reminder in the week before'
  return purposes[purpose]
}

const undelivered = {
  'temporary-failure': 'phone off or out of reach',
  'permanent-failure': 'number not in use',
  'technical-failure': 'fault on the network',
} as const

export function messageWords(message: MessageView): MessageWords {
  const channel = channels[message.channel]
  const on = dayAndMonth(message.at ?? message.notBefore)
  switch (message.state) {
    case 'due':
      return { words: `${channel} due ${on}, ${timeWords(message.notBefore)}`, bad: false }
    case 'claimed':
      return { words: `${channel} being sent now`, bad: false }
    case 'unknown':
      return { words: `${channel}: finding out whether it was sent`, bad: false }
    case 'sent':
      return sentWords(message, channel, on)
    case 'failed':
      return { words: `${channel} not sent: ${becauseWords(message.because)}`, bad: true }
    case 'skipped':
      return { words: `${channel} not sent: ${becauseWords(message.because)}`, bad: false }
  }
  return { words: `${channel} needs a person to look: ${becauseWords(message.because)}`, bad: true }
}

function sentWords({ delivery, channel: by }: MessageView, channel: string, on: string): MessageWords {
  if (by === 'email' && delivery === 'permanent-failure') return { words: `Email came back: ${becauseWords('came-back')}`, bad: true }
  if (by !== 'text') return { words: `${channel} sent ${on}`, bad: false }
  if (delivery === 'delivered') return { words: `Text delivered ${on}`, bad: false }
  if (delivery === 'unconfirmed') return { words: `Text sent ${on}, not confirmed`, bad: true }
  if (delivery === undefined || delivery === 'sending') return { words: `Text on its way ${on}`, bad: false }
  return { words: `Text failed: ${undelivered[delivery]}`, bad: true }
}

const reasons: Readonly<Record<string, string>> = {
  ...undelivered,
  'text-failed': 'text not delivered',
  'came-back': 'it could not be delivered to that address',
  unconfirmed: 'text not confirmed',
  'texts-off': 'texts are off',
  declined: 'declined by then',
  answered: 'answered by then',
  cancelled: 'session cancelled',
  moved: 'session moved',
  late: 'too late to be of use',
  'already-told': 'told already',
  'opted-out': 'texts are off',
  closed: 'settled by then',
  'not-needed': 'no longer needed',
  combined: 'combined with another session’s',
  'left-office': 'left office',
  'no-mobile': 'no mobile number',
  'bad-number': 'the number is not a mobile',
  refused: 'refused',
  'not-installed': 'Quorate is not installed in their Teams',
  blocked: 'blocked in Teams',
  'not-organiser': 'not the organiser’s copy',
  'no-mailbox': 'no mailbox',
  'not-allowed': 'Quorate may not write to this calendar',
  misconfigured: 'not set up',
  'limit-reached': 'the day’s limit is reached',
  'sent-twice': 'it went twice',
  'never-arrived': 'tried five times, and nothing arrived',
  'never-accepted': 'put off again and again',
}

export function becauseWords(because: string | undefined): string {
  if (because === undefined) return 'no reason recorded'
  return reasons[because] ?? because.replaceAll('-', ' ')
}
