import { useState } from 'react'
import type { AttendanceRow } from '../../../api/contracts/attendance.ts'
import type { About } from './kept-marks.ts'
import type { ShownRegister } from './shown-register.ts'
import type { Press, RegisterState } from './use-register.ts'
import type { Undoable } from './words.ts'

type Recorded = AttendanceRow['recorded']
type Guest = Extract<About, { guest: unknown }>['guest']

export type Presses = {
  readonly member: (row: AttendanceRow, recorded: Recorded) => void
  readonly guest: (guest: Guest, recorded: Recorded) => void
  readonly all: (rows: readonly AttendanceRow[], recorded: Recorded) => void
  /** What Teams suggests becomes attendance. */
  readonly confirm: (rows: readonly AttendanceRow[]) => void
  /** The last press, until the next: never on a timer. */
  readonly last: Undoable | undefined
  readonly undo: () => void
}

type Last = { readonly said: Undoable; readonly back: readonly Press[] }

/**
 * Each press with its way back: an undo is a press of its own, so that both stand in the record. `now` is the time by the register's
 * clock, undefined while it cannot be reached.
 */
export function usePresses({ press }: RegisterState, { guests }: ShownRegister, now: string | undefined): Presses {
  const at = now === undefined ? {} : { at: now }
  const [last, setLast] = useState<Last>()

  function rows(pressed: readonly AttendanceRow[], recorded: Recorded, through: Press['through']): void {
    const [first] = pressed
    if (!first) return
    press(pressed.map(({ memberId }) => ({ about: { memberId }, recorded, ...(through ? { through } : {}) })))
    setLast({
      said: { name: first.name, recorded, ...at, many: pressed.length },
      back: pressed.map((row) => ({ about: { memberId: row.memberId }, recorded: row.recorded })),
    })
  }

  return {
    member: (row, recorded) => rows([row], recorded, undefined),
    all: (pressed, recorded) => rows(pressed, recorded, undefined),
    confirm: (pressed) => rows(pressed, 'online', 'teams-report'),
    guest(guest, recorded) {
      const before = guests.find(({ guestId }) => guestId === guest.id)?.recorded ?? 'not-recorded'
      press([{ about: { guest }, recorded }])
      setLast({ said: { name: guest.name, recorded, ...at, many: 1 }, back: [{ about: { guest }, recorded: before }] })
    },
    last: last?.said,
    undo() {
      if (!last) return
      press(last.back)
      setLast(undefined)
    },
  }
}
