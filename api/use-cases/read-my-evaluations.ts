import { concernedBy, evaluationBy, evaluationsOf, isEvaluated, questionsFor } from '../../domain/evaluations/evaluation.ts'
import type { Answered } from '../../domain/evaluations/evaluation.ts'
import { whyNoForm } from '../../domain/evaluations/form.ts'
import type { FormRefusal } from '../../domain/evaluations/form.ts'
import { attended } from '../../domain/attendance/mark.ts'
import type { SessionId } from '../../domain/kernel/ids.ts'
import { inLondon, londonDay } from '../../domain/kernel/london.ts'
import { ok, refused } from '../../domain/kernel/result.ts'
import type { Result } from '../../domain/kernel/result.ts'
import type { Instant } from '../../domain/kernel/time.ts'
import { isAtOrAfter } from '../../domain/kernel/time.ts'
import type { Member } from '../../domain/members/member.ts'
import type { SessionRoll } from '../../domain/reports/uptake.ts'
import type { Rulebook } from '../../domain/rulebook/rulebook.ts'
import type { SessionRecord } from '../../domain/sessions/session-record.ts'
import type { EvaluationRow, MyEvaluation, MyEvaluations } from '../contracts/evaluations.ts'
import type { MySessionPage } from '../contracts/my-training.ts'
import type { Council } from '../ports/council.ts'

type Known = { readonly rulebook: Rulebook; readonly now: Instant }

/** Sessions of one Member that are shown: of more than this nobody remembers what they were worth. */
const mostShown = 100

/** C8.4, C8.22: the form of one session, with what she has said of it. */
export async function readMyEvaluation(
  { clock, sessions, rulebook }: Council,
  member: Member,
  sessionId: SessionId,
): Promise<Result<MyEvaluation, FormRefusal | { readonly kind: 'no-such-session' }>> {
  const found = await sessions.find(sessionId)
  if (!found || !mayKnowOf(found, member)) return refused({ kind: 'no-such-session' })
  const known = { rulebook, now: clock.now() }
  const refusal = whyNoForm(found, member.id, known)
  return refusal ? refused(refusal) : ok(myEvaluationView(found, member, known))
}

/** She was invited, or is recorded as there: of other sessions she is told nothing. */
export function mayKnowOf(record: SessionRecord, { id }: Member): boolean {
  return record.session.invitations.some(({ memberId }) => memberId === id) || concernedBy(record).includes(id)
}

export function etagOf({ evaluations }: SessionRecord, { id }: Member): string {
  return String(evaluations.find(({ memberId }) => memberId === id)?.number ?? 0)
}

export function myEvaluationView(record: SessionRecord, member: Member, { rulebook, now }: Known): MyEvaluation {
  const { session } = record
  const mine = evaluationBy(record, member.id)
  const concerned = new Set(concernedBy(record))
  const returned = evaluationsOf(record).filter(({ memberId, said }) => said.kind === 'answers' && concerned.has(memberId)).length
  return {
    sessionId: session.id,
    title: session.title,
    startsAt: String(session.startsAt),
    questions: questionsFor(session, rulebook).map(({ id, label, answer }) => ({ questionId: id, label, answer })),
    ...(mine ? { said: mine.said.kind === 'answers' ? { kind: 'answers', answers: mine.said.answers.map(onlyGiven) } : mine.said } : {}),
    ...(mine ? { savedAt: String(mine.at) } : {}),
    ...(mine?.by ? { by: mine.by.name } : {}),
    ...(mine?.said.kind === 'answers' ? { returns: { returned, attended: concerned.size } } : {}),
    minimumReturns: rulebook.evaluation.minimumReturns,
    etag: etagOf(record, member),
    now: String(now),
  }
}

function onlyGiven({ label: _label, ...given }: Answered) {
  return given
}

/** C8.4: whether there is a form for her, and whether she has said anything in it. */
export function myForm(record: SessionRecord, { id }: Member, known: Known): Pick<MySessionPage, 'evaluation'> {
  if (whyNoForm(record, id, known)) return {}
  return { evaluation: evaluationBy(record, id) ? 'said' : 'waiting' }
}

/** C8.4: every form that is open to her, the newest first. */
export async function readMyEvaluations(council: Council, member: Member): Promise<MyEvaluations> {
  const { clock, rulebook } = council
  const now = clock.now()
  const { openMonths } = rulebook.evaluation
  const from = inLondon(londonDay(now).subtract({ months: openMonths }), '00:00')
  return { rows: [...(await evaluationRows(council, member, from))], openMonths, now: String(now) }
}

/** The forms of sessions that began since a moment: the lists say of which, and her own row of each what she has said. */
export async function evaluationRows(
  { clock, sessions, rulebook }: Council,
  member: Member,
  from: Instant,
): Promise<readonly EvaluationRow[]> {
  const now = clock.now()
  const rolls = await sessions.rolls(from, now)
  const hers = rolls.filter((roll) => isAtOrAfter(now, roll.endsAt) && isEvaluated(roll, rulebook) && isConcerned(roll, member))
  const newest = hers.toReversed().slice(0, mostShown)
  return Promise.all(
    newest.map(async ({ sessionId, title, startsAt }) => {
      const own = await sessions.evaluation(sessionId, member.id)
      const mine = own && isAtOrAfter(own.at, startsAt) ? own : undefined
      const state = mine ? (mine.said.kind === 'answers' ? ('answered' as const) : mine.said.kind) : ('waiting' as const)
      return { sessionId, title, startsAt: String(startsAt), state }
    }),
  )
}

function isConcerned({ standing, entries }: SessionRoll, { id }: Member): boolean {
  if (standing !== 'standing') return false
  const own = entries.find(({ memberId }) => memberId === id)
  const isRecorded = entries.some(({ recorded }) => recorded !== 'not-recorded')
  if (!own) return false
  return isRecorded ? attended(own.recorded) : own.response === 'accepted'
}
