import { z } from 'zod'
import { answer, instantText, otherRun, response, unreachable } from './shared.ts'

/** How a session's numbers stand, as sentences need them. */
export const uptake = z.object({
  accepted: z.int(),
  tentative: z.int(),
  /** 0: this kind is never put to officers, and no count is made of it. */
  minimum: z.int(),
  /** C3.3: what each tentative answer adds to those accepted. Absent: nothing. */
  tentativeCounts: z.number().positive().max(1).optional(),
  readAt: instantText,
  stage: z.enum(['before-review', 'enough', 'too-few', 'going-ahead', 'postponed', 'started', 'not-judged']),
  /** When officers are asked to decide; absent when nothing is to be decided. */
  decideBy: instantText.optional(),
  /** That has come and nobody has decided yet. */
  late: z.literal(true).optional(),
})
export type UptakeView = z.infer<typeof uptake>

export const mySession = z.object({
  sessionId: z.string(),
  title: z.string(),
  kindLabel: z.string(),
  countsAs: z.string(),
  delivery: z.enum(['in-person', 'online', 'hybrid']),
  startsAt: instantText,
  endsAt: instantText,
  place: z.string().optional(),
  response,
  /** C1.21: what was answered before the session moved. */
  answeredOldTime: response.optional(),
  /** An answer given here that Outlook has not yet been seen to hold. */
  telling: z.object({ answer, at: instantText, state: z.enum(['telling', 'waiting', 'refused']) }).optional(),
  uptake,
  /** C2.6, on My training: the code on the screen in the room is taken now, and nothing says yet that she is there. */
  checkIn: z.literal(true).optional(),
  standing: z.enum(['standing', 'cancelled']),
  cancelled: z.object({ at: instantText, message: z.string().optional(), reasonLabel: z.string().optional() }).optional(),
  otherRuns: z.array(otherRun),
})
export type MySession = z.infer<typeof mySession>

/** GET /api/my/training */
export const myTraining = z.object({
  now: instantText,
  /** Invitations that want an answer, the earliest deadline first. */
  needsAnswer: z.array(mySession),
  nextDates: z.array(mySession),
  cancelled: z.array(mySession),
  /** C8.27: forms of the last four weeks that she has not answered. */
  evaluations: z.array(z.object({ sessionId: z.string(), title: z.string(), startsAt: instantText })),
  week: z.object({ sessions: z.int(), minutes: z.int() }),
  /** C2.3: a fact, never a score. */
  answered: z.object({ answered: z.int(), invited: z.int(), since: instantText }),
  readAt: instantText.optional(),
  unreachable: z.array(unreachable),
})
export type MyTraining = z.infer<typeof myTraining>

/** GET /api/my/sessions/:sessionId */
export const mySessionPage = z.object({
  session: mySession,
  about: z.string().optional(),
  /** C1.5: what it is to achieve, and what it asks besides being there. */
  aims: z.string().optional(),
  commitment: z.object({ preWork: z.string().optional(), followUp: z.string().optional() }).optional(),
  joinUrl: z.string().optional(),
  /** From when the Join button shows. */
  joinFrom: instantText.optional(),
  organiser: z.object({ name: z.string() }),
  /** C2.6: what was recorded of her attendance. `by` is absent where she checked in herself. */
  attendance: z
    .object({
      recorded: z.enum(['in-person', 'online', 'apologies', 'absent']),
      walkIn: z.boolean(),
      at: instantText,
      by: z.string().optional(),
    })
    .optional(),
  /** When the code on the screen in the room is taken. */
  checkIn: z.object({ from: instantText, until: instantText }).optional(),
  /** C2.12: the run of the same course at which she has been. */
  attendedRun: z.object({ sessionId: z.string(), startsAt: instantText }).optional(),
  /** C8.4: her form is open, and whether she has said anything in it. */
  evaluation: z.enum(['waiting', 'said']).optional(),
  /** She was there without having been invited: there is nothing to answer. */
  uninvited: z.literal(true).optional(),
  now: instantText,
  unreachable: z.array(unreachable),
})
export type MySessionPage = z.infer<typeof mySessionPage>

/** PUT /api/my/sessions/:sessionId/answer → 202 with `mySession`. */
export const answerBody = z.strictObject({ answer })

/** GET and PUT /api/my/texts */
export const myTexts = z.object({
  reminders: z.boolean(),
  combine: z.boolean(),
  combineAllowed: z.boolean(),
  optOutAllowed: z.boolean(),
  /** As the Member would write it: "07700 900142". */
  mobile: z.string().optional(),
  mobileState: z.enum(['usable', 'unusable', 'none']),
  /** "7am", "8pm": never before, never after. */
  permitted: z.object({ from: z.string(), until: z.string() }),
  etag: z.string(),
  /** The council's time, to say when a change was saved. */
  now: instantText.optional(),
})
export type MyTexts = z.infer<typeof myTexts>
export const myTextsBody = z.strictObject({
  reminders: z.boolean().optional(),
  combine: z.boolean().optional(),
  mobile: z.string().max(40).optional(),
  etag: z.string().min(1).max(200),
})
export type MyTextsBody = z.infer<typeof myTextsBody>
