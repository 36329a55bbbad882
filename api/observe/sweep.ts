import type { PersonId } from '../../domain/kernel/ids.ts'
import { isAtOrAfter, type Instant } from '../../domain/kernel/time.ts'
import type { Council, MailboxState } from '../ports/council.ts'
import { Unavailable } from '../ports/unavailable.ts'
import { changeMailbox } from '../use-cases/change-mailbox.ts'
import { renewAt } from './ensure-subscription.ts'
import type { Tender } from './tend-mailbox.ts'

/** Every mailbox is read this often although nobody said that it changed: a notification may be lost (reliability.md §8). */
export const readEveryHours = 6
/** A sweep that comes a little early still counts. */
const earlyHours = 1

/** Which mailboxes a sweep reads: never read, closed to us when last tried, not read for long, or to be subscribed to anew. */
export function mailboxesToRead(states: readonly MailboxState[], now: Instant): readonly PersonId[] {
  return states.filter((state) => !state.dirty && isDue(state, now)).map(({ mailbox }) => mailbox)
}

function isDue({ readAt, subscription, closedToUs }: MailboxState, now: Instant): boolean {
  if (!readAt || closedToUs || !subscription) return true
  return isAtOrAfter(now, readAt.add({ hours: readEveryHours - earlyHours })) || isAtOrAfter(now, renewAt(subscription))
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
