import { isIssueId, isOfferId, type MatterId } from '../../domain/kernel/ids.ts'
import type { Council } from '../ports/council.ts'
import { lookAtSession, type LookDeps } from './look.ts'
import { lookAtIssue } from './look-at-issue.ts'
import { lookAtOffer } from './look-at-offer.ts'

/** Works out what follows from a session, an issue of the bulletin or an offer of places: a pointer names each by its id. */
export async function lookAt(council: Council, matter: MatterId, deps: LookDeps): Promise<'looked' | 'no-such-session'> {
  if (isOfferId(matter)) return lookAtOffer(council, matter)
  return isIssueId(matter) ? lookAtIssue(council, matter, deps.log) : lookAtSession(council, matter, deps)
}
