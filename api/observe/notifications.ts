import { timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { digest } from '../../domain/kernel/digest.ts'
import type { PersonId } from '../../domain/kernel/ids.ts'
import type { Council, Councils, MailboxState } from '../ports/council.ts'
import { changeMailbox, withoutCursor } from '../use-cases/change-mailbox.ts'

/** Why an entry was not believed. Counted and logged; whoever posted it is told nothing. */
export type DroppedBecause = 'unreadable' | 'unknown-subscription' | 'wrong-secret' | 'wrong-tenant' | 'wrong-mailbox'

export type Received = {
  /** Mailboxes that will be read because of it, each once whatever the number of entries. */
  readonly mailboxes: readonly { readonly council: Council; readonly mailbox: PersonId; readonly entries: number }[]
  readonly dropped: Readonly<Partial<Record<DroppedBecause, number>>>
}

const mostEntries = 1_000
const envelope = z.object({ value: z.array(z.unknown()).max(mostEntries) })
const common = {
  subscriptionId: z.string().min(1).max(200),
  clientState: z.string().max(255).nullish(),
  tenantId: z.string().max(100).nullish(),
}
const notification = z.object({ ...common, resource: z.string().max(2_000) })
const lifecycle = z.object({
  ...common,
  lifecycleEvent: z.enum(['reauthorizationRequired', 'subscriptionRemoved', 'missed']),
})

/**
 * Takes word from Graph that calendars changed. It says only that something changed: each mailbox named is marked to be read, and
 * nothing else of the body is believed (reliability.md §8). Entries that do not prove themselves are dropped one by one.
 *
 * Throws `Unavailable` when it could not be written down, so that Graph tries again.
 */
export async function receiveNotifications(councils: Councils, body: unknown): Promise<Received> {
  const proved = await provedEntries(councils, body, notification, ({ resource }, mailbox) => namesMailbox(resource, mailbox))
  for (const { council, mailbox } of proved.mailboxes) await changeMailbox(council, mailbox, (state) => ({ ...state, dirty: true }))
  return proved
}

/**
 * Takes word from Graph about a subscription itself. A request calls no service, so it is written into the mailbox's row what must be
 * done: an end of now is renewed, one that is gone is made anew, and what may have been missed is read whole.
 */
export async function receiveLifecycle(councils: Councils, body: unknown): Promise<Received> {
  const proved = await provedEntries(councils, body, lifecycle, () => true)
  for (const { council, mailbox, found } of proved.mailboxes) {
    const events = new Set(found.map(({ lifecycleEvent }) => lifecycleEvent))
    await changeMailbox(council, mailbox, (state) => afterLifecycle(state, events, council))
    const removed = found.filter(({ lifecycleEvent }) => lifecycleEvent === 'subscriptionRemoved')
    for (const { subscriptionId } of removed) await council.mailboxes.unpointSubscription(subscriptionId)
  }
  return proved
}

type LifecycleEvent = z.infer<typeof lifecycle>['lifecycleEvent']

function afterLifecycle(state: MailboxState, events: ReadonlySet<LifecycleEvent>, { clock }: Council): MailboxState {
  const removed = events.has('subscriptionRemoved')
  const whole = removed || events.has('missed')
  const { subscription, ...rest } = whole ? withoutCursor(state) : state
  const renewNow = events.has('reauthorizationRequired')
  return {
    ...rest,
    ...(subscription && !removed ? { subscription: renewNow ? { ...subscription, until: clock.now() } : subscription } : {}),
    dirty: true,
  }
}

type Entry = z.infer<typeof notification> | z.infer<typeof lifecycle>
type Proved<Item> = { readonly mailboxes: readonly (Received['mailboxes'][number] & { readonly found: readonly Item[] })[] } & Pick<
  Received,
  'dropped'
>

async function provedEntries<Item extends Entry>(
  councils: Councils,
  body: unknown,
  shape: z.ZodType<Item>,
  isOf: (entry: Item, mailbox: PersonId) => boolean,
): Promise<Proved<Item>> {
  const dropped: Partial<Record<DroppedBecause, number>> = {}
  const byMailbox = new Map<string, { council: Council; mailbox: PersonId; found: Item[] }>()
  const read = envelope.safeParse(body)
  const lookUp = lookedUpOnce(councils)
  for (const item of read.success ? read.data.value : [undefined]) {
    const entry = shape.safeParse(item)
    const proof = entry.success ? proofOf(await lookUp(entry.data.subscriptionId), entry.data, isOf) : 'unreadable'
    if (typeof proof === 'string') dropped[proof] = (dropped[proof] ?? 0) + 1
    else if (entry.success) {
      const key = `${proof.council.profile.id} ${proof.mailbox}`
      byMailbox.set(key, { ...proof, found: [...(byMailbox.get(key)?.found ?? []), entry.data] })
    }
  }
  return { mailboxes: [...byMailbox.values()].map((each) => ({ ...each, entries: each.found.length })), dropped }
}

type Subscribed = { readonly council: Council; readonly mailbox: PersonId; readonly clientStateHash: string }

/** A post may hold a thousand entries, nearly always of a few subscriptions; Graph waits three seconds for its answer. */
function lookedUpOnce(councils: Councils): (subscriptionId: string) => Promise<Subscribed | undefined> {
  const known = new Map<string, Promise<Subscribed | undefined>>()
  return (id) => {
    const found = known.get(id) ?? subscribed(councils, id)
    known.set(id, found)
    return found
  }
}

async function subscribed(councils: Councils, id: string): Promise<Subscribed | undefined> {
  const known = await councils.bySubscription(id)
  const subscription = known && (await known.council.mailboxes.find(known.mailbox))?.value.subscription
  return known && subscription?.id === id ? { ...known, clientStateHash: subscription.clientStateHash } : undefined
}

function proofOf<Item extends Entry>(
  known: Subscribed | undefined,
  entry: Item,
  isOf: (entry: Item, mailbox: PersonId) => boolean,
): { readonly council: Council; readonly mailbox: PersonId } | DroppedBecause {
  if (!known) return 'unknown-subscription'
  const { council, mailbox, clientStateHash } = known
  if (!isSecretOf(entry.clientState ?? '', clientStateHash)) return 'wrong-secret'
  if (entry.tenantId?.toLowerCase() !== council.profile.tenantId.toLowerCase()) return 'wrong-tenant'
  return isOf(entry, mailbox) ? { council, mailbox } : 'wrong-mailbox'
}

/** In a time that does not depend on how much of it is right. */
function isSecretOf(given: string, hash: string): boolean {
  const expected = Buffer.from(hash, 'utf8')
  const actual = Buffer.from(secretHash(given), 'utf8')
  return expected.length === actual.length && timingSafeEqual(expected, actual)
}

export function secretHash(secret: string): string {
  return digest(`client-state~${secret}`)
}

/** "Users/{id}/Events/…", in any case, the id perhaps with its tenant behind an `@`. */
function namesMailbox(resource: string, mailbox: PersonId): boolean {
  const [users = '', id = ''] = resource.replace(/^\//, '').toLowerCase().split('/')
  return users === 'users' && id.split('@')[0] === mailbox
}
