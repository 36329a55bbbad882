import { z } from 'zod'
import type { BriefGiven } from '../../domain/brief/given.ts'
import type { AcceptedClash } from '../../domain/meetings/accepted-clash.ts'
import type { Share } from '../../domain/partners/told.ts'
import type { Chase } from '../../domain/sessions/chase.ts'
import type { Factor } from '../../domain/sessions/factor.ts'
import { recordedKinds } from '../../domain/sessions/gaps.ts'
import type { Moments, SessionSummary } from '../../domain/sessions/session-record.ts'
import type { Invitation, OtherInvitee, Session } from '../../domain/sessions/session.ts'
import type { MemberSession } from '../ports/council.ts'
import { courseIdCodec, instantCodec, memberIdCodec, personIdCodec, rowCodec, covering, sessionIdCodec } from './codec.ts'
import { detailsCodec, forWhom } from './codec-details.ts'

const response = z.enum(['accepted', 'tentative', 'declined', 'none'])
const answer = z.enum(['accepted', 'tentative', 'declined'])
const wanted = z.object({ answer, at: instantCodec })
const counts = z.object({ accepted: z.int(), tentative: z.int(), declined: z.int(), none: z.int() })

const reason = z.object({ id: z.string(), words: z.string().optional(), by: personIdCodec, byName: z.string(), at: instantCodec })

const standing = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('standing') }),
  z.object({ kind: z.literal('cancelled'), at: instantCodec, through: z.enum(['decision', 'outlook']), reason: reason.optional() }),
  z.object({ kind: z.literal('untagged'), at: instantCodec }),
])

const undersubscribed = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({
    kind: z.literal('open'),
    round: z.int(),
    openedAt: instantCodec,
    decideBy: instantCodec,
    escalatedAt: instantCodec.optional(),
  }),
  z.object({
    kind: z.literal('closed'),
    round: z.int(),
    closedAt: instantCodec,
    because: z.enum(['enough', 'decided', 'moved', 'cancelled', 'started', 'rules-changed']),
  }),
])

const factor = covering<Factor>()(
  z.object({
    id: z.string(),
    listed: z.string().optional(),
    words: z.string().optional(),
    by: personIdCodec,
    byName: z.string(),
    at: instantCodec,
  }),
)

const otherRun = z.object({ sessionId: z.string(), startsAt: instantCodec, accepted: z.int() })
const decision = z.object({
  choice: z.enum(['run', 'cancel', 'postpone', 'merge']),
  by: personIdCodec,
  byName: z.string(),
  at: instantCodec,
  reasonId: z.string(),
  reasonWords: z.string().optional(),
  message: z.string().optional(),
  mergeWith: sessionIdCodec.optional(),
  knowing: z.object({
    counts,
    minimum: z.int(),
    readAt: instantCodec,
    otherRuns: z.array(otherRun).readonly(),
    money: z.object({ ifRun: z.int(), ifCancelled: z.int() }).optional(),
    needs: z
      .array(z.object({ memberId: memberIdCodec, rule: z.string(), otherwise: z.boolean() }))
      .readonly()
      .optional(),
    factors: z.array(factor).readonly().optional(),
  }),
})

const acceptedClash = covering<AcceptedClash>()(
  z.object({ id: z.string(), beside: z.string(), reason: z.string(), by: personIdCodec, byName: z.string(), at: instantCodec }),
)

const chase = covering<Chase>()(
  z.object({
    number: z.int(),
    press: z.string(),
    by: personIdCodec,
    byName: z.string(),
    at: instantCodec,
    asked: z.int(),
    spared: z.int(),
  }),
)

const briefGiven = covering<BriefGiven>()(z.object({ of: z.string(), by: personIdCodec, byName: z.string(), at: instantCodec }))

const share = covering<Share>()(
  z.object({
    number: z.int(),
    press: z.string(),
    by: personIdCodec,
    byName: z.string(),
    at: instantCodec,
    told: z.object({
      title: z.string(),
      when: z.object({ startsAt: instantCodec, endsAt: instantCodec }).optional(),
      isPutOff: z.literal(true).optional(),
      delivery: z.enum(['in-person', 'online', 'hybrid']).optional(),
      place: z.string().optional(),
      purpose: z.string().optional(),
      booking: z.string().optional(),
    }),
    partners: z.int(),
  }),
)

