import type { Session } from './session.ts'

/** C3.4: to be held at another time, and not moved there yet. A move takes the decision away, because it was about the old time. */
export function isPostponed({ standing, decision }: Pick<Session, 'standing' | 'decision'>): boolean {
  return standing.kind === 'standing' && decision?.choice === 'postpone'
}

/** It is to take place at the time at which it stands: nothing else is advertised, or asked about. */
export function isOffered(session: Pick<Session, 'standing' | 'decision'>): boolean {
  return session.standing.kind === 'standing' && !isPostponed(session)
}
