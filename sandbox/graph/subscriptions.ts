import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { SandboxContext } from '../service.ts'
import type { Caller } from './call.ts'
import { readBody, withoutAnnotations } from './event-body.ts'
import { shakeHands } from './handshake.ts'
import { Refusal, badRequest } from './refusal.ts'
import type { ChangeType } from './store.ts'

export type Subscription = {
  readonly id: string
  readonly appId: string
  readonly tenantId: string
  readonly mailboxId: string
  readonly resource: string
  readonly changeTypes: ReadonlySet<ChangeType>
  readonly changeType: string
  readonly clientState: string | null
  notificationUrl: string
  readonly lifecycleNotificationUrl: string | null
  readonly ids: 'default' | 'immutable'
  /** An instant, as `2026-11-27T10:00:00Z`. */
  expiresAt: string
}

export type Subscriptions = {
  create(order: {
    readonly body: unknown
    readonly caller: Caller
    readonly ids: 'default' | 'immutable'
    readonly mailboxIdOf: (resource: string) => string
  }): Promise<Subscription>
  renew(id: string, caller: Caller, body: unknown): Promise<Subscription>
  find(id: string, caller: Caller): Subscription
  of(caller: Caller): Subscription[]
  remove(id: string): void
  get(id: string): Subscription | undefined
  /** Those whose notifications go to an address. */
  at(url: string): Subscription[]
  /** Those that stand for a mailbox. */
  watching(mailboxId: string): Iterable<Subscription>
}

const shape = z.strictObject({
  changeType: z.string().min(1),
  notificationUrl: z.string().min(1),
  lifecycleNotificationUrl: z.string().nullish(),
  resource: z.string().min(1),
  expirationDateTime: z.string(),
  clientState: z.string().max(128).nullish(),
  latestSupportedTlsVersion: z.string().nullish(),
  includeResourceData: z.boolean().nullish(),
})
const renewal = z.strictObject({ expirationDateTime: z.string().optional(), notificationUrl: z.string().optional() })

const mostMinutes = 10_080
const leastMinutes = 45
const mostPerMailbox = 1000

export function createSubscriptions({ clock, memory, mint }: Pick<SandboxContext, 'clock' | 'memory' | 'mint'>): Subscriptions {
  const { all } = memory.of('subscriptions', () => ({ all: new Map<string, Subscription>() }))
  const byMailbox = new Map<string, Map<string, Subscription>>()
  const expiries = new Map<string, { cancel(): void }>()

  function watch(subscription: Subscription): void {
    const { id, mailboxId, expiresAt } = subscription
    all.set(id, subscription)
    byMailbox.set(mailboxId, (byMailbox.get(mailboxId) ?? new Map<string, Subscription>()).set(id, subscription))
    expiries.get(id)?.cancel()
    expiries.set(
      id,
      clock.at(Temporal.Instant.from(expiresAt), () => remove(id)),
    )
  }

  function remove(id: string): void {
    const subscription = all.get(id)
    expiries.get(id)?.cancel()
    expiries.delete(id)
    all.delete(id)
    if (subscription) byMailbox.get(subscription.mailboxId)?.delete(id)
  }

  function find(id: string, caller: Caller): Subscription {
    const found = all.get(id)
    if (!found || found.appId !== appOf(caller)) throw new Refusal(404, 'ResourceNotFound', 'The object was not found.')
    return found
  }

  function refuseTwin(mine: Pick<Subscription, 'appId' | 'mailboxId' | 'changeTypes'>): void {
    const key = [...mine.changeTypes].sort().join()
    for (const other of byMailbox.get(mine.mailboxId)?.values() ?? []) {
      if (other.appId !== mine.appId || [...other.changeTypes].sort().join() !== key) continue
      throw new Refusal(409, 'ExtensionError', `Subscription Id ${other.id} already exists for the requested combination.`)
    }
  }

  for (const kept of all.values()) watch(kept)
  return {
    find,
    remove,
    get: (id) => all.get(id),
    at: (url) => [...all.values()].filter(({ notificationUrl }) => notificationUrl === url),
    of: (caller) => [...all.values()].filter(({ appId }) => appId === appOf(caller)),
    watching: (mailboxId) => byMailbox.get(mailboxId)?.values() ?? [],

    async create({ body, caller, ids, mailboxIdOf }) {
      const asked = readBody(shape, withoutAnnotations(body), 'microsoft.graph.subscription')
      if (asked.includeResourceData) throw badRequest('Notifications with resource data need a certificate, which the sandbox does not do.')
      const expiresAt = expiryOf(clock.now(), asked.expirationDateTime)
      const mine = { appId: appOf(caller), mailboxId: mailboxIdOf(asked.resource), changeTypes: changeTypesOf(asked.changeType) }
      refuseTwin(mine)
      if ((byMailbox.get(mine.mailboxId)?.size ?? 0) >= mostPerMailbox)
        throw new Refusal(403, 'ExtensionError', 'Subscription limit of the mailbox reached.')
      await shakeHands(asked.notificationUrl)
      if (asked.lifecycleNotificationUrl) await shakeHands(asked.lifecycleNotificationUrl)
      refuseTwin(mine) // another may have come in while hands were being shaken
      const subscription: Subscription = {
        ...mine,
        id: mint('subscription'),
        ids,
        tenantId: caller.tenantId,
        resource: asked.resource,
        changeType: asked.changeType,
        clientState: asked.clientState ?? null,
        notificationUrl: asked.notificationUrl,
        lifecycleNotificationUrl: asked.lifecycleNotificationUrl ?? null,
        expiresAt: expiresAt.toString(),
      }
      watch(subscription)
      return subscription
    },

    async renew(id, caller, body) {
      const asked = readBody(renewal, withoutAnnotations(body), 'microsoft.graph.subscription')
      const expiresAt = asked.expirationDateTime === undefined ? undefined : expiryOf(clock.now(), asked.expirationDateTime)
      find(id, caller)
      if (asked.notificationUrl) await shakeHands(asked.notificationUrl)
      const subscription = find(id, caller) // it may have run out while hands were being shaken
      subscription.notificationUrl = asked.notificationUrl ?? subscription.notificationUrl
      if (expiresAt) subscription.expiresAt = expiresAt.toString()
      watch(subscription)
      return subscription
    },
  }
}

