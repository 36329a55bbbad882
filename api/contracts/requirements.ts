import { z } from 'zod'
import { instantText, response } from './shared.ts'

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
  /** What counts towards it, oldest first. */
  evidence: z.array(z.object({ kind: z.literal('attended'), on: z.iso.date(), title: z.string(), sessionId: z.string() })),
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
