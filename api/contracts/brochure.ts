import { z } from 'zod'
import { instantText, response } from './shared.ts'

const run = z.object({
  sessionId: z.string(),
  startsAt: instantText,
  endsAt: instantText,
  delivery: z.enum(['in-person', 'online', 'hybrid']),
  place: z.string().optional(),
  /** What the council has said of the room; a feature that is absent is not known. */
  access: z.object({ stepFree: z.boolean().optional(), hearingLoop: z.boolean().optional() }).optional(),
  hasBegun: z.boolean(),
  hasEnded: z.boolean(),
  /** Of a Member who is invited: what she last said. */
  yours: response.optional(),
})

const course = z.object({
  courseId: z.string(),
  title: z.string(),
  kindLabel: z.string(),
  aims: z.string().optional(),
  forWhom: z.discriminatedUnion('kind', [
    z.object({ kind: z.enum(['all-members', 'new-members', 'relevant-members']) }),
    z.object({ kind: z.literal('committee'), committee: z.string() }),
    z.object({ kind: z.literal('office'), office: z.string() }),
  ]),
  /** "a councillor": for whom it is mandatory. Absent: for nobody. */
  mandatoryFor: z.string().optional(),
  runs: z.array(run),
  /** Runs that are postponed, and whose new date is not known yet. */
  toFollow: z.int().nonnegative(),
})
export type BrochureCourse = z.infer<typeof course>
export type BrochureRun = z.infer<typeof run>

const heading = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('month'), month: z.string() }),
  z.object({ kind: z.literal('kind'), label: z.string() }),
  z.object({ kind: z.literal('date-to-follow') }),
])
export type BrochureHeading = z.infer<typeof heading>

/** GET /api/brochure?began=2026&by=kind (C4.16). Without either: this municipal year, arranged as the council's rulebook says. */
export const brochure = z.object({
  /** What the council calls it. */
  name: z.string(),
  /** The first day, and the first that is no longer in it. */
  year: z.object({ from: z.iso.date(), to: z.iso.date() }),
  by: z.enum(['month', 'kind']),
  groups: z.array(z.object({ heading, courses: z.array(course) })),
  /** C1.9, to officers alone: those to come that are held out of it until they say what they are to achieve. Absent: none. */
  held: z.array(z.object({ sessionId: z.string(), title: z.string(), startsAt: instantText })).optional(),
  now: instantText,
})
export type Brochure = z.infer<typeof brochure>
