import type { MemberId } from '../kernel/ids.ts'
import { londonDay } from '../kernel/london.ts'
import type { Instant } from '../kernel/time.ts'
import { isBefore } from '../kernel/time.ts'
import { everyMember } from '../members/audience.ts'
import type { Member } from '../members/member.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { isPostponed } from '../sessions/postponed.ts'
import type { Response } from '../sessions/response.ts'
import type { Session } from '../sessions/session.ts'
import type { SessionRecord } from '../sessions/session-record.ts'
import { attended, marksSince, standingOf } from './mark.ts'
import type { Guest, Mark, Recorded } from './mark.ts'

export type RegisterState =
  | { readonly kind: 'open' }
  | { readonly kind: 'not-yet'; readonly opensAt: Instant }
  /** C3.14: nobody attends what was cancelled. */
  | { readonly kind: 'cancelled' }
  /** C3.4: not held at the time at which it still stands; the register opens at the new one. */
  | { readonly kind: 'postponed' }
  | { readonly kind: 'untagged' }

type Timed = Pick<Session, 'startsAt'>
type Recording = Pick<SessionRecord, 'session' | 'history' | 'marks'>

/** How long before the start the register opens: people come early, and nobody has attended before. */
const openMinutesBefore = 60

export function opensAt({ startsAt }: Timed): Instant {
  return startsAt.subtract({ minutes: openMinutesBefore })
}

/** Why nobody attends a session at the time at which it stands. Undefined: it is held then. */
export function notHeld(session: Pick<Session, 'standing' | 'decision'>): 'cancelled' | 'untagged' | 'postponed' | undefined {
  if (session.standing.kind !== 'standing') return session.standing.kind
  return isPostponed(session) ? 'postponed' : undefined
}

/** Whether attendance may be recorded now. Once open it stays open: a register is put right weeks later too. */
export function registerState(session: Pick<Session, 'startsAt' | 'standing' | 'decision'>, now: Instant): RegisterState {
  const kind = notHeld(session)
  if (kind) return { kind }
  const opens = opensAt(session)
  return isBefore(now, opens) ? { kind: 'not-yet', opensAt: opens } : { kind: 'open' }
}

/** C2.6, who may record: any officer, or only the one who arranged it, as the council's rulebook has it. */
export function mayRecord(session: Pick<Session, 'organiser'>, officer: string, { recordedBy }: Rulebook['attendance']): boolean {
  return recordedBy.includes('officers') || (recordedBy.includes('organiser') && session.organiser.id === officer)
}

export type RegisterRow = {
  readonly memberId: MemberId
  readonly invited: boolean
  /** What they had answered when it began. */
  readonly response: Response
  /** Accepted, or tentative: who is looked for at the door. */
  readonly expected: boolean
  readonly recorded: Recorded
  /** C2.7: attended without having accepted. */
  readonly walkIn: boolean
  readonly standing?: Mark
  readonly unseen?: Mark
}

export type GuestRow = { readonly guest: Guest; readonly recorded: Recorded; readonly standing: Mark }

export type Register = { readonly rows: readonly RegisterRow[]; readonly guests: readonly GuestRow[] }

/**
 * Who was there: every Member in office on the day, everyone invited, and whoever was recorded; guests apart (C1.16, C1.18).
 *
 * An answer is shown beside what was recorded and never becomes it (C2.6).
 */
export function registerOf(record: Recording, members: readonly Member[], rulebook: Pick<Rulebook, 'members'>): Register {
  const { session } = record
  const inOffice = everyMember(members, rulebook, londonDay(session.startsAt)).map(({ id }) => id)
  const guests = notHeld(session) === undefined ? guestsOf(marksSince(record.marks, opensAt(session))) : []
  return { rows: rowsOf(record, inOffice), guests }
}

