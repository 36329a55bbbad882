import { sessionId } from '../domain/kernel/ids.ts'
import type { PersonId, SessionId } from '../domain/kernel/ids.ts'
import type { Officer } from '../domain/members/officer.ts'
import { decisionBody, reasonBody } from '../api/contracts/decisions.ts'
import { isPlainText } from '../api/contracts/shared.ts'
import type { Council } from '../api/ports/council.ts'
import type { CardMessage } from '../api/ports/senders.ts'
import { chaseMembers } from '../api/use-cases/chase-members.ts'
import { decideSession } from '../api/use-cases/decide-session.ts'
import { decisionFactsOf } from '../api/use-cases/decision-facts.ts'
import { giveReason } from '../api/use-cases/give-reason.ts'
import type { CardOrder } from './activity.ts'
import { askReasonCard } from './cards/ask-reason.ts'
import { confirmCard } from './cards/confirm.ts'
import { decisionCard } from './cards/decision.ts'
import { noticeCard } from './cards/notice.ts'
import { botWords, decisionWords } from './cards/words.ts'

/** Refusals after which the same question is worth asking again; after the others the card shows how things stand. */
const askAgain: readonly string[] = [
  'unreadable-order',
  'text-not-plain',
  'unknown-reason',
  'reason-needs-words',
  'not-too-few',
  'message-missing',
  'no-such-run',
]

/**
 * An officer's press on a decision card. Every step reads the case anew, so a stale card gets the current one and never an error.
 *
 * Clauses: C3.1, C3.4. Trap: only `decide.confirm` changes anything, and it decides on what the confirming card had shown.
 */
export async function decisionPressed(council: Council, officer: Officer, order: CardOrder): Promise<CardMessage> {
  const id = sessionId(order.sessionId)
  if (order.verb === 'reason.give' || order.verb === 'reason.refresh') return reasonPressed(council, officer, id, order)
  if (order.verb === 'decide.confirm') return confirmed(council, officer, id, order)

  const note = order.verb === 'decide.chase' ? await chasePressed(council, officer, id, order) : undefined
  const facts = await decisionFactsOf(council, id, officer)
  if (!facts) return noticeCard(decisionWords.refused['no-such-session'])
  if (note) return decisionCard(facts, note)
  if (order.verb !== 'decide.choose' || facts.view.state !== 'open') return decisionCard(facts)
  return order.choice ? confirmCard(facts, order.choice) : decisionCard(facts, decisionWords.chooseFirst)
}

/** C4.13: one press of one version of the card is one chase, however often Teams sends it. */
async function chasePressed(council: Council, officer: Officer, id: SessionId, { number = 1 }: CardOrder): Promise<string> {
  const result = await chaseMembers(council, officer, { sessionId: id, number, press: `card ${officer.id} ${number}` })
  return result.ok ? decisionWords.chased(result.value.asked) : decisionWords.notChased[result.refusal.kind]
}

async function confirmed(council: Council, officer: Officer, id: SessionId, order: CardOrder): Promise<CardMessage> {
  const { choice, seen, reasonWords, message, mergeWith } = order
  // To run or to postpone it is explained in the officer’s own words; the council’s list is of reasons to cancel.
  const reasonId = choice === 'run' || choice === 'postpone' ? 'own-words' : order.reasonId
  const body = decisionBody.safeParse({
    choice,
    seen,
    reasonId,
    ...(reasonWords ? { reasonWords } : {}),
    ...(message ? { message } : {}),
    ...(mergeWith ? { mergeWith } : {}),
  })
  const result = body.success ? await decideSession(council, officer, { sessionId: id, ...body.data }) : undefined
  const facts = await decisionFactsOf(council, id, officer)
  if (!facts) return noticeCard(decisionWords.refused['no-such-session'])
  if (result?.ok) return decisionCard(facts)

  const refusal = result ? result.refusal.kind : whyUnreadable(order)
  const note = decisionWords.refused[refusal]
  return choice && askAgain.includes(refusal) && facts.view.state === 'open' ? confirmCard(facts, choice, note) : decisionCard(facts, note)
}

function whyUnreadable({ reasonWords = '', message = '' }: CardOrder): 'text-not-plain' | 'unreadable-order' {
  return isPlainText(reasonWords) && isPlainText(message) ? 'unreadable-order' : 'text-not-plain'
}

/** C3.13: the reason of a cancellation made in Outlook. */
async function reasonPressed(council: Council, officer: Officer, id: SessionId, order: CardOrder): Promise<CardMessage> {
  const refusal = order.verb === 'reason.give' ? await reasonGiven(council, officer, id, order) : undefined
  const facts = await decisionFactsOf(council, id, officer)
  if (!facts) return noticeCard(decisionWords.refused['no-such-session'])
  return askReasonCard(facts, refusal && decisionWords.refused[refusal])
}

async function reasonGiven(council: Council, officer: Officer, id: SessionId, order: CardOrder) {
  const { reasonId, reasonWords } = order
  const body = reasonBody.safeParse({ reasonId, ...(reasonWords ? { reasonWords } : {}) })
  if (!body.success) return whyUnreadable(order)
  const given = await giveReason(council, officer, { sessionId: id, ...body.data })
  return given.ok ? undefined : given.refusal.kind
}

/** C3.4: looked up again at every press, because a card outlives the role of the one it was sent to. */
export async function officerPressing(council: Council, person: PersonId): Promise<Officer | undefined> {
  const officer = await council.officers.find(person)
  return officer?.roles.includes('officer') ? officer : undefined
}

export function notForYou(): CardMessage {
  return noticeCard(botWords.notForYou)
}
