import { describe, expect, test } from 'vitest'
import { sessionId } from '../../domain/kernel/ids.ts'
import { day, instant } from '../../domain/kernel/time.ts'
import { aMember, anInvitation, anOfficer, arrangedAt, aSession, startsAt, towerHamlets } from '../../domain/testing/builders.ts'
import { aMeeting } from '../../domain/testing/meetings.ts'
import { planBody, planCheck, planChoices, type PlanBody } from '../contracts/plan.ts'
import { programmeMonth } from '../contracts/month.ts'
import { Unavailable } from '../ports/unavailable.ts'
import type { Council } from '../ports/council.ts'
import { testCouncil } from '../testing/council.ts'
import { acceptClash } from './accept-clash.ts'
import type { OpenLists } from './reach-of-invitation.ts'
import { readPlanCheck } from './check-plan.ts'
import { readMonth } from './read-month.ts'
import { readPlanChoices } from './read-plan-choices.ts'
import { setDetails } from './set-details.ts'

const id = sessionId('s1')
const officer = anOfficer(901)
const dayBefore = {
  startsAt: startsAt.subtract({ hours: 24 }),
  endsAt: startsAt.subtract({ hours: 22 }),
  calendar: { ...aSession().calendar, eventId: 'event-2', iCalUId: 'ical-2' },
}
const planner = aMember(1, { posts: ['Member, Planning Committee'] })

async function council(session = aSession({ none: 2 })) {
  return testCouncil({
    now: arrangedAt,
    rulebook: { ...towerHamlets, rooms: { ...towerHamlets.rooms, register: [{ name: 'Room 1', capacity: 20, stepFree: true }] } },
    members: [planner, aMember(2)],
    officers: [officer],
    sessions: [session],
  })
}

const noLists: OpenLists = async () => []
const checked = (here: Council, body: PlanBody, openLists = noLists) => readPlanCheck(here, body, openLists)

const onItsDay: PlanBody = {
  title: 'Chairing skills',
  kind: 'online-training',
  startsAt: '2026-11-24T18:00:00Z',
  endsAt: '2026-11-24T19:30:00Z',
  delivery: 'online',
}

test('C14.5 C12.9 a proposed date is held against the calendar before anybody is invited, and other times are offered', async () => {
  const { council: here } = await council()
  const found = await checked(here, onItsDay)
  if (!found.ok) throw new Error('it can be checked')
  expect(planCheck.parse(found.value)).toEqual(found.value)
  const { points, otherTimes, invited } = found.value
  expect(points).toMatchObject([
    { weight: 'warning', about: 'clash', against: { kind: 'event', label: 'Guru Nanak’s birthday', from: '2026-11-24' } },
    { weight: 'note', about: 'cycle-unknown' },
  ])
  expect(points[0]).not.toHaveProperty('affected')
  expect(otherTimes).toHaveLength(3)
  expect(invited).toBe(2)
  for (const other of otherTimes) {
    const { startsAt: from, endsAt: to } = other
    const again = await checked(here, { ...onItsDay, startsAt: from, endsAt: to })
    expect(again.ok && again.value.points.filter(({ weight }) => weight !== 'note')).toEqual([])
  }
})

test('C14.3 C14.12 meetings and sessions are found, with whom they concern; a calendar that nobody has read is not empty', async () => {
  const { council: here, worker } = await council()
  await worker.settle()
  await here.meetings.change({ put: [aMeeting({ startsAt, endsAt: startsAt.add({ minutes: 60 }) })], drop: [] })
  const atItsTime = { ...onItsDay, startsAt: String(startsAt), endsAt: String(startsAt.add({ minutes: 90 })) }
  const found = await checked(here, atItsTime)
  expect(found).toMatchObject({ ok: true, value: { meetingsKnown: false } })
  const against = found.ok ? found.value.points.flatMap((point) => (point.about === 'clash' ? [point] : [])) : []
  expect(against.map((point) => [point.against.kind, point.affected?.map(({ name }) => name)])).toEqual([
    ['meeting', ['Cllr Member 1']],
    ['session', ['Cllr Member 1', 'Cllr Member 2']],
  ])
  await here.meetings.note({ readAt: arrangedAt, from: day('2026-09-01'), to: day('2026-10-27'), committees: [], doubts: [] })
  expect(await checked(here, atItsTime)).toMatchObject({ value: { meetingsKnown: true } })
  const later = { ...atItsTime, startsAt: '2026-10-28T18:30:00Z', endsAt: '2026-10-28T19:30:00Z' }
  expect(await checked(here, later)).toMatchObject({ value: { meetingsKnown: false } })
})

