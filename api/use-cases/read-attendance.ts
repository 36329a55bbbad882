import { checkInState, checkInMinutesBefore } from '../../domain/attendance/check-in.ts'
import type { Mark } from '../../domain/attendance/mark.ts'
import { mayRecord, registerOf, registerState } from '../../domain/attendance/register.ts'
import type { Register, RegisterRow } from '../../domain/attendance/register.ts'
import { othersJoined, suggestionsOf } from '../../domain/attendance/teams-report.ts'
import type { Suggestion } from '../../domain/attendance/teams-report.ts'
import { digest } from '../../domain/kernel/digest.ts'
import type { SessionId } from '../../domain/kernel/ids.ts'
import type { Instant } from '../../domain/kernel/time.ts'
import { isBefore } from '../../domain/kernel/time.ts'
import type { Member } from '../../domain/members/member.ts'
import { memberById } from '../../domain/members/audience.ts'
import type { Officer } from '../../domain/members/officer.ts'
import type { Rulebook } from '../../domain/rulebook/rulebook.ts'
import type { SessionRecord } from '../../domain/sessions/session-record.ts'
import { longestGuestName } from '../contracts/attendance.ts'
import type { AttendanceRegister } from '../contracts/attendance.ts'
import type { Council } from '../ports/council.ts'
import { onWire } from './on-wire.ts'
import { unreachableNow } from './read-context.ts'

export type Seeing = {
  readonly members: readonly Member[]
  readonly rulebook: Rulebook
  readonly officer: Officer
  readonly now: Instant
  readonly unreachable: AttendanceRegister['unreachable']
}

/** The register of one session as an officer fills it in: who is there, and what each had answered (C2.6, C2.7). */
export async function readAttendance(council: Council, officer: Officer, sessionId: SessionId): Promise<AttendanceRegister | undefined> {
  const [found, seeing] = await Promise.all([council.sessions.find(sessionId), seeingOf(council, officer)])
  return found && attendanceView(found, seeing)
}

export async function seeingOf(council: Council, officer: Officer): Promise<Seeing> {
  const { clock, members, rulebook } = council
  return { members: await members.all(), rulebook, officer, now: clock.now(), unreachable: unreachableNow(council) }
}

export function attendanceView(record: SessionRecord, seeing: Seeing): AttendanceRegister {
  const { session, marks } = record
  const { members, rulebook, officer, now, unreachable } = seeing
  const register = registerOf(record, members, rulebook)
  const savedAt = marks.reduce<Instant | undefined>((last, { takenAt }) => (last && isBefore(takenAt, last) ? last : takenAt), undefined)
  const checkIn = checkInView(session, rulebook, now)
  const teams = teamsView(record, seeing)
  return {
    sessionId: session.id,
    title: session.title,
    startsAt: String(session.startsAt),
    endsAt: String(session.endsAt),
    ...(session.place ? { place: session.place } : {}),
    delivery: session.delivery,
    state: onWire(registerState(session, now)),
    mayRecord: mayRecord(session, officer.id, rulebook.attendance),
    rows: rowsView(record, register, seeing),
    guests: register.guests.map(({ guest: { id, ...guest }, recorded, standing }) => ({
      guestId: id,
      ...guest,
      recorded,
      mark: markView(standing),
    })),
    guestsInvited: guestsInvited(record, register),
    seen: marks.at(-1)?.number ?? 0,
    ...(savedAt ? { savedAt: String(savedAt) } : {}),
    ...(checkIn ? { checkIn } : {}),
    ...(teams ? { teams } : {}),
    now: String(now),
    unreachable,
  }
}

function rowsView(record: SessionRecord, register: Register, { members, rulebook }: Seeing): AttendanceRegister['rows'] {
  const known = memberById(members)
  const { session, teamsReport } = record
  const suggested = suggestionsOf(session, teamsReport, { register, members, rule: rulebook.attendance })
  const byMember = new Map(suggested.map(({ memberId, ...suggestion }) => [memberId, suggestion]))
  return register.rows.map((row) => rowView(row, known.get(row.memberId), byMember.get(row.memberId)))
}

function rowView(
  { standing, unseen, ...row }: RegisterRow,
  member: Member | undefined,
  suggestion: Omit<Suggestion, 'memberId'> | undefined,
): AttendanceRegister['rows'][number] {
  return {
    ...row,
    name: member?.shortName ?? 'A Member who has left',
    ...(standing ? { mark: markView(standing) } : {}),
    ...(unseen ? { unseen: { ...markView(unseen), recorded: unseen.recorded } } : {}),
    ...(suggestion ? { suggestion } : {}),
  }
}

function markView({ by, pressedAt, through }: Mark): NonNullable<AttendanceRegister['rows'][number]['mark']> {
  return { ...(by.kind === 'officer' ? { by: by.name } : {}), at: String(pressedAt), through }
}

/** Known by their address, of which the phone gets a digest: the same guest on every phone. */
function guestsInvited({ session }: SessionRecord, { guests }: Register): AttendanceRegister['guestsInvited'] {
  const recorded = new Set(guests.map(({ guest }) => guest.id))
  return session.others.flatMap(({ kind, name, address }) => {
    const guestId = `i-${digest(address.toLowerCase()).slice(0, 20)}`
    if (kind === 'room' || kind === 'list' || recorded.has(guestId)) return []
    return [{ guestId, name: guestNameOf({ name, address }), kind: kind === 'presenter' ? ('other' as const) : kind }]
  })
}

/** Outlook may give no name at all, or one longer than a mark takes: what is offered here comes back with the mark. */
function guestNameOf({ name, address }: { readonly name: string; readonly address: string }): string {
  return (name.trim() || address).slice(0, longestGuestName).trim()
}

function checkInView(session: SessionRecord['session'], { attendance }: Rulebook, now: Instant): AttendanceRegister['checkIn'] {
  const { kind } = checkInState(session, attendance, now)
  if (kind !== 'open' && kind !== 'too-early') return undefined
  return { from: String(session.startsAt.subtract({ minutes: checkInMinutesBefore })), until: String(session.endsAt) }
}

/** What is known of the meeting's own report; nothing where nobody could have joined one. */
function teamsView({ session, teamsReport }: SessionRecord, { members, rulebook, now }: Seeing): AttendanceRegister['teams'] {
  if (session.joinUrl === undefined || !rulebook.attendance.recordedBy.includes('teams-report')) return undefined
  if (isBefore(now, session.endsAt)) return { state: 'not-yet', others: 0 }
  if (!teamsReport) return { state: 'asking', others: 0 }
  const at = String(teamsReport.at)
  if (teamsReport.kind === 'none') return { state: teamsReport.because, at, others: 0 }
  return { state: 'read', at, others: othersJoined(session, teamsReport, members) }
}
