import type { MarksTaken } from '../../../api/contracts/attendance.ts'
import type { Problem } from '../../../api/contracts/shared.ts'
import type { Answer } from '../../api/answer.ts'
import { mostAtOnce, type KeptMark } from './kept-marks.ts'

/** Refusals of everything sent: no later try would fare better. */
const lasting = new Set([400, 404, 409, 422])
/** Of these, the ones that are of a single mark's shape: the others sent with it may be well. */
const ofOneMark = new Set([400, 422])

export type Outbound = {
  /** What is kept and was neither taken nor refused yet. */
  readonly waiting: () => readonly KeptMark[]
  readonly post: (batch: readonly KeptMark[]) => Promise<Answer<MarksTaken>>
  /** Each of these two leaves nothing of the batch waiting. */
  readonly taken: (batch: readonly KeptMark[], by: MarksTaken) => void
  readonly refused: (batch: readonly KeptMark[], problem: Problem) => void
}

/**
 * Sends what waits until nothing does, or until it gets no further: then the answer that stopped it.
 *
 * A mark that cannot be read is refused alone: what came with it goes one by one until it is found, and together again after that.
 */
export async function sendWaiting({
  waiting,
  post,
  taken,
  refused,
}: Outbound): Promise<Exclude<Answer<MarksTaken>, { kind: 'ok' }> | undefined> {
  let most = mostAtOnce
  for (let due = waiting(); due.length > 0; due = waiting()) {
    const batch = due.slice(0, most)
    const answer = await post(batch)
    if (answer.kind === 'ok') {
      taken(batch, answer.value)
    } else if (answer.kind === 'unreachable' || !lasting.has(answer.problem.status)) {
      return answer
    } else if (batch.length > 1 && ofOneMark.has(answer.problem.status)) {
      most = 1
    } else {
      refused(batch, answer.problem)
      most = mostAtOnce
    }
  }
  return undefined
}
