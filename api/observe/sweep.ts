import type { PersonId } from '../../domain/kernel/ids.ts'
import { isAtOrAfter, type Instant } from '../../domain/kernel/time.ts'
import type { Council, MailboxState } from '../ports/council.ts'
import { Unavailable } from '../ports/unavailable.ts'
import { changeMailbox } from '../use-cases/change-mailbox.ts'
import { renewAt } from './ensure-subscription.ts'
import type { Tender } from './tend-mailbox.ts'

/** One that was read this lately is left for the next sweep: it is busy, so it is being read anyway. */
const freshMinutes = 60

/** Which mailboxes a sweep reads: all but those read within the hour, and those whose own task is under way (reliability.md §8). */
export function mailboxesToRead(states: readonly MailboxState[], now: Instant): readonly PersonId[] {
  return states.filter((state) => !state.dirty && isDue(state, now)).map(({ mailbox }) => mailbox)
}

function isDue({ readAt, subscription, closedToUs }: MailboxState, now: Instant): boolean {
  if (!readAt || closedToUs || !subscription) return true
  return isAtOrAfter(now, readAt.add({ minutes: freshMinutes })) || isAtOrAfter(now, renewAt(subscription))
}

/**
 * Reads every mailbox that wants it. One that cannot be read now is marked instead: its own task tries again, and holds up no other.
 *
 * Answers how many were due.
 */
export async function sweepMailboxes(council: Council, tender: Pick<Tender, 'tend'>, signal: AbortSignal): Promise<number> {
  const states = (await council.mailboxes.all()).map(({ value }) => value)
  const due = mailboxesToRead(states, council.clock.now())
  for (const mailbox of due) {
    try {
      await tender.tend(council, mailbox, signal)
    } catch (fault) {
      if (!(fault instanceof Unavailable)) throw fault
      await changeMailbox(council, mailbox, (state) => ({ ...state, dirty: true }))
    }
  }
  return due.length
}
