import { londonDay } from '../../domain/kernel/london.ts'
import type { PersonId } from '../../domain/kernel/ids.ts'
import { mayActAsMember, mayReadSessions } from '../../domain/policy/may.ts'
import type { Me } from '../contracts/me.ts'
import type { Council } from '../ports/council.ts'
import { attentionRows } from './read-attention.ts'
import { unreachableNow } from './read-context.ts'

type Asking = { readonly id: PersonId; readonly name: string; readonly roles: readonly ('officer' | 'administrator')[] }

/** Who is signed in, what they may open, whom to ring. */
export async function readMe(council: Council, { id, name, roles }: Asking): Promise<Me> {
  const { profile, clock, members } = council
  const now = clock.now()
  const found = (await members.byPerson(id))?.value
  const member = found && mayActAsMember({ roles, member: found }, londonDay(now)) ? found : undefined
  return {
    name: member?.name ?? name,
    ...(member ? { member: { id: member.id, kind: member.kind, shortName: member.shortName } } : {}),
    roles: [...roles],
    council: { name: profile.name, teamsAppId: profile.teamsAppId, help: { ...profile.help } },
    now: String(now),
    ...(mayReadSessions({ roles }) ? { attention: (await attentionRows(council)).length } : {}),
    unreachable: unreachableNow(council),
  }
}
