import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { aMember, anOfficer, aPersonId, arrangedAt, aSession, towerHamlets } from '../../domain/testing/builders.ts'
import { auditMonthPk, pdpPk, pdpsPk, startingWith } from '../stores/keys.ts'
import type { PdpContentView, PdpPage, PdpReaders, PdpStandingsPage, PdpVersionsPage } from '../contracts/pdp.ts'
import type { Problem } from '../contracts/shared.ts'
import { served, type Served } from '../http/testing/served.ts'
import { testCouncil, type TestCouncil } from '../testing/council.ts'
import { access } from './access.ts'

const group = 'Civic Alliance'
const secret = 'I am afraid of the budget debate'
const empty: PdpContentView = { gaps: '', transferable: '', aspirations: '', otherSkills: '', needs: [], objectives: [] }
const objective = { id: 'o-1', aim: 'Chair a meeting', byOn: '2027-03-31', help: ['mentor' as const], measure: '', sessions: ['s1'] }
const plan: PdpContentView = { ...empty, gaps: secret, needs: ['chairing'], objectives: [objective] }

let council: TestCouncil
let service: Served
const tokens = new Map<string, string>()

const people = {
  owner: [1],
  'other Member': [2],
  'leader of the group': [3],
  'whip of the group': [4],
  'whip of another group': [5],
  'Member who has left': [6],
  supporter: [902, 'Quorate.Officer'],
  'designated officer': [901, 'Quorate.Officer'],
  'other officer': [903, 'Quorate.Officer'],
  administrator: [904, 'Quorate.Administrator'],
  guest: [500],
} as const satisfies Readonly<Record<string, readonly [number] | readonly [number, string]>>
type Who = keyof typeof people

beforeAll(async () => {
  council = await testCouncil({
    now: arrangedAt,
    rulebook: { ...towerHamlets, pdp: { ...towerHamlets.pdp, readers: [anOfficer(901).address] } },
    members: [
      aMember(1, { group }),
      aMember(2, { group }),
      aMember(3, { group, posts: ['Group Leader, Civic Alliance'] }),
      aMember(4, { group, posts: ['Group Whip, Civic Alliance'] }),
      aMember(5, { group: 'Riverside', posts: ['Group Whip, Riverside'] }),
      aMember(6, { group, to: arrangedAt.toZonedDateTimeISO('Europe/London').toPlainDate().subtract({ days: 1 }) }),
      aMember(7, { group }),
    ],
    officers: [anOfficer(901), anOfficer(902), anOfficer(903)],
    sessions: [aSession({ accepted: 1 })],
  })
  await council.worker.settle()
  service = await served(council)
  for (const [who, [number, role]] of Object.entries(people) as [Who, readonly [number, string?]][]) {
    tokens.set(who, await service.tokenFor(aPersonId(number), role ? { roles: [role] } : {}))
  }
  const { etag } = await save('owner', '/my/pdp', plan)
  await ask('owner', 'PUT', '/my/pdp/readers', { supporter: aPersonId(902), etag })
})
afterAll(async () => service.close())
beforeEach(() => council.clock.pass(61_000)) // nobody has used up the writes of a minute

async function ask(who: Who, method: string, path: string, body?: unknown) {
  const token = tokens.get(who)
  return service.ask(method, `/api${path}`, { ...(token ? { token } : {}), ...(body ? { body } : {}) })
}
async function read<Page>(who: Who, path: string): Promise<Page> {
  const { status, body } = await ask(who, 'GET', path)
  expect(status).toBe(200)
  return body as Page
}
async function save(who: Who, path: string, content: PdpContentView, etag?: string) {
  const on = etag ?? (await read<PdpPage>(who, path)).etag
  const { status, body } = await ask(who, 'PUT', path, { content, etag: on })
  expect(status).toBe(200)
  return body as { etag: string; at: string }
}

