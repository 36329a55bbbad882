import { z } from 'zod'

/** `warn`: it is said why, and it may go. `hold`: it is to be put right first. */
const weight = z.enum(['warn', 'hold'])

/**
 * What Outlook does with an invitation as it leaves, of one that was tagged with the add-in. In clients without add-ins it does none of it,
 * and wherever anything fails the invitation goes.
 */
export const sendingSchema = z.strictObject({
  /** C1.7: it is for fewer than all Members, and its kind is for all of them. */
  narrowed: weight.default('hold'),
  /** C14.3: it clashes, and nobody has accepted that. */
  clash: weight.default('warn'),
  /** C1.3: Members whom it is for are not on it. */
  missing: weight.default('warn'),
  nobody: weight.default('warn'),
  /** C1.9 (HR 3.2): nobody has said what it is to achieve. Only of what was never saved or sent: from then on that may be put down in Quorate. */
  noAim: weight.default('warn'),
})

export type SendingRules = z.infer<typeof sendingSchema>
