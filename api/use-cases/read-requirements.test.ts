import { expect, test } from 'vitest'
import { sessionId } from '../../domain/kernel/ids.ts'
import { aMark, aMember, anInvitation, aSession, startsAt, towerHamlets } from '../../domain/testing/builders.ts'
import { presets } from '../../domain/rulebook/presets.ts'
import { testCouncil } from '../testing/council.ts'
import { readMyRequirements } from './read-requirements.ts'

const planner = aMember(1, { posts: ['Member, Planning Committee'] })
const coOptee = aMember(2, { kind: 'co-optee' })
const held = aSession({ title: 'Equalities', accepted: 2 })
const coming = aSession({
  id: sessionId('s2'),
  title: 'Planning training',
  startsAt: startsAt.add({ hours: 24 * 14 }),
  calendar: { ...held.calendar, eventId: 'event-2', iCalUId: 'ical-2' },
  invitations: [anInvitation(1, 'accepted'), anInvitation(2)],
})

async function council() {
  const one = await testCouncil({
    now: startsAt,
    rulebook: towerHamlets,
    members: [planner, coOptee],
    sessions: [held, coming],
  })
  const found = await one.record(held.id)
  const { etag } = (await one.council.sessions.find(held.id)) ?? { etag: '' }
  await one.council.sessions.save({ session: found.session, history: [], marks: [aMark(1, 'in-person')] }, { etag })
  await one.advance({ hours: 24 })
  return one.council
}

test('C5.1 a Member reads what she must do, what would meet it first, and what shows that the rest is done', async () => {
  const { requirements } = await readMyRequirements(await council(), planner)
  expect(requirements.map(({ ruleId, status }) => [ruleId, status])).toEqual([
    ['ethics-and-probity', 'due'],
    ['information-governance', 'due'],
    ['corporate-parenting', 'due'],
    ['personal-safety', 'due'],
    ['planning', 'due'],
    ['equalities', 'done'],
  ])
  expect(requirements.find(({ ruleId }) => ruleId === 'planning')).toMatchObject({
    why: 'You sit on the Planning Committee.',
    maySit: false,
    next: { sessionId: 's2', answer: 'accepted' },
  })
  expect(requirements.find(({ ruleId }) => ruleId === 'equalities')?.evidence).toEqual([
    { kind: 'attended', on: '2026-10-27', title: 'Equalities', sessionId: 's1' },
  ])
})

test('C5.8 a co-optee reads what is for all Members, and nothing that is the Mayor’s and councillors’', async () => {
  const { requirements } = await readMyRequirements(await council(), coOptee)
  expect(requirements.map(({ ruleId }) => ruleId)).toEqual(['ethics-and-probity'])
})

test('where nothing is mandatory there is nothing to do, and nothing is read for it', async () => {
  const { council: thurrock } = await testCouncil({ now: startsAt, rulebook: presets.thurrock, members: [planner] })
  const unread = { ...thurrock, sessions: { ...thurrock.sessions, between: () => Promise.reject(new Error('it was read')) } }
  expect((await readMyRequirements(unread, planner)).requirements).toEqual([])
})
