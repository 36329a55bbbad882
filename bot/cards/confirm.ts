import type { CardMessage } from '../../api/ports/senders.ts'
import type { DecisionFacts } from '../../api/use-cases/decision-facts.ts'
import { cardData } from './decision.ts'
import { button, card, choices, claim, heading, inset, paragraph, small, words } from './elements.ts'
import type { Element } from './elements.ts'
import { decisionWords as say } from './words.ts'
import type { Choice } from './words.ts'

type Claim = { readonly bold: string; readonly rest: string }

/** What a choice would do, before it is done: consequences with their numbers, the reason, the words, and a way back. Nothing has happened yet. */
export function confirmCard(facts: DecisionFacts, choice: Choice, note?: string): CardMessage {
  const { view } = facts
  const clearing = choice !== 'run'
  const claims = clearing ? clearingClaims(facts) : [{ bold: say.stands.bold, rest: say.stands.rest(view) }]
  const notYet = clearing ? say.notYet.clearing : say.notYet.running
  return card({
    body: [
      small(say.which(view.row, view.now)),
      heading(say.ask(choice, view)),
      ...(note ? [paragraph(note)] : []),
      paragraph(notYet),
      inset(claims.map(({ bold, rest }) => claim(bold, rest))),
      ...questionsOf(facts, choice),
    ],
    actions: [
      button(say.confirm(choice, view.ifCancelled.calendarsCleared), {
        verb: 'decide.confirm',
        data: { ...cardData(facts), choice },
        style: clearing ? 'destructive' : 'positive',
      }),
      button(say.back, { verb: 'decide.back', data: cardData(facts), inputs: 'none' }),
    ],
    text: [
      `${say.which(view.row, view.now)}.`,
      say.ask(choice, view),
      ...(note ? [note] : []),
      notYet,
      ...claims.map(({ bold, rest }) => `${bold}${rest}.`),
    ].join('\n'),
  })
}

function clearingClaims({ view }: DecisionFacts): readonly Claim[] {
  const { ifCancelled, notice, row, now } = view
  const [run] = row.otherRuns
  return [
    {
      bold: say.cleared.bold(ifCancelled.calendarsCleared),
      rest: say.cleared.rest(ifCancelled.membersInvited, ifCancelled.othersInvited),
    },
    ifCancelled.shortNotice ? { bold: say.texts.bold(ifCancelled.texts), rest: say.texts.rest } : say.texts.none(notice.workingDays),
    ...(ifCancelled.calls.length > 0
      ? [{ bold: say.calls.bold(ifCancelled.calls.length), rest: say.calls.rest(ifCancelled.calls.slice(0, 20)) }]
      : []),
    ...(run && ifCancelled.offeredOtherRun > 0
      ? [{ bold: say.offered.bold(ifCancelled.offeredOtherRun), rest: say.offered.rest(run, now) }]
      : []),
  ]
}

/** A decision to run keeps its reason in the officer's words; one that clears calendars takes a reason from the council's list (C3.1). */
function questionsOf({ view }: DecisionFacts, choice: Choice): readonly Element[] {
  if (choice === 'run') return [words({ id: 'reasonWords', label: say.why, maxLength: 500, missing: say.whyMissing })]
  const lackOfInterest =
    view.state === 'open' && choice === 'cancel' ? view.reasons.find((reason) => reason.basis === 'lack-of-interest') : undefined
  return [
    choices({
      id: 'reasonId',
      label: say.reason,
      missing: say.reasonMissing,
      options: view.reasons,
      ...(lackOfInterest ? { value: lackOfInterest.id } : {}),
    }),
    words({ id: 'reasonWords', label: say.reasonWords, maxLength: 500 }),
    ...(choice === 'merge' ? [runsInput(view.row.otherRuns, view.now)] : []),
    words({ id: 'message', label: say.message, maxLength: 1000, missing: say.messageMissing, value: view.suggestedMessage }),
  ]
}

function runsInput(runs: DecisionFacts['view']['row']['otherRuns'], now: string): Element {
  return choices({
    id: 'mergeWith',
    label: say.mergeWith,
    missing: say.mergeMissing,
    options: runs.map((run) => ({ id: run.sessionId, label: say.otherRunFacts(run, now) })),
    ...(runs.length === 1 && runs[0] ? { value: runs[0].sessionId } : {}),
  })
}
