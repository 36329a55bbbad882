import { expect, test } from 'vitest'
import { memberId, sessionId } from '../kernel/ids.ts'
import { instant } from '../kernel/time.ts'
import { aPersonId, aRule, aSession, arrangedAt, postponed, startsAt, towerHamlets } from '../testing/builders.ts'
import type { Audience } from '../members/audience.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import type { Session } from '../sessions/session.ts'
import { summaryOf } from '../sessions/summary.ts'
import { brochureOf, heldOutOf } from './brochure.ts'

const now = instant('2026-10-12T08:00:00Z')
const at = (id: string, given: Parameters<typeof aSession>[0] = {}): Session => aSession({ id: sessionId(id), ...given })
const details = (audience: Audience, aims?: string) => ({
  version: 1,
  by: aPersonId(901),
  byName: 'Officer 901',
  at: arrangedAt,
  audience,
  costs: [],
  ...(aims ? { aims } : {}),
})

function told(
  sessions: readonly Session[],
  given: { readonly rulebook?: Rulebook; readonly by?: 'month' | 'kind'; readonly now?: typeof now } = {},
) {
  const summaries = sessions.map((session) => summaryOf({ session }))
  return brochureOf(summaries, given.rulebook ?? towerHamlets, { by: given.by ?? 'month', now: given.now ?? now })
}
const later = startsAt.add({ hours: 24 * 21 })

test('C4.16 each course stands once with all its runs, in the month of the first', () => {
  const groups = told([
    at('s2', { title: 'Chairing a difficult meeting (Evening)', startsAt: later }),
    at('s1', { title: 'Chairing a difficult meeting (Day)' }),
    at('s3', { title: 'Budgets', startsAt: later }),
  ])
  expect(groups.map(({ heading, courses }) => [heading, courses.map((course) => [course.title, course.runs.map(({ id }) => id)])])).toEqual(
    [
      [{ kind: 'month', month: '2026-10' }, [['Chairing a difficult meeting', ['s1', 's2']]]],
      [{ kind: 'month', month: '2026-11' }, [['Budgets', ['s3']]]],
    ],
  )
})

test('C4.16 arranged by kind it stands in the order of the council’s kinds', () => {
  const groups = told([at('s1', { title: 'One', kind: 'member-briefing' }), at('s2', { title: 'Two', startsAt: later })], { by: 'kind' })
  const order = towerHamlets.kinds.map(({ label }) => label)
  const labels = groups.flatMap(({ heading }) => (heading.kind === 'kind' ? [heading.label] : []))
  expect(labels).toHaveLength(2)
  expect(labels).toEqual(labels.toSorted((one, other) => order.indexOf(one) - order.indexOf(other)))
})

test('C4.16 nothing that is cancelled, or no longer marked as training, is in it', () => {
  const cancelled = at('s1', { standing: { kind: 'cancelled', at: now, through: 'decision' } })
  expect(told([cancelled, at('s2', { standing: { kind: 'untagged', at: now } })])).toEqual([])
})

test('C4.16, C3.4 a postponed session is never told at its old time: its date is to follow', () => {
  const [group, ...rest] = told([postponed(at('s1'))])
  expect(rest).toEqual([])
  expect(group).toMatchObject({ heading: { kind: 'date-to-follow' }, courses: [{ runs: [], toFollow: 1 }] })
  expect(JSON.stringify(group)).not.toContain(startsAt.toString())
  const [beside] = told([postponed(at('s1')), at('s2', { startsAt: later })])
  expect(beside).toMatchObject({ heading: { kind: 'month', month: '2026-11' }, courses: [{ runs: [{ id: 's2' }], toFollow: 1 }] })
})

test('C1.9 held back it is told to officers alone and only while it is to come; what stood there before stays', () => {
  const rulebook = { ...towerHamlets, planning: { ...towerHamlets.planning, withoutAims: 'hold' as const } }
  const [aimless, aimed] = [at('s1'), at('s2', { title: 'Two', details: details({ kind: 'all-members' }, 'Keep order') })]
  const idsOf = (sessions: readonly Session[]) =>
    told(sessions, { rulebook }).flatMap(({ courses }) => courses.flatMap(({ runs }) => runs.map(({ id }) => id)))
  expect(idsOf([aimless, aimed])).toEqual(['s2'])
  const { aims: _aims, ...less } = details({ kind: 'all-members' }, 'x')
  expect(idsOf([at('s3', { details: { ...less, hadAims: true } })])).toEqual(['s3'])
  const held = (when: typeof now, heldFrom = () => undefined as typeof now | undefined) =>
    heldOutOf([summaryOf({ session: aimless }), summaryOf({ session: aimed })], rulebook, { now: when, heldFrom }).map(({ id }) => id)
  expect(held(now)).toEqual(['s1'])
  expect(held(startsAt)).toEqual([])
  expect(held(now, () => aimless.firstSeenAt.add({ seconds: 1 }))).toEqual([])
  expect(held(now, () => aimless.firstSeenAt)).toEqual(['s1'])
})

