import { z } from 'zod'
import { instantText, unreachable } from './shared.ts'

const dependency = unreachable.shape.dependency
const found = z.enum(['open', 'refused', 'no-such-mailbox', 'no-answer'])

/** GET /api/health: for administrators. Everything that the service needs, how it stands, and when that was seen. */
export const health = z.object({
  now: instantText,
  mailboxes: z.array(
    z.object({
      name: z.string(),
      address: z.string(),
      readAt: instantText.optional(),
      closedToUs: z.enum(['no-mailbox', 'not-allowed']).optional(),
      /** Since when every reading of it failed. */
      failingSince: instantText.optional(),
      /** Until when Outlook tells us of changes by itself; absent: found by looking every few hours only. */
      listeningUntil: instantText.optional(),
      /** A change was announced and has not been read yet. */
      waiting: z.boolean(),
    }),
  ),
  officers: z.int(),
  registerReadAt: instantText.optional(),
  unreachable: z.array(unreachable),
  /** When each last answered, as this instance has met it; absent where it has not asked since it started. */
  answered: z.array(z.object({ dependency, at: instantText })),
  /** What is done by the clock. `dueSince`: it should have been done by now. */
  work: z.array(z.object({ job: z.string(), lastAt: instantText.optional(), nextAt: instantText, dueSince: instantText.optional() })),
  /** Work that nobody does although it has been due since then, ten minutes at least, while the queue of hints gives nothing. */
  lateSince: instantText.optional(),
  /** Hints that came again and again and were given up within the last week. Nothing is lost by it: what they asked for is found without. */
  hintsGivenUp: z.object({ count: z.int(), lastAt: instantText }).optional(),
  /** Ways to people that rest. With a reason, somebody must put something right first. */
  resting: z.array(
    z.object({ channel: z.enum(['text', 'email', 'card', 'calendar']), until: instantText, because: z.string().optional() }),
  ),
  /** Messages that could not be sent, and wait for officers. */
  stuck: z.object({ messages: z.int(), sessions: z.int() }),
  keys: z.array(
    z.object({
      of: z.enum(['entra', 'teams', 'notify', 'receipts', 'storage', 'anchors']),
      kind: z.enum(['identity', 'certificate', 'secret', 'key', 'none']),
      /** The last day on which it works, where that is known. */
      endsOn: z.iso.date().optional(),
    }),
  ),
  /** What the service was found to be able to do at Graph. */
  access: z
    .object({
      at: instantText,
      found: z.array(
        z.object({ need: z.enum(['calendars', 'answers', 'sending-mailbox', 'people', 'lists', 'roles', 'rooms', 'meetings']), found }),
      ),
      /** A mailbox that is none of ours, which must be refused. Absent: nobody has named one. */
      outside: z.object({ address: z.string(), found }).optional(),
    })
    .optional(),
})
export type HealthView = z.infer<typeof health>
