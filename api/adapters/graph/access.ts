import type { AccessProbe, Found, Look } from '../../ports/access.ts'
import type { Directory } from '../../ports/calendar.ts'
import { Unavailable } from '../../ports/unavailable.ts'
import type { GraphSource } from './source.ts'

type Around = { readonly directory: Pick<Directory, 'personBy'>; readonly clientId: string }

/**
 * One small GET for each thing that the service must be able to do: rights on mailboxes are given in Exchange and show in no token
 * (graph.md §13).
 */
export function createAccessProbe({ graph, service }: GraphSource, { directory, clientId }: Around): AccessProbe {
  async function look(look: Look, signal: AbortSignal): Promise<Found> {
    const path = await pathOf(look, { directory, clientId }, signal)
    if (path === undefined) return 'no-such-mailbox'
    const verdict = await graph.read({ path, as: service, signal })
    if (verdict.kind === 'read') return 'open'
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
  switch (look.at) {
    case 'people':
      return '/users?$top=1&$select=id'
    case 'lists':
      return '/groups?$top=1&$select=id'
    case 'rooms':
      return '/places/microsoft.graph.room?$top=1'
    case 'roles':
      return `/servicePrincipals(appId='${clientId}')?$select=id`
  }
  const person = await directory.personBy(look.address, signal)
  if (!person) return undefined
  return look.at === 'calendar'
    ? `/users/${person.id}/calendar?$select=id`
    : `/users/${person.id}/mailFolders/inbox/messages?$top=1&$select=id`
}