/** A person's own subscriptions belong to the application through which they were made. */
function appOf(caller: Caller): string {
  return caller.kind === 'app' ? caller.appId : `${caller.appId ?? 'outlook'}/${caller.oid}`
}

function changeTypesOf(text: string): ReadonlySet<ChangeType> {
  const types = text.split(',').map((type) => type.trim().toLowerCase())
  const odd = types.find((type) => !['created', 'updated', 'deleted'].includes(type))
  if (odd !== undefined) throw badRequest(`'${odd}' is not a changeType.`)
  return new Set(types as ChangeType[])
}

/** Less than 45 minutes is raised to 45; more than seven days is refused. */
function expiryOf(now: Temporal.Instant, text: string): Temporal.Instant {
  const wanted = instantOf(text)
  if (Temporal.Instant.compare(wanted, now) <= 0) throw badRequest('Subscription expiration must be in the future.')
  if (Temporal.Instant.compare(wanted, now.add({ minutes: mostMinutes })) > 0) {
    throw new Refusal(400, 'ExtensionError', `Subscription expiration can only be ${mostMinutes} minutes in the future.`)
  }
  const least = now.add({ minutes: leastMinutes })
  return Temporal.Instant.compare(wanted, least) < 0 ? least : wanted
}

function instantOf(text: string): Temporal.Instant {
  try {
    return Temporal.Instant.from(text)
  } catch (cause) {
    if (cause instanceof RangeError) throw badRequest(`'${text}' is not a valid expirationDateTime.`)
    throw cause
  }
}

export function showSubscription(subscription: Subscription): object {
  return {
    id: subscription.id,
    resource: subscription.resource,
    applicationId: subscription.appId.split('/')[0],
    changeType: subscription.changeType,
    clientState: subscription.clientState,
    notificationUrl: subscription.notificationUrl,
    lifecycleNotificationUrl: subscription.lifecycleNotificationUrl,
    notificationQueryOptions: null,
    notificationContentType: null,
    expirationDateTime: subscription.expiresAt,
    creatorId: subscription.appId,
    includeResourceData: null,
    latestSupportedTlsVersion: 'v1_2',
    encryptionCertificate: null,
    encryptionCertificateId: null,
    notificationUrlAppId: null,
  }
}
