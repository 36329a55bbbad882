import { Temporal } from 'temporal-polyfill'
import { objectIdOf } from '../object-id.ts'
import type { SandboxContext } from '../service.ts'
import type { Recipient } from './address-book.ts'
import type { Call, Caller } from './call.ts'
import { Refusal, badRequest, itemNotFound, noSuchResource } from './refusal.ts'
import { checkDirectory } from './rights.ts'
import { inDirectory, type Parameters, type Route } from './routes.ts'
import type { Store } from './store.ts'
import { toSeconds, type Milliseconds } from './times.ts'

/** One stay of somebody in a meeting; `left` is absent while it goes on. */
type Stay = { readonly joined: Milliseconds; left?: Milliseconds }
/** Who was in a meeting: somebody of the directory, or a guest with nothing but a name. */
type Attendee = { readonly objectId?: string; readonly address?: string; readonly name: string; readonly stays: Stay[] }

/** Somebody who is or was in a meeting; `left` is absent while they are. */
export type Presence = { readonly name: string; readonly address?: string; readonly joined: string; readonly left?: string }

/** Teams meetings, by their `joinUrl`: a series has one for all its occurrences. */
export type OnlineMeetings = {
  /** False when no meeting of that address stands in any calendar. */
  join(joinUrl: string, named: string): boolean
  /** False when they are not in it. */
  leave(joinUrl: string, named: string): boolean
  /** Everybody leaves. False when nobody is in it. */
  end(joinUrl: string): boolean
  /** Every stay of everybody, in order of joining. Undefined when no meeting of that address stands in any calendar. */
  whoIn(joinUrl: string): readonly Presence[] | undefined
  routes(base: () => string): Route[]
}

/** Milliseconds after everybody has left, when Teams has the report. */
const untilReported = 3 * 60_000

export function createOnlineMeetings(store: Store, { memory, journal }: Pick<SandboxContext, 'memory' | 'journal'>): OnlineMeetings {
  const { rooms } = memory.of('online-meetings', () => ({ rooms: new Map<string, Map<string, Attendee>>() }))

  function attendeeOf(joinUrl: string, named: string): Attendee {
    const room = rooms.get(joinUrl) ?? new Map<string, Attendee>()
    rooms.set(joinUrl, room)
    const person = store.book.recipient(named)
    const known = room.get(person?.objectId ?? named)
    if (known) return known
    const attendee: Attendee = person
      ? { objectId: person.objectId, address: person.address, name: person.name, stays: [] }
      : { name: named, stays: [] }
    room.set(person?.objectId ?? named, attendee)
    return attendee
  }

  const subjectOf = (joinUrl: string) => [...store.organised.values()].find(({ content }) => content.joinUrl === joinUrl)?.content.subject

  function note(joinUrl: string, { address, name }: Attendee, did: string): void {
    const who = address && store.book.recipient(address)?.person?.id
    journal.note({ kind: 'meeting', ...(who && { who }), summary: `${name} ${did} the Teams meeting “${subjectOf(joinUrl) ?? ''}”.` })
  }

  function leaveNow(joinUrl: string, attendee: Attendee): boolean {
    const last = attendee.stays.at(-1)
    if (!last || last.left !== undefined) return false
    last.left = store.now()
    note(joinUrl, attendee, 'left')
    return true
  }

  return {
    join(joinUrl, named) {
      if (subjectOf(joinUrl) === undefined) return false
      const attendee = attendeeOf(joinUrl, named)
      const last = attendee.stays.at(-1)
      if (last && last.left === undefined) return true
      attendee.stays.push({ joined: store.now() })
      note(joinUrl, attendee, 'joined')
      return true
    },
    leave: (joinUrl, named) => leaveNow(joinUrl, attendeeOf(joinUrl, named)),
    end: (joinUrl) => [...(rooms.get(joinUrl)?.values() ?? [])].filter((attendee) => leaveNow(joinUrl, attendee)).length > 0,
    whoIn(joinUrl) {
      if (subjectOf(joinUrl) === undefined) return undefined
      const attendees = [...(rooms.get(joinUrl)?.values() ?? [])]
      const stays = attendees.flatMap(({ name, address, stays: own }) => own.map((stay) => ({ name, address, ...stay })))
      return stays.toSorted((one, other) => one.joined - other.joined).map(showPresence)
    },
    routes: (base) => [
      inDirectory('onlineMeetings', 'GET users/:user/onlineMeetings', (call, { user = '' }) => {
        const owner = organiser(store, call.caller, user)
        const found = urlsOf(store, owner).filter((url) => url === askedUrl(call))
        return {
          status: 200,
          body: {
            '@odata.context': `${base()}/$metadata#users('${owner.objectId}')/onlineMeetings`,
            value: found.map((joinWebUrl) => ({ id: meetingId(owner, joinWebUrl), joinWebUrl })),
          },
        }
      }),
      inDirectory('attendanceReports', 'GET users/:user/onlineMeetings/:meeting/attendanceReports', (call, at) => {
        const sittings = sittingsAt(call, at)
        return {
          status: 200,
          body: {
            value: sittings
              .toReversed()
              .slice(0, 50)
              .map((sitting) => showReport(sitting)),
          },
        }
      }),
      inDirectory('attendanceReports', 'GET users/:user/onlineMeetings/:meeting/attendanceReports/:report', (call, at) => {
        const sitting = sittingsAt(call, at).find(({ id }) => id === at['report'])
        if (!sitting) throw itemNotFound()
        const isExpanded = call.query.get('$expand')?.includes('attendanceRecords') ?? false
        return { status: 200, body: showReport(sitting, isExpanded) }
      }),
    ],
  }

  function sittingsAt({ caller }: Call, { user = '', meeting = '' }: Parameters): readonly Sitting[] {
    const owner = organiser(store, caller, user)
    const joinUrl = urlsOf(store, owner).find((url) => meetingId(owner, url) === meeting)
    if (joinUrl === undefined) throw itemNotFound()
    const attendees = [...(rooms.get(joinUrl)?.values() ?? [])]
    return sittingsOf(joinUrl, attendees).filter(({ to }) => to + untilReported <= store.now())
  }
}

