import { offerIdOf } from '../../domain/places/offer.ts'
import type { SessionRecord } from '../../domain/sessions/session-record.ts'
import type { Council } from '../ports/council.ts'

/**
 * C4.4: has the limited places at a session looked at once it is cancelled, restored, tagged again, decided on or moved: whoever would like one may be owed
 * word, and officers who heard nothing of a closing while it was put off.
 */
export async function askOfferLook({ offers }: Council, { session, history }: Pick<SessionRecord, 'session' | 'history'>): Promise<void> {
  const isBack = history.some(({ what }) => what.kind === 'restored-in-outlook' || what.kind === 'tagged-again')
  const isChanged = session.decision !== undefined || session.movedAt !== undefined
  if (session.standing.kind !== 'cancelled' && !isBack && !isChanged) return
  const offer = await offers.summary(offerIdOf({ kind: 'session', sessionId: session.id }))
  if (offer?.announcedAt) await offers.askLook(offer.id)
}
