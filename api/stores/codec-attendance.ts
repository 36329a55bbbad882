import { z } from 'zod'
import type { Mark } from '../../domain/attendance/mark.ts'
import type { SessionRoll } from '../../domain/reports/uptake.ts'
import type { TeamsReport } from '../../domain/attendance/teams-report.ts'
import { courseIdCodec, instantCodec, memberIdCodec, personIdCodec, rowCodec, sessionIdCodec } from './codec.ts'

const guest = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['officer', 'partner', 'other']),
  organisation: z.string().optional(),
})

const recorded = z.enum(['in-person', 'online', 'apologies', 'absent', 'not-recorded'])

export const markCodec = rowCodec<Mark>()(
  z.object({
    id: z.string(),
    number: z.int(),
    about: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('member'), memberId: memberIdCodec }),
      z.object({ kind: z.literal('guest'), guest }),
    ]),
    recorded,
    pressedAt: instantCodec,
    takenAt: instantCodec,
    by: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('officer'), id: z.string(), name: z.string() }),
      z.object({ kind: z.literal('member') }),
    ]),
    through: z.enum(['register', 'code', 'teams-report']),
    seen: z.int(),
  }),
)

const joined = z.object({
  personId: personIdCodec.optional(),
  address: z.string().optional(),
  name: z.string(),
  spells: z.array(z.object({ from: instantCodec, to: instantCodec })).readonly(),
})

export const teamsReportCodec = rowCodec<TeamsReport>()(
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('read'), at: instantCodec, people: z.array(joined).readonly() }),
    z.object({ kind: z.literal('none'), at: instantCodec, because: z.enum(['no-report', 'not-allowed', 'not-found']) }),
  ]),
)

export const rollCodec = rowCodec<SessionRoll>()(
  z.object({
    sessionId: sessionIdCodec,
    courseId: courseIdCodec,
    title: z.string(),
    kind: z.string(),
    startsAt: instantCodec,
    endsAt: instantCodec,
    standing: z.enum(['standing', 'cancelled', 'untagged', 'postponed']),
    entries: z
      .array(
        z.object({
          memberId: memberIdCodec,
          invited: z.boolean(),
          response: z.enum(['accepted', 'tentative', 'declined', 'none']),
          recorded,
        }),
      )
      .readonly(),
  }),
)
