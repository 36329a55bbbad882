import { londonDay } from '../domain/kernel/london.ts'
import { mayActAsMember } from '../domain/policy/may.ts'
import { Unavailable } from '../api/ports/unavailable.ts'
import { botWords } from './cards/words.ts'
import { officerPressing } from './decisions.ts'
import type { Verified } from './guard.ts'

/** "help", however it is written, and with the bot's own name before it as Teams puts it there. */
export function isCallForHelp(text: string): boolean {
  const said = text
    .replaceAll(/<at>[^<]{0,100}<\/at>/gi, ' ')
    .replaceAll(/[^\p{L}\s]/gu, ' ')
    .trim()
    .toLowerCase()
  return said === 'help' || said === 'help me' || said === 'what can you do'
}

/** What the bot does for this person, and whom of the council to ring. `asked`: for help, and not for something else. */
export async function helpFor({ council, person }: Pick<Verified, 'council' | 'person'>, asked: boolean): Promise<string> {
  const { name, help } = council.profile
  const known = person ? await knownAs({ council, person }) : 'unknown'
  return [...(asked ? [] : [botWords.notUnderstood]), botWords.help[known](name), botWords.ring(help)].join('\n\n')
}

/** While records cannot be read nobody is told that they are unknown. */
async function knownAs({ council, person }: Required<Pick<Verified, 'council' | 'person'>>): Promise<keyof typeof botWords.help> {
  try {
    if (await officerPressing(council, person)) return 'officer'
    const found = await council.members.byPerson(person)
    return found && mayActAsMember({ roles: [], member: found.value }, londonDay(council.clock.now())) ? 'member' : 'unknown'
  } catch (error) {
    if (error instanceof Unavailable) return 'anybody'
    throw error
  }
}
