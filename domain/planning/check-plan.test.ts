import { expect, test } from 'vitest'
import { memberId, sessionId } from '../kernel/ids.ts'
import { inLondon } from '../kernel/london.ts'
import { day, instant } from '../kernel/time.ts'
import type { Around } from '../meetings/clash.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { courseOf } from '../sessions/course.ts'
import { aMember, aSession, aSummary, towerHamlets } from '../testing/builders.ts'
import { aMeeting } from '../testing/meetings.ts'
import { checkPlan } from './check-plan.ts'
import { isShortOfNotice, sensitiveAt } from './date-points.ts'
import type { Plan, Point } from './plan.ts'

const now = instant('2026-10-01T09:00:00Z')
const rooms = [
  { name: 'Committee Room 1', capacity: 3, stepFree: true, hearingLoop: true },
  { name: 'Mansion House', capacity: 40, stepFree: false },
  { name: 'Annexe', capacity: 40, stepFree: true },
  { name: 'Attic', capacity: 5 },
]
const election = { id: 'poll', label: 'Borough election', part: 'polling-day', from: '2027-05-06', to: '2027-05-06' } as const
const period = { id: 'run-up', label: 'Run-up to the election', part: 'pre-election', from: '2027-03-23', to: '2027-05-06' } as const
const rules: Rulebook = {
  ...towerHamlets,
  rooms: { ...towerHamlets.rooms, register: rooms },
  planning: { ...towerHamlets.planning, cycle: [period, election] },
}
const planner = aMember(1, { posts: ['Member, Planning Committee'] })
const members = [planner, aMember(2), aMember(3), aMember(4)]
const nothing: Around = { meetings: [], sessions: [] }

const at = (on: string, from = '14:00', until = '16:00') => ({ startsAt: inLondon(day(on), from), endsAt: inLondon(day(on), until) })
const aPlan = (given: Partial<Plan> = {}): Plan => ({
  id: sessionId('planned'),
  courseId: courseOf('Chairing'),
  kind: 'online-training',
  delivery: 'online',
  loopNeeded: false,
  check: {},
  ...at('2026-11-17'),
  ...given,
})

type Known = Partial<Parameters<typeof checkPlan>[1]>
const checked = (given: Partial<Plan> = {}, known: Known = {}) =>
  checkPlan(aPlan(given), { around: nothing, members, runs: [], rulebook: rules, accepted: [], now, ...known })
const needsPublicityCheck = (span: Parameters<typeof sensitiveAt>[0], rulebook: Rulebook) => sensitiveAt(span, rulebook).length > 0
const said = (points: readonly Point[]) =>
  points.map((point) => [point.weight, point.about, ...('trouble' in point ? [point.trouble] : [])].join(' '))
const points = (given: Partial<Plan> = {}, known: Known = {}) => said(checked(given, known).points)

test('an online session at a free time, far enough away, has nothing against it', () => {
  expect(checked()).toMatchObject({ points: [], invited: 4 })
})

test('C14.9 exactly four weeks by the clock on the wall is notice enough, across the end of summer time too', () => {
  const afterTheClocks = inLondon(day('2026-11-16'), '10:00')
  expect(isShortOfNotice(afterTheClocks, rules, instant('2026-10-19T09:00:00Z'))).toBe(false)
  expect(isShortOfNotice(afterTheClocks, rules, instant('2026-10-19T09:00:01Z'))).toBe(true)
  const fewer = (noticeWeeks: number) => ({ planning: { ...rules.planning, noticeWeeks } })
  expect(isShortOfNotice(afterTheClocks, fewer(3), instant('2026-10-19T09:00:01Z'))).toBe(false)
  expect(isShortOfNotice(afterTheClocks, fewer(0), instant('2026-11-16T10:00:00Z'))).toBe(false)
})

test('C14.9 the organiser is told before inviting; what is past is refused, and of its notice nothing is said', () => {
  expect(points(at('2026-10-22'))).toEqual(['warning notice'])
  expect(points({ startsAt: now, endsAt: now.add({ hours: 1 }) })).toEqual(['refused past'])
})

