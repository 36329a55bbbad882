import { randomUUID } from 'node:crypto'
import { checkInMinutesBefore, checkInState, codeNow, judgeCode } from '../../domain/attendance/check-in.ts'
import type { CheckInState } from '../../domain/attendance/check-in.ts'
import { attended } from '../../domain/attendance/mark.ts'
import type { Mark } from '../../domain/attendance/mark.ts'
import { countsOfRegister, registerOf } from '../../domain/attendance/register.ts'
import type { RegisterRow } from '../../domain/attendance/register.ts'
import type { SessionId } from '../../domain/kernel/ids.ts'
import { ok, refused } from '../../domain/kernel/result.ts'
import type { Result } from '../../domain/kernel/result.ts'
import type { Instant } from '../../domain/kernel/time.ts'
import type { Member } from '../../domain/members/member.ts'
import type { SessionRecord } from '../../domain/sessions/session-record.ts'
import type { CheckedIn, CheckInCode } from '../contracts/attendance.ts'
import type { Council } from '../ports/council.ts'

export type CheckInRefusal =
  | { readonly kind: 'no-such-session' }
  | { readonly kind: 'wrong-code' }
  | { readonly kind: 'old-code' }
  | { readonly kind: 'too-early'; readonly opensAt: Instant }
  | { readonly kind: 'over' | 'cancelled' | 'postponed' | 'off' }
  | { readonly kind: 'busy' }

const attempts = 4
/** A session may have begun so long ago and still be on. */
const longestHours = 12

/** The code for a screen in the room, and how long it is shown yet. */
export async function readCheckInCode(council: Council, sessionId: SessionId): Promise<CheckInCode | undefined> {
  const { sessions, members, rulebook, clock } = council
  const [found, roll] = await Promise.all([sessions.find(sessionId), members.all()])
  if (!found) return undefined
  const now = clock.now()
  const { session } = found
  const state = checkInState(session, rulebook.attendance, now)
  return {
    sessionId: session.id,
    title: session.title,
    startsAt: String(session.startsAt),
    endsAt: String(session.endsAt),
    state: state.kind === 'open' ? { ...state, ...codeNow(await sessions.beginCheckIn(sessionId), session, now) } : stateView(state),
    here: countsOfRegister(registerOf(found, roll, rulebook)).here,
    now: String(now),
  }
}

function stateView(state: Exclude<CheckInState, { kind: 'open' }>): Exclude<CheckInCode['state'], { kind: 'open' }> {
  return state.kind === 'too-early' ? { kind: state.kind, opensAt: String(state.opensAt) } : { kind: state.kind }
}

type Order = { readonly code: string; readonly sessionId?: SessionId }

/**
 * A Member says that she is there, by the code that is shown in the room: she attended in person, and an officer may correct it (C2.6).
 *
 * Whoever has the code is let in, invited or not: that is what a walk-in is (C2.7). Without a session it is looked for among those on now.
 */
export async function checkIn(council: Council, member: Member, order: Order): Promise<Result<CheckedIn, CheckInRefusal>> {
  const sessionId = order.sessionId ?? (await sessionWithCode(council, order.code))
  if (sessionId === undefined) return refused({ kind: 'wrong-code' })
  return council.sessions.inTurn(sessionId, async () => checkInNow(council, member, { ...order, sessionId }))
}

async function checkInNow(
  council: Council,
  member: Member,
  { sessionId, code }: Required<Order>,
): Promise<Result<CheckedIn, CheckInRefusal>> {
  const { sessions, rulebook, clock } = council
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const found = await sessions.find(sessionId)
    if (!found || found.session.standing.kind === 'untagged') return refused({ kind: 'no-such-session' })
    const now = clock.now()
    const state = checkInState(found.session, rulebook.attendance, now)
    if (state.kind === 'untagged') return refused({ kind: 'no-such-session' })
    if (state.kind !== 'open') return refused(state)
    const judged = await judge(council, found, code, now)
    if (judged !== 'right') return refused({ kind: judged === 'old' ? 'old-code' : 'wrong-code' })

    const before = rowOf(found, member, council)
    if (before && attended(before.recorded)) return ok(checkedInView(found, before, { already: true, now }))
    const mark = checkInMark(found, member, now)
    const after = { ...found, marks: [...found.marks, mark] }
    const row = rowOf(after, member, council)
    if (!row) throw new TypeError('whoever was recorded stands on the register')
    const written = await sessions.save({ session: found.session, history: [], marks: [mark] }, { etag: found.etag })
    if (written === 'saved') return ok(checkedInView(after, row, { already: false, now }))
  }
  return refused({ kind: 'busy' })
}

/** No code was ever shown: none is right. */
async function judge({ sessions }: Council, { session }: SessionRecord, code: string, now: Instant): Promise<'right' | 'old' | 'wrong'> {
  const secret = await sessions.checkInSecret(session.id)
  return secret === undefined ? 'wrong' : judgeCode(secret, session, code, now)
}

async function sessionWithCode({ sessions, clock, rulebook }: Council, code: string): Promise<SessionId | undefined> {
  const now = clock.now()
  const near = await sessions.between(now.subtract({ hours: longestHours }), now.add({ minutes: checkInMinutesBefore + 1 }))
  const open = near.filter((session) => checkInState(session, rulebook.attendance, now).kind === 'open')
  const judged = await Promise.all(
    open.map(async (session) => {
      const secret = await sessions.checkInSecret(session.id)
      return secret !== undefined && judgeCode(secret, session, code, now) !== 'wrong' ? session.id : undefined
    }),
  )
  return judged.find((id) => id !== undefined)
}

function rowOf(record: SessionRecord, member: Member, { rulebook }: Council): RegisterRow | undefined {
  return registerOf(record, [member], rulebook).rows.find(({ memberId }) => memberId === member.id)
}

function checkInMark({ marks }: SessionRecord, member: Member, now: Instant): Mark {
  const last = marks.at(-1)?.number ?? 0
  return {
    id: randomUUID(),
    number: last + 1,
    about: { kind: 'member', memberId: member.id },
    recorded: 'in-person',
    pressedAt: now,
    takenAt: now,
    by: { kind: 'member' },
    through: 'code',
    seen: last,
  }
}

function checkedInView(
  { session }: SessionRecord,
  { recorded, walkIn, standing }: RegisterRow,
  { already, now }: { readonly already: boolean; readonly now: Instant },
): CheckedIn {
  return {
    sessionId: session.id,
    title: session.title,
    startsAt: String(session.startsAt),
    recorded,
    walkIn,
    already,
    at: String(standing?.pressedAt ?? now),
    now: String(now),
  }
}
