import type { CardMessage } from '../../api/ports/senders.ts'
import type { DecisionFacts } from '../../api/use-cases/decision-facts.ts'
import type { Choice } from '../../domain/sessions/decision.ts'
import { button, card, choices, claim, heading, inset, paragraph, small, words } from './elements.ts'
import type { Element } from './elements.ts'
import { roomy } from './decision.ts'
import { decisionWords as say } from './words.ts'

/**
 * What a choice would do, before it is done: consequences with their numbers, the reason, the words, and a way back.
 *
 * Nothing has happened yet. The button carries what the officer saw, so that she decides on that and on nothing newer.
 */
export function confirmCard(facts: DecisionFacts, choice: Choice, note?: string): CardMessage {
  const { view } = facts
  const clearing = choice === 'cancel' || choice === 'merge'
  const claims = clearing ? clearingClaims(facts) : choice === 'postpone' ? say.postponing(view.row) : [say.stands(view.row)]
  const notYet = clearing ? say.notYet.clearing : say.notYet.running
  const seen = { sessionId: view.row.sessionId, seen: view.seen, choice }
  return card({
    body: [
      small(say.which(view.row)),
      heading(say.ask(choice, view.row)),
      ...(note ? [paragraph(note)] : []),
      paragraph(notYet),
      inset(claims.map(({ bold, rest }) => claim(bold, rest))),
      ...questionsOf(facts, choice),
    ],
    actions: [
      button(say.confirm(choice, view.ifCancelled.calendarsCleared), {
        verb: 'decide.confirm',
        data: seen,
        style: clearing ? 'destructive' : 'positive',
      }),
      button(say.back, { verb: 'decide.back', data: { sessionId: view.row.sessionId }, inputs: 'none' }),
    ],
    text: [
      `${say.which(view.row)}.`,
      say.ask(choice, view.row),
      ...(note ? [note] : []),
      notYet,
      ...claims.map(({ bold, rest }) => `${bold}${rest}.`),
    ].join('\n'),
  })
}

function clearingClaims({ view }: DecisionFacts) {
  const { ifCancelled, notice, row } = view
  const [run] = row.otherRuns
  return [
    say.cleared(ifCancelled),
    ifCancelled.shortNotice ? say.textsNow(ifCancelled.texts) : say.noTexts(notice.workingDays),
    ...(ifCancelled.calls.length > 0 ? [say.calls(ifCancelled.calls)] : []),
    ...(run && ifCancelled.offeredOtherRun > 0 ? [say.offered(ifCancelled.offeredOtherRun, run)] : []),
    ...(view.money ? [say.stillPayable(view.money)] : []),
    ...(view.reopened.length > 0 ? [say.reopened(view.reopened)] : []),
  ]
}

/** A decision to run keeps its reason in the officer's words; one that clears calendars takes a reason from the council's list (C3.1). */
function questionsOf({ view }: DecisionFacts, choice: Choice): readonly Element[] {
  if (choice === 'run' || choice === 'postpone')
    return [words({ id: 'reasonWords', label: say.why, maxLength: 500, missing: say.whyMissing })]
  const usual =
    choice === 'cancel' && view.state === 'open' ? view.reasons.find((reason) => reason.basis === 'lack-of-interest') : undefined
  return [
    choices({
      id: 'reasonId',
      label: say.reason,
      missing: say.reasonMissing,
      options: view.reasons,
      ...(usual ? { value: usual.id } : {}),
    }),
    words({ id: 'reasonWords', label: say.reasonWords, maxLength: 500 }),
    ...(choice === 'merge' ? [runsInput(roomy(view))] : []),
    words({ id: 'message', label: say.message, maxLength: 1000, missing: say.messageMissing, value: view.suggestedMessage }),
  ]
}

function runsInput(runs: DecisionFacts['view']['row']['otherRuns']): Element {
  const only = runs.length === 1 ? runs[0] : undefined
  return choices({
    id: 'mergeWith',
    label: say.mergeWith,
    missing: say.mergeMissing,
    options: runs.map((run) => ({ id: run.sessionId, label: say.otherRunFacts(run) })),
    ...(only ? { value: only.sessionId } : {}),
  })
}