test('C14.3 C14.12 a session to which nobody is invited is held against those whom it is for, and one with invitations against the invited', async () => {
  const against = async (session: ReturnType<typeof aSession>) => {
    const { council: here } = await council(session)
    await here.meetings.change({ put: [aMeeting({ startsAt, endsAt: startsAt.add({ minutes: 60 }) })], drop: [] })
    const times = { startsAt: String(startsAt), endsAt: String(startsAt.add({ minutes: 90 })) }
    const found = await checked(here, { ...onItsDay, ...times, sessionId: id })
    if (!found.ok) throw new Error('it can be checked')
    const names = found.value.points.flatMap((point) => (point.about === 'clash' ? (point.affected ?? []).map(({ name }) => name) : []))
    return [found.value.invited, names]
  }
  expect(await against(aSession())).toEqual([2, ['Cllr Member 1']])
  expect(await against(aSession({ invitations: [anInvitation(2, 'none')] }))).toEqual([1, []])
})

test('C14.12 a session that began up to two weeks before and still runs is found', async () => {
  const against = async (days: number) => {
    const began = instant(onItsDay.startsAt).subtract({ hours: 24 * days })
    const long = aSession({ none: 2, startsAt: began, endsAt: instant(onItsDay.startsAt).add({ minutes: 1 }) })
    const { council: here, worker } = await council(long)
    await worker.settle()
    const found = await checked(here, onItsDay)
    return found.ok ? found.value.points.flatMap((point) => (point.about === 'clash' ? point.against.kind : [])) : []
  }
  expect(await against(2)).toContain('session')
  expect(await against(3)).toContain('session')
  expect(await against(14)).toContain('session')
})

test('C14.3 no other time is offered on a day whose meetings nobody has read', async () => {
  const { council: here } = await council()
  const to = day('2026-11-25')
  await here.meetings.note({ readAt: arrangedAt, from: day('2026-09-01'), to, committees: [], doubts: [] })
  const found = await checked(here, onItsDay)
  const days = found.ok ? found.value.otherTimes.map(({ startsAt: from }) => from.slice(0, 10)) : []
  expect(days).toContain('2026-11-25')
  expect(days.filter((on) => on > String(to))).toEqual([])
})

test('C14.3 a plan that itself lies past the last day whose meetings have been read is offered no later day as free', async () => {
  const { council: here } = await council()
  const daysOffered = async (to: string) => {
    await here.meetings.note({ readAt: arrangedAt, from: day('2026-09-01'), to: day(to), committees: [], doubts: [] })
    const found = await checked(here, { ...onItsDay, startsAt: '2026-12-15T18:00:00Z', endsAt: '2026-12-15T19:30:00Z' })
    return found.ok ? [found.value.meetingsKnown, found.value.otherTimes.length > 0] : []
  }
  expect(await daysOffered('2026-12-31')).toEqual([true, true])
  expect(await daysOffered('2026-11-30')).toEqual([false, false])
})

test('C1.4 C1.6 training in a room that is held online is checked as what it then is: only what is held in a room asks for its repeat', async () => {
  const { council: here } = await council()
  const abouts = async (delivery: PlanBody['delivery']) => {
    const found = await checked(here, { ...onItsDay, kind: 'in-person-training', delivery })
    return found.ok ? found.value.points.map(({ about }) => about) : []
  }
  expect(await abouts('in-person')).toContain('repeat')
  expect(await abouts('hybrid')).toContain('repeat')
  expect(await abouts('online')).toContain('clash')
  expect(await abouts('online')).not.toContain('repeat')
})

test('C14.5 going ahead takes a reason, which is kept and heard whenever the plan is looked at again', async () => {
  const session = aSession({ none: 2, startsAt: instant('2026-11-24T18:00:00Z'), endsAt: instant('2026-11-24T19:30:00Z') })
  const { council: here, worker } = await council(session)
  await worker.settle()
  const plan = { ...onItsDay, sessionId: id }
  const before = await checked(here, plan)
  const clash = before.ok ? before.value.points.find((point) => point.about === 'clash') : undefined
  if (clash?.about !== 'clash') throw new Error('it clashes')
  expect(await here.sessions.attention()).toMatchObject([{ kind: 'clash', against: { kind: 'event' } }, { kind: 'no-repeat' }])
  const reason = 'The trainer is in the country on this day alone'
  expect(await acceptClash(here, officer, { sessionId: id, clashId: clash.clashId, reason })).toMatchObject({ ok: true })
  await worker.settle()
  expect((await here.sessions.attention()).map(({ kind }) => kind)).not.toContain('clash')
  const history = (await here.sessions.find(id))?.history.map(({ what }) => what)
  expect(history).toContainEqual({ kind: 'clash-accepted', beside: 'Guru Nanak’s birthday', byName: 'Officer 901', reason })
  const after = await checked(here, plan)
  expect(after).toMatchObject({
    ok: true,
    value: { points: expect.arrayContaining([expect.objectContaining({ accepted: expect.objectContaining({ reason }) })]) },
  })
})

