import type { PersonId, SessionId } from '../../domain/kernel/ids.ts'
import type { Instant } from '../../domain/kernel/time.ts'
import { isAtOrAfter, isBefore } from '../../domain/kernel/time.ts'
import { toldPutOff } from '../../domain/partners/sharing.ts'
import { phoneListOf } from '../../domain/duties/phone-list.ts'
import { consequencesOfCancelling } from '../../domain/sessions/consequences.ts'
import { clearsCalendars } from '../../domain/sessions/deciding.ts'
import { runOffered, runsToCome } from '../../domain/sessions/other-runs.ts'
import { factorWords } from '../../domain/sessions/factor.ts'
import type { Response } from '../../domain/sessions/response.ts'
import type { SessionRecord } from '../../domain/sessions/session-record.ts'
import { isShortNotice, shortNoticeFrom } from '../../domain/sessions/short-notice.ts'
import { summaryOf } from '../../domain/sessions/summary.ts'
import { uptakeOf } from '../../domain/sessions/undersubscribed.ts'
import type { DecisionCase } from '../contracts/decisions.ts'
import type { SessionPage } from '../contracts/programme.ts'
import type { ComposeContext } from '../ports/compose.ts'
import type { Council } from '../ports/council.ts'
import { decisionWords } from './decision-words.ts'
import { historyView } from './history-words.ts'
import { onWire } from './on-wire.ts'
import { contextOf, weighedIn } from './read-context.ts'
import { otherRunView, programmeRowOf, reasonLabel } from './standing-views.ts'
import { weighedOf } from './weighing-views.ts'

/** What has come of a cancellation so far, from the fate of its duties. */
export type Aftermath = {
  readonly calendars: { readonly state: 'waiting' | 'cleared' | 'failed'; readonly of: number }
  readonly texts: { readonly sent: number; readonly delivered: number; readonly onTheirWay: number; readonly failed: number }
  /** Names still to ring (C3.12). */
  readonly toRing: readonly string[]
  /** The last thing known to have happened, as ISO text: a card says how old its figures are. */
  readonly asAt: string
}

/** Everything an officer's card says, and the tab's decision page too: one reading, so they cannot disagree. */
export type DecisionFacts = {
  readonly officerId: PersonId
  readonly teamsAppId: string
  readonly view: DecisionCase
  /** The decision in force, with what was known when it was taken. */
  readonly decision?: SessionPage['decision']
  readonly aftermath?: Aftermath
}

/** What a decision is taken on, read now; undefined when there is no such session. */
export async function decisionFactsOf(
  council: Council,
  sessionId: SessionId,
  officer: { readonly id: PersonId },
): Promise<DecisionFacts | undefined> {
  const found = await council.sessions.find(sessionId)
  if (!found) return undefined
  const context = await contextOf(council, found.session.courseId)
  const weighed = { ...context, ...(await weighedIn(council, found, context)) }
  return decisionFactsFrom(found, weighed, { officerId: officer.id, seen: found.etag })
}

/**
 * The same from a record at hand. Pure: the same facts give the same card.
 *
 * `seen` is what a decision taken on this will be held against; a card that is only sent needs none, because it asks again.
 */
export function decisionFactsFrom(
  record: SessionRecord,
  context: ComposeContext,
  { officerId, seen = 'not-seen' }: { readonly officerId: PersonId; readonly seen?: string },
): DecisionFacts {
  const decision = decisionView(record, context)
  const aftermath = aftermathOf(record, context)
  return {
    officerId,
    teamsAppId: context.profile.teamsAppId,
    view: decisionCaseOf(record, context, seen),
    ...(decision ? { decision } : {}),
    ...(aftermath ? { aftermath } : {}),
  }
}

/** C3.2 to C3.5 in one answer: the count, the consequences, who could tip it, and the council's reasons. */
export function decisionCaseOf(record: SessionRecord, context: ComposeContext, seen: string): DecisionCase {
  const { session, history } = record
  const { rulebook, members, otherRuns, now } = context
  // Only a run to which somebody can still go is offered, or can be merged with.
  const row = programmeRowOf(summaryOf(record), runsToCome(session, otherRuns, rulebook, now), context)
  const state = caseState(record, row, now)
  const question = session.undersubscribed
  // Raised at the review itself, there is no other entry of it; raised later, the review is what the count has fallen from.
  const reviewed = history.findLast(({ what }) => what.kind === 'reviewed') ?? history.findLast(({ what }) => what.kind === 'raised')
  const tooFew = wasTooFew(record, row, context)
  const putOff = toldPutOff(record, rulebook)
  return {
    row,
    seen,
    state,
    ...(state === 'open' && row.state.kind === 'decide-by' ? { decideBy: row.state.at } : {}),
    escalated: question.kind === 'open' && question.escalatedAt !== undefined,
    ...(session.decision
      ? { decided: onWire({ choice: session.decision.choice, by: session.decision.byName, at: session.decision.at }) }
      : {}),
    ...(question.kind === 'closed' ? { closedAt: String(question.closedAt) } : {}),
    ...(putOff > 0 ? { toldPutOff: putOff } : {}),
    history: historyView(history, context),
    ...(reviewed && 'accepted' in reviewed.what ? { atReview: { accepted: reviewed.what.accepted, at: String(reviewed.at) } } : {}),
    ...weighedOf(record, context),
    tentative: namesOf(record, context, 'tentative'),
    noAnswer: namesOf(record, context, 'none'),
    notice: {
      shortNotice: isShortNotice(session.startsAt, now, rulebook),
      shortNoticeFrom: String(shortNoticeFrom(session.startsAt, rulebook)),
      workingDays: rulebook.cancellation.shortNoticeWorkingDays,
    },
    ifCancelled: onWire(consequencesOfCancelling(record, members, rulebook, otherRuns, now)),
    reasons: rulebook.cancellation.reasons.filter((reason) => tooFew || reason.basis !== 'lack-of-interest'),
    suggestedMessage: decisionWords.suggestedMessage(session, runOffered(session, otherRuns, rulebook, now), tooFew),
    now: String(now),
  }
}