test('C14.8 what falls in the pre-election period or on polling day is marked for a check on publicity, and nothing else', () => {
  const about = (on: string) =>
    checked(at(on)).points.flatMap((point) => (point.about === 'cycle' ? [`${point.weight} ${point.part}`] : []))
  expect(about('2027-03-19')).toEqual([])
  expect(about('2027-03-23')).toEqual(['warning pre-election'])
  expect(about('2027-05-06')).toEqual(['warning pre-election', 'warning polling-day'])
  expect(['2027-03-22', '2027-03-23', '2027-05-06', '2027-05-07'].map((on) => needsPublicityCheck(at(on), rules))).toEqual([
    false,
    true,
    true,
    false,
  ])
  const induction: Rulebook = { ...rules, planning: { ...rules.planning, cycle: [{ ...period, part: 'induction' }] } }
  expect(points(at('2027-03-25'), { rulebook: induction })).toEqual(['note cycle'])
  expect(needsPublicityCheck(at('2027-03-23'), induction)).toBe(false)
})

test('C14.8 what ends as polling day begins is not held on it; what has no length is held when it starts', () => {
  const polling = inLondon(day('2027-05-06'), '00:00')
  const rulebook: Rulebook = {
    ...rules,
    planning: { ...rules.planning, cycle: [{ ...period, part: 'polling-day', from: '2027-05-06', to: '2027-05-06' }] },
  }
  const startsAt = inLondon(day('2027-05-05'), '00:00')
  const ending = (endsAt: typeof polling) => needsPublicityCheck({ startsAt, endsAt }, rulebook)
  expect([ending(polling), ending(polling.add({ minutes: 1 }))]).toEqual([false, true])
  expect(needsPublicityCheck({ startsAt: polling, endsAt: polling }, rulebook)).toBe(true)
})

test('C14.8 C14.5 past the last date that is known nobody says that there is none', () => {
  expect(points(at('2027-05-11'))).toEqual(['note cycle-unknown'])
  expect(points(at('2028-06-06'))).toEqual(['note cycle-unknown', 'note events-unknown'])
  const none: Rulebook = { ...rules, planning: { ...rules.planning, cycle: [], events: [] } }
  expect(points({}, { rulebook: none })).toEqual(['note cycle-unknown', 'note events-unknown'])
})

test.each([
  ['2026-12-28', 'bank-holiday'],
  ['2026-11-21', 'weekend'],
  ['2026-12-29', undefined],
])('C14.6 %s is a day off: %s', (on, off) => {
  expect(checked(at(on)).points).toEqual(off ? [{ weight: 'warning', about: 'day-off', off }] : [])
})

test('C14.6 what lasts longer than a day is looked at on every day that it lasts, and each thing is said once', () => {
  const holidays = [{ label: 'Half term', from: '2026-11-23', to: '2026-11-27' }]
  const rulebook: Rulebook = { ...rules, workingDays: { ...rules.workingDays, closures: ['2026-11-18'], schoolHolidays: holidays } }
  const until = (on: string, time: string) =>
    checked({ startsAt: inLondon(day('2026-11-17'), '09:00'), endsAt: inLondon(day(on), time) }, { rulebook }).points.flatMap((point) =>
      point.about === 'day-off' ? point.off : point.about === 'school-holiday' ? point.label : [],
    )
  expect(until('2026-11-18', '00:00')).toEqual([])
  expect(until('2026-11-18', '00:01')).toEqual(['closure'])
  expect(until('2026-11-21', '00:00')).toEqual(['closure'])
  expect(until('2026-11-21', '17:00')).toEqual(['closure', 'weekend'])
  expect(until('2026-11-23', '00:00')).toEqual(['closure', 'weekend'])
  expect(until('2026-11-24', '12:00')).toEqual(['closure', 'weekend', 'Half term'])
})

test('C14.5 an event to avoid warns, one to mention is noted, and an officer’s reason is heard', () => {
  expect(points(at('2026-11-24'))).toEqual(['warning clash'])
  expect(points(at('2027-03-22'))).toEqual(['note event'])
  const [clash] = checked(at('2026-11-24')).points
  if (clash?.about !== 'clash') throw new Error('there is a clash')
  const accepted = [{ id: clash.id, beside: 'x', reason: 'No other day', by: aSession().organiser.id, byName: 'Officer', at: now }]
  const after = checked(at('2026-11-24'), { accepted })
  expect(said(after.points)).toEqual(['note clash'])
  expect(after.lines.find(({ line }) => line === 'events')?.state).toBe('answered')
})

