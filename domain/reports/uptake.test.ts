import { expect, test } from 'vitest'
import { sessionId } from '../kernel/ids.ts'
import { aGuestMark, aMark, aRecord, aSession, postponed, startsAt, towerHamlets, type Answers } from '../testing/builders.ts'
import type { Recorded } from '../attendance/mark.ts'
import type { Session } from '../sessions/session.ts'
import { membersWhoAttended, rollOf, uptakeInTotal, uptakeOfSession } from './uptake.ts'

const marks = (recorded: Readonly<Record<number, Recorded>>, at = startsAt) =>
  Object.entries(recorded).map(([member, said], index) =>
    aMark(Number(member), said, { id: `${at.toString()}-${member}`, number: index + 1, pressedAt: at }),
  )

function roll(given: Answers & Partial<Session>, recorded: Readonly<Record<number, Recorded>>) {
  const session = aSession(given)
  return rollOf(aRecord(session, { marks: marks(recorded, session.startsAt) }))
}
const days = (many: number) => startsAt.add({ hours: 24 * many })
const repeat = (given: Answers & Partial<Session> = {}) => ({ id: sessionId('s2'), startsAt: days(7), ...given })

test('C2.10 a session is told by invited, accepted, attended, no-show and walk-in', () => {
  // 1 to 4 accepted, 5 tentative, 6 declined, 7 no answer; 8 was not invited.
  const one = roll(
    { accepted: 4, tentative: 1, declined: 1, none: 1 },
    { 1: 'in-person', 2: 'absent', 3: 'apologies', 5: 'in-person', 6: 'online', 8: 'in-person' },
  )
  expect(uptakeOfSession(one)).toEqual({
    invited: 7,
    accepted: 4,
    attended: 4,
    online: 1,
    noShow: 1,
    walkIn: 3,
    apologies: 1,
    notRecorded: 1,
  })
})

test('C2.6, C2.10 an acceptance of which nothing was recorded is neither attendance nor a no-show', () => {
  expect(uptakeOfSession(roll({ accepted: 3 }, {}))).toMatchObject({ accepted: 3, attended: 0, noShow: 0, notRecorded: 3 })
})

test('C2.10 in total a Member who attends both halves of a repeat is counted once', () => {
  const both = [roll({ accepted: 2 }, { 1: 'in-person', 2: 'in-person' }), roll(repeat({ accepted: 2 }), { 1: 'in-person' })]
  expect(uptakeInTotal(both, towerHamlets)).toMatchObject({ invited: 2, accepted: 2, attended: 2 })
  expect(membersWhoAttended(both)).toBe(2)
})

test('C2.10 whoever missed one half and came to the other missed nothing, and was no walk-in', () => {
  const halves = [roll({ accepted: 2 }, { 1: 'absent', 2: 'absent' }), roll(repeat({ none: 2 }), { 1: 'in-person' })]
  expect(uptakeInTotal(halves, towerHamlets)).toMatchObject({ attended: 1, noShow: 1, walkIn: 0 })
})

test('C2.10 two courses, and one course held anew after its repeats, count each by itself', () => {
  const other = roll({ id: sessionId('s3'), title: 'Budgets', accepted: 1 }, { 1: 'in-person' })
  const anew = (after: number) => roll(repeat({ accepted: 1, startsAt: days(after) }), { 1: 'in-person' })
  const first = roll({ accepted: 1 }, { 1: 'in-person' })
  expect(uptakeInTotal([first, other], towerHamlets).attended).toBe(2)
  expect(uptakeInTotal([first, anew(92)], towerHamlets).attended).toBe(1)
  expect(uptakeInTotal([first, anew(93)], towerHamlets).attended).toBe(2)
  expect(membersWhoAttended([first, other])).toBe(1)
})

test('C3.14, C1.16 a cancelled session has nobody’s attendance or absence, and a guest stands in no figure', () => {
  const cancelled = roll({ accepted: 1, standing: { kind: 'cancelled', at: startsAt, through: 'outlook' } }, { 1: 'absent' })
  expect(uptakeOfSession(cancelled)).toMatchObject({ attended: 0, noShow: 0 })
  const withGuest = rollOf(aRecord(aSession({ accepted: 1 }), { marks: [aGuestMark('g', { kind: 'partner', name: 'Rosa Lim' })] }))
  expect(withGuest.entries).toHaveLength(1)
})

test('C2.10, C3.4 a postponed session was not held at its old time, and stands in no year’s figures as if it had been', () => {
  expect(rollOf(aRecord(aSession({ accepted: 2 }))).standing).toBe('standing')
  const later = rollOf(aRecord(postponed(aSession({ accepted: 2 })), { marks: marks({ 1: 'in-person' }) }))
  expect(later.standing).toBe('postponed')
  expect(uptakeOfSession(later).attended).toBe(0)
})