/** Every route of plans, by whoever it is: what it must answer about the plan of Member 1. */
const may: Readonly<Record<string, Partial<Record<Who, number>>>> = {
  'GET /api/members/:memberId/pdp': { supporter: 200, 'designated officer': 200 },
  'PUT /api/members/:memberId/pdp': { supporter: 200, 'designated officer': 200 },
  'GET /api/pdps': {
    supporter: 200,
    'designated officer': 200,
    'other officer': 200,
    'leader of the group': 200,
    'whip of the group': 200,
    'whip of another group': 200,
  },
}
const ownRoutes = [
  'GET /api/my/pdp',
  'PUT /api/my/pdp',
  'POST /api/my/pdp/agreement',
  'GET /api/my/pdp/versions',
  'GET /api/my/pdp/readers',
  'PUT /api/my/pdp/readers',
]
const members: readonly Who[] = ['owner', 'other Member', 'leader of the group', 'whip of the group', 'whip of another group']

test('every route of plans is asked here by everybody', () => {
  const all = Object.keys(access).filter((route) => route.includes('pdp'))
  expect(all.toSorted()).toEqual([...ownRoutes, ...Object.keys(may)].toSorted())
})

test.each(
  Object.entries(may).flatMap(([route, allowed]) =>
    (Object.keys(people) as Who[]).map((who) => ({ route, who, status: allowed[who] ?? 403 })),
  ),
)('C6.22 $route as $who: $status', async ({ route, who, status }) => {
  const [method = '', path = ''] = route.replace('/api', '').replace(':memberId', 'm1').split(' ')
  const now = await read<PdpPage>('owner', '/my/pdp')
  const answer = await ask(who, method, path, method === 'PUT' ? { content: now.content, etag: now.etag } : undefined)
  expect(answer.status).toBe(status)
  expect(answer.text.includes(secret)).toBe(status === 200 && route === 'GET /api/members/:memberId/pdp')
})

test.each(ownRoutes.flatMap((route) => (Object.keys(people) as Who[]).map((who) => ({ route, who }))))(
  'C6.22 $route as $who shows nobody another’s plan',
  async ({ route, who }) => {
    const [method = '', path = ''] = route.replace('/api', '').split(' ')
    const bodies: Record<string, unknown> = {
      'PUT /my/pdp': { content: empty, etag: 'none' },
      'POST /my/pdp/agreement': { etag: 'none' },
      'PUT /my/pdp/readers': { etag: 'none' },
    }
    const answer = await ask(who, method, path, bodies[`${method} ${path}`])
    expect(answer.status === 403).toBe(!members.includes(who))
    expect(answer.text.includes(secret)).toBe(who === 'owner' && answer.status === 200 && path === '/my/pdp')
  },
)

test('C6.1 nobody but the Member has a way to agree a plan, and the officers who help are told so by the page', async () => {
  expect(ownRoutes.concat(Object.keys(may)).filter((route) => route.includes('agreement'))).toEqual(['POST /api/my/pdp/agreement'])
  expect(await read<PdpPage>('designated officer', '/members/m1/pdp')).toMatchObject({ part: 'designated', member: { id: 'm1' } })
  const forged = await ask('designated officer', 'POST', '/members/m1/pdp/agreement', { etag: 'x' })
  expect(forged.status).toBe(404)
})

test('C6.1, C6.2, C6.23 a Member writes a plan, an officer helps, and only what the Member agrees counts', async () => {
  const { etag } = await save('other Member', '/my/pdp', plan)
  expect(
    await read<PdpStandingsPage>('other officer', '/pdps').then(({ rows }) => rows.find(({ memberId }) => memberId === 'm2')),
  ).toMatchObject({ standing: 'begun', mayOpen: false })
  await save('designated officer', '/members/m2/pdp', { ...plan, transferable: 'An accountant' }, etag)
  const helped = await read<PdpPage>('other Member', '/my/pdp')
  expect(helped).toMatchObject({ content: { transferable: 'An accountant' }, saved: { by: { mine: false, name: 'Officer 901' } } })
  const stale = await ask('other Member', 'POST', '/my/pdp/agreement', { etag })
  expect(stale.body as Problem).toMatchObject({ status: 412, refusal: 'changed-since-seen' })
  expect((await ask('other Member', 'POST', '/my/pdp/agreement', { etag: helped.etag })).status).toBe(200)
  const again = await ask('other Member', 'POST', '/my/pdp/agreement', { etag: helped.etag })
  expect(again.status).toBe(200) // sent again because the answer was lost
  const after = await read<PdpPage>('other Member', '/my/pdp')
  expect(after).toMatchObject({ agreed: { changed: false } })
  await save('other Member', '/my/pdp', { ...after.content, aspirations: 'To chair' })
  expect(await read<PdpPage>('other Member', '/my/pdp')).toMatchObject({ agreed: { changed: true } })
  const { versions } = await read<PdpVersionsPage>('other Member', '/my/pdp/versions')
  expect(versions.map(({ because }) => because)).toEqual(['another-hand', 'agreed', 'another-hand'])
  const row = (await read<PdpStandingsPage>('whip of the group', '/pdps')).rows.find(({ memberId }) => memberId === 'm2')
  expect(row).toEqual({ memberId: 'm2', name: 'Cllr Member 2', group, standing: 'agreed', agreedAt: after.agreed?.at, mayOpen: false })
})