test('C14.3 C14.12 meetings and sessions are held against those whom it is for', () => {
  const meeting = aMeeting(at('2026-11-17', '15:00', '17:00'))
  const beside = { meetings: [meeting], sessions: [] }
  expect(checked({}, { around: beside }).points).toMatchObject([{ about: 'clash', affected: [planner.id] }])
  const named = { kind: 'named', members: [memberId('m2')] } as const
  expect(points({ audience: named }, { around: beside })).toEqual([])
  expect(points({ invited: [planner.id], audience: named }, { around: beside })).toEqual(['warning clash'])
  const other = aSession({ id: sessionId('s9'), none: 2, ...at('2026-11-17', '15:59', '17:00') })
  expect(points({}, { around: { meetings: [], sessions: [other] } })).toEqual(['warning clash'])
})

test('where nobody can tell whom it is for it is held against everybody, and that is said', () => {
  const beside = { meetings: [aMeeting(at('2026-11-17', '15:00', '17:00'))], sessions: [] }
  const visit = checked({ kind: 'visit', delivery: 'online' }, { around: beside })
  expect(said(visit.points)).toEqual(['warning clash', 'note audience-unknown'])
  expect(visit).not.toHaveProperty('invited')
})

test('C1.7 a seminar cannot be narrowed, and is offered both in person and online', () => {
  const seminar = { kind: 'member-seminar', delivery: 'hybrid', place: 'Annexe' } as const
  const pair = 'note repeat'
  expect(points({ ...seminar, audience: { kind: 'committee', committee: 'Planning Committee' } })).toContain('refused audience-fixed')
  expect(points({ ...seminar, audience: { kind: 'all-members' } })).toEqual([pair, 'note room no-loop'])
  expect(points({ ...seminar, delivery: 'in-person' })).toContain('warning offer-both')
  expect(points({ ...seminar, delivery: 'online' })).toContain('warning offer-both')
})

test('C1.6 C14.4 an in-person session asks for its repeat, until the other run stands at the other time of day', () => {
  const plan = { kind: 'in-person-training', delivery: 'in-person', place: 'Committee Room 1' } as const
  const repeat = (runs: Known['runs']) => checked(plan, { runs: runs ?? [] }).points.find(({ about }) => about === 'repeat')
  const run = (from: string) => aSummary({ id: sessionId('s2'), courseId: courseOf('Chairing'), ...at('2026-11-19', from, '21:00') })
  expect(repeat([])).toMatchObject({ pair: 'no-repeat' })
  expect(repeat([run('16:59')])).toMatchObject({ pair: 'both-day' })
  expect(repeat([run('17:00')])).toBeUndefined()
})

test('C14.12 what an officer said stays on the page of the other session, stays in the plan too', () => {
  const other = aSession({ id: sessionId('s2'), none: 2, ...at('2026-11-17') })
  const clashBeside = (each: typeof other) =>
    checked({}, { around: { meetings: [], sessions: [each] } }).points.find(({ about }) => about === 'clash')
  const clash = clashBeside(other)
  if (clash?.about !== 'clash') throw new Error('they clash')
  expect(clash.weight).toBe('warning')
  const word = { id: clash.id, beside: 'x', reason: 'No other day', by: aSession().organiser.id, byName: 'Officer', at: now }
  expect(clashBeside({ ...other, acceptedClashes: [word] })).toMatchObject({ weight: 'note', accepted: { reason: 'No other day' } })
})

const inRoom = (place: string, given: Partial<Plan> = {}, known: Known = {}) =>
  checked({ kind: 'shadowing', delivery: 'hybrid', audience: { kind: 'all-members' }, place, ...given }, known).points

test('C12.6 C12.8 a room that is not marked step-free is refused for every session, and those that are marked are named', () => {
  expect(said(inRoom('committee room 1'))).toEqual(['note room too-small'])
  expect(inRoom('Mansion House')[0]).toEqual({
    weight: 'refused',
    about: 'room',
    trouble: 'not-step-free',
    instead: ['Committee Room 1', 'Annexe'],
  })
  expect(said(inRoom('Attic'))).toContain('refused room not-marked')
  expect(said(inRoom('The Town Hall, somewhere'))).toContain('refused room not-marked')
  expect(said(inRoom('Mansion House', { delivery: 'online' }))).toEqual([])
})

