import type { AttendanceRegister, AttendanceRow, CheckInCode } from '../../api/contracts/attendance.ts'
import { brightwell, roll } from './people.ts'

type Recorded = AttendanceRow['recorded']

/** Two minutes before the start, at the door. */
const atTheDoor = '2026-10-22T16:58:00Z'
const afterTheEnd = '2026-10-22T18:40:00Z'

const answers = ['accepted', 'accepted', 'tentative', 'none', 'declined'] as const
const atDoor: Readonly<Record<number, Recorded>> = {
  0: 'in-person',
  1: 'in-person',
  5: 'online',
  6: 'in-person',
  10: 'apologies',
  3: 'in-person',
}

const rows: AttendanceRow[] = roll.map(({ memberId, name }, place) => {
  const response = place === 49 ? 'none' : (answers[place % answers.length] ?? 'none')
  const recorded = atDoor[place] ?? 'not-recorded'
  return {
    memberId,
    name,
    invited: place !== 49,
    response,
    expected: response === 'accepted' || response === 'tentative',
    recorded,
    walkIn: recorded === 'in-person' && response !== 'accepted',
    ...(recorded === 'not-recorded' ? {} : { mark: { by: brightwell.name, at: '2026-10-22T16:52:00Z', through: 'register' as const } }),
  }
})

export const register: AttendanceRegister = {
  sessionId: 's-local-plan',
  title: 'Local Plan briefing',
  startsAt: '2026-10-22T17:00:00Z',
  endsAt: '2026-10-22T18:00:00Z',
  place: 'Council Chamber',
  delivery: 'hybrid',
  state: { kind: 'open' },
  mayRecord: true,
  rows,
  guests: [
    {
      guestId: 'g-1',
      name: 'Rosa Limbury',
      kind: 'partner',
      organisation: 'Citizens Advice',
      recorded: 'in-person',
      mark: { by: brightwell.name, at: '2026-10-22T16:54:00Z', through: 'register' },
    },
  ],
  guestsInvited: [{ guestId: 'i-2', name: 'Samir Obuya', kind: 'officer' }],
  seen: 7,
  savedAt: atTheDoor,
  checkIn: { from: '2026-10-22T16:45:00Z', until: '2026-10-22T18:00:00Z' },
  teams: { state: 'not-yet', others: 0 },
  now: atTheDoor,
  unreachable: [],
}

/** After the end: two officers said different things of one Member, and Teams says who joined. */
export const registerAfter: AttendanceRegister = {
  ...register,
  rows: rows.map((row, place) => {
    if (place === 1) return { ...row, unseen: { by: 'Omar Field', at: '2026-10-22T16:50:00Z', through: 'register', recorded: 'apologies' } }
    if (place === 2 || place === 11) return { ...row, suggestion: { minutes: 52 + (place % 5), of: 60, enough: true } }
    return place === 12 ? { ...row, suggestion: { minutes: 8, of: 60, enough: false } } : row
  }),
  teams: { state: 'read', at: '2026-10-22T18:20:00Z', others: 2 },
  now: afterTheEnd,
}

export const code: CheckInCode = {
  sessionId: register.sessionId,
  title: register.title,
  startsAt: register.startsAt,
  endsAt: register.endsAt,
  state: { kind: 'open', code: '482173', secondsLeft: 41 },
  here: 7,
  now: atTheDoor,
}