test('C6.1 a plan without an objective, or an objective without a timescale, is not agreed, and says what it lacks', async () => {
  const { byOn: _none, ...undated } = objective
  const { etag } = await save('whip of the group', '/my/pdp', { ...empty, objectives: [undated] })
  const answer = await ask('whip of the group', 'POST', '/my/pdp/agreement', { etag })
  expect(answer.body).toMatchObject({ status: 409, refusal: 'not-ready', detail: 'Say by when you want to have done objective 1.' })
  const none = await ask('leader of the group', 'POST', '/my/pdp/agreement', { etag: 'new' })
  expect(none.body).toMatchObject({ status: 409, refusal: 'no-plan' })
})

test('C6.23 the plan shows what each session does towards an objective', async () => {
  const { sessions } = await read<PdpPage>('owner', '/my/pdp')
  expect(sessions).toMatchObject([{ sessionId: 's1', towards: 'booked' }])
})

test('two devices: what was written on something else is refused, nothing is written over, and what is set aside is kept', async () => {
  const { etag } = await save('whip of another group', '/my/pdp', { ...empty, gaps: 'desktop' })
  const late = await ask('whip of another group', 'PUT', '/my/pdp', { content: { ...empty, gaps: 'phone' }, etag: 'new' })
  expect(late.status).toBe(412)
  const same = await ask('whip of another group', 'PUT', '/my/pdp', { content: { ...empty, gaps: 'desktop' }, etag: 'new' })
  expect(same.body).toMatchObject({ etag }) // its answer was lost: it is saved
  const chosen = await ask('whip of another group', 'PUT', '/my/pdp', {
    content: { ...empty, gaps: 'phone' },
    etag,
    setAside: { ...empty, gaps: 'desktop' },
  })
  expect(chosen.status).toBe(200)
  const { versions } = await read<PdpVersionsPage>('whip of another group', '/my/pdp/versions')
  expect(versions).toMatchObject([{ because: 'set-aside', content: { gaps: 'desktop' } }])
})

test('C6.22 the Member sees who can open the plan and when each did, and takes the supporter’s way to it away', async () => {
  const before = await read<PdpReaders>('owner', '/my/pdp/readers')
  expect(before.readers.map(({ name, part, lastOpenedAt }) => [name, part, lastOpenedAt !== undefined])).toEqual([
    ['Officer 902', 'supporter', true],
    ['Officer 901', 'designated', true],
  ])
  expect((await ask('owner', 'PUT', '/my/pdp/readers', { supporter: aPersonId(3), etag: before.etag })).body).toMatchObject({
    refusal: 'no-such-officer',
  })
  expect((await ask('owner', 'PUT', '/my/pdp/readers', { etag: 'old' })).status).toBe(412)
  expect((await ask('owner', 'PUT', '/my/pdp/readers', { etag: before.etag })).status).toBe(200)
  expect((await ask('supporter', 'GET', '/members/m1/pdp')).status).toBe(403)
})

