import type { CardMessage } from '../../api/ports/senders.ts'
import type { DecisionFacts } from '../../api/use-cases/decision-facts.ts'
import { decidedCard } from './decided.ts'
import { button, card, choices, factSet, heading, link, paragraph, small } from './elements.ts'
import type { Fact } from './elements.ts'
import { tabLink } from './links.ts'
import { decisionWords as say } from './words.ts'

/**
 * The decision as one officer sees it now: the open question, or what became of it. Pressing nothing changes nothing.
 *
 * Which of the two follows from the facts alone, so a card brought up to date can never ask about what is settled; and the same
 * facts always give the same card, so it is edited only when something changed.
 * Clauses: C3.2, C3.3 (tentatives beside the count, not in it), C3.4, C3.9. Trap: stays under 25 kB, so names are few.
 */
export function decisionCard(facts: DecisionFacts, note?: string): CardMessage {
  return facts.view.state === 'open' ? openCard(facts, note) : decidedCard(facts, note)
}

function openCard(facts: DecisionFacts, note: string | undefined): CardMessage {
  const { view } = facts
  const lines = factsOf(facts)
  const data = { sessionId: view.row.sessionId }
  return card({
    body: [
      small(say.which(view.row)),
      heading(say.coming(view)),
      ...(note ? [paragraph(note)] : []),
      paragraph(say.others(view.row)),
      factSet(lines),
      choices({ id: 'choice', label: say.whatShouldHappen, missing: say.chooseFirst, options: optionsOf(facts) }),
    ],
    actions: [
      button(say.see, { verb: 'decide.choose', data, style: 'positive' }),
      ...(view.chase.asks > 0
        ? [button(say.chase(view.chase.asks), { verb: 'decide.chase', data: { ...data, number: view.chase.number }, inputs: 'none' })]
        : []),
      link(say.open, tabLink(facts.teamsAppId, 'decide', view.row.sessionId)),
    ],
    text: [
      `${say.which(view.row)}.`,
      ...(note ? [note] : []),
      say.coming(view),
      say.others(view.row),
      ...lines.map(({ title, value }) => `${title}: ${value}.`),
      say.nothingByItself,
    ].join('\n'),
    refresh: { verb: 'decide.refresh', data, userId: facts.officerId },
  })
}

function factsOf({ view }: DecisionFacts): readonly Fact[] {
  return [
    ...(view.money ? [{ title: say.ifItRuns, value: say.ifItRunsFacts(view.money) }] : []),
    { title: say.ifCancelled, value: say.ifCancelledFacts(view) },
    ...(view.needs.length > 0 ? [{ title: say.mandatory, value: say.mandatoryFacts(view) }] : []),
    ...view.row.otherRuns.slice(0, 2).map((run) => ({ title: say.otherRun, value: say.otherRunFacts(run, view) })),
    { title: say.notice, value: say.noticeFacts(view) },
  ]
}

/** The runs that can be merged with: a full one is none. Nobody knows its room: it is one. */
export function roomy({ row, runs }: DecisionFacts['view']): DecisionFacts['view']['row']['otherRuns'] {
  return row.otherRuns.filter(({ sessionId }) => runs.find((run) => run.sessionId === sessionId)?.enough ?? true)
}

function optionsOf({ view }: DecisionFacts): readonly { readonly id: string; readonly label: string }[] {
  const offered = (['run', 'postpone', 'merge', 'cancel'] as const).filter((choice) => choice !== 'merge' || roomy(view).length > 0)
  return offered.map((choice) => ({ id: choice, label: say.choice[choice] }))
}
