import { z } from 'zod'
import { pdpId, type MemberId, type PdpId } from '../../domain/kernel/ids.ts'
import type { Instant } from '../../domain/kernel/time.ts'
import type { Objective, Pdp, PdpContent, PdpStanding, PdpVersion } from '../../domain/pdp/plan.ts'
import { covering, dayCodec, instantCodec, memberIdCodec, personIdCodec, rowCodec, sessionIdCodec } from './codec.ts'

const pdpIdCodec = z.codec(z.string(), z.custom<PdpId>(), { decode: pdpId, encode: (id) => id })
const hand = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('member') }),
  z.object({ kind: z.literal('officer'), id: personIdCodec, name: z.string() }),
])
const objective = covering<Objective>()(
  z.object({
    id: z.string(),
    aim: z.string(),
    byOn: dayCodec.optional(),
    help: z.array(z.enum(['session', 'own-time', 'watching', 'mentor'])).readonly(),
    measure: z.string(),
    sessions: z.array(sessionIdCodec).readonly(),
    doneOn: dayCodec.optional(),
  }),
)
const content = covering<PdpContent>()(
  z.object({
    gaps: z.string(),
    transferable: z.string(),
    aspirations: z.string(),
    otherSkills: z.string(),
    needs: z.array(z.string()).readonly(),
    objectives: z.array(objective).readonly(),
  }),
)

export const pdpCodec = rowCodec<Pdp>()(
  z.object({
    id: pdpIdCodec,
    memberId: memberIdCodec,
    content,
    savedAt: instantCodec,
    savedBy: hand,
    versions: z.int(),
    keptAt: instantCodec.optional(),
    agreed: z.object({ at: instantCodec, version: z.int(), mark: z.string() }).optional(),
    supporter: personIdCodec.optional(),
  }),
)

export const pdpVersionCodec = rowCodec<PdpVersion>()(
  z.object({
    number: z.int(),
    keptAt: instantCodec,
    because: z.enum(['agreed', 'another-hand', 'objective-removed', 'set-aside', 'earlier']),
    by: hand,
    content,
  }),
)

export const pdpReadCodec = rowCodec<{ readonly at: Instant }>()(z.object({ at: instantCodec }))

const standing = covering<PdpStanding>()(
  z.object({ begunAt: instantCodec, agreedAt: instantCodec.optional(), supporter: personIdCodec.optional() }),
)

/** A Member's line in the list. `changing`: somebody is at it, or died at it, and what the plan itself says counts. */
export type PdpLine = {
  readonly memberId: MemberId
  readonly id: PdpId
  readonly standing: PdpStanding
  readonly changing?: string | undefined
}
export const pdpLineCodec = rowCodec<PdpLine>()(
  z.object({ memberId: memberIdCodec, id: pdpIdCodec, standing, changing: z.string().optional() }),
)
