import { expect, test } from 'vitest'
import { sessionId } from '../kernel/ids.ts'
import { londonDay } from '../kernel/london.ts'
import { instant } from '../kernel/time.ts'
import type { Day } from '../kernel/time.ts'
import {
  aMember,
  aMemberId,
  anInvitation,
  aPersonId,
  aRecord,
  aRule,
  aSession,
  aSummary,
  postponed,
  startsAt,
  towerHamlets,
} from '../testing/builders.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { courseOf } from './course.ts'
import type { Elsewhere, Need, NeedContext } from './mandatory.ts'
import { isBoundBy, needsOf, nothingElsewhere, reopenedBy } from './mandatory.ts'
import { rulesMetBy } from './rules-met.ts'
import type { Session } from './session.ts'
import { summaryOf } from './summary.ts'

const planner = aMember(1, { posts: ['Member, Planning Committee'] })
const substitute = aMember(2, { posts: ['Planning Committee (substitute)'] })
const neither = aMember(3, { posts: ['Cabinet Member for Planning'] })
const day = aSession({ title: 'Planning training', invitations: [1, 2, 3].map((number) => anInvitation(number, 'accepted')) })
const meetingAt = instant('2026-11-04T19:00:00Z')
const meeting = { number: '7', committee: 'Planning Committee', startsAt: meetingAt, status: 'confirmed' as const }
const evening = (responses: readonly ('accepted' | 'declined' | 'none')[], given: Partial<Session> = {}): Session =>
  aSession({
    id: sessionId('s2'),
    title: 'Planning training',
    startsAt: instant('2026-11-02T18:30:00Z'),
    invitations: responses.map((response, index) => anInvitation(index + 1, response)),
    ...given,
  })

function context(elsewhere: Partial<Elsewhere> = {}, given: Partial<NeedContext> = {}): NeedContext {
  return {
    members: [planner, substitute, neither],
    rulebook: towerHamlets,
    elsewhere: { ...nothingElsewhere, meetings: [meeting], ...elsewhere },
    now: startsAt.subtract({ hours: 48 }),
    ...given,
  }
}

test('C3.6 the rules that a session meets are those its title says, unless officers have said which', () => {
  const ids = (session: Parameters<typeof rulesMetBy>[0]) => rulesMetBy(session, towerHamlets).map(({ id }) => id)
  expect(ids({ title: 'PLANNING TRAINING (evening)' })).toEqual(['planning'])
  expect(ids({ title: 'Chairing a difficult meeting' })).toEqual([])
  expect(ids({ title: 'Chairing a difficult meeting', meets: ['equalities'] })).toEqual(['equalities'])
  expect(ids({ title: 'Planning training', details: { meets: [] } })).toEqual([])
})

test('C3.6 a rule binds those who sit and their substitutes, by what the register says and not by what sounds like it', () => {
  const [rule] = rulesMetBy(day, towerHamlets)
  if (!rule) throw new Error('the title meets a rule')
  expect([planner, substitute, neither].map((member) => isBoundBy(rule, member))).toEqual([true, true, false])
  expect(
    isBoundBy(aRule({ appliesTo: { kinds: [], offices: ['Chair'], committees: [] } }), aMember(4, { posts: ['Vice-Chair, Planning'] })),
  ).toBe(false)
  expect(
    isBoundBy(aRule({ appliesTo: { kinds: [], offices: ['Chair'], committees: [] } }), aMember(4, { posts: ['Chair, Planning'] })),
  ).toBe(true)
})

test('C2.12 C3.6 what officers said of one run holds for the others of its course, unless they said otherwise of those', () => {
  const named = (meets: readonly string[]) => ({ version: 1, by: aPersonId(901), byName: 'Hannah', at: startsAt, costs: [], meets })
  const title = 'Making sound decisions'
  const [here, there] = [aSession({ ...day, title, courseId: courseOf(title) }), evening(['none'], { title, courseId: courseOf(title) })]
  const of = (session: Session, other: Session) => needsOf(session, context({ sessions: [other], runs: [summaryOf(aRecord(other))] }))
  const said = { ...here, details: named(['planning']) }
  expect(of(said, there)).toMatchObject([{ otherwise: { id: 's2' } }, {}])
  expect(of(here, { ...there, details: named(['planning']) })).toMatchObject([{ otherwise: { id: 's2' } }, {}])
  expect(of(said, { ...there, details: named([]) })[0]?.otherwise).toBeUndefined()
  expect(of(said, { ...there, courseId: courseOf('Another') })[0]?.otherwise).toBeUndefined()
  expect(of(here, there)).toEqual([])
})

test('C3.4 C3.6 a postponed session is nobody’s other way: nobody knows when it will be', () => {
  const accepted = evening(['accepted'])
  expect(needsOf(day, context({ sessions: [accepted] }))[0]?.otherwise).toMatchObject({ id: 's2' })
  expect(needsOf(day, context({ sessions: [postponed(accepted)] }))[0]?.otherwise).toBeUndefined()
})

test('C3.6 C3.15 nobody who has left office needs anything: counted on their last day, and not on the next', () => {
  const on = londonDay(startsAt)
  const needing = (last: Day, now = startsAt.subtract({ hours: 48 })) =>
    needsOf(day, context({}, { members: [{ ...planner, to: last }, substitute], now })).map(({ memberId }) => memberId)
  expect(needing(on)).toEqual([aMemberId(1), aMemberId(2)])
  expect(needing(on.subtract({ days: 1 }))).toEqual([aMemberId(2)])
  expect(needing(on, startsAt.add({ hours: 24 }))).toEqual([aMemberId(2)])
})

