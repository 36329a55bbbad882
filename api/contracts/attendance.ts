import { z } from 'zod'
import { instantText, response, typedText, unreachable } from './shared.ts'

export const recorded = z.enum(['in-person', 'online', 'apologies', 'absent', 'not-recorded'])
const through = z.enum(['register', 'code', 'teams-report'])

/** Who recorded it and when it was pressed. `by` is absent where the Member checked in with the code. */
const recordedBy = z.object({ by: z.string().optional(), at: instantText, through })

export const attendanceRow = z.object({
  memberId: z.string(),
  name: z.string(),
  invited: z.boolean(),
  /** What they had answered as it began: shown beside what is recorded, and never it (C2.6). */
  response,
  /** Accepted or tentative. */
  expected: z.boolean(),
  recorded,
  /** C2.7: attended without having accepted. */
  walkIn: z.boolean(),
  mark: recordedBy.optional(),
  /** What another recorded otherwise, whom the last to press had not seen: both are kept, and an officer presses again. */
  unseen: recordedBy.extend({ recorded }).optional(),
  /** What Teams' report suggests, for an officer to confirm. Whole minutes. */
  suggestion: z.object({ minutes: z.int(), of: z.int(), enough: z.boolean() }).optional(),
})
export type AttendanceRow = z.infer<typeof attendanceRow>

const guestKind = z.enum(['officer', 'partner', 'other'])
/** Characters. */
export const longestGuestName = 100
const guestId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/)

/** GET /api/sessions/:sessionId/attendance: the register of one session. */
export const attendanceRegister = z.object({
  sessionId: z.string(),
  title: z.string(),
  startsAt: instantText,
  endsAt: instantText,
  place: z.string().optional(),
  delivery: z.enum(['in-person', 'online', 'hybrid']),
  state: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('open') }),
    z.object({ kind: z.literal('not-yet'), opensAt: instantText }),
    z.object({ kind: z.enum(['cancelled', 'untagged', 'postponed']) }),
  ]),
  /** C2.6: whether this officer may record, as the council's rulebook has it. */
  mayRecord: z.boolean(),
  rows: z.array(attendanceRow),
  /** C1.16, C1.18: recorded apart, never counted as Members. */
  guests: z.array(
    z.object({
      guestId: z.string(),
      name: z.string(),
      kind: guestKind,
      organisation: z.string().optional(),
      recorded,
      mark: recordedBy,
    }),
  ),
  /** Officers and partners in the invitation, of whom nothing is recorded. */
  guestsInvited: z.array(z.object({ guestId: z.string(), name: z.string(), kind: guestKind })),
  /** Send back with each mark: what its maker could see. */
  seen: z.int(),
  savedAt: instantText.optional(),
  /** Whether Members may check in with a code, and from when. */
  checkIn: z.object({ from: instantText, until: instantText }).optional(),
  teams: z
    .object({
      state: z.enum(['not-yet', 'asking', 'read', 'no-report', 'not-allowed', 'not-found']),
      at: instantText.optional(),
      /** People in the meeting who are no Members. */
      others: z.int(),
    })
    .optional(),
  now: instantText,
  unreachable: z.array(unreachable),
})
export type AttendanceRegister = z.infer<typeof attendanceRegister>

/** A month: a phone that kept a mark for longer has its clock wrong, or was lost. */
export const longestAgoMs = 31 * 24 * 60 * 60 * 1000

const mark = {
  /** Made on the phone: the same mark sent twice is one. */
  id: z.uuid(),
  /** How long ago it was pressed, by the phone's own clock, which need not be right: milliseconds. */
  agoMs: z.int().min(0).max(longestAgoMs),
  seen: z.int().min(0),
  recorded,
  through: z.enum(['register', 'teams-report']).default('register'),
}
const ofMember = z.strictObject({ ...mark, memberId: z.string().regex(/^[a-z0-9][a-z0-9-]{1,63}$/) })
const ofGuest = z.strictObject({
  ...mark,
  guest: z.strictObject({
    id: guestId,
    name: typedText(longestGuestName).pipe(z.string().min(1)),
    kind: guestKind,
    organisation: typedText(100).optional(),
  }),
})

/** POST /api/sessions/:sessionId/attendance → 200 with `marksTaken`. Repeatable: a mark that was taken before changes nothing. */
export const marksBody = z.strictObject({
  marks: z
    .array(z.union([ofMember, ofGuest]))
    .min(1)
    .max(100),
})
export type MarksBody = z.infer<typeof marksBody>
export type MarkBody = z.input<typeof marksBody>['marks'][number]

export const marksTaken = z.object({
  register: attendanceRegister,
  /** Marks that stand for nothing, and why; the rest were taken, now or before. */
  refused: z.array(z.object({ id: z.string(), because: z.enum(['before-open', 'no-such-member']) })),
})
export type MarksTaken = z.infer<typeof marksTaken>

/** GET /api/sessions/:sessionId/check-in-code: for a screen in the room. */
export const checkInCode = z.object({
  sessionId: z.string(),
  title: z.string(),
  startsAt: instantText,
  endsAt: instantText,
  state: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('open'), code: z.string(), secondsLeft: z.int() }),
    z.object({ kind: z.literal('too-early'), opensAt: instantText }),
    z.object({ kind: z.enum(['off', 'over', 'cancelled', 'untagged', 'postponed']) }),
  ]),
  /** Members there so far. */
  here: z.int(),
  now: instantText,
})
export type CheckInCode = z.infer<typeof checkInCode>

/** POST /api/my/check-in. Without a session, the one whose code it is. */
export const checkInBody = z.strictObject({ code: z.string().trim().min(4).max(12), sessionId: z.string().max(64).optional() })
export const checkedIn = z.object({
  sessionId: z.string(),
  title: z.string(),
  startsAt: instantText,
  recorded,
  /** C2.7: she had not accepted, and is as welcome. */
  walkIn: z.boolean(),
  /** It was recorded before: nothing was changed. */
  already: z.boolean(),
  at: instantText,
  now: instantText,
})
export type CheckedIn = z.infer<typeof checkedIn>
