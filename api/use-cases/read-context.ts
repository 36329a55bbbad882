import type { CourseId } from '../../domain/kernel/ids.ts'
import { alertsCountFrom } from '../../domain/duties/chasing.ts'
import type { SessionRecord } from '../../domain/sessions/session-record.ts'
import type { ComposeContext } from '../ports/compose.ts'
import type { Council } from '../ports/council.ts'
import type { Me } from '../contracts/me.ts'
import { elsewhereOf } from './read-elsewhere.ts'

/** What a session is shown against, read once: the council, the roll, the officers and the other runs of the course. */
export async function contextOf(council: Council, course: CourseId): Promise<ComposeContext> {
  const { profile, clock, rulebook, members, officers, sessions } = council
  const [roll, staff, otherRuns] = await Promise.all([members.all(), officers.all(), sessions.runsOf(course)])
  return { profile, now: clock.now(), rulebook, members: roll, officers: staff, otherRuns }
}

/** What a decision on a session is weighed by besides: other runs with their answers, meetings to come, what was sent this week. */
export async function weighedIn(council: Council, { session }: Pick<SessionRecord, 'session'>, { otherRuns, now }: ComposeContext) {
  const [elsewhere, alerts] = await Promise.all([elsewhereOf(council, session, otherRuns), council.alerts.since(alertsCountFrom(now))])
  return { elsewhere, alerts }
}

/** What cannot be reached just now: said on every page that shows what came from it. */
export function unreachableNow({ health }: Pick<Council, 'health'>): Me['unreachable'] {
  return health.unreachable().map(({ dependency, since }) => ({ dependency, since: String(since) }))
}
