import type { MessageView, SessionPage } from '../../../api/contracts/programme.ts'
import { becauseWords } from '../../ui/words-of-messages.ts'
import { counted } from '../../ui/words-of-number.ts'
import { asAtWords, dayWords, fullDay, timeWords } from '../../ui/words-of-time.ts'

type Decision = NonNullable<SessionPage['decision']>

const choices = { run: 'Run it', cancel: 'Cancel', postpone: 'Postpone', merge: 'Merge with the other run' } as const
const choseTo = { run: 'Going ahead', cancel: 'Cancelled', postpone: 'Postponed', merge: 'Merged with the other run' } as const

/** The answer to an auditor: who decided what, when, knowing what. */
export function recordRows(
  { choice, by, at, reasonLabel, words: said, message, knowing }: Decision,
  now: string,
): readonly { readonly term: string; readonly words: string }[] {
  const { accepted, tentative, none, declined } = knowing.counts
  const counts = `${accepted}${knowing.minimum > 0 ? ` of ${knowing.minimum}` : ''} accepted, ${tentative} tentative, ${none} no answer, ${declined} declined`
  const runs = knowing.otherRuns.map((run) => `the run on ${dayWords(run.startsAt, now)} had ${run.accepted} accepted`)
  const rows = [
    { term: 'Decided', words: `${choices[choice]}, by ${by}, ${fullDay(at)}, ${timeWords(at)}` },
    { term: 'Reason', words: said && said !== reasonLabel ? `${reasonLabel}: ${said}` : reasonLabel },
    { term: 'Knowing', words: `${counts}, as at ${asAtWords(knowing.readAt, now)}${runs.length > 0 ? `; ${runs.join('; ')}` : ''}` },
  ]
  return message ? [...rows, { term: 'Told', words: `“${message}”` }] : rows
}

export function decidedToRun({ by, at }: Decision, now: string, me: string): string {
  return `${choseTo.run}: decided by ${by === me ? 'you' : by} at ${asAtWords(at, now)}.`
}

/** "Cancelled by you at 2:21pm." */
export function cancelledClaim(page: SessionPage, me: string): string {
  const { cancelled, decision, now } = page
  if (!cancelled) return ''
  const done = decision ? choseTo[decision.choice] : 'Cancelled'
  if (cancelled.through === 'outlook') return `Cancelled in Outlook, seen at ${asAtWords(cancelled.at, now)}.`
  return `${done} by ${cancelled.by === me ? 'you' : (cancelled.by ?? 'an officer')} at ${asAtWords(cancelled.at, now)}.`
}

/** What has come of it so far: calendars, texts, the other run. */
export function cancelledAftermath({ messages, members, others, cancelled }: SessionPage): string {
  const calendars = members.length + others.filter(({ kind }) => kind !== 'list').length
  const event = messages.find(({ purpose }) => purpose === 'cancel-event')
  const cleared = cancelled?.through === 'outlook' || event?.state === 'sent' || event?.state === 'skipped'
  const calendarWords = cleared
    ? `${counted(calendars, 'calendar')} cleared.`
    : event && (event.state === 'failed' || event.state === 'needs-attention')
      ? `Outlook did not clear the calendars: ${becauseWords(event.because)}. Cancel the appointment in Outlook.`
      : `Clearing ${counted(calendars, 'calendar')}…`
  return [calendarWords, textsWords(messages)].filter(Boolean).join(' ')
}

function textsWords(messages: readonly MessageView[]): string {
  const texts = messages.filter(({ purpose, channel }) => purpose === 'cancellation-notice' && channel === 'text')
  const sent = texts.filter(({ state }) => state === 'sent')
  if (texts.length === 0) return ''
  const delivered = sent.filter(({ delivery }) => delivery === 'delivered').length
  const way =
    sent.filter(({ delivery }) => delivery === undefined || delivery === 'sending').length +
    texts.filter(({ state }) => state === 'due' || state === 'claimed' || state === 'unknown').length
  const trouble = texts.length - delivered - way
  const fates = [
    delivered > 0 && `${delivered} delivered`,
    way > 0 && `${way} on their way`,
    trouble > 0 && `${trouble} not delivered`,
  ].filter(Boolean)
  return `${counted(texts.length, 'text')}: ${fates.join(', ')}.`
}

export function ringWords({ phoneList }: SessionPage): string {
  const rung = phoneList.rung > 0 ? ` ${counted(phoneList.rung, 'Member')} rung so far.` : ''
  return `Ring ${counted(phoneList.toRing, 'Member')}: a text cannot reach ${phoneList.toRing === 1 ? 'this one' : 'them'}.${rung}`
}
