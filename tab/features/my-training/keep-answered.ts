import type { MySession } from '../../../api/contracts/my-training.ts'

/** What this visit settled, by session, and where in the list it stood. It is newer than what was read. */
export type AnsweredHere = ReadonlyMap<string, { readonly session: MySession; readonly place: number }>

/** The invitations to show after reading again: what was answered on this visit stays where it was until she leaves the page. */
export function keepAnswered(latest: readonly MySession[], answered: AnsweredHere): readonly MySession[] {
  const kept = latest.map((session) => answered.get(session.sessionId)?.session ?? session)
  const gone = [...answered.values()].filter(({ session }) => !latest.some((each) => each.sessionId === session.sessionId))
  for (const { session, place } of gone.toSorted((one, other) => one.place - other.place)) {
    kept.splice(Math.min(place, kept.length), 0, session)
  }
  return kept
}

/** Whether it still wants something of her: an answer that is on its way does not. */
export function wantsAnswer(session: MySession, answered: AnsweredHere): boolean {
  if (answered.has(session.sessionId)) return false
  return session.telling === undefined || session.telling.state === 'refused'
}
