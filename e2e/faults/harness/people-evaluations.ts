import { evaluateSession } from '../../../api/use-cases/evaluate-session.ts'
import { readMyEvaluation } from '../../../api/use-cases/read-my-evaluations.ts'
import type { SessionId } from '../../../domain/kernel/ids.ts'
import { memberIdFor } from './member-ids.ts'
import type { Asking } from './persist.ts'

/** A Member says what a session was worth, from 1 to 5. */
export type MeantEvaluation = {
  readonly sessionId: SessionId
  readonly member: number
  readonly value: number
  readonly at: number
  toldAt?: number
}

export type Evaluating = {
  readonly meant: readonly MeantEvaluation[]
  evaluate(sessionId: SessionId, member: number, value: number): Promise<void>
}

export function createEvaluating({ persist, world }: Asking): Evaluating {
  const meant: MeantEvaluation[] = []
  return {
    meant,
    async evaluate(sessionId, number, value) {
      const own: MeantEvaluation = { sessionId, member: number, value, at: world.now() }
      const isTold = await persist(async (council, { isThere }) => {
        const found = await council.members.find(memberIdFor(number))
        const page = found && (await readMyEvaluation(council, found.value, sessionId))
        if (!page || !isThere()) return 'again'
        if (!page.ok) return ['no-such-session', 'not-over'].includes(page.refusal.kind) ? 'again' : 'given up'
        if (!meant.includes(own)) meant.push(own)
        const said = { kind: 'answers', answers: [{ questionId: 'worth', answer: 'scale', value }] } as const
        const result = await evaluateSession(council, found.value, {
          sessionId,
          said: { ...said, answers: [...said.answers] },
          etag: page.value.etag,
        })
        if (result.ok) return 'done'
        return ['busy', 'changed-since-seen', 'no-such-session'].includes(result.refusal.kind) ? 'again' : 'given up'
      })
      if (isTold) own.toldAt = world.now()
    },
  }
}
