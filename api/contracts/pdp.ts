import { z } from 'zod'
import { instantText, typedText } from './shared.ts'

/** What one plan may hold: far more than anybody writes, and less than one request carries. */
export const longest = { words: 4_000, aim: 300, measure: 600, objectives: 20, sessions: 20 } as const

const day = z.iso.date()
const id = z.string().regex(/^[a-z0-9][a-z0-9-]{1,63}$/)
const words = (most: number) => typedText(most)

const objective = z.strictObject({
  id,
  aim: words(longest.aim),
  byOn: day.optional(),
  help: z.array(z.enum(['session', 'own-time', 'watching', 'mentor'])).max(4),
  measure: words(longest.measure),
  sessions: z.array(id).max(longest.sessions),
  doneOn: day.optional(),
})
export type ObjectiveView = z.infer<typeof objective>

/** C6.2: what a plan says. */
export const pdpContent = z.strictObject({
  gaps: words(longest.words),
  transferable: words(longest.words),
  aspirations: words(longest.words),
  otherSkills: words(longest.words),
  needs: z.array(z.string().max(40)).max(60),
  objectives: z
    .array(objective)
    .max(longest.objectives)
    .refine((all) => new Set(all.map((each) => each.id)).size === all.length),
})
export type PdpContentView = z.infer<typeof pdpContent>

const hand = z.object({ mine: z.boolean(), name: z.string().optional() })

/** A session that serves an objective, or could: to which the Member is invited, was, or has been. */
export const pdpSession = z.object({
  sessionId: z.string(),
  title: z.string(),
  startsAt: instantText,
  towards: z.enum(['attended', 'booked', 'perhaps', 'to-answer', 'declined', 'missed', 'called-off', 'not-invited', 'over']),
})
export type PdpSessionView = z.infer<typeof pdpSession>

/** GET /api/my/pdp and GET /api/members/:memberId/pdp. `etag` is `new` while there is no plan. */
export const pdpPage = z.object({
  member: z.object({ id: z.string(), name: z.string() }),
  part: z.enum(['owner', 'supporter', 'designated']),
  content: pdpContent,
  etag: z.string(),
  saved: z.object({ at: instantText, by: hand }).optional(),
  /** `changed`: what stands there now is not what was agreed. */
  agreed: z.object({ at: instantText, changed: z.boolean() }).optional(),
  skills: z.array(z.object({ id: z.string(), label: z.string() })),
  /** Those that the plan names, and those of a year back and a year ahead. */
  sessions: z.array(pdpSession),
  /** C6.22: by name, so that it can be said before anything is written. */
  supporter: z.string().optional(),
  designated: z.array(z.string()),
  /** A leader or whip, who sees of the group who has a plan. */
  leads: z.boolean(),
  now: instantText,
})
export type PdpPage = z.infer<typeof pdpPage>

/** PUT /api/my/pdp and PUT /api/members/:memberId/pdp */
export const pdpBody = z.strictObject({
  content: pdpContent,
  etag: z.string().min(1).max(200),
  /** Of two devices' words, those that were not chosen: kept in the history. */
  setAside: pdpContent.optional(),
})
export type PdpBody = z.infer<typeof pdpBody>

export const pdpSaved = z.object({ etag: z.string(), at: instantText })

/** POST /api/my/pdp/agreement: agrees what was saved under this etag. */
export const pdpAgreementBody = z.strictObject({ etag: z.string().min(1).max(200) })

/** GET /api/my/pdp/versions: newest first. */
export const pdpVersions = z.object({
  versions: z.array(
    z.object({
      number: z.int(),
      keptAt: instantText,
      because: z.enum(['agreed', 'another-hand', 'objective-removed', 'set-aside', 'earlier']),
      by: hand,
      content: pdpContent,
    }),
  ),
  now: instantText,
})
export type PdpVersionsPage = z.infer<typeof pdpVersions>

/** GET and PUT /api/my/pdp/readers: who can open the plan, and when each last did. */
export const pdpReaders = z.object({
  supporter: z.string().optional(),
  readers: z.array(
    z.object({ id: z.string(), name: z.string(), part: z.enum(['supporter', 'designated']), lastOpenedAt: instantText.optional() }),
  ),
  /** Whom the Member may name. */
  officers: z.array(z.object({ id: z.string(), name: z.string() })),
  etag: z.string(),
  now: instantText,
})
export type PdpReaders = z.infer<typeof pdpReaders>
/** Without `supporter`: nobody any more. */
export const pdpReadersBody = z.strictObject({ supporter: z.string().max(100).optional(), etag: z.string().min(1).max(200) })

/** GET /api/pdps: who has a plan, for officers of all Members and for leaders and whips of their group. Nothing that is in one. */
export const pdpStandings = z.object({
  of: z.enum(['council', 'group']),
  group: z.string().optional(),
  rows: z.array(
    z.object({
      memberId: z.string(),
      name: z.string(),
      group: z.string().optional(),
      standing: z.enum(['none', 'begun', 'agreed']),
      agreedAt: instantText.optional(),
      /** Whether this reader may open it. */
      mayOpen: z.boolean(),
    }),
  ),
  now: instantText,
})
export type PdpStandingsPage = z.infer<typeof pdpStandings>
