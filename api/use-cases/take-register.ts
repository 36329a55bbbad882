import type { Mark } from '../../domain/attendance/mark.ts'
import { mayRecord, opensAt, registerState } from '../../domain/attendance/register.ts'
import type { RegisterState } from '../../domain/attendance/register.ts'
import { memberId } from '../../domain/kernel/ids.ts'
import type { SessionId } from '../../domain/kernel/ids.ts'
import { ok, refused } from '../../domain/kernel/result.ts'
import type { Result } from '../../domain/kernel/result.ts'
import { isBefore } from '../../domain/kernel/time.ts'
import type { Instant } from '../../domain/kernel/time.ts'
import type { Officer } from '../../domain/members/officer.ts'
import type { SessionRecord } from '../../domain/sessions/session-record.ts'
import type { MarksBody, MarksTaken } from '../contracts/attendance.ts'
import type { Council } from '../ports/council.ts'
import { attendanceView, seeingOf } from './read-attendance.ts'
import type { Seeing } from './read-attendance.ts'

export type RegisterRefusal =
  | { readonly kind: 'no-such-session' }
  | { readonly kind: Exclude<RegisterState['kind'], 'open'> }
  | { readonly kind: 'not-yours-to-record' }
  /** A register of so many presses is no register. */
  | { readonly kind: 'too-many' }
  | { readonly kind: 'busy' }

type Order = { readonly sessionId: SessionId; readonly marks: MarksBody['marks'] }
type Given = Order['marks'][number]
type Refused = MarksTaken['refused'][number]

const attempts = 4
const mostMarks = 2_000

/**
 * Takes marks from an officer's phone, each once however often it is sent, and in whatever order they come (C2.6).
 *
 * What was pressed is measured back from now by how long ago it was on the phone, whose own clock need not be right.
 */
export async function takeRegister(council: Council, officer: Officer, order: Order): Promise<Result<MarksTaken, RegisterRefusal>> {
  return council.sessions.inTurn(order.sessionId, async () => takeNow(council, officer, order))
}

async function takeNow(council: Council, officer: Officer, order: Order): Promise<Result<MarksTaken, RegisterRefusal>> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const [found, seeing] = await Promise.all([council.sessions.find(order.sessionId), seeingOf(council, officer)])
    if (!found) return refused({ kind: 'no-such-session' })
    const refusal = whyNot(found, seeing)
    if (refusal) return refused(refusal)

    const { marks, refused: notTaken } = marksFrom(found, order.marks, seeing)
    if (found.marks.length + marks.length > mostMarks) return refused({ kind: 'too-many' })
    const taken = { ...found, marks: [...found.marks, ...marks] }
    const answer = () => ok({ register: attendanceView(taken, seeing), refused: [...notTaken] })
    if (marks.length === 0) return answer()
    const history = isBegun(found) ? [] : [{ at: seeing.now, what: { kind: 'register-begun', byName: officer.name } } as const]
    const written = await council.sessions.save({ session: found.session, history, marks }, { etag: found.etag })
    if (written === 'saved') return answer()
  }
  return refused({ kind: 'busy' })
}

function isBegun({ history }: SessionRecord): boolean {
  return history.some(({ what }) => what.kind === 'register-begun')
}

function whyNot({ session }: SessionRecord, { officer, rulebook, now }: Seeing): RegisterRefusal | undefined {
  const { kind } = registerState(session, now)
  if (kind !== 'open') return { kind }
  return mayRecord(session, officer.id, rulebook.attendance) ? undefined : { kind: 'not-yours-to-record' }
}

/** Those that are new. A mark of whom the register does not know, or from before it opened, stands for nothing. */
function marksFrom(
  { session, marks }: SessionRecord,
  given: readonly Given[],
  { members, officer, now }: Seeing,
): { readonly marks: readonly Mark[]; readonly refused: readonly Refused[] } {
  const known = new Set(marks.map(({ id }) => id))
  const last = marks.at(-1)?.number ?? 0
  const roll = new Set<string>([...members.map(({ id }) => id), ...session.invitations.map((invitation) => invitation.memberId)])
  const opened = opensAt(session)
  const taken: Mark[] = []
  const notTaken: Refused[] = []
  for (const each of given) {
    if (known.has(each.id)) continue
    known.add(each.id)
    const pressedAt = now.subtract({ milliseconds: each.agoMs })
    if ('memberId' in each && !roll.has(each.memberId)) notTaken.push({ id: each.id, because: 'no-such-member' })
    else if (isBefore(pressedAt, opened)) notTaken.push({ id: each.id, because: 'before-open' })
    else taken.push(markOf(each, { pressedAt, now, officer, number: last + taken.length + 1, last }))
  }
  return { marks: taken, refused: notTaken }
}

type Press = {
  readonly pressedAt: Instant
  readonly now: Instant
  readonly officer: Officer
  readonly number: number
  /** Nobody has seen what is not there yet. */
  readonly last: number
}

function markOf(given: Given, { pressedAt, now, officer, number, last }: Press): Mark {
  return {
    id: given.id,
    number,
    about: 'memberId' in given ? { kind: 'member', memberId: memberId(given.memberId) } : { kind: 'guest', guest: guestFrom(given.guest) },
    recorded: given.recorded,
    pressedAt,
    takenAt: now,
    by: { kind: 'officer', id: officer.id, name: officer.name },
    through: given.through,
    seen: Math.min(given.seen, last),
  }
}

function guestFrom({ organisation, ...guest }: Extract<Given, { guest: unknown }>['guest']) {
  return organisation ? { ...guest, organisation } : guest
}