test('C4.16, C1.3 what is for Members by name is theirs alone, postponed or not; what is for a committee says so', () => {
  const named = at('s1', { details: details({ kind: 'named', members: [memberId('m1')] }) })
  expect(told([named, postponed(at('s2', { title: 'Other', details: named.details ?? details({ kind: 'all-members' }) }))])).toEqual([])
  const [group] = told([at('s3', { details: details({ kind: 'committee', committee: 'Planning Committee' }, 'To decide well.') })])
  expect(group?.courses[0]).toMatchObject({ forWhom: { kind: 'committee', committee: 'Planning Committee' }, aims: 'To decide well.' })
})

test('C4.16, C1.3 of runs for different people nothing is said but that it is for whoever is invited', () => {
  const planning = details({ kind: 'committee', committee: 'Planning Committee' })
  const other = { startsAt: later, endsAt: later.add({ hours: 2 }) }
  const whom = (...runs: readonly Session[]) => told(runs)[0]?.courses[0]?.forWhom
  expect(whom(at('s1', { details: planning }), at('s2', { ...other, details: planning }))).toEqual(planning.audience)
  expect(whom(at('s1', { details: planning }), at('s2', other))).toEqual({ kind: 'relevant-members' })
  expect(whom(at('s1', other), at('s2', { details: planning }))).toEqual({ kind: 'relevant-members' })
})

test('C4.16 for whom it is comes from its kind where nobody said, and so does for whom it is mandatory', () => {
  const rulebook: Rulebook = {
    ...towerHamlets,
    mandatory: { ...towerHamlets.mandatory, rules: [aRule({ id: 'chair', label: 'Chairing a difficult meeting' })] },
  }
  const [group] = told([at('s1')], { rulebook })
  expect(group?.courses[0]).toMatchObject({ forWhom: { kind: 'all-members' }, mandatoryFor: 'a councillor' })
  expect(
    told([at('s1')], { rulebook: { ...rulebook, mandatory: { ...rulebook.mandatory, rules: [] } } })[0]?.courses[0],
  ).not.toHaveProperty('mandatoryFor')
})

test('C3.6 C4.16 a run is mandatory as another of its course is that stands in no programme', () => {
  const run = { title: 'Budgets', startsAt: later }
  const named = { ...details({ kind: 'named', members: [] }), meets: ['planning'] }
  expect(told([at('s1', run)])[0]?.courses[0]).not.toHaveProperty('mandatoryFor')
  const courses = told([at('s1', run), at('s2', { ...run, details: named })]).flatMap((group) => group.courses)
  expect(courses).toMatchObject([{ mandatoryFor: expect.stringContaining('Planning'), runs: [{ id: 's1' }] }])
})

test('C4.16 a room says what the council knows of it, and nothing it does not; a session online has no room', () => {
  const register = [{ name: 'Town Hall  room 2', capacity: 20, stepFree: true }]
  const rulebook = { ...towerHamlets, rooms: { walkIns: 0, register } }
  const accessIn = (session: Session) => told([session], { rulebook })[0]?.courses[0]?.runs[0]?.access
  expect(accessIn(at('s1'))).toEqual({ stepFree: true })
  expect(accessIn(at('s1', { place: `${at('s1').place ?? ''}; Microsoft Teams Meeting` }))).toEqual({ stepFree: true })
  expect(accessIn(at('s1', { place: 'Elsewhere' }))).toBeUndefined()
  expect(accessIn(at('s1', { delivery: 'online' }))).toBeUndefined()
})

test.each([
  { from: startsAt.subtract({ seconds: 1 }), hasBegun: false },
  { from: startsAt, hasBegun: true },
])('C4.16 at $from it has been held: $hasBegun', ({ from, hasBegun }) => {
  expect(told([at('s1')], { now: from })[0]?.courses[0]?.runs[0]?.hasBegun).toBe(hasBegun)
})
