import { z } from 'zod'
import { instantText, unreachable } from './shared.ts'

/** GET /api/health: for administrators. */
export const health = z.object({
  now: instantText,
  mailboxes: z.array(
    z.object({
      name: z.string(),
      address: z.string(),
      readAt: instantText.optional(),
      closedToUs: z.enum(['no-mailbox', 'not-allowed']).optional(),
      /** Until when Outlook tells us of changes by itself; absent: found by looking every few hours only. */
      listeningUntil: instantText.optional(),
      /** A change was announced and has not been read yet. */
      waiting: z.boolean(),
    }),
  ),
  officers: z.int(),
  registerReadAt: instantText.optional(),
  unreachable: z.array(unreachable),
})
export type HealthView = z.infer<typeof health>
