import { z } from 'zod'
import { chase } from './chasing.ts'
import { money } from './details.ts'
import { counts, instantText, response, typedText } from './shared.ts'
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

/** By when somebody must have attended (C3.6). */
export const deadline = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('meeting'), committee: z.string(), at: instantText }),
  /** They may not sit before, and no meeting is known yet. */
  z.object({ kind: z.literal('sitting'), committee: z.string() }),
  z.object({ kind: z.literal('day'), on: z.iso.date() }),
  z.object({ kind: z.literal('none') }),
])
export type Deadline = z.infer<typeof deadline>

/** One of those who have confirmed, and for whom it is mandatory: the rule, by when, and what else would do. */
const need = z.object({
  memberId: z.string(),
  name: z.string(),
  rule: z.string(),
  deadline,
  otherwise: z.object({ sessionId: z.string(), startsAt: instantText, response }).optional(),
  /** What would have done, had they not declined it. */
  declined: z.object({ sessionId: z.string(), startsAt: instantText }).optional(),
})

/** Of one other run: what those accepted or tentative here answered to it, and whether it has room for those coming here. */
const runWeighed = z.object({
  sessionId: z.string(),
  theirs: counts,
  notInvited: z.int(),
  free: z.int().optional(),
  coming: z.int().optional(),
  enough: z.boolean().optional(),
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
  /** C4.18: how many addresses of partners were told that it is put off, and of no new time. Absent: none. */
  toldPutOff: z.int().optional(),
  history: z.array(z.object({ at: instantText, what: z.string() })),
  /** What the count was at the latest review, to say how it has changed since. */
  atReview: z.object({ accepted: z.int(), at: instantText }).optional(),
  tentative: z.array(z.object({ memberId: z.string(), name: z.string() })),
  noAnswer: z.array(z.object({ memberId: z.string(), name: z.string() })),
  notice: z.object({ shortNotice: z.boolean(), shortNoticeFrom: instantText, workingDays: z.int() }),
  ifCancelled: consequences,
  /** C3.5. Absent: no costs have been put down. */
  money: money.optional(),
  needs: z.array(need),
  /** C3.15: who would be left without another way to meet what is mandatory for them, by name. */
  reopened: z.array(z.string()),
  runs: z.array(runWeighed),
  /** C3.7: what officers have put down to be weighed, oldest first, and the council's list to choose from. */
  factors: z.array(z.object({ words: z.string(), by: z.string(), at: instantText })),
  factorList: z.array(z.object({ id: z.string(), label: z.string() })),
  chase,
  /** Every rise and fall of the count, newest first, with the count that each left. */
  changes: z.array(z.object({ at: instantText, name: z.string(), to: response, accepted: z.int() })),
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

/** POST /api/sessions/:sessionId/factors → 201: something more to be weighed, from the council's list or in words (C3.7). */
export const factorBody = z.strictObject({ listed: z.string().min(1).max(40).optional(), words: typedText(500).optional() })
export type FactorBody = z.infer<typeof factorBody>

/** POST /api/sessions/:sessionId/reason: the missing reason of a cancellation made in Outlook (C3.13) → 200. */
export const reasonBody = z.strictObject({ reasonId: z.string().min(1).max(40), reasonWords: typedText(500).optional() })
export type ReasonBody = z.infer<typeof reasonBody>
