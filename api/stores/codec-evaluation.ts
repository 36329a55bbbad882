import { z } from 'zod'
import type { Evaluation } from '../../domain/evaluations/evaluation.ts'
import { instantCodec, memberIdCodec, personIdCodec, rowCodec } from './codec.ts'

const asked = { questionId: z.string(), label: z.string() }

const answered = z.discriminatedUnion('answer', [
  z.object({ ...asked, answer: z.literal('scale'), value: z.int().min(1).max(5) }),
  z.object({ ...asked, answer: z.literal('words'), words: z.string() }),
])

/** What one Member said of one session: a row of the session's partition. */
export const evaluationCodec = rowCodec<Evaluation>()(
  z.object({
    memberId: memberIdCodec,
    number: z.int(),
    at: instantCodec,
    said: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('answers'), answers: z.array(answered).readonly() }),
      z.object({ kind: z.literal('not-this-time') }),
    ]),
    through: z.enum(['form', 'paper', 'email', 'spoken', 'focus-group']),
    by: z.object({ id: personIdCodec, name: z.string() }).optional(),
  }),
)
