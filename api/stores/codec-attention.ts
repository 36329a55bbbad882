import { z } from 'zod'
import type { AttentionRow } from '../../domain/duties/attention.ts'
import { dayCodec, instantCodec, memberIdCodec, rowCodec, sessionIdCodec } from './codec.ts'

const about = { sessionId: sessionIdCodec, title: z.string(), startsAt: instantCodec }
const putRight = { group: z.literal('put-right'), ...about }

const onPhoneListBecause = z.enum(['no-mobile', 'texts-off', 'bad-number', 'text-failed', 'unconfirmed'])

const clashesWith = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('meeting'),
    committee: z.string(),
    startsAt: instantCodec,
    endsAt: instantCodec.optional(),
    allDay: z.literal(true).optional(),
    place: z.string().optional(),
  }),
  z.object({ kind: z.literal('session'), sessionId: sessionIdCodec, title: z.string(), startsAt: instantCodec, endsAt: instantCodec }),
  z.object({
    kind: z.literal('event'),
    label: z.string(),
    from: z.string(),
    to: z.string(),
    hours: z.enum(['all-day', 'after-sunset']),
    isEve: z.boolean(),
    isSure: z.boolean(),
    startsAt: instantCodec,
    endsAt: instantCodec,
  }),
])

const deadline = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('meeting'), committee: z.string(), at: instantCodec }),
  z.object({ kind: z.literal('sitting'), committee: z.string() }),
  z.object({ kind: z.literal('day'), on: dayCodec }),
  z.object({ kind: z.literal('none') }),
])

const row = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('ring'),
    group: z.literal('now'),
    ...about,
    cancelledAt: instantCodec,
    toRing: z.array(z.object({ name: z.string(), because: onPhoneListBecause })).readonly(),
    delivered: z.int(),
    rung: z.int(),
  }),
  z.object({
    kind: z.literal('decide'),
    group: z.literal('decide'),
    ...about,
    accepted: z.int(),
    tentative: z.int(),
    none: z.int(),
    minimum: z.int(),
    decideBy: instantCodec,
    escalated: z.boolean(),
  }),
  z.object({ kind: z.literal('reason-missing'), ...putRight, cancelledAt: instantCodec, organiser: z.string() }),
  z.object({ kind: z.literal('untagged'), ...putRight, organiser: z.string() }),
  z.object({
    kind: z.literal('message-failed'),
    ...putRight,
    failed: z.array(z.object({ name: z.string(), because: z.string() })).readonly(),
  }),
  z.object({ kind: z.literal('list-unresolvable'), ...putRight, list: z.string() }),
  z.object({
    kind: z.literal('clash'),
    ...putRight,
    clashId: z.string(),
    against: clashesWith,
    affected: z.array(z.string()).readonly().optional(),
  }),
  z.object({
    kind: z.literal('bad-mobile'),
    group: z.literal('put-right'),
    memberId: memberIdCodec,
    name: z.string(),
    given: z.string(),
  }),
  z.object({ kind: z.literal('to-move'), group: z.literal('decide'), ...about, postponedAt: instantCodec, by: z.string() }),
  z.object({
    kind: z.literal('need-reopened'),
    ...putRight,
    needs: z.array(z.object({ name: z.string(), rule: z.string(), deadline })).readonly(),
  }),
  z.object({
    kind: z.literal('audience'),
    ...putRight,
    missing: z.array(z.string()).readonly(),
    surplus: z.array(z.string()).readonly(),
  }),
  z.object({
    kind: z.literal('held-back'),
    ...putRight,
    sessionKind: z.string(),
    hadAims: z.literal(true).optional(),
    firstSeenAt: instantCodec,
  }),
  z.object({ kind: z.literal('tag-refused'), ...putRight, because: z.enum(['unreadable', 'does-not-fit']), organiser: z.string() }),
  z.object({ kind: z.literal('room-too-small'), ...putRight, accepted: z.int(), capacity: z.int() }),
  z.object({
    kind: z.literal('brief-owed'),
    group: z.literal('moment'),
    ...about,
    organiser: z.string(),
    hasAims: z.boolean(),
    hasChanged: z.boolean(),
  }),
  z.object({ kind: z.literal('register-empty'), ...putRight, joined: z.int().optional() }),
  z.object({
    kind: z.literal('no-repeat'),
    group: z.literal('moment'),
    ...about,
    pair: z.enum(['no-repeat', 'both-day', 'both-evening']),
  }),
])

/** What waits for officers because of one session: one row of the list, so that it comes and goes whole. */
export const attentionCodec = rowCodec<{ readonly rows: readonly AttentionRow[] }>()(z.object({ rows: z.array(row).readonly() }))
