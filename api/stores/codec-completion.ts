import { z } from 'zod'
import type { Completion, Withdrawal } from '../../domain/requirements/completion.ts'
import { dayCodec, instantCodec, memberIdCodec, personIdCodec, rowCodec } from './codec.ts'

const doing = { at: instantCodec, by: personIdCodec, byName: z.string() }

export const completionCodec = rowCodec<Completion>()(
  z.object({
    ...doing,
    id: z.string(),
    memberId: memberIdCodec,
    ruleId: z.string(),
    kind: z.enum(['completed', 'accepted']),
    on: dayCodec,
    until: dayCodec.optional(),
    what: z.string().optional(),
  }),
)

export type WithdrawalRow = Withdrawal & { readonly of: string }
export const withdrawalCodec = rowCodec<WithdrawalRow>()(z.object({ ...doing, of: z.string(), why: z.string() }))