test('C12.7 C12.14 what officers put down of a session stands in its plan, and names nobody', async () => {
  const { council: here } = await council()
  const check = { type: 'They asked to practise', commitments: '', access: 'Lift checked' }
  await setDetails(here, officer, { sessionId: id, version: 0, costs: [], loopNeeded: true, check })
  const choices = planChoices.parse(await readPlanChoices(here, id))
  expect(choices.plan).toMatchObject({
    sessionId: 's1',
    loopNeeded: true,
    check: { type: 'They asked to practise', access: 'Lift checked' },
  })
  expect(choices.plan?.check).not.toHaveProperty('commitments')
  expect(choices.rooms).toEqual([{ name: 'Room 1', capacity: 20, stepFree: true }])
  expect(planBody.parse(choices.plan)).toEqual(choices.plan)
  const found = await checked(here, planBody.parse(choices.plan))
  expect(found).toMatchObject({
    ok: true,
    value: { lines: [{ state: 'answered' }, { state: 'unanswered' }, {}, { words: 'Lift checked' }] },
  })
})

test('C14.2 each kind is given the category that makes it a session: its own, one it shares, or none', async () => {
  const { council: here } = await council()
  const recognition = { ...towerHamlets.recognition, categories: { 'Member training': 'in-person-training' } }
  const { categories } = planChoices.parse(await readPlanChoices({ ...here, rulebook: { ...towerHamlets, recognition } }, undefined))
  const byKind = new Map(categories.map((each) => [each.id, each.label]))
  expect(byKind.get('in-person-training')).toBe('Member training')
  expect(byKind.get('online-training')).toBe('Member training')
  expect(byKind.get('member-briefing')).toBeUndefined()
})

test.each([
  [{ kind: 'no-such-kind' }, 'kind', 'no-such-kind'],
  [{ endsAt: '2026-11-24T18:00:00Z' }, 'endsAt', 'ends-before-it-begins'],
  [{ endsAt: '2026-12-08T18:00:01Z' }, 'endsAt', 'too-long'],
  [{ startsAt: '2030-11-24T18:00:00Z', endsAt: '2030-11-24T19:00:00Z' }, 'startsAt', 'too-far-away'],
  [{ audience: { kind: 'named' as const, members: ['m99'] } }, 'audience.members', 'no-such-member'],
])('a plan that cannot be is refused, with where: %j', async (given, path, because) => {
  const { council: here } = await council()
  expect(await checked(here, { ...onItsDay, ...given })).toMatchObject({
    ok: false,
    refusal: { kind: 'faulty', faults: [{ path, because }] },
  })
})

test('a session that is not there is not planned anew', async () => {
  const { council: here } = await council()
  expect(await checked(here, { ...onItsDay, sessionId: 'gone' })).toMatchObject({ ok: false, refusal: { kind: 'no-such-session' } })
  expect(await readPlanChoices(here, sessionId('gone'))).toBeUndefined()
  expect(await readPlanChoices(here, undefined)).not.toHaveProperty('plan')
})

test('C14.8 C14.5 planners see the electoral cycle and the events of a month, and what falls in the pre-election period is marked', async () => {
  const planning = {
    ...towerHamlets.planning,
    cycle: [{ id: 'run-up', label: 'Weir by-election', part: 'pre-election' as const, from: '2026-10-27', to: '2026-11-26' }],
  }
  const { council: here, worker } = await testCouncil({
    now: arrangedAt,
    rulebook: { ...towerHamlets, planning },
    members: [planner],
    officers: [officer],
    sessions: [aSession({ none: 1 }), aSession({ id: sessionId('s2'), title: 'Budgets', none: 1, ...dayBefore })],
  })
  await worker.settle()
  const month = programmeMonth.parse(await readMonth(here, day('2026-11-01')))
  expect(month.marks).toContainEqual({ label: 'Weir by-election', from: '2026-10-27', to: '2026-11-26', kind: 'pre-election' })
  expect(month.marks.filter(({ kind }) => kind === 'event').map(({ label }) => label)).toEqual([
    'Diwali and Bandi Chhor Divas',
    'Guru Nanak’s birthday',
    'Hanukkah', // its first days are in the weeks about the month
  ])
  const yomKippur = programmeMonth.parse(await readMonth(here, day('2026-09-01'))).marks.filter(({ label }) => label === 'Yom Kippur')
  expect(yomKippur).toEqual([
    { label: 'Yom Kippur', from: '2026-09-20', to: '2026-09-20', kind: 'event', isEve: true },
    { label: 'Yom Kippur', from: '2026-09-21', to: '2026-09-21', kind: 'event' },
  ])
  expect(month.marks.find(({ from }) => from === '2026-11-08')).toMatchObject({ isUncertain: true })
  const { rows } = await readMonth(here, day('2026-10-01'))
  expect(rows.map(({ title, publicityCheck }) => [title, publicityCheck])).toEqual([
    ['Budgets', undefined],
    [aSession().title, 'Weir by-election'],
  ])
})

