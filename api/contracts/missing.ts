import { z } from 'zod'
import { gapKinds } from '../../domain/sessions/gaps.ts'
import { instantText } from './shared.ts'

export const gap = z.enum(gapKinds)

/** GET /api/reports/missing (C1.9, C1.10, C1.12): sessions of which something is not put down. `time=past`: since the year of reports began. */
export const missing = z.object({
  rows: z.array(z.object({ sessionId: z.string(), title: z.string(), kindLabel: z.string(), startsAt: instantText, gaps: z.array(gap) })),
  /** How many sessions were looked at. */
  looked: z.int().nonnegative(),
  /** C1.9: what does not say what it is to achieve is held back until it does. */
  holds: z.boolean(),
  now: instantText,
})
export type Missing = z.infer<typeof missing>
