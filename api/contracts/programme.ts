import { z } from 'zod'
import { chaseByName } from './chasing.ts'
import { clash } from './clashes.ts'
import { money } from './details.ts'
import { jointPartner } from './joint.ts'
import { clashesWith, counts, heldOut, instantText, otherRun, response, unreachable } from './shared.ts'
import { uptake } from './my-training.ts'
import { stage } from './places.ts'

const waitingClash = z.object({
  clashId: z.string(),
  against: clashesWith,
  /** Members who would have to be at both, by name; absent where nobody knows who sits on the committee. */
  affected: z.array(z.string()).optional(),
})

export const programmeRow = z.object({
  sessionId: z.string(),
  title: z.string(),
  kindLabel: z.string(),
  countsAs: z.string(),
  /** C1.3: whom sessions of its kind are for. */
  audience: z.enum(['all-members', 'new-members', 'relevant-members']),
  delivery: z.enum(['in-person', 'online', 'hybrid']),
  startsAt: instantText,
  endsAt: instantText,
  place: z.string().optional(),
  /** C14.6: whose holidays it falls in, as the council's calendar names them: "Autumn half term". */
  schoolHoliday: z.string().optional(),
  /** C14.8: it falls in that part of the electoral cycle, so its publicity is to be checked before it is announced. */
  publicityCheck: z.string().optional(),
  counts,
  /** Members invited; people, not calendars. */
  invited: z.int(),
  uptake,
  /** What the last column says, as data: the words are the tab's. */
  state: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('reviewed-on'), at: instantText }),
    z.object({ kind: z.literal('decide-by'), at: instantText, escalated: z.boolean() }),
    z.object({ kind: z.literal('going-ahead'), because: z.enum(['enough', 'decided', 'not-judged']) }),
    z.object({ kind: z.literal('cancelled'), at: instantText, reasonMissing: z.boolean(), through: z.enum(['decision', 'outlook']) }),
    z.object({ kind: z.literal('untagged') }),
    z.object({ kind: z.literal('postponed'), at: instantText }),
    z.object({ kind: z.literal('took-place') }),
  ]),
  otherRuns: z.array(otherRun),
  /** C14.3, C14.12: what it clashes with that no officer has dealt with yet. Absent: nothing, or this list does not say. */
  clashes: z.array(waitingClash).optional(),
})
export type ProgrammeRow = z.infer<typeof programmeRow>

/** GET /api/programme?from=2026-10-12&to=2027-04-01 (London days; default: from Monday of this week, six months) */
export const programme = z.object({
  now: instantText,
  readAt: instantText.optional(),
  rows: z.array(programmeRow),
  /** C2.3, in total: of the invitations to these sessions, cancelled ones apart, how many have an answer. */
  answered: z.object({ answered: z.int(), invited: z.int() }),
  /** In whose calendars sessions are looked for, and when that last worked. */
  mailboxes: z.array(
    z.object({
      name: z.string(),
      address: z.string(),
      readAt: instantText.optional(),
      state: z.enum(['read', 'never-read', 'closed-to-us', 'unreachable']),
      /** Since when it could not be read, on any instance. */
      unreachableSince: instantText.optional(),
      /** Nobody's any more in whose calendar sessions are looked for; read until the last one in it has ended. */
      kept: z.object({ until: instantText, was: z.enum(['officer', 'shared']) }).optional(),
    }),
  ),
  categories: z.array(z.string()),
  unreachable: z.array(unreachable),
})
export type Programme = z.infer<typeof programme>

export const messageView = z.object({
  dutyId: z.string(),
  purpose: z.enum([
    'reminder',
    'nudge',
    'chase',
    'cancellation-notice',
    'evaluation',
    'decision-card',
    'escalation',
    'ask-reason',
    'cancel-event',
    'partner-share',
    'partner-cancelled',
    'answer',
  ]),
  reminder: z.enum(['week-before', 'morning-of']).optional(),
  channel: z.enum(['text', 'email', 'card', 'calendar']),
  to: z.string(),
  memberId: z.string().optional(),
  notBefore: instantText,
  at: instantText.optional(),
  state: z.enum(['due', 'claimed', 'unknown', 'sent', 'failed', 'skipped', 'needs-attention']),
  /** The word for why; the tab has the sentence. */
  because: z.string().optional(),
  delivery: z.enum(['sending', 'delivered', 'temporary-failure', 'permanent-failure', 'technical-failure', 'unconfirmed']).optional(),
  body: z.string().optional(),
})
export type MessageView = z.infer<typeof messageView>

