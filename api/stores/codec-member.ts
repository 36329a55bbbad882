import { z } from 'zod'
import type { Member } from '../../domain/members/member.ts'
import type { Officer } from '../../domain/members/officer.ts'
import type { Instant } from '../../domain/kernel/time.ts'
import type { PersonId } from '../../domain/kernel/ids.ts'
import type { Conversation } from '../ports/conversations.ts'
import type { MailboxState } from '../ports/council.ts'
import { covering, dayCodec, instantCodec, memberIdCodec, personIdCodec, rowCodec } from './codec.ts'

const mobile = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('usable'), e164: z.string() }),
  z.object({
    kind: z.literal('unusable'),
    given: z.string(),
    because: z.enum(['not-a-number', 'landline', 'personal-number', 'abroad']),
  }),
  z.object({ kind: z.literal('none') }),
])

export const memberCodec = rowCodec<Member>()(
  z.object({
    id: memberIdCodec,
    kind: z.enum(['mayor', 'councillor', 'co-optee']),
    name: z.string(),
    shortName: z.string(),
    addresses: z.array(z.string()).readonly(),
    personId: personIdCodec.optional(),
    mobile,
    mobileSetBy: z.enum(['officer', 'member']).optional(),
    landline: z.string().optional(),
    group: z.string().optional(),
    ward: z.string().optional(),
    posts: z.array(z.string()).readonly().optional(),
    held: z
      .array(z.object({ post: z.string(), from: dayCodec.optional(), to: dayCodec.optional() }))
      .readonly()
      .optional(),
    from: dayCodec.optional(),
    to: dayCodec.optional(),
    texts: z.object({ reminders: z.boolean(), combine: z.boolean() }),
  }),
)

const officer = covering<Officer>()(
  z.object({
    id: personIdCodec,
    name: z.string(),
    address: z.string(),
    roles: z.array(z.enum(['officer', 'administrator'])).readonly(),
  }),
)

export type OfficersRead = { readonly officers: readonly Officer[]; readonly at: Instant }
export const officersCodec = rowCodec<OfficersRead>()(z.object({ officers: z.array(officer).readonly(), at: instantCodec }))

export const mailboxCodec = rowCodec<MailboxState>()(
  z.object({
    mailbox: personIdCodec,
    name: z.string(),
    address: z.string(),
    shared: z.boolean(),
    subscription: z.object({ id: z.string(), until: instantCodec, clientStateHash: z.string() }).optional(),
    window: z.object({ from: instantCodec, to: instantCodec }).optional(),
    cursor: z.string().optional(),
    askedAnew: z.int().optional(),
    dirty: z.boolean(),
    readAt: instantCodec.optional(),
    closedToUs: z.enum(['no-mailbox', 'not-allowed']).optional(),
    failing: z.object({ since: instantCodec, because: z.enum(['no-answer', 'too-busy', 'our-fault']) }).optional(),
    former: z.object({ since: instantCodec, keptUntil: instantCodec.optional() }).optional(),
  }),
)

/** What stays in place of a mailbox that was let go: neither whose it was nor what was read of it. */
type LetGo = { readonly letGo: true; readonly mailbox: PersonId; readonly subscriptionId?: string }
export const letGoCodec = rowCodec<LetGo>()(
  z.object({ letGo: z.literal(true), mailbox: personIdCodec, subscriptionId: z.string().optional() }),
)

/** The mailbox that a row holds; undefined for one that was let go. */
export function mailboxFrom(data: unknown): MailboxState | undefined {
  return isLetGo(data) ? undefined : mailboxCodec.from(data)
}

export function isLetGo(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'letGo' in data
}

export const conversationCodec = rowCodec<Conversation>()(
  z.object({
    personId: personIdCodec,
    conversationId: z.string(),
    serviceUrl: z.string(),
    accountId: z.string().optional(),
    state: z.enum(['installed', 'removed', 'blocked']),
  }),
)
