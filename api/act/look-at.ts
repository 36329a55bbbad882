import { isIssueId, type MatterId } from '../../domain/kernel/ids.ts'
import type { Council } from '../ports/council.ts'
import { lookAtSession, type LookDeps } from './look.ts'
import { lookAtIssue } from './look-at-issue.ts'

/** Works out what follows from a session, or from an issue of the bulletin: a pointer names either by its id. */
export async function lookAt(council: Council, matter: MatterId, deps: LookDeps): Promise<'looked' | 'no-such-session'> {
  return isIssueId(matter) ? lookAtIssue(council, matter, deps.log) : lookAtSession(council, matter, deps)
}
