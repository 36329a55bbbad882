import { notHeld } from '../attendance/register.ts'
import type { MemberId } from '../kernel/ids.ts'
import type { Result } from '../kernel/result.ts'
import { ok, refused } from '../kernel/result.ts'
import type { Instant } from '../kernel/time.ts'
import { isAtOrAfter, isBefore } from '../kernel/time.ts'
import type { Question } from '../rulebook/evaluation.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import type { SessionRecord } from '../sessions/session-record.ts'
import { concernedBy, isEvaluated, openUntil } from './evaluation.ts'
import type { Answered, Evaluation } from './evaluation.ts'

export type FormRefusal =
  | { readonly kind: 'cancelled' | 'postponed' }
  | { readonly kind: 'not-over' }
  /** C8.1: the council gives no form for such sessions. */
  | { readonly kind: 'not-asked' }
  /** C8.4. */
  | { readonly kind: 'closed' }
  /** Nothing says that she was there. */
  | { readonly kind: 'not-there' }

type Known = { readonly rulebook: Rulebook; readonly now: Instant }
type NoForms = Exclude<FormRefusal, { readonly kind: 'closed' | 'not-there' }>

/** Why there are no forms of a session. Undefined: whoever was there has one. */
export function whyNoForms({ session }: Pick<SessionRecord, 'session'>, { rulebook, now }: Known): NoForms | undefined {
  const why = notHeld(session)
  if (why) return { kind: why === 'untagged' ? 'not-asked' : why }
  if (isBefore(now, session.endsAt)) return { kind: 'not-over' }
  return isEvaluated(session, rulebook) ? undefined : { kind: 'not-asked' }
}

/** Why a Member has no form of a session to fill in. Undefined: she has one. */
export function whyNoForm(record: SessionRecord, memberId: MemberId, known: Known): FormRefusal | undefined {
  const why = whyNoForms(record, known)
  if (why) return why
  if (!concernedBy(record).includes(memberId)) return { kind: 'not-there' }
  return isAtOrAfter(known.now, openUntil(record.session, known.rulebook)) ? { kind: 'closed' } : undefined
}

/** An answer as it comes in: with no more than the question's id. */
export type Given =
  | { readonly questionId: string; readonly answer: 'scale'; readonly value: number }
  | { readonly questionId: string; readonly answer: 'words'; readonly words: string }
export type GivenSaid = { readonly kind: 'answers'; readonly answers: readonly Given[] } | { readonly kind: 'not-this-time' }

/** What was said, with each question as it is put now, in the order of the form. What was left empty is no answer. */
export function saidFrom(
  given: GivenSaid,
  questions: readonly Question[],
): Result<Evaluation['said'], { readonly kind: 'questions-changed' | 'nothing-said' }> {
  if (given.kind === 'not-this-time') return ok(given)
  const asked = new Map(questions.map((question) => [question.id, question]))
  if (given.answers.some(({ questionId, answer }) => asked.get(questionId)?.answer !== answer))
    return refused({ kind: 'questions-changed' })
  const byId = new Map(given.answers.map((each) => [each.questionId, each]))
  const answers = questions.flatMap(({ id, label }): readonly Answered[] => {
    const each = byId.get(id)
    if (!each || (each.answer === 'words' && each.words === '')) return []
    return [{ ...each, label }]
  })
  return answers.length > 0 ? ok({ kind: 'answers', answers }) : refused({ kind: 'nothing-said' })
}
