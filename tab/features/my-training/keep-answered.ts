import type { MySession, MyTraining } from '../../../api/contracts/my-training.ts'

/** What this visit settled, by session: where in the list it stood, and the reading on which it was given. */
export type AnsweredHere = ReadonlyMap<string, Answered>
export type Answered = { readonly session: MySession; readonly place: number; readonly on: MyTraining }

/**
 * The invitations to show: what was answered on this visit stays where it was until she leaves the page, as it was read last.
 *
 * A reading made after the answer is newer than it: a session may have moved since, or been cancelled.
 */
export function keepAnswered(training: MyTraining, answered: AnsweredHere): readonly MySession[] {
  const { needsAnswer } = training
  const kept = needsAnswer.map((session) => {
    const here = answered.get(session.sessionId)
    return here?.on === training ? here.session : session
  })
  const gone = [...answered.values()].filter(({ session }) => !needsAnswer.some(({ sessionId }) => sessionId === session.sessionId))
  for (const here of gone.toSorted((one, other) => one.place - other.place)) {
    const session = asReadLast(here, training)
    if (session) kept.splice(Math.min(here.place, kept.length), 0, session)
  }
  return kept
}

function asReadLast({ session, on }: Answered, training: MyTraining): MySession | undefined {
  if (on === training) return session
  const isSame = ({ sessionId }: MySession) => sessionId === session.sessionId
  return training.cancelled.some(isSame) ? undefined : (training.nextDates.find(isSame) ?? session)
}

/** Whether it still wants something of her: an answer that is on its way does not. */
export function wantsAnswer(session: MySession, training: MyTraining, answered: AnsweredHere): boolean {
  const here = answered.get(session.sessionId)
  const isAskedAgain = training.needsAnswer.some(({ sessionId }) => sessionId === session.sessionId)
  if (here && (here.on === training || !isAskedAgain)) return false
  return session.telling === undefined || session.telling.state === 'refused'
}