/** What a session is apart from who is invited and what its invitation says. */
const facts = z.object({
  id: sessionIdCodec,
  courseId: courseIdCodec,
  title: z.string(),
  kind: z.string(),
  delivery: z.enum(['in-person', 'online', 'hybrid']),
  startsAt: instantCodec,
  endsAt: instantCodec,
  place: z.string().optional(),
  joinUrl: z.string().optional(),
  organiser: z.object({ id: personIdCodec, name: z.string(), address: z.string() }),
  calendar: z.object({ mailbox: personIdCodec, eventId: z.string(), iCalUId: z.string(), webLink: z.string().optional() }),
  standing,
  undersubscribed,
  decision: decision.optional(),
  acceptedClashes: z.array(acceptedClash).readonly().optional(),
  firstSeenAt: instantCodec,
  movedAt: instantCodec.optional(),
  readAt: instantCodec,
})

const moments = covering<Moments>()(
  z.object({
    weekBefore: instantCodec.optional(),
    morningOf: instantCodec.optional(),
    reviewed: instantCodec.optional(),
    nudged: z.int(),
    nudgedAt: instantCodec.optional(),
  }),
)

export type Header = {
  /** Counts what people decide on. */
  readonly version: number
  /** Names the last write, whose transactions may have been several. */
  readonly writing: string
  readonly session: Omit<Session, 'invitations' | 'others'>
  readonly moments: Moments
}

const sessionCodecs = {
  session: facts.extend({
    about: z.string().optional(),
    details: detailsCodec.optional(),
    refusedTag: z.object({ because: z.enum(['unreadable', 'does-not-fit']), digest: z.string(), at: instantCodec }).optional(),
    factors: z.array(factor).readonly().optional(),
    chases: z.array(chase).readonly().optional(),
    shares: z.array(share).readonly().optional(),
    brief: briefGiven.optional(),
  }),
  moments,
}
export const headerCodec = rowCodec<Header>()(z.object({ version: z.int(), writing: z.string(), ...sessionCodecs }))

export const invitationCodec = rowCodec<Invitation>()(
  z.object({
    memberId: memberIdCodec,
    response,
    respondedAt: instantCodec.optional(),
    through: z.enum(['named', 'list', 'both', 'forwarded']),
    answeredOldTime: response.optional(),
    wanted: wanted.optional(),
  }),
)

const list = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('expanded'), members: z.int() }),
  z.object({ kind: z.literal('unresolvable') }),
])

export const otherCodec = rowCodec<OtherInvitee>()(
  z.object({
    kind: z.enum(['officer', 'presenter', 'partner', 'room', 'list']),
    name: z.string(),
    address: z.string(),
    response,
    list: list.optional(),
    capacity: z.int().optional(),
  }),
)

const putDown = {
  meets: z.array(z.string()).readonly().optional(),
  narrowed: z.literal(true).optional(),
  named: z.literal(true).optional(),
  forWhom: forWhom.optional(),
  aims: z.string().optional(),
  hadAims: z.literal(true).optional(),
  joint: z
    .object({
      with: z.array(z.object({ partner: z.string(), pence: z.int().optional() })).readonly(),
      words: z.string().optional(),
      costPence: z.int().optional(),
    })
    .optional(),
  recorded: z.array(z.enum(recordedKinds)).readonly().optional(),
  capacity: z.int().optional(),
}
export const summaryCodec = rowCodec<SessionSummary>()(
  facts.extend({
    counts,
    invited: z.int(),
    others: z.int(),
    ...putDown,
    emailedAt: instantCodec.optional(),
    attended: z.array(memberIdCodec).readonly().optional(),
  }),
)

export const memberSessionCodec = rowCodec<MemberSession>()(
  z.object({
    sessionId: sessionIdCodec,
    startsAt: instantCodec,
    response,
    wanted: wanted.optional(),
    answeredOldTime: response.optional(),
  }),
)
