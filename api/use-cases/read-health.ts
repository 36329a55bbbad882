import type { HealthView } from '../contracts/health.ts'
import type { Council } from '../ports/council.ts'
import { unreachableNow } from './read-context.ts'

/** Is it working, what must be done: for the administrator. Mailboxes by their own names; nothing about any Member. */
export async function readHealth(council: Council): Promise<HealthView> {
  const [mailboxes, officers, lastImport, givenUp] = await Promise.all([
    council.mailboxes.all(),
    council.officers.all(),
    council.members.lastImport(),
    council.poisonedHints.lately(),
  ])
  const lateSince = council.health.lateSince()
  return {
    now: String(council.clock.now()),
    mailboxes: mailboxes.map(({ value: { name, address, readAt, closedToUs, subscription, dirty } }) => ({
      name,
      address,
      ...(readAt ? { readAt: String(readAt) } : {}),
      ...(closedToUs ? { closedToUs } : {}),
      ...(subscription ? { listeningUntil: String(subscription.until) } : {}),
      waiting: dirty,
    })),
    officers: officers.length,
    ...(lastImport ? { registerReadAt: lastImport.at } : {}),
    unreachable: unreachableNow(council),
    ...(lateSince ? { lateSince: String(lateSince) } : {}),
    ...(givenUp ? { hintsGivenUp: { count: givenUp.count, lastAt: String(givenUp.lastAt) } } : {}),
  }
}
