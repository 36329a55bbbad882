import { expect, test } from 'vitest'
import { day } from '../kernel/time.ts'
import type { Audience } from '../members/audience.ts'
import { aMember, aMemberId, aPersonId, arrangedAt, aSession, someMembers, towerHamlets } from '../testing/builders.ts'
import { audienceGap, invitedByRight, isNarrowed } from './invited-by-right.ts'
import type { Session } from './session.ts'

const members = [
  aMember(1, { posts: ['Chair, Licensing Committee'] }),
  aMember(2, { posts: ['Licensing Committee (substitute)'], from: day('2020-05-11') }),
  aMember(3, { from: day('2025-10-27') }), // a year to the day before the session
  aMember(4, { from: day('2025-10-28') }),
  aMember(5, { to: day('2026-10-26') }), // leaves the day before
]

function sessionFor(audience: Audience | undefined, given: Partial<Session> = {}): Session {
  const details = audience && { version: 1, by: aPersonId(901), byName: 'Officer 901', at: arrangedAt, costs: [], audience }
  return aSession({ accepted: 2, ...(details ? { details } : {}), ...given })
}

const meant = (session: Session) => invitedByRight(session, members, towerHamlets)?.map(({ id }) => id)
const ids = (...numbers: readonly number[]) => numbers.map(aMemberId)

test.each<[string, Audience, readonly number[]]>([
  ['all Members in office', { kind: 'all-members' }, [1, 2, 3, 4]],
  ['a committee, its substitutes too', { kind: 'committee', committee: 'licensing committee' }, [1, 2]],
  ['an office', { kind: 'office', office: 'Chair' }, [1]],
  ['new Members', { kind: 'new-members' }, [1, 4]],
  ['named Members still in office', { kind: 'named', members: ids(3, 5) }, [3]],
])('C1.3 for %s', (_whom, audience, numbers) => {
  expect(meant(sessionFor(audience))).toEqual(ids(...numbers))
})

test('C1.3 whom it is for is the rulebook’s to say where no officer has, and nobody’s for what is left to the session', () => {
  expect(meant(sessionFor(undefined))).toEqual(ids(1, 2, 3, 4))
  expect(meant(sessionFor(undefined, { kind: 'visit' }))).toBeUndefined()
})

test('C1.7 what is for all Members stays so, whatever was put down before', () => {
  const seminar = sessionFor({ kind: 'named', members: ids(1) }, { kind: 'member-seminar' })
  expect(meant(seminar)).toEqual(ids(1, 2, 3, 4))
  expect(isNarrowed(seminar, towerHamlets)).toBe(false)
})

test('C1.3 a committee on which nobody is known to sit leaves open who should be invited', () => {
  const session = sessionFor({ kind: 'committee', committee: 'Audit Committee' })
  expect(meant(session)).toBeUndefined()
  expect(audienceGap(session, members, towerHamlets)).toEqual({ missing: [], surplus: [] })
})

test('C1.3 officers see who is missing from the invitation and who is on it without need, as the register changes', () => {
  const session = sessionFor({ kind: 'committee', committee: 'Licensing Committee' })
  expect(audienceGap(session, members, towerHamlets)).toEqual({ missing: [], surplus: [] })
  const after = members.map((member) =>
    member.id === 'm1' ? { ...member, posts: [] } : member.id === 'm3' ? { ...member, posts: ['Member, Licensing Committee'] } : member,
  )
  const gap = audienceGap(session, after, towerHamlets)
  expect(gap.missing.map(({ id }) => id)).toEqual(ids(3))
  expect(gap.surplus.map(({ id }) => id)).toEqual(ids(1))
  expect(audienceGap(aSession({ none: 50 }), someMembers(50), towerHamlets)).toEqual({ missing: [], surplus: [] })
})
