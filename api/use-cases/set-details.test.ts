import { expect, test } from 'vitest'
import { sessionId } from '../../domain/kernel/ids.ts'
import { aMember, anOfficer, arrangedAt, aSession, startsAt, towerHamlets } from '../../domain/testing/builders.ts'
import { testCouncil } from '../testing/council.ts'
import { readDetails } from './read-details.ts'
import { setDetails } from './set-details.ts'

const id = sessionId('s1')
const officer = anOfficer(901)
const evening = aSession({
  id: sessionId('s2'),
  title: 'Running the meeting that nobody wants',
  startsAt: startsAt.add({ hours: 48 }),
  calendar: { ...aSession().calendar, eventId: 'event-2', iCalUId: 'ical-2' },
})

async function council() {
  return testCouncil({
    now: arrangedAt,
    rulebook: towerHamlets,
    members: [aMember(1)],
    officers: [officer],
    sessions: [aSession({ none: 1 }), evening],
  })
}

test('C1.5 C3.5 what an officer puts down is kept, with who and when, and told in the history', async () => {
  const { council: here, worker } = await council()
  const costs = [{ category: 'external-trainer', pence: 85_000, payable: { kind: 'committed' as const } }]
  const set = await setDetails(here, officer, { sessionId: id, version: 0, aims: 'Keep order', costs, capacity: 12 })
  expect(set).toMatchObject({ ok: true, value: { version: 1, byName: 'Officer 901' } })
  await worker.settle()
  expect(await readDetails(here, id)).toMatchObject({
    version: 1,
    changed: { by: 'Officer 901' },
    details: { aims: 'Keep order', costs, capacity: 12 },
    money: { ifRun: 85_000, ifCancelled: 85_000, costs: [{ label: 'External trainer', pence: 85_000 }] },
  })
  const found = await here.sessions.find(id)
  expect(found?.history.at(-1)?.what).toEqual({ kind: 'details-set', byName: 'Officer 901' })
  const [summary] = await here.sessions.runsOf(found?.session.courseId ?? aSession().courseId)
  expect(summary).toMatchObject({ capacity: 12 })
})

test('a write on what somebody else has changed since is refused; one while Members answer is not', async () => {
  const { council: here } = await council()
  const found = await here.sessions.find(id)
  if (!found) throw new Error('there is the session')
  const answered = { ...found.session, invitations: found.session.invitations.map((each) => ({ ...each, response: 'accepted' as const })) }
  await here.sessions.save({ session: answered, history: [] }, { etag: found.etag })
  expect(await setDetails(here, officer, { sessionId: id, version: 0, costs: [] })).toMatchObject({ ok: true })
  expect(await setDetails(here, officer, { sessionId: id, version: 0, costs: [] })).toEqual({
    ok: false,
    refusal: { kind: 'changed-since-seen' },
  })
  expect((await here.sessions.find(id))?.session.invitations[0]?.response).toBe('accepted')
})

test('what does not fit is refused with its field, and nothing is written', async () => {
  const { council: here } = await council()
  const set = await setDetails(here, officer, { sessionId: id, version: 0, costs: [], meets: ['juggling'], repeatOf: 's9' })
  expect(set).toEqual({
    ok: false,
    refusal: {
      kind: 'faulty',
      faults: [
        { path: 'meets.0', because: 'no-such-rule' },
        { path: 'repeatOf', because: 'no-such-run' },
      ],
    },
  })
  expect((await here.sessions.find(id))?.session.details).toBeUndefined()
  expect(await setDetails(here, officer, { sessionId: sessionId('s9'), version: 0, costs: [] })).toMatchObject({
    refusal: { kind: 'no-such-session' },
  })
})

test('C14.4 two sessions whose titles differ are runs of one course once an officer says so, and no longer once she takes it back', async () => {
  const { council: here, worker } = await council()
  await setDetails(here, officer, { sessionId: id, version: 0, costs: [], repeatOf: 's2' })
  await worker.settle()
  expect((await here.sessions.runsOf(evening.courseId)).map((run) => run.id)).toEqual(['s1', 's2'])
  await setDetails(here, officer, { sessionId: id, version: 1, costs: [] })
  await worker.settle()
  expect((await here.sessions.runsOf(evening.courseId)).map((run) => run.id)).toEqual(['s2'])
})

test('C14.4 the run that a session left is raised again although the service fell over as soon as that was written down', async () => {
  const { council: here, worker } = await council()
  const pairs = async () =>
    (await here.sessions.attention()).flatMap((row) => (row.kind === 'no-repeat' ? [`${row.sessionId} ${row.pair}`] : []))
  await setDetails(here, officer, { sessionId: id, version: 0, costs: [], repeatOf: 's2' })
  await worker.settle()
  expect(await pairs()).toEqual(['s1 both-evening', 's2 both-evening'])
  const falling = { ...here, sessions: { ...here.sessions, runsOf: () => Promise.reject(new Error('fell over')) } }
  await setDetails(falling, officer, { sessionId: id, version: 1, costs: [] })
  await worker.settle()
  expect(await pairs()).toEqual(['s1 no-repeat', 's2 no-repeat'])
})

test('C1.7 C1.10 C1.12 C1.13 C1.14 C1.17 C1.19 what is on the record besides is kept, and what is empty is not', async () => {
  const planning = { ...towerHamlets.planning, priorities: [{ id: 'homes', label: 'Homes', from: '2026-05-01', until: '2026-10-27' }] }
  const { council: here } = await testCouncil({
    now: arrangedAt,
    rulebook: { ...towerHamlets, planning },
    members: [aMember(1)],
    officers: [officer],
    sessions: [aSession({ none: 1 })],
  })
  const record = {
    priorities: ['homes', 'homes'],
    functions: 'Scrutiny',
    implements: 'Dana Whitlock',
    monitors: 'Head of Democratic Services',
    evaluates: '',
    requestedBy: 'Housing',
    whyExternal: 'A planning inspector',
    trackRecord: 'Two boroughs',
    venueValue: 'On the site itself',
    joint: 'Newham, half each',
    sponsors: 'Cllr Member 1',
  }
  const order = { sessionId: id, version: 0, costs: [], record }
  expect(await setDetails(here, officer, order)).toMatchObject({ ok: true })
  const view = await readDetails(here, id)
  const { evaluates: _nobody, ...written } = record
  expect(view?.details.record).toEqual({ ...written, priorities: ['homes'] })
  expect(view?.choices.priorities).toEqual([{ id: 'homes', label: 'Homes' }])
  const unknown = await setDetails(here, officer, { ...order, version: 1, record: { priorities: ['parks'] } })
  expect(unknown).toMatchObject({ refusal: { kind: 'faulty', faults: [{ path: 'record.priorities', because: 'no-such-priority' }] } })
})

test.each([
  ['2026-10-27', undefined, 1],
  ['2026-10-28', undefined, 0],
  ['2026-05-01', '2026-10-27', 1],
  ['2026-05-01', '2026-10-26', 0],
])('C1.10 a priority from %s until %s is offered %i times for a session on 27 October', async (from, until, offered) => {
  const priority = { id: 'homes', label: 'Homes', from, ...(until ? { until } : {}) }
  const { council: here } = await testCouncil({
    now: arrangedAt,
    rulebook: { ...towerHamlets, planning: { ...towerHamlets.planning, priorities: [priority] } },
    members: [],
    officers: [officer],
    sessions: [aSession({ none: 1 })],
  })
  expect((await readDetails(here, id))?.choices.priorities).toHaveLength(offered)
})
