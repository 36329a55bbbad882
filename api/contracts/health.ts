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
  /** Work that nobody does although it has been due since then, ten minutes at least, while the queue of hints gives nothing. */
  lateSince: instantText.optional(),
  /** Hints that came again and again and were given up within the last week. Nothing is lost by it: what they asked for is found without. */
  hintsGivenUp: z.object({ count: z.int(), lastAt: instantText }).optional(),
})
export type HealthView = z.infer<typeof health>
