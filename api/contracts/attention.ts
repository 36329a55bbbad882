import { z } from 'zod'
import { deadline } from './decisions.ts'
import { clashesWith, heldOut, instantText, unreachable } from './shared.ts'

/** GET /api/attention: everything that waits for an officer, most pressing first. Rows go when they are dealt with, or when their time has passed. */
export const attentionRow = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('ring'),
    group: z.literal('now'),
    sessionId: z.string(),
    title: z.string(),
    startsAt: instantText,
    cancelledAt: instantText,
    toRing: z.array(z.object({ name: z.string(), because: z.string() })),
    delivered: z.int(),
    rung: z.int(),
  }),
  z.object({
    kind: z.literal('decide'),
    group: z.literal('decide'),
    sessionId: z.string(),
    title: z.string(),
    startsAt: instantText,
    accepted: z.int(),
    tentative: z.int(),
    none: z.int(),
    minimum: z.int(),
    decideBy: instantText,
    escalated: z.boolean(),
  }),
  z.object({
    kind: z.literal('reason-missing'),
    group: z.literal('put-right'),
    sessionId: z.string(),
    title: z.string(),
    startsAt: instantText,
    cancelledAt: instantText,
    organiser: z.string(),
  }),
  z.object({
    kind: z.literal('untagged'),
    group: z.literal('put-right'),
    sessionId: z.string(),
    title: z.string(),
    startsAt: instantText,
    organiser: z.string(),
  }),
  z.object({
    kind: z.literal('message-failed'),
    group: z.literal('put-right'),
    sessionId: z.string(),
    title: z.string(),
    startsAt: instantText,
    failed: z.array(z.object({ name: z.string(), because: z.string() })),
  }),
  z.object({
    kind: z.literal('list-unresolvable'),
    group: z.literal('put-right'),
    sessionId: z.string(),
    title: z.string(),
    startsAt: instantText,
    list: z.string(),
  }),
  z.object({
    kind: z.literal('clash'),
    group: z.literal('put-right'),
    sessionId: z.string(),
    title: z.string(),
    startsAt: instantText,
    clashId: z.string(),
    against: clashesWith,
    /** Members who would have to be at both; absent where nobody knows who sits on the committee. */
    affected: z.array(z.string()).optional(),
  }),
  z.object({ kind: z.literal('bad-mobile'), group: z.literal('put-right'), memberId: z.string(), name: z.string(), given: z.string() }),
  z.object({
    kind: z.literal('to-move'),
    group: z.literal('decide'),
    sessionId: z.string(),
    title: z.string(),
    startsAt: instantText,
    postponedAt: instantText,
    by: z.string(),
  }),
  /** C4.4: limited places that have closed, or of which one came free for the `next` on the list. `startsAt`: of a session. */
  z.object({
    kind: z.literal('places-waiting'),
    group: z.literal('decide'),
    offerId: z.string(),
    title: z.string(),
    startsAt: instantText.optional(),
    waitsFor: z.enum(['draw', 'confirmation', 'next']),
    closedAt: instantText,
    interested: z.int(),
    places: z.int(),
  }),
  /** C4.4: emails about limited places that did not arrive. `startsAt`: of a session. */
  z.object({
    kind: z.literal('places-failed'),
    group: z.literal('put-right'),
    offerId: z.string(),
    title: z.string(),
    startsAt: instantText.optional(),
    failed: z.array(z.object({ name: z.string(), because: z.string() })),
  }),
  /** C4.2: drafted, and due from the next working day on. After `lapsesAt` it does not leave any more. */
  z.object({
    kind: z.literal('bulletin-unreleased'),
    group: z.literal('decide'),
    issueId: z.string(),
    dueAt: instantText,
    lapsesAt: instantText,
  }),
  /** C4.1: the last one never left, and nobody has released the next. */
  z.object({
    kind: z.literal('bulletin-lapsed'),
    group: z.literal('put-right'),
    issueId: z.string(),
    dueAt: instantText,
    because: z.enum(['not-released', 'too-late']),
  }),
  z.object({
    kind: z.literal('need-reopened'),
    group: z.literal('put-right'),
    sessionId: z.string(),
    title: z.string(),
    startsAt: instantText,
    needs: z.array(z.object({ name: z.string(), rule: z.string(), deadline })),
  }),
  z.object({
    kind: z.literal('audience'),
    group: z.literal('put-right'),
    sessionId: z.string(),
    title: z.string(),
    startsAt: instantText,
    missing: z.array(z.string()),
    surplus: z.array(z.string()),
  }),
  z.object({
    kind: z.literal('held-back'),
    group: z.literal('put-right'),
    sessionId: z.string(),
    title: z.string(),
    startsAt: instantText,
    from: heldOut,
  }),
  /** Nobody can follow what stands in its appointment in the place of what the add-in writes. */
  z.object({
    kind: z.literal('tag-refused'),
    group: z.literal('put-right'),
    sessionId: z.string(),
    title: z.string(),
    startsAt: instantText,
    because: z.enum(['unreadable', 'does-not-fit']),
    organiser: z.string(),
  }),
  z.object({
    kind: z.literal('room-too-small'),
    group: z.literal('put-right'),
    sessionId: z.string(),
    title: z.string(),
    startsAt: instantText,
    accepted: z.int(),
    capacity: z.int(),
  }),
  /** C1.11: the presenter of a session to come has no brief yet, or one from before it changed. */
  z.object({
    kind: z.literal('brief-owed'),
    group: z.literal('moment'),
    sessionId: z.string(),
    title: z.string(),
    startsAt: instantText,
    organiser: z.string(),
    hasAims: z.boolean(),
    hasChanged: z.boolean(),
  }),
  /** C2.10: held, and nothing is on its register. `joined`: how many Members Teams shows, to be confirmed. */
  z.object({
    kind: z.literal('register-empty'),
    group: z.literal('put-right'),
    sessionId: z.string(),
    title: z.string(),
    startsAt: instantText,
    joined: z.int().optional(),
  }),
  z.object({
    kind: z.literal('no-repeat'),
    group: z.literal('moment'),
    sessionId: z.string(),
    title: z.string(),
    startsAt: instantText,
    pair: z.enum(['no-repeat', 'both-day', 'both-evening']),
  }),
])
export type AttentionRow = z.infer<typeof attentionRow>
export const attention = z.object({ now: instantText, rows: z.array(attentionRow), unreachable: z.array(unreachable) })
export type Attention = z.infer<typeof attention>

export const callOutcome = z.enum(['told', 'left-message', 'no-reply'])
export const phoneListEntry = z.object({
  memberId: z.string(),
  name: z.string(),
  because: z.enum(['no-mobile', 'texts-off', 'bad-number', 'text-failed', 'unconfirmed']),
  had: z.enum(['accepted', 'tentative', 'declined', 'none']),
  /** For a `tel:` link; absent when the register knows no number at all. */
  telephone: z.string().optional(),
  calls: z.array(z.object({ outcome: callOutcome, at: instantText, by: z.string() })),
  /** Reached: told, or the text was delivered after all. */
  reached: z.boolean(),
})
/** GET /api/sessions/:sessionId/phone-list */
export const phoneList = z.object({
  sessionId: z.string(),
  title: z.string(),
  startsAt: instantText,
  cancelledAt: instantText.optional(),
  say: z.string(),
  entries: z.array(phoneListEntry),
  delivered: z.int(),
  onTheirWay: z.int(),
  now: instantText,
})
export type PhoneList = z.infer<typeof phoneList>
/** POST /api/sessions/:sessionId/phone-list/:memberId → 200 with `phoneList`; DELETE the same path takes back the last call. */
export const callBody = z.strictObject({ outcome: callOutcome })
