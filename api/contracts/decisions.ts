import { z } from 'zod'
import { instantText, typedText } from './shared.ts'
import { programmeRow } from './programme.ts'

/** What each choice would do, worked out from the same rules that will do it. */
export const consequences = z.object({
  /** A room is a calendar and not a person. */
  calendarsCleared: z.int(),
  membersInvited: z.int(),
  othersInvited: z.int(),
  shortNotice: z.boolean(),
  texts: z.int(),
  calls: z.array(z.object({ name: z.string(), because: z.enum(['no-mobile', 'texts-off', 'bad-number']) })),
  offeredOtherRun: z.int(),
})

/** GET /api/sessions/:sessionId/decision */
export const decisionCase = z.object({
  row: programmeRow,
  seen: z.string(),
  state: z.enum(['open', 'before-review', 'enough', 'decided', 'cancelled', 'started', 'not-judged']),
  decideBy: instantText.optional(),
  escalated: z.boolean(),
  decided: z.object({ choice: z.enum(['run', 'cancel', 'postpone', 'merge']), by: z.string(), at: instantText }).optional(),
  closedAt: instantText.optional(),
  history: z.array(z.object({ at: instantText, what: z.string() })),
  /** What the count was at the latest review, to say how it has changed since. */
  atReview: z.object({ accepted: z.int(), at: instantText }).optional(),
  tentative: z.array(z.object({ memberId: z.string(), name: z.string() })),
  noAnswer: z.array(z.object({ memberId: z.string(), name: z.string() })),
  notice: z.object({ shortNotice: z.boolean(), shortNoticeFrom: instantText, workingDays: z.int() }),
  ifCancelled: consequences,
  reasons: z.array(
    z.object({ id: z.string(), label: z.string(), basis: z.enum(['lack-of-interest', 'unexpected']), needsWords: z.boolean() }),
  ),
  suggestedMessage: z.string(),
  now: instantText,
})
export type DecisionCase = z.infer<typeof decisionCase>

/**
 * POST /api/sessions/:sessionId/decision → 201 with `decisionTaken`. Any session may be cancelled with a reason (C3.1);
 * the other choices answer an open case. `merge` names the run it merges with.
 */
export const decisionBody = z.strictObject({
  choice: z.enum(['run', 'cancel', 'postpone', 'merge']),
  reasonId: z.string().min(1).max(40),
  reasonWords: typedText(500).optional(),
  message: typedText(1000).optional(),
  mergeWith: z.string().max(64).optional(),
  seen: z.string().min(1).max(100),
})
export type DecisionBody = z.infer<typeof decisionBody>
export const decisionTaken = z.object({ choice: z.enum(['run', 'cancel', 'postpone', 'merge']), at: instantText, by: z.string() })

/** POST /api/sessions/:sessionId/reason: the missing reason of a cancellation made in Outlook (C3.13) → 200. */
export const reasonBody = z.strictObject({ reasonId: z.string().min(1).max(40), reasonWords: typedText(500).optional() })
export type ReasonBody = z.infer<typeof reasonBody>
