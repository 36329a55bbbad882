import { z } from 'zod'
import { instantText } from './shared.ts'

/** GET /api/sessions/:sessionId/brief (C1.11): what its presenter is given, in the order in which it is read. No Member is named. */
export const presenterBrief = z.object({
  sessionId: z.string(),
  title: z.string(),
  startsAt: instantText,
  endsAt: instantText,
  /** What is asked of the presenter with the aims; empty where the rulebook asks for nothing. */
  opening: z.string(),
  /** Empty: nobody has put them down. */
  aims: z.array(z.string()),
  sections: z.array(z.object({ heading: z.string(), lines: z.array(z.string()) })),
  closing: z.array(z.string()),
  /** Those on the invitation who come from outside. */
  presenters: z.array(z.object({ name: z.string(), address: z.string() })),
  /** When officers are asked to give it; absent: they are not. */
  dueAt: instantText.optional(),
  /** The last time that it was given; `changed`: it says something else now that a presenter has to go by. */
  given: z.object({ at: instantText, by: z.string(), changed: z.boolean() }).optional(),
  /** Why it cannot be said to have been given now; absent: it can. */
  cannot: z.enum(['cancelled', 'untagged', 'postponed', 'started', 'no-aims']).optional(),
  /** Send back when it has been given: what was given is what was seen. */
  seen: z.string(),
  now: instantText,
})
export type PresenterBrief = z.infer<typeof presenterBrief>

/** POST /api/sessions/:sessionId/brief */
export const briefGivenBody = z.strictObject({ seen: z.string().min(1).max(100) })
