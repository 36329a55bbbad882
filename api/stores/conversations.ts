import type { CouncilId } from '../../domain/kernel/ids.ts'
import type { Conversations } from '../ports/conversations.ts'
import type { Tables } from '../ports/tables.ts'
import { conversationCodec } from './codec-member.ts'
import { conversationsPk, personRow } from './keys.ts'

/** Where the bot reaches each person of a council. The last activity is the truth, so a later one simply replaces. */
export function createConversations({ council, tables }: { council: CouncilId; tables: Tables }): Conversations {
  const pk = conversationsPk(council)
  return {
    async find(person) {
      const row = await tables.get(pk, personRow(person))
      return row && conversationCodec.from(row.data)
    },
    async keep(conversation) {
      await tables.commit(pk, [{ put: personRow(conversation.personId), data: conversationCodec.data(conversation) }])
    },
  }
}