/** Whether lack of interest may be the reason (C3.2): as things stand, or as they stood when it was cancelled in Outlook. */
function wasTooFew({ session }: SessionRecord, row: DecisionCase['row'], { rulebook }: ComposeContext): boolean {
  if (session.standing.kind === 'cancelled') return uptakeOf(session, rulebook, session.standing.at).kind === 'too-few'
  return row.state.kind === 'decide-by'
}

function caseState({ session }: SessionRecord, row: DecisionCase['row'], now: Instant): DecisionCase['state'] {
  if (session.standing.kind === 'cancelled') return 'cancelled'
  if (isAtOrAfter(now, session.startsAt)) return 'started'
  if (row.state.kind === 'decide-by') return 'open'
  if (session.decision) return 'decided'
  if (row.state.kind === 'reviewed-on') return 'before-review'
  return row.state.kind === 'going-ahead' && row.state.because === 'enough' ? 'enough' : 'not-judged'
}

function namesOf({ session }: SessionRecord, { members }: ComposeContext, response: Response): { memberId: string; name: string }[] {
  return session.invitations
    .filter((invitation) => invitation.response === response)
    .flatMap(({ memberId }) => {
      const member = members.find((each) => each.id === memberId)
      return member ? [{ memberId, name: member.shortName }] : []
    })
}

/** The decision in force, with what was known when it was taken: the answer to an auditor's question (C3.4). */
export function decisionView({ session }: SessionRecord, { rulebook, otherRuns }: ComposeContext): SessionPage['decision'] {
  const { decision } = session
  if (!decision) return undefined
  const { choice, byName, at, reasonId, reasonWords, message, knowing } = decision
  const runs = knowing.otherRuns.map((known) => {
    const run = otherRuns.find((each) => each.id === known.sessionId)
    const shown = run
      ? otherRunView(run, rulebook)
      : { endsAt: String(known.startsAt), delivery: session.delivery, partOfDay: 'day' as const }
    return { ...shown, ...onWire(known) }
  })
  return {
    choice,
    by: byName,
    at: String(at),
    // To run or to postpone is filed under no reason of the council's list: the officer's own sentence is the reason.
    reasonLabel: !clearsCalendars(choice) && reasonWords ? reasonWords : reasonLabel(reasonId, rulebook),
    ...(reasonWords ? { words: reasonWords } : {}),
    ...(message ? { message } : {}),
    knowing: {
      counts: knowing.counts,
      minimum: knowing.minimum,
      readAt: String(knowing.readAt),
      otherRuns: runs,
      ...(knowing.money ? { money: knowing.money } : {}),
      ...(knowing.needs ? { needs: knowing.needs.length } : {}),
      ...(knowing.factors ? { factors: knowing.factors.map((factor) => factorWords(factor, rulebook)) } : {}),
    },
  }
}

function aftermathOf(record: SessionRecord, { members, rulebook, otherRuns, now }: ComposeContext): Aftermath | undefined {
  const { standing, decision } = record.session
  if (standing.kind !== 'cancelled') return undefined
  const cleared = record.duties.find(({ duty }) => duty.purpose.kind === 'cancel-event')
  const outcome = cleared?.state.kind === 'done' ? cleared.state.outcome.kind : undefined
  const notices = record.duties.filter(({ duty }) => duty.purpose.kind === 'cancellation-notice')
  const outcomes = notices.flatMap(({ state }) => (state.kind === 'done' ? [state.outcome] : []))
  const sent = outcomes.filter((each) => each.kind === 'sent')
  const list = phoneListOf(record, members, rulebook, now)
  const moments = [standing.at, ...outcomes.map((each) => each.at), ...sent.flatMap((each) => each.delivery?.at ?? [])]
  const inOutlook = standing.through === 'outlook' || outcome === 'sent' || outcome === 'skipped'
  return {
    calendars: {
      state: inOutlook ? 'cleared' : outcome ? 'failed' : 'waiting',
      of: consequencesOfCancelling(record, members, rulebook, otherRuns, decision?.at ?? standing.at).calendarsCleared,
    },
    texts: {
      sent: sent.length,
      delivered: sent.filter((each) => each.delivery?.status === 'delivered').length,
      onTheirWay: sent.filter((each) => each.delivery === undefined || each.delivery.status === 'sending').length,
      failed: outcomes.length - sent.length + sent.filter((each) => each.delivery?.status.endsWith('failure')).length,
    },
    toRing: list.entries.filter((entry) => !entry.reached).map((entry) => entry.name),
    asAt: String(moments.reduce((latest, each) => (isBefore(latest, each) ? each : latest))),
  }
}
