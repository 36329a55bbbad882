import { z } from 'zod'
import { instantText, typedText } from './shared.ts'

/** Characters of one answer. */
export const longestComment = 1_000
const questionId = z.string().max(40)

const question = z.object({ questionId: z.string(), label: z.string(), answer: z.enum(['scale', 'words']) })
export type QuestionView = z.infer<typeof question>

/** 1 is not at all, 5 very much. */
const scale = z.strictObject({ questionId, answer: z.literal('scale'), value: z.int().min(1).max(5) })
const inWords = z.strictObject({ questionId, answer: z.literal('words'), words: typedText(longestComment) })
const notThisTime = z.strictObject({ kind: z.literal('not-this-time') })

const said = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('answers'), answers: z.array(z.discriminatedUnion('answer', [scale, inWords])).max(12) }),
  notThisTime,
])
export type SaidBody = z.infer<typeof said>

/** GET /api/my/evaluations/:sessionId: the form, with what she has said so far. */
export const myEvaluation = z.object({
  sessionId: z.string(),
  title: z.string(),
  startsAt: instantText,
  questions: z.array(question),
  /** Absent: nothing yet. `by`: the officer who put it down from paper. */
  said: said.optional(),
  by: z.string().optional(),
  savedAt: instantText.optional(),
  /** C8.28: with fewer returns than this only officers see what was said. */
  minimumReturns: z.int(),
  /** Once she has answered: how many have, of how many who were there. */
  returns: z.object({ returned: z.int(), attended: z.int() }).optional(),
  /** Send back with what is said: nothing said on another device is written over unseen. */
  etag: z.string(),
  now: instantText,
})
export type MyEvaluation = z.infer<typeof myEvaluation>

/** PUT /api/my/evaluations/:sessionId → 200 with `myEvaluation`. The same sent twice is one. */
export const evaluationBody = z.strictObject({ said, etag: z.string().max(20) })
export type EvaluationBody = z.infer<typeof evaluationBody>

export const evaluationRow = z.object({
  sessionId: z.string(),
  title: z.string(),
  startsAt: instantText,
  state: z.enum(['waiting', 'answered', 'not-this-time']),
})
export type EvaluationRow = z.infer<typeof evaluationRow>

/** GET /api/my/evaluations: of every session she was at whose form is open, the newest first. */
export const myEvaluations = z.object({
  rows: z.array(evaluationRow),
  openMonths: z.int(),
  now: instantText,
})
export type MyEvaluations = z.infer<typeof myEvaluations>

const questionResult = z.discriminatedUnion('answer', [
  z.object({ answer: z.literal('scale'), label: z.string(), counts: z.tuple([z.int(), z.int(), z.int(), z.int(), z.int()]) }),
  z.object({ answer: z.literal('words'), label: z.string(), remarks: z.array(z.string()) }),
])
export type QuestionResultView = z.infer<typeof questionResult>

/** How a return reached the council, where it did not come through the Member's own form (C8.11). */
export const channels = ['paper', 'email', 'spoken', 'focus-group'] as const

const returner = z.object({
  memberId: z.string(),
  name: z.string(),
  state: z.enum(['waiting', 'answered', 'not-this-time']),
  through: z.enum(['form', ...channels]).optional(),
  /** Of a return that an officer puts down. */
  etag: z.string(),
})

/** GET /api/sessions/:sessionId/evaluation: what was thought of a session, without names; and who has answered, without what. */
export const evaluationResults = z.object({
  sessionId: z.string(),
  title: z.string(),
  startsAt: instantText,
  /** Whether forms are given for it, and how it stands: there are none of what was not held. */
  state: z.enum(['open', 'not-over', 'not-asked', 'cancelled', 'postponed']),
  /** Whether anything is on the register: else those who accepted are taken to have been there. */
  isRecorded: z.boolean(),
  attended: z.int(),
  returned: z.int(),
  notThisTime: z.int(),
  minimumReturns: z.int(),
  questions: z.array(questionResult),
  form: z.array(question),
  people: z.array(returner),
  now: instantText,
})
export type EvaluationResults = z.infer<typeof evaluationResults>

/** PUT /api/sessions/:sessionId/evaluation/:memberId → 200 with `evaluationResults`. In the place of what the Member had said. */
export const returnBody = z.strictObject({
  answers: z.array(z.discriminatedUnion('answer', [scale, inWords])).max(12),
  through: z.enum(channels),
  etag: z.string().max(20),
})
export type ReturnBody = z.infer<typeof returnBody>
