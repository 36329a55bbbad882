import { z } from 'zod'
import { attendanceSchema, reportingSchema, roomsSchema } from './attendance.ts'
import { briefSchema } from './brief.ts'
import { alertsSchema, allocationSchema, bulletinSchema, providersSchema } from './bulletin.ts'
import { costsSchema } from './costs.ts'
import { evaluationSchema } from './evaluation.ts'
import { address, calendarDay, identifier, label, named, period, responses, wallTime } from './fields.ts'
import { mandatorySchema } from './mandatory.ts'
import { meetingsSchema } from './meetings.ts'
import { pdpSchema } from './pdp.ts'
import { planningSchema } from './planning.ts'
import { programmeSchema } from './programme.ts'
import { sendingSchema } from './sending.ts'

/** C1.4: one kind from the council's list, with what it counts as (C1.5). */
const kind = z.strictObject({
  id: identifier,
  label: z.string().min(1).max(60),
  countsAs: z.enum(['training', 'briefing', 'own-time', 'external', 'development']),
  /** C1.3: whom it is for unless the session says otherwise. `relevant-members`: whoever the session itself names. */
  audience: z.enum(['all-members', 'new-members', 'relevant-members']).default('all-members'),
  /** C1.7 (TH 4.17): nobody may narrow it. */
  audienceFixed: z.boolean().default(false),
  /** C14.4: offered twice, once in the day and once in the evening. */
  dayAndEvening: z.boolean().default(false),
  /** The kind it is instead when people may, or must, join online. Absent: the same kind however it is held. */
  whenHybrid: identifier.optional(),
  whenOnline: identifier.optional(),
})

/**
 * One council's rules, as data. Every number here is a council's to change; what the software never leaves to a setting
 * (nothing is cancelled by itself, a declined Member gets no reminder) is not here.
 *
 * A setting that came later has a default here, so that a version stored before it is still read.
 *
 * Units: wall times are London's; working days skip weekends, the division's bank holidays and `closures`.
 */
