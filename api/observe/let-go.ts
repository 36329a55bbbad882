import type { PersonId } from '../../domain/kernel/ids.ts'
import { isAtOrAfter, isBefore, type Instant } from '../../domain/kernel/time.ts'
import type { Subscriptions } from '../ports/calendar.ts'
import type { Council, MailboxState, Stored } from '../ports/council.ts'
import { changeMailbox } from '../use-cases/change-mailbox.ts'
import { noted } from './noted.ts'

/** A session that began so long ago has ended. */
const longestDays = 31
/** No calendar is read further ahead. */
const monthsAhead = 36

/**
 * Stops reading the mailboxes of those who are no officers any more. While a session to come lies in one it is read on, so that answers,
 * moves and cancellations still arrive; with the end of the last it is let go. One must have been read once since it became nobody's:
 * the invitation of somebody's last day counts.
 *
 * The row goes first, so that nobody finds the mailbox any more, then its subscription with Graph, then the pointer; broken off anywhere,
 * it goes on where it was. An officer who comes back meanwhile, or at any time, is read again as if never known.
 *
 * Throws `Unavailable` when a subscription could not be ended; the mailbox is not read for that any longer.
 */
export async function letMailboxesGo(council: Council, subscriptions: Pick<Subscriptions, 'remove'>, signal: AbortSignal): Promise<void> {
  for (const found of await council.mailboxes.all()) if (wasReadSince(found.value)) await letGoUnlessNeeded(council, found)
  for (const left of await council.mailboxes.leftBehind()) {
    await noted(council, 'graph', () => subscriptions.remove(left.subscriptionId, signal))
    await council.mailboxes.clearAway(left)
  }
}

function wasReadSince({ former, dirty, readAt, closedToUs }: MailboxState): boolean {
  if (!former) return false
  return closedToUs !== undefined || (!dirty && readAt !== undefined && isAtOrAfter(readAt, former.since))
}

/** One that changes meanwhile is left for the next time. */
async function letGoUnlessNeeded(council: Council, { value, etag }: Stored<MailboxState>): Promise<void> {
  const keptUntil = await lastEndIn(council, value.mailbox)
  if (keptUntil === undefined) await council.mailboxes.letGo(value, { etag })
  else await changeMailbox(council, value.mailbox, (state) => (state.former ? { ...state, former: { ...state.former, keptUntil } } : state))
}

async function lastEndIn({ sessions, clock }: Council, mailbox: PersonId): Promise<Instant | undefined> {
  const now = clock.now()
  const [from, to] = [now.subtract({ hours: longestDays * 24 }), now.toZonedDateTimeISO('UTC').add({ months: monthsAhead }).toInstant()]
  let last: Instant | undefined
  for (const { sessionId } of await sessions.inMailbox(mailbox, from, to)) {
    const session = (await sessions.find(sessionId))?.session
    if (!session || session.calendar.mailbox !== mailbox || session.standing.kind === 'cancelled') continue
    if (isBefore(now, session.endsAt) && (!last || isBefore(last, session.endsAt))) last = session.endsAt
  }
  return last
}
