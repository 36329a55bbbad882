import { londonDay } from '../../domain/kernel/london.ts'
import type { Instant } from '../../domain/kernel/time.ts'
import type { Member } from '../../domain/members/member.ts'
import type { Officer } from '../../domain/members/officer.ts'
import type { Appointment, ListSeen } from '../../domain/sessions/appointment.ts'
import type { Directory } from '../ports/calendar.ts'
import type { Council } from '../ports/council.ts'
import type { OpenLists } from '../use-cases/reach-of-invitation.ts'

/** Opens the lists that were invited. */
export interface Lists {
  of(
    appointment: Pick<Appointment, 'attendees' | 'organiser' | 'roomAddresses'>,
    roll: { readonly members: readonly Member[]; readonly officers: readonly Officer[] },
    signal: AbortSignal,
  ): Promise<readonly ListSeen[]>
}

type Opened = Awaited<ReturnType<Directory['membersOf']>>

const mostKept = 2_000

/**
 * Lists opened through the directory, each once a London day: who is on one changes seldom, and is asked for with every answer.
 *
 * Clauses: C2.5. Whoever is known already, a Member, an officer or a room, is no list and not looked up.
 */
export function createLists(directory: Pick<Directory, 'membersOf'>, now: () => Instant): Lists {
  const kept = new Map<string, { readonly on: string; readonly opened: Opened }>()

  async function open(address: string, signal: AbortSignal): Promise<Opened> {
    const on = londonDay(now()).toString()
    const known = kept.get(address)
    if (known?.on === on) return known.opened
    const opened = await directory.membersOf(address, signal)
    if (kept.size >= mostKept) kept.clear()
    kept.set(address, { on, opened })
    return opened
  }

  return {
    async of(appointment, { members, officers }, signal) {
      const known = new Set([
        ...members.flatMap(({ addresses }) => addresses),
        ...officers.map(({ address }) => address.toLowerCase()),
        ...appointment.roomAddresses,
        appointment.organiser.address,
      ])
      const strangers = appointment.attendees.filter(({ type, address }) => type !== 'resource' && !known.has(address))
      const lists: ListSeen[] = []
      for (const address of new Set(strangers.map((row) => row.address))) {
        const opened = await open(address, signal)
        if (opened.kind === 'people') lists.push({ address, outcome: { kind: 'people', people: opened.people } })
        if (opened.kind === 'unresolvable') lists.push({ address, outcome: opened })
      }
      return lists
    },
  }
}

/** The same for an invitation that is still being written: only what may be a list is looked up. */
export function openListsOf({ members, officers }: Pick<Council, 'members' | 'officers'>, lists: Lists): OpenLists {
  return async (attendees, signal) => {
    const roll = { members: await members.all(), officers: await officers.all() }
    return lists.of({ attendees, organiser: { name: '', address: '' }, roomAddresses: [] }, roll, signal)
  }
}
