import type { AccessProbe, Found, Look } from '../../ports/access.ts'
import type { Directory } from '../../ports/calendar.ts'
import { Unavailable } from '../../ports/unavailable.ts'
import { quoted } from './paths.ts'
import type { GraphSource } from './source.ts'

const noMeeting = 'https://teams.microsoft.com/l/meetup-join/none'

type Around = { readonly directory: Pick<Directory, 'personBy'>; readonly clientId: string }

/**
 * One small GET for each thing that the service must be able to do: rights on mailboxes are given in Exchange and show in no token
 * (graph.md §13).
 */
export function createAccessProbe({ graph, service }: GraphSource, { directory, clientId }: Around): AccessProbe {
  async function look(asked: Look, signal: AbortSignal): Promise<Found> {
    const path = await pathOf(asked, { directory, clientId }, signal)
    if (path === undefined) return 'no-such-mailbox'
    const verdict = await graph.read({ path, as: service, signal })
    if (verdict.kind === 'read') return 'open'
    // Of a meeting that never was: whoever may not ask is not told that there is none.
    if (asked.at === 'meetings' && verdict.kind === 'gone') return 'open'
    if (verdict.kind !== 'closed-to-us') return 'no-answer'
    return verdict.because === 'no-mailbox' ? 'no-such-mailbox' : 'refused'
  }
  return {
    async look(asked, signal) {
      try {
        return await look(asked, signal)
      } catch (fault) {
        if (fault instanceof Unavailable) return 'no-answer'
        throw fault
      }
    },
  }
}

async function pathOf(look: Look, { directory, clientId }: Around, signal: AbortSignal): Promise<string | undefined> {
  if ('person' in look) return `/users/${look.person}/${mailboxPaths[look.at]}`
  if (!('address' in look)) return directoryPaths(clientId)[look.at]
  const person = await directory.personBy(look.address, signal)
  return person && `/users/${person.id}/${mailboxPaths[look.at]}`
}

function directoryPaths(clientId: string) {
  return {
    people: '/users?$top=1&$select=id',
    lists: '/groups?$top=1&$select=id',
    rooms: '/places/microsoft.graph.room?$top=1',
    roles: `/servicePrincipals(appId='${clientId}')?$select=id`,
  }
}

const mailboxPaths = {
  calendar: 'calendar?$select=id',
  inbox: 'mailFolders/inbox/messages?$top=1&$select=id',
  meetings: `onlineMeetings?$filter=JoinWebUrl%20eq%20${quoted(noMeeting)}`,
}
