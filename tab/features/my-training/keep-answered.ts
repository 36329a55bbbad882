import type { MySession } from '../../../api/contracts/my-training.ts'

/**
 * The invitations to show after reading again: what has been answered on this visit stays where it was until she leaves the page.
 *
 * `answered` is what this visit settled, by session; it is newer than what was read.
 */
export function keepAnswered(
  before: readonly MySession[],
  latest: readonly MySession[],
  answered: ReadonlyMap<string, MySession>,
): readonly MySession[] {
  const kept = [...latest]
  for (const [place, session] of before.entries()) {
    const gone = !latest.some((each) => each.sessionId === session.sessionId)
    if (gone && answered.has(session.sessionId)) kept.splice(Math.min(place, kept.length), 0, session)
  }
  return kept.map((session) => answered.get(session.sessionId) ?? session)
}

/** Whether it still wants something of her: an answer that is on its way does not. */
export function wantsAnswer(session: MySession, answered: ReadonlyMap<string, MySession>): boolean {
  if (answered.has(session.sessionId)) return false
  return session.telling === undefined || session.telling.state === 'refused'
}
