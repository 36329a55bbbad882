import type { PersonId } from '../../domain/kernel/ids.ts'

/** Where the bot reaches a person: kept from verified activities of a known council only. */
export type Conversation = {
  readonly personId: PersonId
  readonly conversationId: string
  readonly serviceUrl: string
  readonly state: 'installed' | 'removed' | 'blocked'
}

export interface Conversations {
  find(person: PersonId): Promise<Conversation | undefined>
  keep(conversation: Conversation): Promise<void>
}
