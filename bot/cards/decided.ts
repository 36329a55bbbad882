import type { CardMessage } from '../../api/ports/senders.ts'
import type { DecisionFacts } from '../../api/use-cases/decision-facts.ts'
import { card, factSet, heading, link, paragraph, small } from './elements.ts'
import type { Element, Fact } from './elements.ts'
import { tabLink } from './links.ts'
import { decisionWords as say } from './words.ts'

/** What every officer sees once nothing is to be decided, also one who presses a stale button: who, when, why, what came of it. */
export function decidedCard(facts: DecisionFacts, note?: string): CardMessage {
  const { view } = facts
  const lines = outcomeOf(facts)
  const because = becauseOf(facts)
  const said = [...(note ? [note] : []), ...(because ? [because] : [])]
  const asAt = say.asAt(facts.aftermath?.asAt ?? view.row.uptake.readAt)
  return card({
    body: [
      small(say.which(view.row)),
      heading(headlineOf(facts)),
      ...said.map(paragraph),
      ...(lines.length > 0 ? [factSet(lines)] : []),
      small(asAt),
    ],
    actions: linksOf(facts),
    text: [`${say.which(view.row)}.`, headlineOf(facts), ...said, ...lines.map(({ title, value }) => `${title}: ${value}.`), asAt].join(
      '\n',
    ),
    refresh: { verb: 'decide.refresh', data: { sessionId: view.row.sessionId }, userId: facts.officerId },
  })
}

function headlineOf({ view, decision }: DecisionFacts): string {
  if (decision) return say.decided(decision.choice, decision.by, decision.at)
  if (view.row.state.kind === 'cancelled') return say.cancelledInOutlook(view.row.state.at)
  if (view.row.state.kind === 'untagged') return say.closed.untagged
  if (view.state === 'started') return say.closed.started
  if (view.state === 'enough') return say.closed.enough(view.row, view.closedAt)
  return view.state === 'before-review' && view.closedAt ? say.closed.moved : say.closed.notNow
}

/** The reason as it was given, with the count it was given on, and the officer's own words. */
function becauseOf({ decision }: DecisionFacts): string | undefined {
  if (!decision) return undefined
  const { choice, reasonLabel, words, message, knowing } = decision
  const count = choice === 'run' ? '' : say.knowing(knowing.counts.accepted, knowing.minimum)
  return [`${words ?? reasonLabel}${count}.`, ...(message ? [say.quoted(message)] : [])].join(' ')
}

function outcomeOf({ aftermath }: DecisionFacts): readonly Fact[] {
  if (!aftermath) return []
  const { calendars, texts, toRing } = aftermath
  return [
    { title: say.outcome.calendars, value: say.outcome.calendarsFacts[calendars.state](calendars.of) },
    ...(texts.sent + texts.failed > 0 ? [{ title: say.outcome.texts, value: say.outcome.textsFacts(texts) }] : []),
    { title: say.outcome.calls, value: say.outcome.callsFacts(toRing) },
  ]
}

function linksOf({ view, aftermath, teamsAppId }: DecisionFacts): readonly Element[] {
  const toRing = aftermath?.toRing.length ?? 0
  const record = link(say.record, tabLink(teamsAppId, 'session', view.row.sessionId))
  if (toRing === 0) return [record]
  return [link(say.openPhoneList(toRing), tabLink(teamsAppId, 'phone-list', view.row.sessionId), 'positive'), record]
}
