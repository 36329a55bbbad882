import { z } from 'zod'

/** What crosses the wire. Instants are UTC ISO text; the tab writes them out on London's calendar. */
export const instantText = z.iso.datetime({ offset: false })
export const response = z.enum(['accepted', 'tentative', 'declined', 'none'])
export const answer = z.enum(['accepted', 'tentative', 'declined'])
export const counts = z.object({ accepted: z.int(), tentative: z.int(), declined: z.int(), none: z.int() })

/** Every refusal, in the form of RFC 9457. `reference` finds the log line; `refusal` is the machine's word for it. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  refusal: z.string().optional(),
  reference: z.string().optional(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
})
export type Problem = z.infer<typeof problem>

/** Something outside that cannot be reached, and since when: said on every page that shows what came from it. */
export const unreachable = z.object({
  dependency: z.enum(['graph', 'entra', 'notify', 'teams', 'storage', 'modern-gov']),
  since: instantText,
})

export const otherRun = z.object({
  sessionId: z.string(),
  startsAt: instantText,
  endsAt: instantText,
  place: z.string().optional(),
  delivery: z.enum(['in-person', 'online', 'hybrid']),
  accepted: z.int(),
  partOfDay: z.enum(['day', 'evening']),
  /** On a Member's own pages: what she answered to it. */
  yours: response.optional(),
})
