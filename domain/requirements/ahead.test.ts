import { expect, test } from 'vitest'
import { sessionId } from '../kernel/ids.ts'
import type { CommitteeMeeting } from '../meetings/meeting.ts'
import { aSummary, startsAt, towerHamlets } from '../testing/builders.ts'
import type { Session } from '../sessions/session.ts'
import { nextSitting, sessionsAhead, wouldMeet } from './ahead.ts'

const now = startsAt.subtract({ hours: 48 })
const run = (id: string, hours: number, given: Partial<Session> = {}) =>
  aSummary({ id: sessionId(id), title: 'Planning training', startsAt: startsAt.add({ hours }), ...given })
const soon = run('soon', 0)
const late = run('late', 200)
const answers = (given: Record<string, 'accepted' | 'tentative' | 'declined' | 'none'>) =>
  new Map(Object.entries(given).map(([id, answer]) => [sessionId(id), answer] as const))

test('C5.3 what would meet a rule is what stands, has not begun, and bears its title', () => {
  const cancelled = run('off', 24, { standing: { kind: 'cancelled', at: now, through: 'outlook' } })
  const other = run('other', 24, { title: 'Something else' })
  const ids = (at: typeof now) =>
    sessionsAhead([late, soon, cancelled, other], towerHamlets, at)
      .get('planning')
      ?.map(({ id }) => id)
  expect(ids(now)).toEqual(['soon', 'late'])
  expect(ids(startsAt)).toEqual(['late'])
})

test.each([
  [{ soon: 'none', late: 'accepted' }, 'late', 'accepted'], // she is coming to it already
  [{ soon: 'declined', late: 'none' }, 'late', 'none'],
  [{ soon: 'declined' }, 'late', 'uninvited'],
  [{ soon: 'declined', late: 'declined' }, 'soon', 'declined'],
  [{}, 'soon', 'uninvited'],
] as const)('C5.1 to whoever has answered %o the session named is %s', (given, id, answer) => {
  expect(wouldMeet([soon, late], answers(given))).toMatchObject({ session: { id }, answer })
})

test('C5.1 where no session is arranged none is named', () => {
  expect(wouldMeet([], new Map())).toBeUndefined()
})

test('C5.3 the next meeting is the soonest of a committee on which she may not sit, and one that is off is none', () => {
  const meeting = (number: string, hours: number, given: Partial<CommitteeMeeting> = {}): CommitteeMeeting => ({
    number,
    committee: 'Planning Committee',
    startsAt: now.add({ hours }),
    status: 'confirmed',
    ...given,
  })
  const all = [
    meeting('3', 72),
    meeting('1', 24, { status: 'cancelled' }),
    meeting('2', 48),
    meeting('0', 12, { committee: 'Licensing Committee' }),
  ]
  const barred = { sits: [{ committee: 'the planning committee', seat: 'member', maySit: false }] } as const
  expect(nextSitting(barred, all, now)).toEqual({ committee: 'Planning Committee', at: now.add({ hours: 48 }) })
  expect(nextSitting(barred, all, now.add({ hours: 48 }))).toMatchObject({ at: now.add({ hours: 72 }) })
  expect(nextSitting({ sits: [{ ...barred.sits[0], maySit: true }] }, all, now)).toBeUndefined()
})
