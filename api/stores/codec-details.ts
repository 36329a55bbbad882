import { z } from 'zod'
import { sharedFacts } from '../../domain/partners/told.ts'
import type { SessionDetails } from '../../domain/sessions/details.ts'
import { covering, instantCodec, memberIdCodec, personIdCodec, sessionIdCodec } from './codec.ts'

const groups = [
  z.object({ kind: z.literal('all-members') }),
  z.object({ kind: z.literal('new-members') }),
  z.object({ kind: z.literal('committee'), committee: z.string() }),
  z.object({ kind: z.literal('office'), office: z.string() }),
] as const

/** C1.3, where no Member is named. */
export const forWhom = z.discriminatedUnion('kind', groups)

const audience = z.discriminatedUnion('kind', [
  ...groups,
  z.object({ kind: z.literal('named'), members: z.array(memberIdCodec).readonly() }),
])

const term = z.object({ workingDaysBefore: z.int(), at: z.string().optional(), payablePercent: z.int() })

const payable = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('committed') }),
  z.object({ kind: z.literal('if-it-runs') }),
  z.object({ kind: z.literal('on-terms'), terms: z.array(term).readonly() }),
  z.object({ kind: z.literal('usual-terms') }),
])

const cost = z.object({ category: z.string(), pence: z.int(), payable })

const text = z.string().optional()
const texts = {
  functions: text,
  implements: text,
  monitors: text,
  evaluates: text,
  requestedBy: text,
  whyExternal: text,
  trackRecord: text,
  venueValue: text,
  joint: text,
  sponsors: text,
}

/** What officers put down of a session, as it stands in its header. */
export const detailsCodec = covering<SessionDetails>()(
  z.object({
    version: z.int(),
    by: personIdCodec,
    byName: z.string(),
    at: instantCodec,
    aims: z.string().optional(),
    hadAims: z.literal(true).optional(),
    commitment: z.object({ preWork: z.string().optional(), followUp: z.string().optional() }).optional(),
    audience: audience.optional(),
    provider: z.string().optional(),
    costs: z.array(cost).readonly(),
    meets: z.array(z.string()).readonly().optional(),
    capacity: z.int().optional(),
    partners: z.object({ facts: z.array(z.enum(sharedFacts)).readonly(), booking: z.string().optional() }).optional(),
    loopNeeded: z.literal(true).optional(),
    jointWith: z
      .array(z.object({ partner: z.string(), pence: z.int().optional() }))
      .readonly()
      .optional(),
    record: z.object({ priorities: z.array(z.string()).readonly().optional(), ...texts }).optional(),
    check: z
      .object({
        type: z.string().optional(),
        commitments: z.string().optional(),
        events: z.string().optional(),
        access: z.string().optional(),
      })
      .optional(),
    repeatOf: sessionIdCodec.optional(),
    fromTag: z.string().optional(),
  }),
)
