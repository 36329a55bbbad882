import type { MemberId, SessionId } from '../../domain/kernel/ids.ts'
import type { SessionRecord } from '../../domain/sessions/session-record.ts'
import { summaryOf } from '../../domain/sessions/summary.ts'
import { isAtOrAfter } from '../../domain/kernel/time.ts'
import type { MySession } from '../contracts/my-training.ts'
import type { ComposeContext } from '../ports/compose.ts'
import type { Council } from '../ports/council.ts'
import { answerDutyOf, mySessionOf } from './my-session-view.ts'
import { contextOf } from './read-context.ts'

/** Everything a Member's invitation card says. */
export type InvitationFacts = {
  readonly teamsAppId: string
  readonly session: MySession
  readonly past: boolean
}

/** A Member's invitation, read now; undefined when there is no such session or she is not invited to it. */
export async function invitationFactsOf(council: Council, sessionId: SessionId, memberId: MemberId): Promise<InvitationFacts | undefined> {
  const found = await council.sessions.find(sessionId)
  return found && invitationFactsFrom(found, await contextOf(council, found.session.courseId), memberId)
}

/** The same from a record at hand. Pure: the same facts give the same card. */
export function invitationFactsFrom(record: SessionRecord, context: ComposeContext, memberId: MemberId): InvitationFacts | undefined {
  const mine = record.session.invitations.find((invitation) => invitation.memberId === memberId)
  if (!mine || record.session.standing.kind === 'untagged') return undefined
  const shown = { ...context, outlookSilent: false }
  return {
    teamsAppId: context.profile.teamsAppId,
    session: mySessionOf(summaryOf(record), mine, shown, answerDutyOf(record.duties, memberId)),
    past: isAtOrAfter(context.now, record.session.startsAt),
  }
}