/** Everyone who was invited or recorded, and whoever else is to stand on it. */
export function rowsOf(record: Recording, besides: readonly MemberId[] = []): readonly RegisterRow[] {
  const { session } = record
  const marks = marksSince(record.marks, opensAt(session))
  const byMember = Map.groupBy(
    marks.flatMap((mark) => (mark.about.kind === 'member' ? [{ mark, memberId: mark.about.memberId }] : [])),
    ({ memberId }) => memberId,
  )
  const ids = new Set<MemberId>([...besides, ...session.invitations.map(({ memberId }) => memberId), ...byMember.keys()])
  return [...ids].map((id) => rowOf(record, id, byMember.get(id)?.map(({ mark }) => mark) ?? []))
}

function rowOf(record: Recording, memberId: MemberId, marks: readonly Mark[]): RegisterRow {
  const isHeld = notHeld(record.session) === undefined
  const { standing, unseen } = (isHeld && standingOf(marks)) || {}
  const recorded = standing?.recorded ?? 'not-recorded'
  const response = responseAtStart(record, memberId)
  return {
    memberId,
    invited: record.session.invitations.some((invitation) => invitation.memberId === memberId),
    response,
    expected: response === 'accepted' || response === 'tentative',
    recorded,
    walkIn: attended(recorded) && response !== 'accepted',
    ...(standing ? { standing } : {}),
    ...(unseen ? { unseen } : {}),
  }
}

/** Who attended, in the order of their ids: the same for the same facts. */
export function attendedIn(session: Pick<Session, 'startsAt' | 'standing' | 'decision'>, marks: readonly Mark[]): readonly MemberId[] {
  if (notHeld(session)) return []
  const counting = marksSince(marks, opensAt(session))
  const byMember = Map.groupBy(counting, ({ about }) => (about.kind === 'member' ? about.memberId : undefined))
  const there = [...byMember].flatMap(([memberId, own]) => {
    const standing = memberId !== undefined && standingOf(own)?.standing
    return standing && attended(standing.recorded) ? [memberId] : []
  })
  return there.toSorted()
}

function guestsOf(marks: readonly Mark[]): readonly GuestRow[] {
  const about = marks.flatMap((mark) => (mark.about.kind === 'guest' ? [{ mark, guest: mark.about.guest }] : []))
  return [...Map.groupBy(about, ({ guest }) => guest.id).values()].flatMap((own) => {
    const standing = standingOf(own.map(({ mark }) => mark))?.standing
    if (standing?.about.kind !== 'guest' || standing.recorded === 'not-recorded') return []
    return [{ guest: standing.about.guest, recorded: standing.recorded, standing }]
  })
}

/** Who declines in Outlook after having attended does not become a walk-in: what counts is the answer as the session began. */
export function responseAtStart({ session, history }: Pick<SessionRecord, 'session' | 'history'>, memberId: MemberId): Response {
  const later = history.find(({ at, what }) => what.kind === 'responded' && what.memberId === memberId && !isBefore(at, session.startsAt))
  if (later?.what.kind === 'responded') return later.what.from
  return session.invitations.find((invitation) => invitation.memberId === memberId)?.response ?? 'none'
}

export type RegisterCounts = {
  /** Members there, in person or online. */
  readonly here: number
  readonly online: number
  readonly apologies: number
  readonly absent: number
  readonly walkIns: number
  /** Expected, and nothing recorded of them yet. */
  readonly toCome: number
  readonly guests: number
}

export function countsOfRegister({ rows, guests }: Register): RegisterCounts {
  const many = (is: (row: RegisterRow) => boolean) => rows.filter(is).length
  return {
    here: many(({ recorded }) => attended(recorded)),
    online: many(({ recorded }) => recorded === 'online'),
    apologies: many(({ recorded }) => recorded === 'apologies'),
    absent: many(({ recorded }) => recorded === 'absent'),
    walkIns: many(({ walkIn }) => walkIn),
    toCome: many(({ expected, recorded }) => expected && recorded === 'not-recorded'),
    guests: guests.length,
  }
}