/** GET /api/sessions/:sessionId */
export const sessionPage = z.object({
  row: programmeRow,
  /** Send back with a decision: it is taken on what was seen. */
  seen: z.string(),
  about: z.string().optional(),
  joinUrl: z.string().optional(),
  webLink: z.string().optional(),
  /** C4.3: of a session to come, whose first bulletin leaves, or left, later than the lead time asks. `firstIssueAt` absent: it starts before any leaves. */
  lateNotice: z.object({ firstIssueAt: instantText.optional(), weeks: z.int(), issues: z.int() }).optional(),
  /** C1.9. Absent: it is held out of nothing. */
  heldOut: heldOut.optional(),
  organiser: z.object({ name: z.string(), address: z.string() }),
  members: z.array(
    z.object({
      memberId: z.string(),
      name: z.string(),
      response,
      answeredOldTime: response.optional(),
      respondedAt: instantText.optional(),
      through: z.enum(['named', 'list', 'both', 'forwarded']),
      telling: z.boolean(),
      reminded: z.array(messageView),
    }),
  ),
  others: z.array(
    z.object({
      kind: z.enum(['officer', 'presenter', 'partner', 'room', 'list']),
      name: z.string(),
      response,
      listMembers: z.int().optional(),
      unresolvable: z.boolean().optional(),
    }),
  ),
  /** C1.2, C1.3: Members for whom it is and whom the invitation does not reach. */
  notInvited: z.array(z.object({ memberId: z.string(), name: z.string() })),
  /** C1.3: Members invited for whom it is not. Absent: none. */
  surplus: z.array(z.object({ memberId: z.string(), name: z.string() })).optional(),
  /** C1.15: of a session still to come. `capacity` is absent where nobody knows the room. */
  plan: z
    .object({
      accepted: z.int(),
      tentative: z.int(),
      walkIns: z.int(),
      least: z.int(),
      most: z.int(),
      capacity: z.int().optional(),
      overfull: z.boolean(),
    })
    .optional(),
  /** C1.5: what officers have put down about it. */
  putDown: z
    .object({
      aims: z.string().optional(),
      preWork: z.string().optional(),
      followUp: z.string().optional(),
      provider: z.string().optional(),
      /** C1.17. */
      jointWith: z.array(jointPartner).optional(),
    })
    .optional(),
  /** C3.5: absent where no costs have been put down. */
  money: money.optional(),
  /** C4.18: officers have said that it suits partners. */
  sharesWithPartners: z.literal(true).optional(),
  /** C4.4: absent where nobody has said that its places are limited. */
  limitedPlaces: z.object({ offerId: z.string(), places: z.int(), stage }).optional(),
  reminders: z.object({
    weekBefore: z.object({ at: instantText.optional(), audience: z.int() }),
    morningOf: z.object({ at: instantText.optional(), audience: z.int() }),
  }),
  history: z.array(z.object({ at: instantText, what: z.string() })),
  cancelled: z
    .object({
      at: instantText,
      by: z.string().optional(),
      through: z.enum(['decision', 'outlook']),
      reasonLabel: z.string().optional(),
      words: z.string().optional(),
      message: z.string().optional(),
    })
    .optional(),
  decision: z
    .object({
      choice: z.enum(['run', 'cancel', 'postpone', 'merge']),
      by: z.string(),
      at: instantText,
      reasonLabel: z.string(),
      words: z.string().optional(),
      message: z.string().optional(),
      knowing: z.object({
        counts,
        minimum: z.int(),
        readAt: instantText,
        otherRuns: z.array(otherRun),
        /** In pence (C3.5). */
        money: z.object({ ifRun: z.int(), ifCancelled: z.int() }).optional(),
        /** For how many of those coming it was mandatory (C3.6). */
        needs: z.int().optional(),
        /** C3.7. */
        factors: z.array(z.string()).optional(),
      }),
    })
    .optional(),
  /** C14.4: for seminars and physical sessions the pair should be one day and one evening. */
  pair: z.enum(['not-needed', 'complete', 'no-repeat', 'both-day', 'both-evening']),
  /** C14.3, C14.12: everything that it clashes with; what was accepted too. Of a session still to come. */
  clashes: z.array(clash),
  /** C4.13: while those who might still come can be asked again, or what stands in the way may pass. */
  chase: chaseByName.optional(),
  messages: z.array(messageView),
  phoneList: z.object({ toRing: z.int(), rung: z.int() }),
  /** C2.6: absent for a session that has no register. `here`: Members recorded as there. */
  register: z.object({ opensAt: instantText, isOpen: z.boolean(), here: z.int(), toCome: z.int() }).optional(),
  /** C2.12: Members with an open invitation who have been at another run. */
  toRelease: z.array(z.object({ memberId: z.string(), name: z.string(), attendedAt: instantText })),
  unreachable: z.array(unreachable),
  now: instantText,
})
export type SessionPage = z.infer<typeof sessionPage>
