import type { CardMessage } from '../../api/ports/senders.ts'
import type { DecisionFacts } from '../../api/use-cases/decision-facts.ts'
import { card, factSet, heading, link, paragraph, small } from './elements.ts'
import type { Fact } from './elements.ts'
import { tabLink } from './links.ts'
import { decisionWords as say } from './words.ts'

/** What every officer sees once nothing is to be decided, also one who presses a stale button: who, when, why, what came of it. */
export function decidedCard(facts: DecisionFacts, note?: string): CardMessage {
  const { view } = facts
  const lines = outcomeOf(facts)
  const because = becauseOf(facts)
  const said = [...(note ? [note] : []), ...(because ? [because] : [])]
  return card({
    body: [
      small(say.which(view.row, view.now)),
      heading(headlineOf(facts)),
      ...said.map(paragraph),
      ...(lines.length > 0 ? [factSet(lines)] : []),
      small(say.asAt(view.now)),
    ],
    actions: linksOf(facts),
    text: [
      `${say.which(view.row, view.now)}.`,
      headlineOf(facts),
      ...said,
      ...lines.map(({ title, value }) => `${title}: ${value}.`),
      say.asAt(view.now),
    ].join('\n'),
    refresh: { verb: 'decide.refresh', data: { sessionId: view.row.sessionId, seen: view.seen }, userId: facts.officerId },
  })
}

function headlineOf({ view, decision }: DecisionFacts): string {
  if (decision) return say.decided(decision.choice, decision.by, decision.at, view.now)
  if (view.row.state.kind === 'cancelled') return say.cancelledInOutlook(view.row.state.at, view.now)
  if (view.row.state.kind === 'untagged') return say.closed.untagged
  if (view.state === 'started') return say.closed.started
  if (view.state === 'enough') return say.closed.enough(view)
  return view.state === 'before-review' && view.closedAt ? say.closed.moved : say.closed.notNow
}

/** The reason as it was given, with the count it was given on, and the officer's own words. */
function becauseOf({ decision }: DecisionFacts): string | undefined {
  if (!decision) return undefined
  const { reasonLabel, words, message, knowing } = decision
  const count = decision.choice === 'run' ? '' : say.knowing(knowing.counts.accepted, knowing.minimum)
  return [`${words ?? reasonLabel}${count}.`, ...(message ? [say.quoted(message)] : [])].join(' ')
}

function outcomeOf({ aftermath }: DecisionFacts): readonly Fact[] {
  if (!aftermath) return []
  const { calendars, texts, toRing } = aftermath
  const cleared = {
    waiting: say.outcome.calendarsWaiting(calendars.of),
    cleared: say.outcome.calendarsDone(calendars.of, calendars.of),
    failed: say.outcome.calendarsFailed,
  }[calendars.state]
  return [
    { title: say.outcome.calendars, value: cleared },
    ...(texts.sent + texts.failed > 0 ? [{ title: say.outcome.texts, value: say.outcome.textsFacts(texts) }] : []),
    { title: say.outcome.calls, value: say.outcome.callsFacts(toRing) },
  ]
}

function linksOf({ view, aftermath, teamsAppId }: DecisionFacts) {
  const toRing = aftermath?.toRing.length ?? 0
  const record = link(say.record, tabLink(teamsAppId, `sessions/${view.row.sessionId}`))
  if (toRing === 0) return [record]
  return [link(say.openPhoneList(toRing), tabLink(teamsAppId, `sessions/${view.row.sessionId}/phone-list`), 'positive'), record]
}