describe('C1.3 of an invitation that is still being written', () => {
  const [first, second] = [aMember(1).addresses[0] ?? '', aMember(2).addresses[0] ?? '']
  const list = 'members@thamesbrook.example'
  const asked = (people: string[], lists: string[] = []): PlanBody => ({ ...onItsDay, invited: { people, lists } })
  const about = async (body: PlanBody, openLists?: OpenLists) => {
    const { council: here } = await council()
    const found = await checked(here, body, openLists)
    if (!found.ok) throw new Error('it can be checked')
    expect(planCheck.parse(found.value)).toEqual(found.value)
    return found.value.points.filter((point) => ['missing', 'surplus', 'lists-closed'].includes(point.about))
  }
  const open =
    (addresses: readonly string[]): OpenLists =>
    async (rows) =>
      rows.map(({ address }) => ({
        address,
        outcome: { kind: 'people', people: addresses.map((each) => ({ name: '', addresses: [each] })) },
      }))
  const name = (number: number) => ({ memberId: aMember(number).id, name: aMember(number).shortName })

  test('whoever it is for and is neither named nor on a list is missing', async () => {
    expect(await about(asked([first]))).toEqual([{ weight: 'warning', about: 'missing', members: [name(2)] }])
    expect(await about(asked([first, second]))).toEqual([])
    expect(await about(asked([first], [list]), open([second]))).toEqual([])
    expect(await about(asked([], [list]), open([first]))).toEqual([{ weight: 'warning', about: 'missing', members: [name(2)] }])
  })

  test('whoever it is not for is surplus', async () => {
    const narrowed: PlanBody = { ...asked([first, second]), audience: { kind: 'named', members: [aMember(2).id] } }
    expect(await about(narrowed)).toEqual([{ weight: 'warning', about: 'surplus', members: [name(1)] }])
  })

  test('to nobody, or to people who are no Members, nobody is said to be missing', async () => {
    expect(await about(onItsDay)).toEqual([])
    expect(await about(asked(['trainer@elsewhere.example']))).toEqual([])
  })

  test('while a list is hidden, or the directory silent, nobody is said to be missing, and that is said', async () => {
    const hidden: OpenLists = async (rows) => rows.map(({ address }) => ({ address, outcome: { kind: 'unresolvable' } }))
    expect(await about(asked([first], [list]), hidden)).toEqual([{ weight: 'note', about: 'lists-closed', lists: 1, because: 'hidden' }])
    const silent: OpenLists = async () => {
      throw new Unavailable('graph', 'no answer')
    }
    expect(await about(asked([first], [list]), silent)).toEqual([
      { weight: 'note', about: 'lists-closed', lists: 1, because: 'unreachable' },
    ])
    const narrowed: PlanBody = { ...asked([first], [list]), audience: { kind: 'named', members: [aMember(2).id] } }
    expect(await about(narrowed, silent)).toMatchObject([{ about: 'surplus', members: [name(1)] }, { about: 'lists-closed' }])
  })

  test('a fault of ours is no silence of the directory', async () => {
    const broken: OpenLists = async () => {
      throw new TypeError('broken')
    }
    await expect(about(asked([], [list]), broken)).rejects.toThrow('broken')
  })

  test('who is only asked is held against what those have on whom it invites, where nobody can tell whom it is for', async () => {
    const { council: here } = await council()
    const external = { ...onItsDay, kind: 'external-event' }
    const pointsOf = async (body: PlanBody) => {
      const found = await checked(here, body)
      return found.ok ? found.value : undefined
    }
    expect((await pointsOf(external))?.points).toContainEqual({ weight: 'note', about: 'audience-unknown' })
    const invited = await pointsOf({ ...external, invited: { people: [second], lists: [] } })
    expect(invited?.points.map((point) => point.about)).not.toContain('audience-unknown')
    expect(invited?.invited).toBe(1)
  })
})
