import { concernedBy, evaluationBy, isRecorded, questionsFor } from '../../domain/evaluations/evaluation.ts'
import type { Evaluation } from '../../domain/evaluations/evaluation.ts'
import { saidFrom, whyNoForm, whyNoForms } from '../../domain/evaluations/form.ts'
import type { FormRefusal } from '../../domain/evaluations/form.ts'
import { resultsOf } from '../../domain/evaluations/results.ts'
import type { MemberId, SessionId } from '../../domain/kernel/ids.ts'
import { ok, refused } from '../../domain/kernel/result.ts'
import type { Result } from '../../domain/kernel/result.ts'
import { isSame } from '../../domain/kernel/same.ts'
import type { Member } from '../../domain/members/member.ts'
import type { Officer } from '../../domain/members/officer.ts'
import type { SessionRecord } from '../../domain/sessions/session-record.ts'
import type { EvaluationResults, ReturnBody } from '../contracts/evaluations.ts'
import type { Council } from '../ports/council.ts'

type Reading = Pick<Council, 'clock' | 'sessions' | 'rulebook' | 'members'>

/** C8.7, C8.28: what was thought of a session, without names; and who has answered, without what. */
export async function readEvaluationResults(council: Reading, sessionId: SessionId): Promise<EvaluationResults | undefined> {
  const [found, members] = await Promise.all([council.sessions.find(sessionId), council.members.all()])
  return found && resultsView(found, members, council)
}

function resultsView(
  record: SessionRecord,
  members: readonly Member[],
  { clock, rulebook }: Pick<Council, 'clock' | 'rulebook'>,
): EvaluationResults {
  const { session } = record
  const now = clock.now()
  const concerned = concernedBy(record)
  const named = new Map(members.map(({ id, shortName }) => [id, shortName]))
  const { questions, ...counts } = resultsOf(record)
  return {
    sessionId: session.id,
    title: session.title,
    startsAt: String(session.startsAt),
    state: whyNoForms(record, { rulebook, now })?.kind ?? 'open',
    isRecorded: isRecorded(record),
    ...counts,
    minimumReturns: rulebook.evaluation.minimumReturns,
    questions: questions.map((each) =>
      each.answer === 'scale' ? { ...each, counts: [...each.counts] } : { ...each, remarks: [...each.remarks] },
    ),
    form: questionsFor(session, rulebook).map(({ id, label, answer }) => ({ questionId: id, label, answer })),
    people: concerned.map((memberId) => personView(record, memberId, named.get(memberId))),
    now: String(now),
  }
}

function personView(record: SessionRecord, memberId: MemberId, name = 'A Member who has left'): EvaluationResults['people'][number] {
  const own = evaluationBy(record, memberId)
  const state = own ? (own.said.kind === 'answers' ? ('answered' as const) : own.said.kind) : ('waiting' as const)
  return { memberId, name, state, ...(own ? { through: own.through } : {}), etag: etagOf(record, memberId) }
}

function etagOf({ evaluations }: SessionRecord, id: MemberId): string {
  return String(evaluations.find(({ memberId }) => memberId === id)?.number ?? 0)
}

export type ReturnRefusal =
  | Exclude<FormRefusal, { readonly kind: 'closed' }>
  | { readonly kind: 'no-such-session' | 'questions-changed' | 'nothing-said' | 'changed-since-seen' | 'busy' }

type Order = ReturnBody & { readonly sessionId: SessionId; readonly memberId: MemberId }

const attempts = 4

/** C8.3, C8.11: puts down what a Member said on paper or in another way, in the place of what she had said before. */
export async function enterReturn(council: Reading, officer: Officer, order: Order): Promise<Result<EvaluationResults, ReturnRefusal>> {
  return council.sessions.inTurn(order.sessionId, async () => enterNow(council, officer, order))
}

async function enterNow(council: Reading, officer: Officer, order: Order): Promise<Result<EvaluationResults, ReturnRefusal>> {
  const { clock, sessions, rulebook } = council
  const { sessionId, memberId, answers, through } = order
  const members = await council.members.all()
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const found = await sessions.find(sessionId)
    if (!found) return refused({ kind: 'no-such-session' })
    const now = clock.now()
    const why = whyNoForm(found, memberId, { rulebook, now })
    if (why && why.kind !== 'closed') return refused({ kind: why.kind }) // officers may put down a late one
    const said = saidFrom({ kind: 'answers', answers }, questionsFor(found.session, rulebook))
    if (!said.ok) return said

    const before = found.evaluations.find((each) => each.memberId === memberId)
    if (before && before.through === through && isSame(before.said, said.value)) return ok(resultsView(found, members, council))
    if (order.etag !== etagOf(found, memberId)) return refused({ kind: 'changed-since-seen' })
    const by = { id: officer.id, name: officer.name }
    const evaluation: Evaluation = { memberId, number: (before?.number ?? 0) + 1, at: now, said: said.value, through, by }
    const written = await sessions.save({ session: found.session, history: [], evaluations: [evaluation] }, { etag: found.etag })
    if (written !== 'saved') continue
    const evaluations = [...found.evaluations.filter((each) => each.memberId !== memberId), evaluation]
    return ok(resultsView({ ...found, evaluations }, members, council))
  }
  return refused({ kind: 'busy' })
}