function showPresence({ name, address, joined, left }: Stay & Pick<Attendee, 'name' | 'address'>): Presence {
  const written = (at: Milliseconds) => Temporal.Instant.fromEpochMilliseconds(at).toString()
  return { name, ...(address && { address }), joined: written(joined), ...(left !== undefined && { left: written(left) }) }
}

/** The application policy of Teams is given organiser by organiser, beside the permission. */
function organiser(store: Store, caller: Caller, user: string): Recipient {
  checkDirectory(caller, 'onlineMeetings')
  const owner = store.book.recipient(user)
  if (!owner) throw noSuchResource(user)
  if (caller.kind === 'app' && store.switches.noMeetingPolicy.has(owner.objectId)) {
    throw new Refusal(403, 'Forbidden', `No application access policy found for this app ${caller.appId} on the user.`)
  }
  return owner
}

function urlsOf(store: Store, owner: Recipient): readonly string[] {
  const own = [...store.mailboxOf(owner).items.values()].filter(({ isOrganizer }) => isOrganizer)
  return [...new Set(own.flatMap(({ content }) => (content.joinUrl ? [content.joinUrl] : [])))]
}

function askedUrl({ query }: Call): string {
  const [, url] = /^JoinWebUrl\s+eq\s+'(.+)'$/i.exec(query.get('$filter') ?? '') ?? []
  if (url === undefined) throw badRequest('Online meetings are found by JoinWebUrl.')
  return url.replaceAll("''", "'")
}

function meetingId(owner: Recipient, joinUrl: string): string {
  return Buffer.from(`1*${owner.objectId}*0**${objectIdOf('meeting', joinUrl)}`).toString('base64url')
}

type Sitting = {
  readonly id: string
  readonly from: Milliseconds
  readonly to: Milliseconds
  readonly who: readonly { readonly attendee: Attendee; readonly stays: readonly Required<Stay>[] }[]
}

/** One report for each time that people were in it: it ends when the last has left, and another begins when somebody comes back. */
function sittingsOf(joinUrl: string, attendees: readonly Attendee[]): readonly Sitting[] {
  const all = attendees.flatMap((attendee) => attendee.stays.map((stay) => ({ attendee, ...stay })))
  const spans: { from: Milliseconds; to: Milliseconds }[] = []
  for (const { joined, left = Number.POSITIVE_INFINITY } of all.toSorted((one, other) => one.joined - other.joined)) {
    const last = spans.at(-1)
    if (last && joined <= last.to) last.to = Math.max(last.to, left)
    else spans.push({ from: joined, to: left })
  }
  const over = spans.filter(({ to }) => Number.isFinite(to))
  return over.map(({ from, to }) => ({
    id: objectIdOf('attendance', `${joinUrl} ${from}`),
    from,
    to,
    who: attendees.flatMap((attendee) => {
      const stays = attendee.stays.flatMap(({ joined, left }) =>
        left !== undefined && joined >= from && left <= to ? [{ joined, left }] : [],
      )
      return stays.length > 0 ? [{ attendee, stays }] : []
    }),
  }))
}

function showReport({ id, from, to, who }: Sitting, isExpanded = false): object {
  return {
    id,
    totalParticipantCount: who.length,
    meetingStartDateTime: toSeconds(from),
    meetingEndDateTime: toSeconds(to),
    attendanceRecords: isExpanded ? who.map(({ attendee, stays }) => showRecord(id, attendee, stays)) : [],
  }
}

function showRecord(report: string, { objectId, address, name }: Attendee, stays: readonly Required<Stay>[]): object {
  const spells = stays.map(({ joined, left }) => ({
    joinDateTime: toSeconds(joined),
    leaveDateTime: toSeconds(left),
    durationInSeconds: Math.round((left - joined) / 1000),
  }))
  return {
    id: objectIdOf('attendance-record', `${report} ${objectId ?? name}`),
    emailAddress: address ?? null,
    totalAttendanceInSeconds: spells.reduce((sum, { durationInSeconds }) => sum + durationInSeconds, 0),
    role: 'Attendee',
    identity: { id: objectId ?? null, displayName: name },
    attendanceIntervals: spells,
  }
}
