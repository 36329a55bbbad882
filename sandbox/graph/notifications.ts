import { randomUUID } from 'node:crypto'
import type { FaultAction, SandboxContext } from '../service.ts'
import type { Item } from './mailbox.ts'
import { createOutgoing, type Outgoing } from './outgoing.ts'
import type { ChangeType, Store } from './store.ts'
import type { Subscription, Subscriptions } from './subscriptions.ts'
import { etagOf } from './event-fields.ts'
import { idOf, viewOf } from './views.ts'

export type LifecycleEvent = 'reauthorizationRequired' | 'subscriptionRemoved' | 'missed'

export type Notifications = {
  /** Sends a lifecycle event to whoever holds subscriptions, or to one of them. `subscriptionRemoved` takes the subscription away. */
  lifecycle(event: LifecycleEvent, subscription: Subscription): void
}

/** Tells subscribers that something changed, with all the unreliability that the real thing has. */
export function createNotifications(
  store: Store,
  subscriptions: Subscriptions,
  context: Pick<SandboxContext, 'work' | 'clock' | 'faults' | 'memory' | 'mint'>,
): Notifications {
  const outgoing = createOutgoing(context, (url) => {
    for (const subscription of subscriptions.at(url)) lifecycle('missed', subscription)
  })

  function lifecycle(event: LifecycleEvent, subscription: Subscription): void {
    if (event === 'subscriptionRemoved') subscriptions.remove(subscription.id)
    if (!subscription.lifecycleNotificationUrl) return
    const { id, tenantId, clientState } = subscription
    const entry = { subscriptionId: id, subscriptionExpirationDateTime: expiry(subscription), tenantId, clientState, lifecycleEvent: event }
    outgoing.add(subscription.lifecycleNotificationUrl, entry)
  }

  store.listeners.push((item, change) => {
    for (const subscription of subscriptions.watching(item.mailbox.owner.objectId)) {
      if (subscription.changeTypes.has(change)) announce(subscription, item, change)
    }
  })

  function announce(subscription: Subscription, item: Item, change: ChangeType): void {
    const entry = { id: context.mint('notice'), ...entryFor(store, subscription, item, change) }
    const fault = context.faults.strike('notifications', 'POST', `${new URL(subscription.notificationUrl).pathname} ${entry.resource}`)
    enqueue(outgoing, subscription.notificationUrl, entry, fault)
  }

  return { lifecycle }
}

function enqueue(outgoing: Outgoing, url: string, entry: { readonly clientState: string | null }, fault: FaultAction | undefined): void {
  switch (fault?.kind) {
    case 'drop':
      return
    case 'duplicate':
      outgoing.add(url, entry)
      return outgoing.add(url, entry)
    case 'reorder':
      return outgoing.hold(url, entry)
    case 'delay':
      return outgoing.add(url, entry, fault.milliseconds)
    case 'wrong-client-state':
      return outgoing.add(url, { ...entry, clientState: randomUUID() })
    case 'status':
    case 'reset':
    case 'hang':
    case 'after':
      return outgoing.retryLater(url, entry)
    case undefined:
      return outgoing.add(url, entry)
  }
}

function entryFor(store: Store, subscription: Subscription, item: Item, changeType: ChangeType) {
  const view = viewOf(item)
  const id = idOf(store, view, subscription)
  const resource = `Users/${subscription.mailboxId}/Events/${id}`
  const etag = changeType === 'deleted' ? {} : { '@odata.etag': etagOf(view) }
  return {
    subscriptionId: subscription.id,
    subscriptionExpirationDateTime: expiry(subscription),
    clientState: subscription.clientState,
    changeType,
    resource,
    tenantId: subscription.tenantId,
    resourceData: { '@odata.type': '#Microsoft.Graph.Event', '@odata.id': resource, ...etag, id },
  }
}

/** With an offset where the subscription itself has a `Z`. */
function expiry({ expiresAt }: Subscription): string {
  return expiresAt.replace('Z', '+00:00')
}
