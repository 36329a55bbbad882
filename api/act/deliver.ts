import type { DutyRecord } from '../../domain/sessions/session-record.ts'
import type { Clock } from '../ports/clock.ts'
import type { CalendarOrder, Composed, Senders } from '../ports/compose.ts'
import type { Finding, Sending } from '../ports/senders.ts'
import { errorFields } from '../log.ts'
import type { InOutlook } from './matter.ts'

/** Milliseconds from the first byte to the last. What has not answered by then may still have been done. */
const callLimit = 20_000

export type Sendable = Exclude<Composed, { channel: 'none' }>

/** One call to one provider, at most 20 seconds. What is thrown is no answer either, so it is `unknown` and never resent unasked. */
export async function deliver(senders: Senders, composed: Sendable, key: string, clock: Clock): Promise<Sending> {
  return within(
    clock,
    async (signal) => send(senders, composed, key, signal),
    (note): Sending => ({ kind: 'unknown', note }),
  )
}

/** Asks the provider what became of an earlier call. */
export async function findOut(
  senders: Senders,
  { duty }: DutyRecord,
  { calendar }: InOutlook,
  key: string,
  clock: Clock,
): Promise<Finding> {
  return within(
    clock,
    async (signal): Promise<Finding> => {
      if (duty.channel === 'text') return senders.text.find(key, signal)
      if (duty.channel === 'email') return senders.mail.find(key, signal)
      if (!calendar) return { kind: 'cannot-tell' }
      const { mailbox, eventId } = calendar
      return duty.purpose.kind === 'cancel-event' ? senders.calendar.isCancelled(mailbox, eventId, signal) : { kind: 'cannot-tell' }
    },
    (): Finding => ({ kind: 'unknown' }),
  )
}

function send(senders: Senders, composed: Sendable, key: string, signal: AbortSignal): Promise<Sending> {
  switch (composed.channel) {
    case 'text':
      return senders.text.send({ key, to: composed.to, body: composed.body }, signal)
    case 'email':
      return senders.mail.send({ ...composed.mail, key }, signal)
    case 'card':
      return senders.card.send({ key, to: composed.to, message: composed.message }, signal)
    default:
      return onCalendar(senders, composed.order, signal)
  }
}

async function onCalendar({ calendar }: Senders, order: CalendarOrder, signal: AbortSignal): Promise<Sending> {
  if (order.kind === 'cancel') return calendar.cancel(order.mailbox, order.eventId, order.comment, signal)
  const { kind: _kind, ...answer } = order
  return calendar.answer(answer, signal)
}

/** A sender that ignores its signal must not hold us for longer than the claim is good. */
async function within<Answer>(
  clock: Clock,
  call: (signal: AbortSignal) => Promise<Answer>,
  silent: (note: string) => Answer,
): Promise<Answer> {
  const calling = new AbortController()
  const timing = new AbortController()
  const outOfTime = clock.sleep(callLimit, timing.signal).then(() => {
    calling.abort()
    return silent('no answer in time')
  })
  try {
    return await Promise.race([call(calling.signal).catch((fault: unknown) => silent(errorFields(fault).error)), outOfTime])
  } finally {
    timing.abort()
  }
}

/** What is kept of a message's words: what the record shows was said. */
export function bodyOf(composed: Sendable): string | undefined {
  if (composed.channel === 'text') return composed.body
  if (composed.channel === 'email') return composed.mail.text
  return composed.channel === 'card' ? composed.message.text : undefined
}
