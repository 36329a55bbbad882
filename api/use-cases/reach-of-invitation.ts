import type { Instant } from '../../domain/kernel/time.ts'
import type { Reach } from '../../domain/planning/plan.ts'
import type { Invitee, ListSeen } from '../../domain/sessions/appointment.ts'
import { invitationsOf } from '../../domain/sessions/invitations.ts'
import type { Council } from '../ports/council.ts'
import { Unavailable } from '../ports/unavailable.ts'

/** Looks into lists; an address that is no list is not among what comes back. Throws `Unavailable` where the directory does not answer. */
export type OpenLists = (lists: readonly Invitee[], signal: AbortSignal) => Promise<readonly ListSeen[]>

type Asked = { readonly people: readonly string[]; readonly lists: readonly string[]; readonly startsAt: Instant }

/** Milliseconds. An officer is writing meanwhile, and everything else is known without the directory. */
const patience = 4_000

/**
 * Which Members an invitation reaches that is still being written, by the same rule as one that was sent.
 *
 * Clauses: C1.3, C2.4, C2.5. The addresses are whoever an officer has typed so far: they are looked up, and nothing of them is written down.
 * A directory that does not answer leaves the lists unknown, and says so.
 */
export async function reachOf(
  { members, officers, rulebook, clock }: Pick<Council, 'members' | 'officers' | 'rulebook' | 'clock'>,
  { people, lists, startsAt }: Asked,
  openLists: OpenLists,
): Promise<Reach> {
  const opened = await openedOr(lists.map(rowOf), openLists)
  const { invitations } = invitationsOf({
    appointment: { attendees: [...people, ...lists].map(rowOf), organiser: { name: '', address: '' }, roomAddresses: [], startsAt },
    lists: opened === 'unreachable' ? [] : opened,
    rooms: [],
    members: await members.all(),
    officers: await officers.all(),
    rulebook,
    readAt: clock.now(),
  })
  const closed = closedIn(opened, lists.length)
  return { members: invitations.map(({ memberId }) => memberId), ...(closed ? { closed } : {}) }
}

function rowOf(address: string): Invitee {
  return { name: '', address, type: 'required', response: 'none' }
}

async function openedOr(rows: readonly Invitee[], openLists: OpenLists): Promise<readonly ListSeen[] | 'unreachable'> {
  if (rows.length === 0) return []
  try {
    return await openLists(rows, AbortSignal.timeout(patience))
  } catch (fault) {
    if (!(fault instanceof Unavailable)) throw fault
    return 'unreachable'
  }
}

function closedIn(opened: readonly ListSeen[] | 'unreachable', asked: number): Reach['closed'] {
  if (opened === 'unreachable') return { lists: asked, because: 'unreachable' }
  const hidden = opened.filter(({ outcome }) => outcome.kind === 'unresolvable').length
  return hidden === 0 ? undefined : { lists: hidden, because: 'hidden' }
}