test('C3.6 each Member who has confirmed, the rule, the meeting that it gates, and the next other session or none', () => {
  expect(needsOf(day, context({ sessions: [evening(['accepted', 'declined'])] }))).toEqual([
    {
      memberId: aMemberId(1),
      name: 'Cllr Member 1',
      rule: { id: 'planning', label: 'Planning Committee training' },
      deadline: { kind: 'meeting', committee: 'Planning Committee', at: meetingAt },
      otherwise: { id: 's2', startsAt: instant('2026-11-02T18:30:00Z'), response: 'accepted' },
    },
    {
      memberId: aMemberId(2),
      name: 'Cllr Member 2',
      rule: { id: 'planning', label: 'Planning Committee training' },
      deadline: { kind: 'meeting', committee: 'Planning Committee', at: meetingAt },
      declined: { id: 's2', startsAt: instant('2026-11-02T18:30:00Z') },
    },
  ])
})

test('C3.6 only those who have confirmed are shown, and nobody who was recorded as there this year', () => {
  const answers = aSession({ title: 'Planning training', invitations: [anInvitation(1, 'tentative'), anInvitation(2, 'accepted')] })
  const held = (at: string) => aSummary({ id: sessionId('s0'), title: 'Planning training', startsAt: instant(at) })
  const of = (at: string) =>
    needsOf(answers, context({ held: [{ ...held(at), attended: [aMemberId(2)] }] })).map(({ memberId }) => memberId)
  expect(of('2026-04-30T18:00:00Z')).toEqual([aMemberId(2)]) // the last municipal year
  expect(of('2026-05-01T18:00:00Z')).toEqual([])
})

test.each([
  ['ends as the meeting begins', instant('2026-11-04T17:00:00Z'), true],
  ['ends a minute later', instant('2026-11-04T17:01:00Z'), false],
])('C3.6 another session that %s', (_when, at, inTime) => {
  const [need] = needsOf(day, context({ sessions: [evening(['none'], { startsAt: at })] }))
  expect(need?.otherwise !== undefined).toBe(inTime)
})

test('C3.6 a meeting that is cancelled, or another committee’s, gates nothing', () => {
  const meetings = [
    { ...meeting, status: 'cancelled' as const },
    { ...meeting, committee: 'Licensing Committee' },
  ]
  expect(needsOf(day, context({ meetings }))[0]?.deadline).toEqual({ kind: 'sitting', committee: 'Planning Committee' })
})

test('C3.6 a deadline may be a day: so long after taking office, so many weeks into the municipal year', () => {
  const equalities = { ...day, title: 'Equalities Training' }
  expect(dayDue(needsOf(equalities, context()))).toBe('2027-05-11')
  const polled = { id: 'polled', label: 'Borough election', part: 'ordinary-election' as const, from: '2026-05-07', to: '2026-05-07' }
  const elected: Rulebook = { ...towerHamlets, planning: { ...towerHamlets.planning, cycle: [polled] } }
  expect(dayDue(needsOf(equalities, context({}, { rulebook: elected })))).toBe('2027-05-07') // as the Member's own page says
  const chair = aMember(1, { posts: ['Chair, Planning Committee'], from: undefined })
  const chairing = needsOf({ ...day, title: 'Chairing skills' }, context({}, { members: [chair] }))
  expect(dayDue(chairing)).toBe('2026-06-26')
})

function dayDue([need]: readonly Need[]): string | undefined {
  return need?.deadline.kind === 'day' ? String(need.deadline.on) : undefined
}

const cancelled: Session = { ...day, standing: { kind: 'cancelled', at: startsAt.subtract({ hours: 20 }), through: 'decision' } }

test('C3.15 a need is re-opened for whoever has no other way, and closed again once another session would meet it', () => {
  const names = (given: NeedContext) => reopenedBy(cancelled, given).map(({ memberId }) => memberId)
  expect(names(context())).toEqual([aMemberId(1), aMemberId(2)])
  expect(names(context({ sessions: [evening(['none', 'declined'])] }))).toEqual([aMemberId(2)])
  expect(names(context({ sessions: [evening(['none', 'none'])] }))).toEqual([])
  expect(
    names(context({ sessions: [evening(['none', 'none'], { standing: { kind: 'cancelled', at: startsAt, through: 'outlook' } })] })),
  ).toEqual([aMemberId(1), aMemberId(2)])
})

test('C3.15 one held since closes it; one held before the cancellation does not', () => {
  const later = instant('2026-11-03T09:00:00Z')
  const held = evening(['accepted', 'accepted'])
  expect(reopenedBy(cancelled, context({ sessions: [held] }, { now: later }))).toEqual([])
  const before = evening(['accepted', 'accepted'], { startsAt: startsAt.subtract({ hours: 21 }) })
  expect(reopenedBy(cancelled, context({ sessions: [before] }, { now: later }))).toHaveLength(2)
})

test('C3.15 a session that stands leaves no need open', () => {
  expect(reopenedBy(day, context())).toEqual([])
})
