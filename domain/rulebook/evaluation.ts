import { z } from 'zod'
import { identifier, label, wallTime } from './fields.ts'
import type { RulebookError } from './rulebook-error.ts'
import { twice } from './rulebook-error.ts'
import { rulebookWords as words } from './words.ts'

const countsAs = z.enum(['training', 'briefing', 'own-time', 'external', 'development'])

/** One question of the form. A scale goes from 1, not at all, to 5, very much. */
const question = z.strictObject({
  id: identifier,
  label,
  answer: z.enum(['scale', 'words']),
  /** Asked only after sessions that count as one of these; empty: after all. */
  of: z.array(countsAs).max(5).default([]),
})

/**
 * C8.1 to C8.4, C8.27, C8.28 (BR r4; TH 6.3; TK 6.b2). Briefings have a switch of their own (`briefings.evaluation`).
 *
 * Units: `remindAfterDays` are London's calendar days, `openMonths` months.
 */
export const evaluationSchema = z.strictObject({
  /** C8.2: when the forms go, on the day after the session. */
  at: wallTime.default('09:00'),
  /** C8.27: once, to whoever has not answered. 0: never. */
  remindAfterDays: z.int().min(0).max(28).default(5),
  /** C8.1: whether every session is evaluated, or only what counts as these. */
  askedOf: z
    .array(z.enum(['training', 'own-time', 'external', 'development']))
    .min(1)
    .max(4)
    .default(['training', 'own-time', 'external', 'development']),
  /** C8.4: how long after a session its form stays open. */
  openMonths: z.int().min(1).max(48).default(12),
  /** C8.28: with fewer returns than this only officers see what was said. */
  minimumReturns: z.int().min(1).max(20).default(3),
  /** The documents leave the questions to the council: what stands here is a reading. */
  questions: z
    .array(question)
    .min(1)
    .max(12)
    .default([
      { id: 'worth', label: 'Was it worth your time?', answer: 'scale', of: [] },
      { id: 'relevant', label: 'Was it relevant to your role?', answer: 'scale', of: [] },
      { id: 'confident', label: 'Are you more confident in the subject now?', answer: 'scale', of: [] },
      { id: 'good-value', label: 'Was it good value for what it cost?', answer: 'scale', of: ['external'] },
      { id: 'differently', label: 'What will you do differently?', answer: 'words', of: [] },
      { id: 'change', label: 'Is there anything we should change?', answer: 'words', of: [] },
    ]),
})

export type EvaluationRule = z.infer<typeof evaluationSchema>
export type Question = EvaluationRule['questions'][number]

export function evaluationErrors({ questions, askedOf }: EvaluationRule): readonly RulebookError[] {
  return [
    ...twice(
      questions.map(({ id }) => id),
      'evaluation.questions',
      words.idTwice,
    ),
    ...twice(
      questions.map((question) => question.label.toLowerCase()),
      'evaluation.questions',
      words.nameTwice,
    ),
    ...twice(askedOf, 'evaluation.askedOf', words.choiceTwice),
  ]
}
