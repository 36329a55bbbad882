import { z } from 'zod'
import { instantText, response } from './shared.ts'

const evidence = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('attended'), on: z.iso.date(), title: z.string(), sessionId: z.string() }),
  /** C5.9: an e-learning course, as an officer put it down. */
  z.object({ kind: z.literal('completed'), on: z.iso.date(), by: z.string() }),
  /** C5.11: training had elsewhere or before the election. Without `until` it counts for good. */
  z.object({ kind: z.literal('accepted'), on: z.iso.date(), by: z.string(), what: z.string(), until: z.iso.date().optional() }),
])

/** How one Member stands to one rule that binds them (C5.1). */
export const requirement = z.object({
  ruleId: z.string(),
  label: z.string(),
  /** What the rule asks, and of whom. */
  says: z.string(),
  /** Why it binds her. */
  why: z.string(),
  /** How she stands to it, and what is asked of her. */
  stands: z.string(),
  status: z.enum(['due', 'done', 'refresher-due', 'overdue']),
  /** The last day on which it is in time. Absent: it is done for good, it is due before she sits, or no date is set. */
  by: z.iso.date().optional(),
  /** Of what is to be done before sitting: whether she is shown as able to. */
  maySit: z.boolean().optional(),
  /** It is a course on a computer, and no session. */
  eLearning: z.literal(true).optional(),
  /** What counts towards it, oldest first. */
  evidence: z.array(evidence),
  /** Of what is not done: a session that would meet it. */
  next: z
    .object({
      sessionId: z.string(),
      title: z.string(),
      startsAt: instantText,
      endsAt: instantText,
      answer: z.enum([...response.options, 'uninvited']),
    })
    .optional(),
})
export type Requirement = z.infer<typeof requirement>

/** GET /api/my/requirements: those that want something first, the soonest first. */
export const myRequirements = z.object({ on: z.iso.date(), requirements: z.array(requirement), now: instantText })
export type MyRequirements = z.infer<typeof myRequirements>

/** GET /api/members/:memberId/requirements: the same for officers, with what they have put down. */
export const memberRequirements = myRequirements.extend({
  member: z.object({ memberId: z.string(), name: z.string() }),
  /** Rules to which something can be put down. */
  choices: z.array(
    z.object({
      ruleId: z.string(),
      label: z.string(),
      eLearning: z.boolean(),
      equivalence: z.boolean(),
      /** What is accepted needs a last day. */
      needsUntil: z.boolean(),
    }),
  ),
  /** Newest first; those withdrawn too. */
  completions: z.array(
    z.object({
      completionId: z.string(),
      label: z.string(),
      kind: z.enum(['completed', 'accepted']),
      on: z.iso.date(),
      until: z.iso.date().optional(),
      what: z.string().optional(),
      at: instantText,
      by: z.string(),
      withdrawn: z.object({ at: instantText, by: z.string(), why: z.string() }).optional(),
    }),
  ),
})
export type MemberRequirements = z.infer<typeof memberRequirements>

/** POST /api/members/:memberId/completions */
export const completionBody = z.strictObject({
  ruleId: z.string().min(1).max(100),
  kind: z.enum(['completed', 'accepted']),
  on: z.iso.date(),
  until: z.iso.date().optional(),
  what: z.string().trim().max(300).optional(),
})
export type CompletionBody = z.infer<typeof completionBody>

/** POST /api/members/:memberId/completions/:completionId/withdrawal */
export const withdrawalBody = z.strictObject({ why: z.string().trim().min(1).max(300) })

/** GET /api/requirements?on=2026-10-13: every Member in office on a day by every rule. Absent: today. */
export const requirementsGrid = z.object({
  on: z.iso.date(),
  rules: z.array(z.object({ ruleId: z.string(), label: z.string(), says: z.string() })),
  members: z.array(
    z.object({
      memberId: z.string(),
      name: z.string(),
      group: z.string().optional(),
      /** One for each rule, in its order. */
      cells: z.array(
        z.object({
          status: z.enum(['not-needed', 'due', 'done', 'refresher-due', 'overdue']),
          /** When it was done, for what is; otherwise the last day on which it is in time, where there is one. */
          day: z.iso.date().optional(),
          /** Of what is to be done before sitting. */
          maySit: z.boolean().optional(),
        }),
      ),
    }),
  ),
  now: instantText,
})
export type RequirementsGrid = z.infer<typeof requirementsGrid>
