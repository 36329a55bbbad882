import { z } from 'zod'
import { instantText } from './shared.ts'

/** C4.13: whom pressing Chase would ask, and whom the week's cap would spare. `number` goes back with the press. */
export const chase = z.object({
  number: z.int(),
  asks: z.int(),
  spared: z.int(),
  perWeek: z.int(),
  last: z.object({ by: z.string(), at: instantText, asked: z.int() }).optional(),
})
export type Chase = z.infer<typeof chase>

/** The same by name, before anybody is asked. `cannot`: why nobody can be. */
export const chaseByName = chase.extend({
  toAsk: z.array(z.object({ name: z.string(), response: z.enum(['tentative', 'none']) })),
  leftOut: z.array(z.string()),
  cannot: z.enum(['postponed', 'untagged', 'nobody-to-ask', 'all-spared']).optional(),
})
export type ChaseByName = z.infer<typeof chaseByName>

/** POST /api/sessions/:sessionId/chase → 201 with `chased`: everyone who has neither accepted nor declined is asked again (C4.13). */
export const chaseBody = z.strictObject({ number: z.int().min(1).max(1000) })
export const chased = z.object({ asked: z.int(), spared: z.int(), at: instantText, by: z.string() })
