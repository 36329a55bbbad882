import type { PersonId } from '../../domain/kernel/ids.ts'

/** Where the bot reaches a person: kept from verified activities of a known council only. */
export type Conversation = {
  readonly personId: PersonId
  readonly conversationId: string
  readonly serviceUrl: string
  /** What Teams calls this person to this bot (`29:…`), once they have been heard from: cards refresh by themselves for it. */
  readonly accountId?: string
  readonly state: 'installed' | 'removed' | 'blocked'
}

export interface Conversations {
  find(person: PersonId): Promise<Conversation | undefined>
  keep(conversation: Conversation): Promise<void>
}
