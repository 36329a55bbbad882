import type { PersonId } from '../../domain/kernel/ids.ts'
import type { Log } from '../log.ts'
import type { Council } from '../ports/council.ts'
import { Unavailable } from '../ports/unavailable.ts'
import { ensureSubscription, type SubscriptionDeps } from './ensure-subscription.ts'
import { noted } from './noted.ts'
import { recorded } from './recorded.ts'
import { syncMailbox, type SyncDeps, type Synced } from './sync-mailbox.ts'

export type TendDeps = SyncDeps & SubscriptionDeps & { readonly log: Log }

/** Tends mailboxes, one mailbox after another's reading has ended: two readings at once could keep the older answer. */
export interface Tender {
  tend(council: Council, mailbox: PersonId, signal: AbortSignal): Promise<Synced>
}

export function createTender(depsOf: (council: Council) => TendDeps): Tender {
  const underWay = new Map<string, Promise<unknown>>()
  return {
    async tend(council, mailbox, signal) {
      const key = `${council.profile.id} ${mailbox}`
      const before = underWay.get(key) ?? Promise.resolve()
      const tending = before.then(() => tendMailbox(council, mailbox, depsOf(council), signal))
      const settled = tending.catch(() => undefined) // whoever asked for it hears of it
      underWay.set(key, settled)
      try {
        return await tending
      } finally {
        if (underWay.get(key) === settled) underWay.delete(key)
      }
    },
  }
}

/**
 * Everything a mailbox wants: to be subscribed to, and to be read. Subscribed first, so that nothing happens unseen between the two.
 * A mailbox that cannot be subscribed to is read all the same.
 *
 * Throws `Unavailable` when it could not be read: what asked for it stays and asks again.
 */
async function tendMailbox(council: Council, mailbox: PersonId, deps: TendDeps, signal: AbortSignal): Promise<Synced> {
  const about = { council: council.profile.id, mailbox }
  const begun = council.clock.mono()
  await subscribe(council, mailbox, deps, signal)
  const synced = await noted(council, 'graph', () => recorded(council, mailbox, () => syncMailbox(council, mailbox, deps, signal)))
  const durationMs = Math.round(council.clock.mono() - begun)
  if (synced.kind === 'synced') deps.log.info('mailbox.synced', { ...about, count: synced.sessions, whole: synced.whole, durationMs })
  if (synced.kind === 'closed-to-us') deps.log.warn('mailbox.closed', { ...about, because: synced.because })
  return synced
}

async function subscribe(council: Council, mailbox: PersonId, deps: TendDeps, signal: AbortSignal): Promise<void> {
  const about = { council: council.profile.id, mailbox }
  try {
    const ensured = await ensureSubscription(council, mailbox, deps, signal)
    if (ensured !== 'stands') deps.log.info('subscription.renewed', about)
  } catch (fault) {
    if (!(fault instanceof Unavailable)) throw fault
    deps.log.warn('subscription.failed', { ...about, error: fault.name, dependency: fault.dependency })
  }
}
