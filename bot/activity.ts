import { z } from 'zod'

const member = z.looseObject({ id: z.string().max(300) })

/**
 * What the connector posts, as tolerant as real payloads need: `isGroup` may be text, the tenant only in `channelData`,
 * `aadObjectId` missing. Nothing here is believed before the guard has compared it with the token.
 */
export const activitySchema = z.looseObject({
  type: z.string().max(50),
  id: z.string().max(300).optional(),
  name: z.string().max(100).optional(),
  action: z.string().max(50).optional(),
  channelId: z.literal('msteams'),
  serviceUrl: z.string().max(500),
  from: z.looseObject({ id: z.string().max(300), aadObjectId: z.guid().toLowerCase().optional() }),
  recipient: z.looseObject({ id: z.string().max(300) }).optional(),
  conversation: z.looseObject({
    // It becomes part of an address: nothing that could lead elsewhere.
    id: z.string().regex(/^[\w:@.;=+-]{1,500}$/),
    conversationType: z.string().max(50).optional(),
    isGroup: z.union([z.boolean(), z.stringbool()]).nullish().catch(undefined),
    tenantId: z.guid().toLowerCase().optional(),
  }),
  channelData: z.looseObject({ tenant: z.looseObject({ id: z.guid().toLowerCase() }).optional() }).optional(),
  membersAdded: z.array(member).max(200).optional(),
  membersRemoved: z.array(member).max(200).optional(),
  text: z.string().max(50_000).nullish(),
  value: z.unknown().optional(),
})
export type BotActivity = z.infer<typeof activitySchema>

/** In a chat with the bot alone. Of a personal chat Teams has not always said what it is; where others read along, it says one thing or the other. */
export function isPersonal({ conversation }: BotActivity): boolean {
  return !conversation.isGroup && (conversation.conversationType ?? 'personal') === 'personal'
}

/** The tenant of an activity when it names one, and names the same one wherever it names any. */
export function tenantOf({ conversation, channelData }: BotActivity): string | undefined {
  const named = [conversation.tenantId, channelData?.tenant?.id].filter((id) => id !== undefined)
  return new Set(named).size === 1 ? named[0] : undefined
}

const inputs = {
  sessionId: z.string().regex(/^[a-z0-9][a-z0-9-]{1,63}$/),
  seen: z.string().min(1).max(100).optional(),
  choice: z.enum(['run', 'cancel', 'postpone', 'merge']).optional(),
  answer: z.enum(['accepted', 'tentative', 'declined']).optional(),
  reasonId: z.string().max(40).optional(),
  reasonWords: z.string().trim().max(500).optional(),
  message: z.string().trim().max(1000).optional(),
  mergeWith: z.string().max(64).optional(),
  number: z.int().min(1).max(1000).optional(),
}

/** What our cards carry, merged by Teams with what was entered: hostile until parsed, and never a word about who pressed. */
export const orderSchema = z.object({ ...inputs, verb: z.string().max(50) })
export type CardOrder = z.infer<typeof orderSchema>

const pressed = z.looseObject({ action: z.looseObject({ verb: z.string().max(50), data: z.record(z.string(), z.unknown()).optional() }) })

/** The order of a pressed button: of `Action.Execute`, or of the older clients' `Action.Submit`, which arrives as a message. */
export function orderIn(activity: BotActivity): CardOrder | undefined {
  const execute = pressed.safeParse(activity.value)
  const raw = execute.success ? { ...execute.data.action.data, verb: execute.data.action.verb } : activity.value
  const blanks = typeof raw === 'object' && raw !== null ? Object.entries(raw).filter(([, value]) => value !== '' && value !== null) : []
  return orderSchema.safeParse(Object.fromEntries(blanks)).data
}
