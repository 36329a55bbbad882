import type { Conversations } from '../api/ports/conversations.ts'
import type { CardMessage } from '../api/ports/senders.ts'
import { Unavailable } from '../api/ports/unavailable.ts'
import { isPersonal, orderIn } from './activity.ts'
import type { BotActivity, CardOrder } from './activity.ts'
import { answerPressed } from './answers.ts'
import { noticeCard } from './cards/notice.ts'
import { botWords } from './cards/words.ts'
import { decisionPressed, notForYou, officerPressing } from './decisions.ts'
import type { Verified } from './guard.ts'
import { helpFor, isCallForHelp } from './help.ts'

/** What the bot does with one verified activity: says something, shows a card, or nothing. */
export type Reaction =
  { readonly kind: 'card'; readonly card: CardMessage } | { readonly kind: 'text'; readonly text: string } | { readonly kind: 'nothing' }

const nothing: Reaction = { kind: 'nothing' }

/** A press on a card. Done as the person whom Teams names, never as anyone the card names. After an outage nobody can say whether it was. */
export async function onPress({ council, person, activity }: Verified): Promise<Reaction> {
  if (!isPersonal(activity)) return { kind: 'text', text: botWords.onlyAlone }
  const order = orderIn(activity)
  if (!order || !person) return shown(noticeCard(botWords.oldCard))
  try {
    return shown(await pressed({ council, person }, order))
  } catch (error) {
    if (error instanceof Unavailable) return { kind: 'text', text: botWords.tryAgain }
    throw error
  }
}

/**
 * Anything written to the bot is answered with what it can do for whoever wrote, and what was written is kept nowhere. A press on an old
 * client arrives here too. Where others read along it says nothing of anybody.
 */
export async function onMessage(verified: Verified): Promise<Reaction> {
  const { activity } = verified
  if (activity.value && !activity.text) return onPress(verified)
  if (!isPersonal(activity)) return { kind: 'text', text: botWords.onlyAlone }
  return { kind: 'text', text: await helpFor(verified, isCallForHelp(activity.text ?? '')) }
}

/** Teams says where a person can be reached, when the app is installed and at any activity in a personal chat. Repeatable. */
export async function keepConversation({ person, activity }: Verified, conversations: Conversations): Promise<Reaction> {
  const state = standingAfter(activity)
  if (!person || !state || !isPersonal(activity)) return nothing
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

/**
 * What an activity says of whether the bot is there; undefined when it says nothing of it. Trap: taking the bot away raises a
 * `conversationUpdate` too, which must not be taken for word from somebody who has it.
 */
function standingAfter({ type, action, membersAdded = [], membersRemoved = [], recipient }: BotActivity) {
  const isBot = ({ id }: { readonly id: string }) => id === recipient?.id
  if (type === 'installationUpdate') return action?.startsWith('remove') ? 'removed' : 'installed'
  if (type !== 'conversationUpdate') return 'installed' // whoever writes or presses has it
  if (membersRemoved.some(isBot)) return 'removed'
  return membersAdded.some(isBot) ? 'installed' : undefined
}

async function pressed(by: Required<Pick<Verified, 'council' | 'person'>>, order: CardOrder): Promise<CardMessage> {
  if (/^answer(\.change|\.refresh)?$/.test(order.verb)) return answerPressed(by.council, by.person, order)
  if (!/^(decide|reason)\./.test(order.verb)) return noticeCard(botWords.oldCard)
  const officer = await officerPressing(by.council, by.person)
  return officer ? decisionPressed(by.council, officer, order) : notForYou()
}

function shown(card: CardMessage): Reaction {
  return { kind: 'card', card }
}
