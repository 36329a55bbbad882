import {
  attendanceRegister,
  checkInCode,
  marksBody,
  marksTaken,
  recorded,
  type AttendanceRegister,
} from '../../api/contracts/attendance.ts'
import { code, register, registerAfter } from './register-fixtures.ts'
import { ok, problem, type Asked, type Given, type Scene } from './scene.ts'

const cancelledTitle = 'This session was cancelled, and has no register'

/** What the API answers about one register; each mark is kept in the scene under its own id. */
export function registerIn(scene: Scene, { method, path, body }: Asked): Given {
  if (path.endsWith('/check-in-code')) {
    const early = { ...code, state: { kind: 'too-early', opensAt: '2026-10-22T16:45:00Z' } } as const
    return ok(checkInCode, scene.name === 'officer-not-yet' ? early : code)
  }
  if (method !== 'POST') return ok(attendanceRegister, registerNow(scene))
  if (scene.name === 'officer-refused') return problem(409, cancelledTitle, 'Nothing was recorded. Your marks are still on your phone.')
  for (const mark of marksBody.parse(body).marks) {
    if (scene.answers.has(mark.id)) continue
    scene.answers.set(mark.id, 'memberId' in mark ? `${mark.memberId} ${mark.recorded}` : `guest ${mark.recorded} ${mark.guest.name}`)
  }
  return ok(marksTaken, { register: registerNow(scene), refused: [] })
}

function registerNow(scene: Scene): AttendanceRegister {
  const base = scene.name === 'officer-after' ? registerAfter : register
  const rows = base.rows.map(({ mark: _mark, ...row }) => ({ ...row, recorded: 'not-recorded' as const, walkIn: false }))
  if (scene.name === 'officer-not-yet')
    return { ...base, state: { kind: 'not-yet', opensAt: '2026-10-22T16:00:00Z' }, now: '2026-10-22T15:30:00Z', seen: 0, guests: [], rows }
  if (scene.name === 'officer-cancelled') return { ...base, state: { kind: 'cancelled' }, guests: [], rows }
  const marks = [...scene.answers.values()].map((said) => said.split(' '))
  return {
    ...base,
    rows: base.rows.map((row) => {
      const last = marks.findLast(([memberId]) => memberId === row.memberId)
      if (!last) return row
      const { unseen: _unseen, suggestion: _suggestion, ...rest } = row
      return { ...rest, recorded: recorded.parse(last[1]) }
    }),
    guests: [...base.guests, ...guestsIn(marks)],
    seen: base.seen + marks.length,
  }
}

function guestsIn(marks: readonly (readonly string[])[]): AttendanceRegister['guests'] {
  return marks.flatMap(([about, said, ...name], place) =>
    about === 'guest'
      ? [
          {
            guestId: `g-${place + 2}`,
            name: name.join(' '),
            kind: 'partner',
            recorded: recorded.parse(said),
            mark: { at: register.now, through: 'register' },
          },
        ]
      : [],
  )
}
