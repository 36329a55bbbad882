import type { MemberId, SessionId } from '../../domain/kernel/ids.ts'
import type { Instant } from '../../domain/kernel/time.ts'
import { kindOf } from '../../domain/rulebook/in-force.ts'
import { runsToCome } from '../../domain/sessions/other-runs.ts'
import type { Response } from '../../domain/sessions/response.ts'
import type { Invitation } from '../../domain/sessions/session.ts'
import type { DutyRecord, SessionSummary } from '../../domain/sessions/session-record.ts'
import { myUptake } from '../../domain/sessions/summary.ts'
import type { MySession } from '../contracts/my-training.ts'
import { onWire } from './on-wire.ts'
import { otherRunView, reasonLabel } from './standing-views.ts'
import type { Show } from './standing-views.ts'

/** How one Member stands to a session: from its own row or from the Member's list, which hold the same. */
export type Mine = Pick<Invitation, 'response' | 'wanted' | 'answeredOldTime'>

export type MyContext = Show & {
  readonly otherRuns: readonly SessionSummary[]
  /** What she answered to other sessions, where that is known. */
  readonly answers?: ReadonlyMap<SessionId, Response>
  /** Outlook does not answer just now: what was asked of it waits. */
  readonly outlookSilent: boolean
}

/** A session as one Member sees it: her answer, whether it will happen, and what else there is. */
export function mySessionOf(session: SessionSummary, mine: Mine, context: MyContext, answering?: DutyRecord): MySession {
  const { rulebook, now, otherRuns, answers } = context
  const kind = kindOf(rulebook, session.kind)
  const cancelled = cancelledView(session, context)
  return {
    sessionId: session.id,
    title: session.title,
    kindLabel: kind.label,
    countsAs: kind.countsAs,
    delivery: session.delivery,
    startsAt: String(session.startsAt),
    endsAt: String(session.endsAt),
    ...(session.place ? { place: session.place } : {}),
    response: mine.response,
    ...(mine.answeredOldTime ? { answeredOldTime: mine.answeredOldTime } : {}),
    ...(mine.wanted ? { telling: { ...onWire(mine.wanted), state: tellingOf(answering, context.outlookSilent) } } : {}),
    uptake: onWire(myUptake(session, rulebook, now)),
    standing: cancelled ? 'cancelled' : 'standing',
    ...(cancelled ? { cancelled } : {}),
    otherRuns: runsToCome(session, otherRuns, rulebook, now).map((run) => {
      const yours = answers?.get(run.id)
      return { ...otherRunView(run, rulebook), ...(yours ? { yours } : {}) }
    }),
  }
}

/** The newest of a Member's answers that was to be told to Outlook. */
export function answerDutyOf(duties: readonly DutyRecord[], memberId: MemberId): DutyRecord | undefined {
  return answersOf(duties, memberId).at(-1)
}

/** A Member's answers given here, in the order in which they were given. */
export function answersOf(duties: readonly DutyRecord[], memberId: MemberId): readonly DutyRecord[] {
  const number = ({ duty }: DutyRecord) => (duty.purpose.kind === 'answer' ? duty.purpose.number : 0)
  return duties
    .filter(({ duty }) => duty.purpose.kind === 'answer' && duty.purpose.memberId === memberId)
    .toSorted((one, other) => number(one) - number(other))
}

function tellingOf(answering: DutyRecord | undefined, outlookSilent: boolean): 'telling' | 'waiting' | 'refused' {
  const state = answering?.state
  if (state?.kind === 'done' && state.outcome.kind !== 'sent' && state.outcome.kind !== 'skipped') return 'refused'
  const triedInVain = (state?.kind === 'due' && state.attempt > 0) || state?.kind === 'unknown'
  return triedInVain || outlookSilent ? 'waiting' : 'telling'
}

function cancelledView({ standing, decision }: SessionSummary, { rulebook }: Show): MySession['cancelled'] {
  if (standing.kind !== 'cancelled') return undefined
  return {
    at: String(standing.at),
    ...(decision?.message ? { message: decision.message } : {}),
    ...(standing.reason ? { reasonLabel: reasonLabel(standing.reason.id, { cancellation: rulebook.cancellation }) } : {}),
  }
}

export function isOver({ endsAt }: Pick<SessionSummary, 'endsAt'>, now: Instant): boolean {
  return now.until(endsAt).sign <= 0
}
