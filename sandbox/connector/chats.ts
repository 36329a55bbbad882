import { z } from 'zod'
import type { Person, SandboxContext } from '../service.ts'
import { accountOf, conversationIdOf } from './accounts.ts'
import { buttonsOf, type Button } from './buttons.ts'
import { Refused } from './refusal.ts'

/** What a bot may send, as far as it is looked at; the rest is kept as it came. */
export const activityShape = z.looseObject({
  type: z.string().min(1),
  text: z.string().nullish(),
  summary: z.string().nullish(),
  attachments: z
    .array(z.looseObject({ contentType: z.string(), content: z.unknown().optional() }))
    .max(50)
    .nullish(),
})
export type Activity = z.infer<typeof activityShape>

/** Whether somebody has the bot. Of being blocked it is told nothing, until it writes. */
export type BotStanding = 'installed' | 'removed' | 'blocked'

/** One thing in a chat, as it is now. */
export type Sent = {
  readonly id: string
  /** Milliseconds since 1970 by the shared clock. */
  readonly at: number
  readonly activity: Activity
  /** Those it has now first, then those it ever had: people press what they still see. */
  readonly buttons: readonly Button[]
}

/** Of the buttons that a card had in its life, so many are remembered. */
const mostButtons = 100

/** Every person's chat with the bot. */
export function createChats({ people, clock, memory }: Pick<SandboxContext, 'people' | 'clock' | 'memory'>) {
  const state = memory.of('chats', () => ({
    last: 1_760_000_000_000, // Teams' ids look like milliseconds
    chats: new Map<string, Map<string, Sent>>(),
  }))
  const standings = memory.of('bot-standings', () => new Map<string, Exclude<BotStanding, 'installed'>>())
  const byConversation = new Map(people.map((person) => [conversationIdOf(person), person]))
  const byAccount = new Map(people.flatMap((person) => [person.objectId, accountOf(person).id].map((id) => [id, person] as const)))

  function personIn(conversationId: string): Person {
    const person = byConversation.get(conversationId)
    if (!person) throw new Refused(404, 'ConversationNotFound', 'Conversation not found.')
    const standing = standingOf(person)
    if (standing === 'removed') throw new Refused(403, 'BotNotInConversationRoster', 'The bot is not part of the conversation roster.')
    if (standing === 'blocked') throw new Refused(403, 'MessageWritesBlocked', 'Message writes are blocked by the user.')
    return person
  }

  function standingOf(person: Person): BotStanding {
    return standings.get(person.id) ?? (person.hasBot === false ? 'removed' : 'installed')
  }

  function chat(conversationId: string): Map<string, Sent> {
    personIn(conversationId)
    const found = state.chats.get(conversationId) ?? new Map<string, Sent>()
    state.chats.set(conversationId, found)
    return found
  }

  function find(conversationId: string, activityId: string): Sent {
    const found = chat(conversationId).get(activityId)
    if (!found) throw new Refused(404, 'ActivityNotFoundInConversation', 'Activity was not found in the conversation.')
    return found
  }

  return {
    personIn,
    standingOf,
    stand(person: Person, standing: BotStanding): void {
      if (standing === 'installed') standings.delete(person.id)
      else standings.set(person.id, standing)
    },
    /** Whom an id in a request means: the Entra object id or Teams' own. Never an address. */
    personNamed: (id: string): Person | undefined => byAccount.get(id) ?? byAccount.get(id.toLowerCase()),
    add(conversationId: string, activity: Activity): Sent {
      state.last += 1
      const sent: Sent = { id: String(state.last), at: clock.now().epochMilliseconds, activity, buttons: buttonsOf(activity) }
      chat(conversationId).set(sent.id, sent)
      return sent
    },
    replace(conversationId: string, activityId: string, activity: Activity): void {
      const found = find(conversationId, activityId)
      const buttons = [...buttonsOf(activity), ...found.buttons].slice(0, mostButtons)
      chat(conversationId).set(activityId, { ...found, activity, buttons })
    },
    remove(conversationId: string, activityId: string): void {
      find(conversationId, activityId)
      chat(conversationId).delete(activityId)
    },
    sentTo: (person: Person, activityId: string): Sent | undefined => state.chats.get(conversationIdOf(person))?.get(activityId),
    of: (person: Person): readonly Sent[] => [...(state.chats.get(conversationIdOf(person))?.values() ?? [])],
  }
}

export type Chats = ReturnType<typeof createChats>
