import { questionsFor } from '../../domain/evaluations/evaluation.ts'
import type { Evaluation } from '../../domain/evaluations/evaluation.ts'
import { saidFrom, whyNoForm } from '../../domain/evaluations/form.ts'
import type { FormRefusal } from '../../domain/evaluations/form.ts'
import type { SessionId } from '../../domain/kernel/ids.ts'
import { ok, refused } from '../../domain/kernel/result.ts'
import type { Result } from '../../domain/kernel/result.ts'
import { isSame } from '../../domain/kernel/same.ts'
import type { Member } from '../../domain/members/member.ts'
import type { EvaluationBody, MyEvaluation } from '../contracts/evaluations.ts'
import type { Council } from '../ports/council.ts'
import { etagOf, mayKnowOf, myEvaluationView } from './read-my-evaluations.ts'

export type EvaluateRefusal =
  FormRefusal | { readonly kind: 'no-such-session' | 'questions-changed' | 'nothing-said' | 'changed-since-seen' | 'busy' }

type Order = EvaluationBody & { readonly sessionId: SessionId }
type Evaluating = Pick<Council, 'clock' | 'sessions' | 'rulebook'>

const attempts = 4

/**
 * Keeps what a Member says of a session, once: sent twice it is the same, and what she said on another device is not written over unseen.
 *
 * Clauses: C8.3, C8.4, C8.22.
 */
export async function evaluateSession(council: Evaluating, member: Member, order: Order): Promise<Result<MyEvaluation, EvaluateRefusal>> {
  return council.sessions.inTurn(order.sessionId, async () => evaluateNow(council, member, order))
}

async function evaluateNow(council: Evaluating, member: Member, order: Order): Promise<Result<MyEvaluation, EvaluateRefusal>> {
  const { clock, sessions, rulebook } = council
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const found = await sessions.find(order.sessionId)
    if (!found || !mayKnowOf(found, member)) return refused({ kind: 'no-such-session' })
    const now = clock.now()
    const refusal = whyNoForm(found, member.id, { rulebook, now })
    if (refusal) return refused(refusal)
    const said = saidFrom(order.said, questionsFor(found.session, rulebook))
    if (!said.ok) return said

    const before = found.evaluations.find(({ memberId }) => memberId === member.id)
    if (before && isSame(before.said, said.value)) return ok(myEvaluationView(found, member, { rulebook, now }))
    if (order.etag !== etagOf(found, member)) return refused({ kind: 'changed-since-seen' })
    const evaluation: Evaluation = { memberId: member.id, number: (before?.number ?? 0) + 1, at: now, said: said.value, through: 'form' }
    // Somebody else's in between changes nothing about hers: it is decided again on the newer record.
    const written = await sessions.save({ session: found.session, history: [], evaluations: [evaluation] }, { etag: found.etag })
    if (written !== 'saved') continue
    const evaluations = [...found.evaluations.filter(({ memberId }) => memberId !== member.id), evaluation]
    return ok(myEvaluationView({ ...found, evaluations }, member, { rulebook, now }))
  }
  return refused({ kind: 'busy' })
}
