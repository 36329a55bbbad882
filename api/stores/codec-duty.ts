import { z } from 'zod'
import type { Duty } from '../../domain/duties/duty.ts'
import type { DutyRecord } from '../../domain/sessions/session-record.ts'
import { covering, rowCodec, dutyIdCodec, instantCodec, memberIdCodec, personIdCodec } from './codec.ts'

const again = z.int().optional()
const purpose = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('reminder'), reminder: z.enum(['week-before', 'morning-of']), memberId: memberIdCodec, again }),
  z.object({ kind: z.literal('nudge'), memberId: memberIdCodec, number: z.int() }),
  z.object({ kind: z.literal('chase'), memberId: memberIdCodec, number: z.int() }),
  z.object({ kind: z.literal('evaluation'), memberId: memberIdCodec, on: z.string(), reminder: z.literal(true).optional() }),
  z.object({ kind: z.literal('cancellation-notice'), memberId: memberIdCodec }),
  z.object({ kind: z.literal('decision-card'), officerId: personIdCodec, round: z.int() }),
  z.object({ kind: z.literal('escalation'), officerId: personIdCodec, round: z.int() }),
  z.object({ kind: z.literal('ask-reason'), officerId: personIdCodec }),
  z.object({ kind: z.literal('cancel-event') }),
  z.object({ kind: z.literal('partner-share'), address: z.string(), share: z.int() }),
  z.object({ kind: z.literal('partner-cancelled'), address: z.string(), share: z.int(), cancelledAt: instantCodec }),
  z.object({ kind: z.literal('bulletin'), memberId: memberIdCodec }),
  z.object({ kind: z.literal('bulletin-copy'), address: z.string() }),
  z.object({ kind: z.literal('bulletin-test'), officerId: personIdCodec, memberId: memberIdCodec, press: z.string() }),
  z.object({ kind: z.literal('bulletin-reminder'), officerId: personIdCodec }),
  z.object({ kind: z.literal('places-closed'), officerId: personIdCodec, closesAt: instantCodec, again }),
  z.object({ kind: z.literal('place-outcome'), memberId: memberIdCodec, round: z.int(), again }),
  z.object({ kind: z.literal('place-given-up'), memberId: memberIdCodec, again }),
  z.object({ kind: z.literal('places-over'), memberId: memberIdCodec, since: instantCodec }),
  z.object({ kind: z.literal('places-on-again'), memberId: memberIdCodec, since: instantCodec, again }),
  z.object({ kind: z.literal('answer'), memberId: memberIdCodec, answer: z.enum(['accepted', 'tentative', 'declined']), number: z.int() }),
])

const skippedBecause = z.enum([
  'declined',
  'answered',
  'cancelled',
  'moved',
  'late',
  'already-told',
  'opted-out',
  'closed',
  'not-needed',
  'combined',
  'left-office',
  'postponed',
])

export const failedBecause = z.enum([
  'no-mobile',
  'bad-number',
  'refused',
  'not-installed',
  'blocked',
  'not-organiser',
  'no-mailbox',
  'not-allowed',
  'misconfigured',
  'limit-reached',
  'unconfirmed',
])

const delivery = z.object({
  status: z.enum(['sending', 'delivered', 'temporary-failure', 'permanent-failure', 'technical-failure']),
  at: instantCodec,
})

const outcome = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('sent'),
    at: instantCodec,
    providerId: z.string().optional(),
    body: z.string().optional(),
    delivery: delivery.optional(),
    twice: z.boolean().optional(),
  }),
  z.object({ kind: z.literal('failed'), at: instantCodec, because: failedBecause }),
  z.object({ kind: z.literal('skipped'), at: instantCodec, because: skippedBecause }),
  z.object({ kind: z.literal('needs-attention'), at: instantCodec, because: z.string() }),
])

const state = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('due'), attempt: z.int() }),
  z.object({ kind: z.literal('claimed'), attempt: z.int(), by: z.string(), until: instantCodec, callAt: instantCodec }),
  z.object({ kind: z.literal('unknown'), attempt: z.int(), since: instantCodec, note: z.string() }),
  z.object({ kind: z.literal('done'), outcome }),
])

const duty = covering<Duty>()(
  z.object({
    id: dutyIdCodec,
    purpose,
    channel: z.enum(['text', 'email', 'card', 'calendar']),
    notBefore: instantCodec,
    notAfter: instantCodec.optional(),
  }),
)

export const dutyCodec = rowCodec<DutyRecord>()(
  z.object({
    duty,
    state,
    notBefore: instantCodec,
    providerId: z.string().optional(),
    shows: z.string().optional(),
    lost: z.int().optional(),
    resent: z.boolean().optional(),
  }),
)
