import { z } from 'zod'
import { gap } from './missing.ts'
import { heldOut, instantText, typedText } from './shared.ts'

const idText = z.string().min(1).max(64)
/** An id of ours: of a Member, of a session. */
export const ownId = z.string().regex(/^[a-z0-9][a-z0-9-]{1,63}$/)
const wallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
/** A million pounds: nothing that a council puts on for its Members costs more. */
const pence = z.int().min(0).max(100_000_000)

export const audience = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('all-members') }),
  z.strictObject({ kind: z.literal('new-members') }),
  z.strictObject({ kind: z.literal('committee'), committee: typedText(120).min(1) }),
  z.strictObject({ kind: z.literal('office'), office: typedText(120).min(1) }),
  z.strictObject({ kind: z.literal('named'), members: z.array(ownId).max(300) }),
])

/** From so many working days before the start, at its own time of day or at `at`, so many hundredths are owed. */
const term = z.strictObject({
  workingDaysBefore: z.int().min(0).max(250),
  at: wallTime.optional(),
  payablePercent: z.int().min(0).max(100),
})

const payable = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('committed') }),
  z.strictObject({ kind: z.literal('if-it-runs') }),
  z.strictObject({ kind: z.literal('on-terms'), terms: z.array(term).max(10) }),
  z.strictObject({ kind: z.literal('usual-terms') }),
])

const line = typedText(300).optional()
/** C12.14: what an officer writes of the lines of the short check. */
export const shortCheck = z.strictObject({ type: line, commitments: line, events: line, access: line })

const name = typedText(120).optional()
const sentence = typedText(300).optional()
/** C1.7, C1.10, C1.12, C1.13, C1.14, C1.17, C1.19: what is on the record of a session besides. */
export const recordWords = z.strictObject({
  /** Ids of the rulebook's priorities. */
  priorities: z.array(idText).max(20).optional(),
  functions: sentence,
  implements: name,
  monitors: name,
  evaluates: name,
  requestedBy: name,
  whyExternal: sentence,
  trackRecord: sentence,
  venueValue: sentence,
  joint: sentence,
  sponsors: sentence,
})

const given = {
  /** C1.5: what it is to achieve. */
  aims: typedText(2000).optional(),
  commitment: z.strictObject({ preWork: typedText(500).optional(), followUp: typedText(500).optional() }).optional(),
  /** C1.3. Absent: whom the council's rulebook says that its kind is for. */
  audience: audience.optional(),
  provider: typedText(120).optional(),
  costs: z.array(z.strictObject({ category: idText, pence, payable })).max(20),
  /** Ids of mandatory rules. Absent: those that its title says. */
  meets: z.array(idText).max(30).optional(),
  capacity: z.int().min(1).max(5000).optional(),
  /** C4.18: it suits partners, and what they are told besides its title. Absent: nothing is shared. */
  partners: z
    .strictObject({ facts: z.array(z.enum(['when', 'where', 'purpose', 'booking'])).max(4), booking: typedText(300).optional() })
    .optional(),
  /** C12.7: somebody who is to come needs a hearing loop: that, and never who. */
  loopNeeded: z.literal(true).optional(),
  /** C12.14: the lines of the short check that an officer has answered. */
  check: shortCheck.optional(),
  /** C1.17: with whom it is run, and what each pays of it. */
  jointWith: z
    .array(z.strictObject({ partner: typedText(120).min(1), pence: pence.optional() }))
    .max(20)
    .optional(),
  record: recordWords.optional(),
  /** The other run of the same training, where their titles do not say so. */
  repeatOf: ownId.optional(),
}

/** PUT /api/sessions/:sessionId/details: all of them, in the place of what stands. `version`: what was seen; 0 when there was nothing. */
export const detailsBody = z.strictObject({ ...given, version: z.int().min(0) })
export type DetailsBody = z.infer<typeof detailsBody>

export const named = z.object({ id: z.string(), label: z.string() })

/** All in pence (C3.5). */
export const money = z.object({
  ifRun: z.int(),
  /** Spent or promised already, whatever is decided. */
  committed: z.int(),
  /** Owed although it were cancelled now; what is committed is in it. */
  ifCancelled: z.int(),
  next: z.object({ at: instantText, ifCancelled: z.int() }).optional(),
  /** Of costs whose terms nobody knows. */
  unknown: z.int(),
  costs: z.array(z.object({ label: z.string(), pence: z.int() })),
})
export type Money = z.infer<typeof money>

/** GET /api/sessions/:sessionId/details */
export const sessionDetails = z.object({
  sessionId: z.string(),
  title: z.string(),
  kindLabel: z.string(),
  startsAt: instantText,
  endsAt: instantText,
  version: z.int(),
  /** C1.9. Absent: it is held out of nothing. */
  heldOut: heldOut.optional(),
  /** C1.6, C14.4: of a session to come, whether it wants a repeat at another time of day. */
  pair: z.enum(['not-needed', 'complete', 'no-repeat', 'both-day', 'both-evening']),
  /** C1.7, C1.9, C1.10, C1.12, C1.14: what is not put down of it yet. */
  gaps: z.array(gap),
  changed: z.object({ by: z.string(), at: instantText }).optional(),
  details: z.object(given),
  /** What the council's rulebook and its register offer to choose from. */
  choices: z.object({
    categories: z.array(named),
    /** Whether the council has usual terms for suppliers. */
    usualTerms: z.boolean(),
    rules: z.array(named),
    /** Those that its title says it meets. */
    byTitle: z.array(z.string()),
    committees: z.array(z.string()),
    offices: z.array(z.string()),
    members: z.array(z.object({ memberId: z.string(), name: z.string() })),
    providers: z.array(z.string()),
    /** C1.7: services of the council that may ask for it. Empty: the name is written. */
    serviceAreas: z.array(z.string()),
    /** C1.17: partners whom the rulebook names. */
    partners: z.array(z.string()),
    /** C1.10: in force on its day. */
    priorities: z.array(named),
    runs: z.array(z.object({ sessionId: z.string(), title: z.string(), startsAt: instantText })),
    /** C1.7: nobody may narrow it. */
    audienceFixed: z.boolean(),
    usualAudience: z.enum(['all-members', 'new-members', 'relevant-members']),
  }),
  money: money.optional(),
  now: instantText,
})
export type SessionDetails = z.infer<typeof sessionDetails>