export const rulebookSchema = z.strictObject({
  preset: identifier,
  /** How an appointment is known to be a session (C1.1), and which kind it then is. Categories match without regard to case. */
  recognition: z.strictObject({
    categories: z.record(z.string().min(1).max(100), identifier),
    sharedMailboxes: z.array(address).max(20),
    /** The kind of what sits in a shared mailbox without a category. */
    sharedMailboxKind: identifier,
  }),
  /** C1.4 (TH 4.15 to 4.20; TK 10; HV Methods). */
  kinds: z.array(kind).min(1).max(40),
  members: z.strictObject({
    /** C1.2. */
    coOpteesInAll: z.boolean(),
    /** Others treated as Members, such as independent persons. */
    alsoMembers: z.array(address).max(50),
    /** TH 1.4: how long after taking office a Member is new (C1.3) and in induction (C3.6). */
    inductionMonths: z.int().min(1).max(24).default(12),
  }),
  partners: z.strictObject({
    /** C1.16: domains and addresses whose people are partners, never Members. */
    domains: z.array(z.string().min(3).max(100)).max(100),
    /** Those known by name. Their `domains` count as those above do; `contacts` get what is shared with partners (C4.18). */
    organisations: z
      .array(
        z.strictObject({
          name: label,
          domains: z.array(z.string().min(3).max(100)).max(20).default([]),
          contacts: z.array(address).max(20).default([]),
        }),
      )
      .max(200)
      .default([]),
  }),
  /** C1.5 (BR C3): which rules of training bind what counts as a briefing too. */
  briefings: z
    .strictObject({
      objectives: z.boolean().default(true),
      evaluation: z.boolean().default(true),
      /** Off: a briefing needs no repeat, whatever its kind says of day and evening. */
      repeats: z.boolean().default(true),
    })
    .prefault({}),
  responses: z.strictObject({
    /** C1.21. `reset` is what Outlook does. */
    onMove: z.enum(['reset', 'keep']),
    nudge: z.strictObject({
      /** C2.3: how many times a Member who has not answered is asked, each a working day after the last; 0 is never. */
      count: z.int().min(0).max(3),
      /** Of the first time. Those that would fall after the review are left out. */
      workingDaysBeforeReview: z.int().min(0).max(20),
      at: wallTime,
    }),
  }),
  sending: sendingSchema.prefault({}),
  minimum: z.strictObject({
    /** C3.2: fewer than this many accepted opens the question. 0: the kind is never put to officers. */
    members: z.int().min(0).max(100),
    byKind: z.record(identifier, z.int().min(0).max(100)),
    reviewWorkingDays: z.int().min(0).max(60),
    reviewAt: wallTime,
    /** When officers are asked to have decided, on the day of the review. */
    decideAt: wallTime,
    /** C3.3: what one tentative answer adds to the count. */
    tentativeCounts: z.number().min(0).max(1),
    /** C3.9: no case is raised later than this before the start. */
    lastCheckMinutes: z.int().min(0).max(2880),
    /** C3.4: who hears when nobody has decided; empty means every officer. */
    escalateTo: z.array(address).max(20),
    /** C3.7: what else officers may say that they weighed. */
    factors: z
      .array(named)
      .max(30)
      .default([
        { id: 'repeat-with-space', label: 'A repeat has space' },
        { id: 'pdp-demand', label: 'Members asked for it in their plans' },
        { id: 'room-charge', label: 'The room is charged for' },
        { id: 'trainer-availability', label: 'When the trainer could come again' },
      ]),
  }),
  cancellation: z.strictObject({
    /** C3.11: less than this many working days before the start is short notice. */
    shortNoticeWorkingDays: z.int().min(0).max(20),
    tell: responses,
    /** C3.1. `lack-of-interest` is the one basis that C3.2 allows; what is unexpected is stated, in words where `needsWords`. */
    reasons: z
      .array(
        z.strictObject({
          id: identifier,
          label,
          basis: z.enum(['lack-of-interest', 'unexpected']),
          needsWords: z.boolean(),
        }),
      )
      .min(1)
      .max(30),
    /** C3.12: a text not confirmed delivered after this long is shown as unconfirmed. */
    unconfirmedMinutes: z.int().min(5).max(1440),
  }),
  reminders: z.strictObject({
    /** C4.8: 2 to 7 days before. */
    weekBefore: z.strictObject({ days: z.int().min(2).max(7), at: wallTime, to: responses }),
    morningOf: z.strictObject({ at: wallTime, to: responses }),
    /** C4.11. */
    permitted: z.strictObject({ from: wallTime, until: wallTime }),
    minimumLeadMinutes: z.int().min(0).max(600),
    eveningBeforeAt: wallTime,
    /** C4.12: whether Members may have two sessions of one morning combined. */
    combineAllowed: z.boolean(),
  }),
  texts: z.strictObject({
    /** C4.14. */
    optOutAllowed: z.boolean(),
  }),
  programme: programmeSchema,
  meetings: meetingsSchema.prefault({}),
  planning: planningSchema.prefault({}),
  brief: briefSchema.prefault({}),
  attendance: attendanceSchema.prefault({}),
  reporting: reportingSchema.prefault({}),
  evaluation: evaluationSchema.prefault({}),
  rooms: roomsSchema.prefault({}),
  costs: costsSchema.prefault({}),
  mandatory: mandatorySchema.prefault({}),
  pdp: pdpSchema.prefault({}),
  bulletin: bulletinSchema.prefault({}),
  allocation: allocationSchema.prefault({}),
  alerts: alertsSchema.prefault({}),
  providers: providersSchema.default([]),
  workingDays: z.strictObject({
    /** C14.6. */
    division: z.enum(['england-and-wales', 'scotland', 'northern-ireland']),
    /** The council's own closures and one-off bank holidays. */
    closures: z.array(calendarDay).max(400),
    /** Shown when planning, never skipped over. */
    schoolHolidays: z.array(period).max(60),
  }),
})

export type Rulebook = z.infer<typeof rulebookSchema>
export type SessionKind = z.infer<typeof kind>

/** One version of a council's rulebook: what it said, from when, who changed it. Never edited, only followed by another. */
export const rulebookVersionSchema = z.strictObject({
  version: z.int().min(1),
  effectiveFrom: z.iso.datetime(),
  changedBy: z.string().max(200),
  changedAt: z.iso.datetime(),
  /** Who that is in the council's own directory; absent where it was set up from a console. */
  changedById: z.string().max(100).optional(),
  why: z.string().max(500).optional(),
  rulebook: rulebookSchema,
})
/**
 * A version as it was stored, by whatever rules there were then. Two of the bulletin's were settings that nothing ever went by: whom it came
 * from, which is the council's sending mailbox, set up with its permission to send; and whether its opening was tracked, which it never was.
 */
export const storedVersionSchema = z.preprocess(withoutUnheeded, rulebookVersionSchema)

function withoutUnheeded(stored: unknown): unknown {
  const { rulebook } = z.looseObject({ rulebook: z.looseObject({ bulletin: z.looseObject({}).optional() }) }).safeParse(stored).data ?? {}
  if (!rulebook?.bulletin) return stored
  const { sender: _sender, readReceipts: _readReceipts, ...bulletin } = rulebook.bulletin
  return { ...Object(stored), rulebook: { ...rulebook, bulletin } }
}

export type RulebookVersion = z.infer<typeof rulebookVersionSchema>
