import type { Conversations } from '../api/ports/conversations.ts'
import type { CardMessage } from '../api/ports/senders.ts'
import { Unavailable } from '../api/ports/unavailable.ts'
import { orderIn } from './activity.ts'
import type { CardOrder } from './activity.ts'
import { answerPressed } from './answers.ts'
import { noticeCard } from './cards/notice.ts'
import { botWords } from './cards/words.ts'
import { decisionPressed, notForYou, officerPressing } from './decisions.ts'
import type { Verified } from './guard.ts'

/** What the bot does with one verified activity: says something, shows a card, or nothing. */
export type Reaction =
  { readonly kind: 'card'; readonly card: CardMessage } | { readonly kind: 'text'; readonly text: string } | { readonly kind: 'nothing' }

const nothing: Reaction = { kind: 'nothing' }

/** A press on a card. Done as the person whom Teams names, never as anyone the card names. After an outage nobody can say whether it was. */
export async function onPress({ council, person, activity }: Verified): Promise<Reaction> {
  const order = orderIn(activity)
  if (!order || !person) return shown(noticeCard(botWords.oldCard))
  try {
    return shown(await pressed({ council, person }, order))
  } catch (error) {
    if (error instanceof Unavailable) return { kind: 'text', text: botWords.tryAgain }
    throw error
  }
}

/** Anything written to the bot: it answers what it is for. A press on an old client arrives here too. */
export async function onMessage(verified: Verified): Promise<Reaction> {
  if (verified.activity.value && !verified.activity.text) return onPress(verified)
  return { kind: 'text', text: botWords.help }
}

/** Teams says where a person can be reached, when the app is installed and at any activity in a personal chat. Repeatable. */
export async function keepConversation({ person, activity }: Verified, conversations: Conversations): Promise<Reaction> {
  const isPersonal = activity.conversation.conversationType === 'personal'
  if (!person || !isPersonal) return nothing
  const removed = activity.type === 'installationUpdate' && activity.action?.startsWith('remove')
  const state = removed ? 'removed' : 'installed'
  const found = await conversations.find(person)
  const now = {
    personId: person,
    conversationId: activity.conversation.id,
    serviceUrl: activity.serviceUrl,
    accountId: activity.from.id,
    state,
  } as const
  const known = found && found.state === state && found.conversationId === now.conversationId && found.accountId === now.accountId
  if (!known || found.serviceUrl !== now.serviceUrl) await conversations.keep(now)
  return nothing
}

async function pressed(by: Required<Pick<Verified, 'council' | 'person'>>, order: CardOrder): Promise<CardMessage> {
  if (order.verb === 'answer' || order.verb === 'answer.change') return answerPressed(by.council, by.person, order)
  if (!/^(decide|reason)\./.test(order.verb)) return noticeCard(botWords.oldCard)
  const officer = await officerPressing(by.council, by.person)
  return officer ? decisionPressed(by.council, officer, order) : notForYou()
}

function shown(card: CardMessage): Reaction {
  return { kind: 'card', card }
}
