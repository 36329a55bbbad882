import { z } from 'zod'
import { instantText } from './shared.ts'

const partner = z.object({ name: z.string(), address: z.string() })

/** GET /api/sessions/:sessionId/partners (C4.18) */
export const partnerSharing = z.object({
  sessionId: z.string(),
  title: z.string(),
  startsAt: instantText,
  endsAt: instantText,
  /** Everybody on the council's list. */
  partners: z.array(partner),
  /** Why it cannot be shared now; absent: it can. `names-a-member` says whom. */
  cannot: z
    .discriminatedUnion('kind', [
      z.object({
        kind: z.enum(['not-marked', 'no-partners', 'nothing-changed', 'cancelled', 'untagged', 'started', 'postponed', 'too-often']),
      }),
      z.object({ kind: z.literal('names-a-member'), names: z.array(z.string()) }),
    ])
    .optional(),
  /** The emails that would go now, word for word; those who get the same stand together. */
  emails: z.array(
    z.object({
      to: z.array(partner),
      subject: z.string(),
      heading: z.string(),
      lead: z.string(),
      panel: z.array(z.string()),
      more: z.array(z.string()),
    }),
  ),
  /** Send back with the share: what is sent is what was seen. */
  seen: z.string(),
  number: z.int(),
  /** Newest first: who shared it, and what came of each email. */
  shares: z.array(
    z.object({
      at: instantText,
      by: z.string(),
      sent: z.array(
        z.object({
          address: z.string(),
          /** `came-back`: it left, and could not be delivered. */
          state: z.enum(['waiting', 'sent', 'not-sent', 'came-back']),
          about: z.enum(['event', 'cancellation']),
        }),
      ),
    }),
  ),
  now: instantText,
})
export type PartnerSharing = z.infer<typeof partnerSharing>

/** POST /api/sessions/:sessionId/partners */
export const shareBody = z.strictObject({ number: z.int().min(1).max(1000), seen: z.string().min(1).max(100) })
