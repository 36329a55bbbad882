import { z } from 'zod'
import { clash } from './clashes.ts'
import { audience, named, ownId, shortCheck } from './details.ts'
import { eventMet, instantText, typedText } from './shared.ts'

const delivery = z.enum(['in-person', 'online', 'hybrid'])

const address = z.string().trim().toLowerCase().min(1).max(320)

/** POST /api/plan/check: a session that is planned, or with `sessionId` one that stands and may be held at another time. It changes nothing. */
export const planBody = z.strictObject({
  sessionId: ownId.optional(),
  /** By which its other runs are known. */
  title: typedText(200).optional(),
  kind: z.string().min(1).max(64),
  startsAt: instantText,
  endsAt: instantText,
  delivery,
  /** A room of the rulebook's register by its name or address, or any other place. Absent: none is chosen yet. */
  place: typedText(200).optional(),
  /** C1.3. Absent: whom the council's rulebook says that its kind is for. */
  audience: audience.optional(),
  /** C12.7: somebody who is to come needs a hearing loop. Never who. */
  loopNeeded: z.boolean().optional(),
  /**
   * C1.3: those whom an invitation that is still being written names, by their addresses. `lists`: what is a list or may be one. They are
   * looked up to answer, and neither kept nor logged.
   */
  invited: z.strictObject({ people: z.array(address).max(500), lists: z.array(address).max(100) }).optional(),
  check: shortCheck.optional(),
})
export type PlanBody = z.infer<typeof planBody>

const weight = z.enum(['refused', 'warning', 'note'])
const rooms = z.array(z.string())
const members = z.array(z.object({ memberId: z.string(), name: z.string() }))

/** One thing for or against a plan. `refused`: not so; `warning`: it may go ahead, and somebody should think again; `note`: worth knowing. */
export const planPoint = z.discriminatedUnion('about', [
  z.object({ weight, about: z.literal('past') }),
  clash.extend({ weight, about: z.literal('clash') }),
  eventMet.extend({ weight, about: z.literal('event') }),
  z.object({ weight, about: z.literal('events-unknown') }),
  z.object({ weight, about: z.literal('notice'), weeks: z.int() }),
  z.object({
    weight,
    about: z.literal('cycle'),
    label: z.string(),
    part: z.enum(['pre-election', 'polling-day', 'ordinary-election', 'annual-meeting', 'induction']),
    from: z.iso.date(),
    to: z.iso.date(),
  }),
  z.object({ weight, about: z.literal('cycle-unknown') }),
  z.object({ weight, about: z.literal('day-off'), off: z.enum(['weekend', 'bank-holiday', 'closure']) }),
  z.object({ weight, about: z.literal('school-holiday'), label: z.string() }),
  z.object({
    weight,
    about: z.literal('room'),
    trouble: z.enum(['not-marked', 'not-step-free', 'no-loop', 'too-small']),
    /** Of a room that is too small. */
    holds: z.int().optional(),
    invited: z.int().optional(),
    /** Rooms of the register that would do. */
    instead: rooms,
  }),
  z.object({ weight, about: z.literal('venue'), usual: z.string() }),
  /** C1.3: of an invitation that is still being written. */
  z.object({ weight, about: z.literal('missing'), members }),
  z.object({ weight, about: z.literal('surplus'), members }),
  /** Nobody can look into so many of its lists, so who is missing is not known. */
  z.object({ weight, about: z.literal('lists-closed'), lists: z.int(), because: z.enum(['hidden', 'unreachable']) }),
  z.object({ weight, about: z.literal('audience-fixed') }),
  z.object({ weight, about: z.literal('audience-unknown') }),
  z.object({ weight, about: z.literal('offer-both') }),
  z.object({ weight, about: z.literal('offer-online') }),
  z.object({ weight, about: z.literal('repeat'), pair: z.enum(['no-repeat', 'both-day', 'both-evening']) }),
])
export type PlanPoint = z.infer<typeof planPoint>

/** What weighs most comes first. */
export const planCheck = z.object({
  now: instantText,
  points: z.array(planPoint),
  /** C12.14: `against`: what is known speaks against it, and nobody has written why it stays. */
  lines: z.array(
    z.object({
      line: z.enum(['type', 'commitments', 'events', 'access']),
      state: z.enum(['answered', 'unanswered', 'against']),
      words: z.string().optional(),
    }),
  ),
  /** Members whom it is for; absent where nobody can tell. */
  invited: z.int().optional(),
  /** Times at which nothing of the above speaks against it, at most three. `isSlot`: one of those kept free for training. */
  otherTimes: z.array(z.object({ startsAt: instantText, endsAt: instantText, isSlot: z.boolean() })),
  /** Whether the calendar of committee meetings is known for that day; unknown is not free. */
  meetingsKnown: z.boolean(),
})
export type PlanCheck = z.infer<typeof planCheck>

/** GET /api/plan?session=…: what there is to choose from, and with a session how it stands. */
export const planChoices = z.object({
  now: instantText,
  kinds: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      audienceFixed: z.boolean(),
      dayAndEvening: z.boolean(),
      usualAudience: z.enum(['all-members', 'new-members', 'relevant-members']),
    }),
  ),
  rooms: z.array(z.object({ name: z.string(), capacity: z.int(), stepFree: z.boolean().optional(), hearingLoop: z.boolean().optional() })),
  /** C1.14: the usual venue; empty where the council has none. */
  venue: z.string(),
  committees: z.array(z.string()),
  offices: z.array(z.string()),
  members: z.array(z.object({ memberId: z.string(), name: z.string() })),
  /** By kind, with which of Outlook's categories an appointment becomes a session. Some kinds share one, and some have none. */
  categories: z.array(named),
  /** Of the session that was asked for. */
  plan: planBody.optional(),
})
export type PlanChoices = z.infer<typeof planChoices>
