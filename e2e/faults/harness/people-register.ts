import { marksBody, type MarkBody } from '../../../api/contracts/attendance.ts'
import { checkIn, readCheckInCode } from '../../../api/use-cases/check-in.ts'
import { readAttendance } from '../../../api/use-cases/read-attendance.ts'
import { takeRegister } from '../../../api/use-cases/take-register.ts'
import type { Recorded } from '../../../domain/attendance/mark.ts'
import type { SessionId } from '../../../domain/kernel/ids.ts'
import { anOfficer } from '../../../domain/testing/builders.ts'
import { memberIdFor } from './member-ids.ts'
import type { Asking } from './persist.ts'

/** One press on an officer's phone. `member`: absent for a guest. */
export type MeantMark = {
  readonly id: string
  readonly sessionId: SessionId
  readonly officer: number
  readonly member?: number
  readonly recorded: Recorded
  readonly pressedAt: number
  toldAt?: number
}

/** A Member says by the code that she is there. */
export type MeantCheckIn = { readonly sessionId: SessionId; readonly member: number; readonly at: number; toldAt?: number }

export type MeantOnRegister = { readonly marks: readonly MeantMark[]; readonly checkIns: readonly MeantCheckIn[] }

export type Registers = {
  readonly meant: MeantOnRegister
  /** Pressed, and kept on the phone. */
  press(mark: Pick<MeantMark, 'sessionId' | 'officer' | 'member' | 'recorded'>): void
  /** Everything that this officer's phone has, what was sent before among it. */
  send(sessionId: SessionId, officer: number): Promise<void>
  /** She confirms whom Teams saw in the meeting, once its report is shown. */
  confirm(sessionId: SessionId, officer: number): Promise<void>
  checkIn(sessionId: SessionId, member: number): Promise<void>
}

type Kept = MeantMark & { readonly through: NonNullable<MarkBody['through']> }

/** Both phones have had no network since before anybody pressed: neither has seen the other's marks. */
const seenNothing = 0

export function createRegisters({ persist, world }: Asking): Registers {
  const kept: Kept[] = []
  const checkIns: MeantCheckIn[] = []

  function keep(mark: Omit<Kept, 'id' | 'pressedAt'>): void {
    kept.push({ ...mark, id: `00000000-0000-4000-9000-${String(kept.length + 1).padStart(12, '0')}`, pressedAt: world.now() })
  }

  async function send(sessionId: SessionId, officer: number): Promise<void> {
    const own = kept.filter((mark) => mark.officer === officer && mark.sessionId === sessionId)
    if (own.length === 0) return
    await persist(async (council) => {
      const body = marksBody.parse({ marks: own.map((mark) => bodyOf(mark, world.now() - mark.pressedAt)) })
      const result = await takeRegister(council, anOfficer(officer), { sessionId, marks: body.marks })
      if (!result.ok) return result.refusal.kind === 'busy' || result.refusal.kind === 'no-such-session' ? 'again' : 'given up'
      const refused = new Set(result.value.refused.map(({ id }) => id))
      for (const mark of own) if (!refused.has(mark.id)) mark.toldAt ??= world.now()
      return 'done'
    })
  }

  return {
    meant: { marks: kept, checkIns },
    press: (mark) => keep({ ...mark, through: 'register' }),
    send,
    async confirm(sessionId, officer) {
      const suggested: number[] = []
      await persist(async (council, { isThere }) => {
        const page = await readAttendance(council, anOfficer(officer), sessionId)
        if (page?.teams?.state !== 'read' || !isThere()) return 'again'
        const shown = new Map(page.rows.map((row) => [row.memberId, row.suggestion]))
        for (const number of [1, 2, 3, 4, 5]) if (shown.get(memberIdFor(number))?.enough) suggested.push(number)
        return 'done'
      })
      for (const member of new Set(suggested)) keep({ sessionId, officer, member, recorded: 'online', through: 'teams-report' })
      await send(sessionId, officer)
    },
    async checkIn(sessionId, number) {
      const own: MeantCheckIn = { sessionId, member: number, at: world.now() }
      checkIns.push(own)
      const isTold = await persist(async (council, { isThere }) => {
        const found = await council.members.find(memberIdFor(number))
        const shown = await readCheckInCode(council, sessionId)
        if (!found || shown?.state.kind !== 'open' || !isThere()) return 'again'
        const result = await checkIn(council, found.value, { sessionId, code: shown.state.code })
        if (result.ok) return 'done'
        return ['busy', 'old-code', 'wrong-code', 'too-early', 'no-such-session'].includes(result.refusal.kind) ? 'again' : 'given up'
      })
      if (isTold) own.toldAt = world.now()
    },
  }
}

function bodyOf({ id, member, recorded, through }: Kept, agoMs: number): MarkBody {
  const mark = { id, agoMs, seen: seenNothing, recorded, through }
  if (member !== undefined) return { ...mark, memberId: memberIdFor(member) }
  return { ...mark, guest: { id: 'i-partner', name: 'A partner', kind: 'partner' } }
}
