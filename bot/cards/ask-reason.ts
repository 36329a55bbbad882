import type { CardMessage } from '../../api/ports/senders.ts'
import type { DecisionFacts } from '../../api/use-cases/decision-facts.ts'
import { decidedCard } from './decided.ts'
import { button, card, choices, heading, paragraph, small, words } from './elements.ts'
import { decisionWords as say } from './words.ts'

/** C3.13: asks for the reason of a cancellation made in Outlook; once it is there, says what it was. */
export function askReasonCard(facts: DecisionFacts, note?: string): CardMessage {
  const { view } = facts
  if (view.row.state.kind !== 'cancelled' || !view.row.state.reasonMissing) return decidedCard(facts, note)
  const lead = say.askReason.lead(view.row, view.row.state.at)
  return card({
    body: [
      heading(say.askReason.heading),
      ...(note ? [paragraph(note)] : []),
      paragraph(lead),
      choices({ id: 'reasonId', label: say.reason, missing: say.reasonMissing, options: view.reasons }),
      words({ id: 'reasonWords', label: say.reasonWords, maxLength: 500 }),
      small(say.askReason.nobodyIsTold),
    ],
    actions: [button(say.askReason.save, { verb: 'reason.give', data: { sessionId: view.row.sessionId }, style: 'positive' })],
    text: [say.askReason.heading, ...(note ? [note] : []), lead, say.askReason.nobodyIsTold].join('\n'),
    refresh: { verb: 'reason.refresh', data: { sessionId: view.row.sessionId }, userId: facts.officerId },
  })
}
