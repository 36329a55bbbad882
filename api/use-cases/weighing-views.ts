import { intention } from '../../domain/duties/told.ts'
import type { MemberId } from '../../domain/kernel/ids.ts'
import { roomFor } from '../../domain/sessions/deciding.ts'
import { factorWords } from '../../domain/sessions/factor.ts'
import { needsOf, nothingElsewhere, wouldReopen } from '../../domain/sessions/mandatory.ts'
import type { Deadline, Need } from '../../domain/sessions/mandatory.ts'
import { runsToCome } from '../../domain/sessions/other-runs.ts'
import { countsOf } from '../../domain/sessions/response.ts'
import type { Session } from '../../domain/sessions/session.ts'
import type { SessionRecord } from '../../domain/sessions/session-record.ts'
import { countsIn } from '../../domain/sessions/undersubscribed.ts'
import type { DecisionCase } from '../contracts/decisions.ts'
import type { ComposeContext } from '../ports/compose.ts'
import { chaseView } from './chase-views.ts'
import { onWire } from './on-wire.ts'
import { moneyView } from './read-details.ts'

type Weighed = Pick<DecisionCase, 'money' | 'needs' | 'reopened' | 'runs' | 'factors' | 'factorList' | 'chase' | 'changes'>

/** C3.5 to C3.8: everything besides the count that a decision is weighed by, as the page and the card tell it. */
export function weighedOf(record: SessionRecord, context: ComposeContext): Weighed {
  const { session } = record
  const { rulebook, members, now, elsewhere = nothingElsewhere } = context
  const money = moneyView(session, rulebook, now)
  const needing = { members, rulebook, elsewhere, now }
  return {
    ...(money ? { money } : {}),
    needs: needsOf(session, needing).map(needView),
    reopened: [...new Set(wouldReopen(session, needing).map(({ name }) => name))],
    runs: runViews(session, context),
    factors: (session.factors ?? []).map((factor) => ({ words: factorWords(factor, rulebook), by: factor.byName, at: String(factor.at) })),
    factorList: rulebook.minimum.factors,
    chase: chaseView(session, context),
    changes: changesOf(record, context),
  }
}

function needView({ memberId, name, rule, deadline, otherwise, declined }: Need): Weighed['needs'][number] {
  return {
    memberId,
    name,
    rule: rule.label,
    deadline: deadlineView(deadline),
    ...(otherwise ? { otherwise: { sessionId: otherwise.id, startsAt: String(otherwise.startsAt), response: otherwise.response } } : {}),
    ...(declined ? { declined: { sessionId: declined.id, startsAt: String(declined.startsAt) } } : {}),
  }
}

export function deadlineView(deadline: Deadline): Weighed['needs'][number]['deadline'] {
  return onWire(deadline)
}

/** What these very people answered to each other run, and whether it has room for those who are coming. */
function runViews(session: Session, { otherRuns, rulebook, now, elsewhere = nothingElsewhere }: ComposeContext): Weighed['runs'] {
  const maybe = new Set<MemberId>(
    session.invitations.filter((each) => ['accepted', 'tentative'].includes(intention(each))).map(({ memberId }) => memberId),
  )
  return runsToCome(session, otherRuns, rulebook, now).flatMap(({ id }) => {
    const run = elsewhere.sessions.find((each) => each.id === id)
    if (!run) return []
    const theirs = run.invitations.filter(({ memberId }) => maybe.has(memberId)).map(intention)
    const room = roomFor(session, run, rulebook)
    return [
      {
        sessionId: id,
        theirs: countsOf(theirs),
        notInvited: maybe.size - theirs.length,
        ...(room ? { free: room.free, enough: room.enough, coming: room.coming } : {}),
      },
    ]
  })
}

/** As far back as anybody looks. */
const mostChanges = 20

/** Every rise and fall of the count since the session came to stand where it does, newest first, with the count that each left. */
function changesOf({ session, history }: SessionRecord, { members }: ComposeContext): Weighed['changes'] {
  const movedAt = history.findLastIndex(({ what }) => what.kind === 'moved' || what.kind === 'length-changed')
  let { accepted } = countsIn(session)
  return history
    .slice(movedAt + 1)
    .toReversed()
    .flatMap(({ at, what }) => {
      if (what.kind !== 'responded' || (what.from === 'accepted') === (what.to === 'accepted')) return []
      const left = accepted
      accepted += what.to === 'accepted' ? -1 : 1
      const name = members.find(({ id }) => id === what.memberId)?.shortName ?? 'A Member who has left'
      return [{ at: String(at), name, to: what.to, accepted: left }]
    })
    .slice(0, mostChanges)
}
