import type { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { Person, SandboxClock } from '../service.ts'
import { conversationIdOf } from './accounts.ts'
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

/** One thing in a chat: as it was sent, as it is now, and every form it had between, since people press what they still see. */
export type Sent = {
  readonly id: string
  readonly at: Temporal.Instant
  readonly forms: readonly Activity[]
}

/** Every person's chat with the bot. */
export function createChats(people: readonly Person[], clock: SandboxClock) {
  const chats = new Map<string, { readonly person: Person; sent: Sent[] }>()
  let last = 1_760_000_000_000 // Teams' ids look like milliseconds

  function chat(conversationId: string) {
    const person = people.find((each) => conversationIdOf(each) === conversationId)
    if (!person) throw new Refused(404, 'ConversationNotFound', 'Conversation not found.')
    if (person.hasBot === false) {
      throw new Refused(403, 'BotNotInConversationRoster', 'The bot is not part of the conversation roster.')
    }
    const found = chats.get(conversationId) ?? { person, sent: [] }
    chats.set(conversationId, found)
    return found
  }

  function find(conversationId: string, activityId: string): Sent {
    const found = chat(conversationId).sent.find(({ id }) => id === activityId)
    if (!found) throw new Refused(404, 'ActivityNotFoundInConversation', 'Activity was not found in the conversation.')
    return found
  }

  return {
    personIn: (conversationId: string) => chat(conversationId).person,
    add(conversationId: string, activity: Activity): Sent {
      last += 1
      const sent: Sent = { id: String(last), at: clock.now(), forms: [activity] }
      chat(conversationId).sent.push(sent)
      return sent
    },
    replace(conversationId: string, activityId: string, activity: Activity): void {
      const found = find(conversationId, activityId)
      const changed = { ...found, forms: [...found.forms, activity] }
      chat(conversationId).sent = chat(conversationId).sent.map((each) => (each === found ? changed : each))
    },
    remove(conversationId: string, activityId: string): void {
      const found = find(conversationId, activityId)
      chat(conversationId).sent = chat(conversationId).sent.filter((each) => each !== found)
    },
    of: (person: Person): readonly Sent[] => chats.get(conversationIdOf(person))?.sent ?? [],
  }
}

export type Chats = ReturnType<typeof createChats>

/** The form it has now. */
export function current({ forms }: Sent): Activity {
  const form = forms.at(-1)
  if (!form) throw new Error('What was sent has at least the form it was sent in')
  return form
}
