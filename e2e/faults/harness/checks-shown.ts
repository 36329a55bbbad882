import { profile, addressOf, memberNumbers } from './outside/council-world.ts'
import type { World } from './outside/world.ts'
import { memberIdFor } from './people.ts'
import { held } from './sessions-held.ts'
import { storesOf } from './stores-of.ts'

/** Graph tells of a change within a minute, and reading it takes seconds. */
const soon = 4 * 60_000

/** What is shown differently from what the calendar has had for some minutes, although nothing went wrong on the way. */
export async function staleAnswers(world: World): Promise<readonly string[]> {
  const council = await storesOf(world).councils.open(profile.id)
  if (!council) return ['the council is gone']
  const stale = await Promise.all(
    Object.values(held).map(async ({ eventId, sessionId }) => {
      const entry = world.outlook.entries.get(eventId)
      const isNew = entry === undefined || entry.changedAt > world.now() - soon
      const record = isNew ? undefined : await council.sessions.find(sessionId)
      if (!entry || isNew || entry.gone) return []
      return memberNumbers.flatMap((number) => {
        const given = entry.appointment.attendees.find(({ address }) => address === addressOf(number))?.response
        const shown = record?.session.invitations.find(({ memberId }) => memberId === memberIdFor(number))?.response
        return shown === given ? [] : [`not shown in minutes: ${given ?? 'nothing'} of member ${number} on ${eventId}`]
      })
    }),
  )
  return stale.flat()
}
