import { createHash } from 'node:crypto'
import { bot } from '../entra/registrations.ts'
import type { Person } from '../service.ts'

/** The bot as Teams names it. */
export const botAccount = { id: `28:${bot.clientId}`, name: 'Quorate' } as const

/** A person as Teams names them to this bot; another bot would hear another name. */
export function accountOf(person: Person): { id: string; aadObjectId: string; name: string } {
  return { id: `29:1${digest(`${person.objectId}:${bot.clientId}`)}`, aadObjectId: person.objectId, name: person.name }
}

/** The one chat that a person has with the bot. */
export function conversationIdOf(person: Person): string {
  return `a:1${digest(`chat:${person.objectId}`)}`
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url')
}
