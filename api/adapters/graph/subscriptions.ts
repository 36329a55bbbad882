import { z } from 'zod'
import type { PersonId } from '../../../domain/kernel/ids.ts'
import { instant, type Instant } from '../../../domain/kernel/time.ts'
import type { Subscriptions } from '../../ports/calendar.ts'
import { Unavailable } from '../../ports/unavailable.ts'
import { stampOf } from './appointment.ts'
import { pageOf, parsed } from './codec.ts'
import { outage, type WriteVerdict } from './errors.ts'
import type { GraphSource } from './source.ts'

export type SubscriptionSettings = {
  /** Where Graph posts: public, https in a council's tenant. */
  readonly notificationUrl: string
  readonly lifecycleUrl: string
}

const subscriptionSchema = z.object({
  id: z.string().min(1),
  expirationDateTime: z.string(),
  resource: z.string().nullish(),
  notificationUrl: z.string().nullish(),
})
type Subscription = z.infer<typeof subscriptionSchema>
type Kept = { readonly id: string; readonly until: Instant }

const mostPages = 50

/**
 * Graph's promise to tell us when a mailbox's calendar changes. A lost promise costs delay and nothing else, since every mailbox is
 * also swept.
 *
 * Traps: the lifecycle address can be given at creation only; ids in notifications are immutable ones only when asked for here.
 */
export function createSubscriptions(source: GraphSource, settings: SubscriptionSettings): Subscriptions {
  const { graph, service } = source

  function post(mailbox: PersonId, order: { clientState: string; until: Instant }, signal: AbortSignal): Promise<WriteVerdict> {
    const body = {
      changeType: 'created,updated,deleted',
      notificationUrl: settings.notificationUrl,
      lifecycleNotificationUrl: settings.lifecycleUrl,
      resource: resourceOf(mailbox),
      expirationDateTime: order.until.toString(),
      clientState: order.clientState,
      latestSupportedTlsVersion: 'v1_2',
    }
    return graph.write({ method: 'POST', path: '/subscriptions', body, prefer: ['IdType="ImmutableId"'], as: service, signal })
  }

  async function remove(subscriptionId: string, signal: AbortSignal): Promise<void> {
    const path = `/subscriptions/${encodeURIComponent(subscriptionId)}`
    const verdict = await graph.write({ method: 'DELETE', path, as: service, signal })
    if (verdict.kind !== 'done' && verdict.kind !== 'gone') throw failed('remove', verdict)
  }

  return {
    remove,
    async create(mailbox, order, signal) {
      const first = await post(mailbox, order, signal)
      if (first.kind === 'done') return keptOf(first.value)
      if (first.kind !== 'exists') throw failed('create', first)
      // One that exists carries a secret we no longer have, and a secret cannot be changed: it makes room for ours.
      for (const { id } of await existing(source, settings, mailbox, signal)) await remove(id, signal)
      const second = await post(mailbox, order, signal)
      if (second.kind !== 'done') throw failed('create', second)
      return keptOf(second.value)
    },
    async renew(subscriptionId, until, signal) {
      const path = `/subscriptions/${encodeURIComponent(subscriptionId)}`
      const body = { expirationDateTime: until.toString() }
      const verdict = await graph.write({ method: 'PATCH', path, body, as: service, signal })
      if (verdict.kind === 'gone') return { kind: 'gone' }
      if (verdict.kind !== 'done') throw failed('renew', verdict)
      return { kind: 'renewed', until: verdict.value === undefined ? until : keptOf(verdict.value).until }
    },
  }
}

function resourceOf(mailbox: PersonId): string {
  return `/users/${mailbox}/events`
}

function keptOf(value: unknown): Kept {
  const { id, expirationDateTime } = parsed(subscriptionSchema, value)
  return { id, until: stampOf(expirationDateTime) ?? instant('1970-01-01T00:00:00Z') }
}

/** Ours for this mailbox: the listing holds every council's of this registration and tenant, and may hold some that have run out. */
async function existing(
  { graph, service }: GraphSource,
  { notificationUrl }: SubscriptionSettings,
  mailbox: PersonId,
  signal: AbortSignal,
): Promise<readonly Subscription[]> {
  const found: Subscription[] = []
  const wanted = resourceOf(mailbox).slice(1)
  let path = '/subscriptions'
  for (let pages = 0; pages < mostPages; pages += 1) {
    const verdict = await graph.read({ path, as: service, signal })
    if (verdict.kind !== 'read') throw outage(verdict)
    const page = pageOf(verdict.value)
    found.push(...page.value.map((item) => parsed(subscriptionSchema, item)))
    if (!page.next) break
    path = graph.ownPath(page.next)
  }
  return found.filter((each) => each.notificationUrl === notificationUrl && each.resource?.replace(/^\//, '').toLowerCase() === wanted)
}

function failed(what: string, verdict: WriteVerdict): Unavailable {
  const wait = verdict.kind === 'later' ? { retryAfterSeconds: verdict.afterSeconds } : {}
  const because = verdict.kind === 'refused' ? `${verdict.because} ${verdict.code}` : verdict.kind
  return new Unavailable('graph', `could not ${what} a subscription: ${because}`, wait)
}
