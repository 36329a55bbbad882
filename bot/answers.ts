import { londonDay } from '../domain/kernel/london.ts'
import { sessionId } from '../domain/kernel/ids.ts'
import type { PersonId } from '../domain/kernel/ids.ts'
import { mayActAsMember } from '../domain/policy/may.ts'
import type { Council } from '../api/ports/council.ts'
import type { CardMessage } from '../api/ports/senders.ts'
import { answerInvitation } from '../api/use-cases/answer-invitation.ts'
import { invitationFactsOf } from '../api/use-cases/invitation-facts.ts'
import type { CardOrder } from './activity.ts'
import { notInvitedCard, nudgeCard } from './cards/invitation.ts'
import { invitationWords } from './cards/invitation-words.ts'

/**
 * A Member's press on an invitation: the answer is kept and told to Outlook, and the card becomes what then is true.
 *
 * Who answers is who pressed, whatever the card holds. A card left over from before a cancellation answers with how things stand.
 * Clauses: C2.1, C2.3.
 */
export async function answerPressed(council: Council, person: PersonId, order: CardOrder): Promise<CardMessage> {
  const id = sessionId(order.sessionId)
  const found = await council.members.byPerson(person)
  if (!found || !mayActAsMember({ roles: [], member: found.value }, londonDay(council.clock.now()))) return notInvitedCard()

  const { verb, answer } = order
  const given = verb === 'answer' && answer ? await answerInvitation(council, found.value, { sessionId: id, answer }) : undefined
  const wasBusy = given?.ok === false && given.refusal.kind === 'busy'
  const facts = await invitationFactsOf(council, id, found.value.id)
  if (!facts) return notInvitedCard()
  return nudgeCard(facts, {
    userId: person,
    asking: verb === 'answer.change' || wasBusy,
    ...(wasBusy ? { note: invitationWords.busy } : {}),
  })
}