test('C6.22 an officer whom the directory has no more reads nothing, though the sign-in of before still says officer', async () => {
  const { etag } = await read<PdpReaders>('owner', '/my/pdp/readers')
  await ask('owner', 'PUT', '/my/pdp/readers', { supporter: aPersonId(902), etag })
  const routes = ['GET', 'PUT'] as const
  const now = await read<PdpPage>('owner', '/my/pdp')
  const tried = async (who: Who) =>
    Promise.all(
      routes.map((method) => ask(who, method, '/members/m1/pdp', method === 'PUT' ? { content: now.content, etag: now.etag } : undefined)),
    )
  expect((await tried('supporter')).map(({ status }) => status)).toEqual([200, 200])
  await council.council.officers.replaceAll([anOfficer(901), anOfficer(903)], council.clock.now())
  const answers = await tried('supporter')
  await council.council.officers.replaceAll([anOfficer(901), anOfficer(902), anOfficer(903)], council.clock.now())
  expect(answers.map(({ status }) => status)).toEqual([403, 403])
  expect(answers.some(({ text }) => text.includes(secret))).toBe(false)
})

test('C6.22 a leader who holds the role of officer too opens nobody’s plan by it, and is nobody to name', async () => {
  const leader = aPersonId(3)
  await council.council.officers.replaceAll(
    [anOfficer(901), anOfficer(902), anOfficer(903), { ...anOfficer(3), id: leader }],
    council.clock.now(),
  )
  const before = await read<PdpReaders>('owner', '/my/pdp/readers')
  const named = await ask('owner', 'PUT', '/my/pdp/readers', { supporter: leader, etag: before.etag })
  const found = await council.council.pdps.find(aMember(1).id)
  if (!found) throw new Error('there is no plan')
  // Named while still no Member.
  await council.council.pdps.save({ plan: { ...found.value, supporter: leader } }, found, { kind: 'member', id: aMember(1).id })
  const token = await service.tokenFor(leader, { roles: ['Quorate.Officer'] })
  const opened = await service.ask('GET', '/api/members/m1/pdp', { token })
  const { body } = await service.ask('GET', '/api/pdps', { token })
  await council.council.officers.replaceAll([anOfficer(901), anOfficer(902), anOfficer(903)], council.clock.now())
  expect(before.officers.map(({ id }) => id)).not.toContain(leader)
  expect(named.body).toMatchObject({ refusal: 'no-such-officer' })
  expect([opened.status, opened.text.includes(secret)]).toEqual([403, false])
  expect((body as PdpStandingsPage).rows.some(({ mayOpen }) => mayOpen)).toBe(false)
})

test('C6.22 the audit chain says who did what, and no word of any plan is in it, in a list or in the log', async () => {
  await council.worker.settle()
  const last = await council.council.audit.last()
  expect(last?.seq).toBeGreaterThan(5)
  const { tables } = council
  const lines = await tables.range(pdpsPk(council.council.profile.id), ...startingWith(''))
  const own = await council.council.pdps.find(aMember(1).id)
  if (!own) throw new Error('there is no plan')
  const partition = await tables.range(pdpPk(council.council.profile.id, own.value.id), ...startingWith('x~'))
  const chain = JSON.stringify(await tables.range(auditMonthPk(council.council.profile.id, last?.month ?? ''), ...startingWith('')))
  for (const action of ['pdp-begun', 'pdp-changed', 'pdp-agreed', 'pdp-supporter-named', 'pdp-read']) expect(chain).toContain(`"${action}"`)
  expect(chain).not.toContain('"m1"')
  for (const text of [chain, JSON.stringify(lines), JSON.stringify(partition), JSON.stringify(service.lines()), council.lines.join()]) {
    expect(text).not.toContain(secret)
    expect(text).not.toContain('Chair a meeting')
  }
})

test.each([
  ['a day that is none', { ...plan, objectives: [{ ...objective, byOn: '2027-02-30' }] }],
  ['two objectives of one id', { ...plan, objectives: [objective, objective] }],
  ['more than anybody writes', { ...plan, gaps: 'x'.repeat(4_001) }],
  ['a field nobody knows', { ...plan, agreed: true }],
])('a plan with %s is not understood', async (_what, content) => {
  expect((await ask('owner', 'PUT', '/my/pdp', { content, etag: 'x' })).status).toBe(400)
})
