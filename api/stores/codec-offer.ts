import { z } from 'zod'
import { noticeId, offerId, type NoticeId, type OfferId } from '../../domain/kernel/ids.ts'
import type { Draw, Round } from '../../domain/places/draw.ts'
import type { Interest, Offer, OfferSummary } from '../../domain/places/offer.ts'
import { covering, instantCodec, memberIdCodec, personIdCodec, rowCodec, sessionIdCodec } from './codec.ts'

const offerIdCodec = z.codec(z.string(), z.custom<OfferId>(), { decode: offerId, encode: (id) => id })
const noticeIdCodec = z.codec(z.string(), z.custom<NoticeId>(), { decode: noticeId, encode: (id) => id })
const criterion = z.enum(['role-need', 'not-had-one', 'ballot'])
const names = z.array(z.string()).readonly()

const draw = covering<Draw>()(
  z.object({
    at: instantCodec,
    by: personIdCodec,
    byName: z.string(),
    order: z
      .array(z.object({ memberId: memberIdCodec, ticket: z.string(), meets: z.array(criterion).readonly(), number: z.string() }))
      .readonly(),
    leftOut: z.array(z.object({ memberId: memberIdCodec, because: z.enum(['left-office', 'not-holder']) })).readonly(),
  }),
)
const round = covering<Round>()(
  z.object({
    at: instantCodec,
    by: personIdCodec,
    byName: z.string(),
    places: z.int(),
    given: z.array(memberIdCodec).readonly(),
  }),
)

const stated = {
  id: offerIdCodec,
  subject: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('session'), sessionId: sessionIdCodec }),
    z.object({ kind: z.literal('notice'), noticeId: noticeIdCodec }),
  ]),
  title: z.string(),
  places: z.int(),
  openTo: z.discriminatedUnion('kind', [z.object({ kind: z.literal('everyone') }), z.object({ kind: z.literal('posts'), posts: names })]),
  neededFor: names,
  criteria: z.array(criterion).readonly(),
  closesAt: instantCodec,
  setAt: instantCodec,
  setBy: personIdCodec,
  setByName: z.string(),
  announcedAt: instantCodec.optional(),
  droppedAt: instantCodec.optional(),
  rounds: z.array(round).readonly(),
}

export const offerCodec = rowCodec<Offer>()(z.object({ ...stated, seed: z.string(), draw: draw.optional() }))

export const offerSummaryCodec = rowCodec<OfferSummary>()(
  z.object({
    ...stated,
    drawnAt: instantCodec.optional(),
    interested: z.int(),
    held: z.array(memberIdCodec).readonly(),
    // Rows that were written before had how many; they are renewed at the next look.
    concerned: z.array(memberIdCodec).readonly().optional().catch(undefined),
    next: z.int().optional(),
    lastMailAt: instantCodec.optional(),
    hasFailed: z.literal(true).optional(),
    endsAt: instantCodec.optional(),
    calledOffAt: instantCodec.optional(),
  }),
)

export const interestCodec = rowCodec<Interest>()(
  z.object({
    memberId: memberIdCodec,
    ticket: z.string(),
    at: instantCodec,
    standing: z.enum(['interested', 'withdrawn', 'given-up']),
    recordedBy: z.string().optional(),
  }),
)

/** Only its tag matters: of a Member's word and a draw at one moment, one is written and the other decided again. */
export const latchCodec = rowCodec<{ readonly shut: boolean }>()(z.object({ shut: z.boolean() }))