test('C12.6 a room is known beside a link and other rooms, as Outlook writes them, and one that is not step-free tells', () => {
  expect(said(inRoom('committee room 1; Microsoft Teams Meeting'))).toEqual(['note room too-small'])
  expect(inRoom('Annexe; Microsoft Teams Meeting')).toEqual(inRoom('Annexe'))
  expect(said(inRoom('Committee Room 1; Mansion House'))).toContain('refused room not-step-free')
  expect(said(inRoom('Microsoft Teams Meeting'))).toContain('refused room not-marked')
})

test('C12.6 where the rulebook lets somebody approve it, such a room is warned of', () => {
  const approving: Rulebook = { ...rules, planning: { ...rules.planning, unmarkedRooms: 'approve' } }
  expect(said(inRoom('Mansion House', {}, { rulebook: approving }))).toContain('warning room not-step-free')
})

test('C12.7 a hearing loop is preferred where there is one, and required where somebody needs it, without who', () => {
  expect(inRoom('Annexe')).toEqual([{ weight: 'note', about: 'room', trouble: 'no-loop', instead: ['Committee Room 1'] }])
  expect(said(inRoom('Annexe', { loopNeeded: true }))).toEqual(['refused room no-loop'])
  expect(said(inRoom('Committee Room 1', { loopNeeded: true }))).toEqual(['note room too-small'])
  const noLoops: Rulebook = { ...rules, rooms: { ...rules.rooms, register: rooms.slice(1) } }
  expect(inRoom('Annexe', {}, { rulebook: noLoops })).toEqual([])
  expect(said(inRoom('Annexe', { loopNeeded: true }, { rulebook: noLoops }))).toEqual(['refused room no-loop'])
})

test('C1.14 another place than the usual one or a room of the council is asked what it adds', () => {
  expect(said(inRoom('Quayside Hotel'))).toContain('note venue')
  expect(said(inRoom('Room 4, Town Hall'))).not.toContain('note venue')
  expect(said(inRoom('Annexe'))).not.toContain('note venue')
  const anywhere: Rulebook = { ...rules, planning: { ...rules.planning, venue: '' } }
  expect(said(inRoom('Quayside Hotel', {}, { rulebook: anywhere }))).not.toContain('note venue')
})

test('what weighs most comes first', () => {
  const weighed = checked({ kind: 'in-person-training', delivery: 'in-person', place: 'Attic', ...at('2026-11-24') }).points
  const order = weighed.map(({ weight }) => weight)
  expect(order).toEqual(
    order.toSorted((one, other) => ['refused', 'warning', 'note'].indexOf(one) - ['refused', 'warning', 'note'].indexOf(other)),
  )
  expect(order[0]).toBe('refused')
})

const lines = (given: Partial<Plan> = {}, known: Known = {}) =>
  Object.fromEntries(checked(given, known).lines.map(({ line, state }) => [line, state]))

test('C12.14 the short check shows what nobody has answered, and what is known answers what it can', () => {
  expect(lines()).toEqual({ type: 'unanswered', commitments: 'unanswered', events: 'answered', access: 'answered' })
  expect(lines({ kind: 'shadowing', delivery: 'in-person' }).access).toBe('unanswered')
  expect(lines({ delivery: 'hybrid', place: 'Mansion House' }).access).toBe('against')
  expect(lines({ delivery: 'hybrid', place: 'Annexe' }).access).toBe('answered')
  expect(lines({ delivery: 'hybrid', place: 'Annexe', loopNeeded: true }).access).toBe('against')
  expect(lines(at('2026-11-24')).events).toBe('against')
  expect(lines(at('2028-06-06')).events).toBe('unanswered')
  expect(lines(at('2026-11-21')).commitments).toBe('against')
})

test('C12.14 an officer’s own words answer a line, whatever is known', () => {
  const check = { type: 'Members asked to practise', commitments: 'Ends before the school run', access: 'Lift mended that week' }
  const found = checked({ delivery: 'hybrid', place: 'Mansion House', check }).lines
  expect(found.map(({ state }) => state)).toEqual(['answered', 'answered', 'answered', 'answered'])
  expect(found[0]).toEqual({ line: 'type', state: 'answered', words: 'Members asked to practise' })
})
