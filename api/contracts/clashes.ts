import { z } from 'zod'
import { clashesWith, instantText, typedText } from './shared.ts'

/** One thing beside which a session cannot be (C14.3, C14.12), as its own page shows it. */
export const clash = z.object({
  /** Send back to accept it. */
  clashId: z.string(),
  against: clashesWith,
  /** Members who would have to be at both; absent where nobody knows who sits on the committee. */
  affected: z.array(z.object({ memberId: z.string(), name: z.string() })).optional(),
  accepted: z.object({ by: z.string(), at: instantText, reason: z.string() }).optional(),
})
export type Clash = z.infer<typeof clash>

/** POST /api/sessions/:sessionId/clashes/:clashId/acceptance → 200 {}: the session stays at its time, and why. */
export const acceptanceBody = z.strictObject({ reason: typedText(300).refine((words) => words.length > 0) })
