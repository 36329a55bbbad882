import type { PersonId } from '../../domain/kernel/ids.ts'
import { isAtOrAfter, type Instant } from '../../domain/kernel/time.ts'
import type { Subscriptions } from '../ports/calendar.ts'
import type { Council, MailboxState } from '../ports/council.ts'
import { changeMailbox, withoutCursor } from '../use-cases/change-mailbox.ts'
import { secretHash } from './notifications.ts'

export type SubscriptionDeps = {
  readonly subscriptions: Subscriptions
  /** 32 random bytes as text, at most 128 characters. */
  readonly newSecret: () => string
}

export type Ensured = 'stands' | 'renewed' | 'created'

/** The life that every version of Graph grants for Outlook items: 10,080 minutes now, 4,230 until 2024. */
const lifeMinutes = 4_200

/** When a subscription is renewed: with half its life left, so that a day of failures does not lose it. */
export function renewAt({ until }: NonNullable<MailboxState['subscription']>): Instant {
  return until.subtract({ minutes: lifeMinutes / 2 })
}

/**
 * Sees to it that Graph tells us when a mailbox changes. One that is gone is made anew, and the calendar then read whole, because
 * nobody told us of what happened meanwhile.
 *
 * Clauses: C2.2. Throws `Unavailable`; a mailbox without one is still read by the sweep.
 */
export async function ensureSubscription(
  council: Council,
  mailbox: PersonId,
  deps: SubscriptionDeps,
  signal: AbortSignal,
): Promise<Ensured> {
  const found = await council.mailboxes.find(mailbox)
  const { subscription } = found?.value ?? {}
  const now = council.clock.now()
  if (!found || (subscription && !isAtOrAfter(now, renewAt(subscription)))) return 'stands'
  const until = now.add({ minutes: lifeMinutes })
  if (!subscription) return create(council, mailbox, until, deps, signal)
  const renewal = await deps.subscriptions.renew(subscription.id, until, signal)
  if (renewal.kind === 'gone') return create(council, mailbox, until, deps, signal)
  await changeMailbox(council, mailbox, (state) =>
    state.subscription?.id === subscription.id ? { ...state, subscription: { ...state.subscription, until: renewal.until } } : state,
  )
  return 'renewed'
}

/**
 * The pointer by which a notification finds its mailbox is written before the mailbox's own row names the subscription. A mailbox that was
 * let go meanwhile is not listened to.
 */
async function create(
  council: Council,
  mailbox: PersonId,
  until: Instant,
  { subscriptions, newSecret }: SubscriptionDeps,
  signal: AbortSignal,
): Promise<'created'> {
  const clientState = newSecret()
  const created = await subscriptions.create(mailbox, { clientState, until }, signal)
  await council.mailboxes.pointSubscription(created.id, mailbox)
  let unused: string | undefined = created.id
  const kept = await changeMailbox(council, mailbox, (state) => {
    unused = state.subscription?.id
    return { ...withoutCursor(state), dirty: true, subscription: { ...created, clientStateHash: secretHash(clientState) } }
  })
  if (!kept) await subscriptions.remove(created.id, signal)
  if (unused !== undefined) await council.mailboxes.unpointSubscription(unused)
  return 'created'
}
