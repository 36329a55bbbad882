import { afterAll, beforeAll, expect, test } from 'vitest'
import { rulebookPreview, rulebookView, type RulebookChange } from '../../api/contracts/rulebook.ts'
import { sessionDetails, type DetailsBody } from '../../api/contracts/details.ts'
import { health } from '../../api/contracts/health.ts'
import { problem } from '../../api/contracts/shared.ts'
import type { Rulebook } from '../../domain/rulebook/rulebook.ts'
import { officersOf, type Officers } from '../support/officers.ts'
import { between, membersList } from '../support/outlook.ts'
import { startRig, type Rig } from '../support/rig.ts'
import { tabOf, type Tab } from '../support/tab.ts'
import { aWorld } from '../support/worlds.ts'

const before = 'Reviewed before the change'
const after = 'Reviewed after the change'
const plain = { location: { displayName: 'Town Hall' }, attendees: [membersList], categories: ['Member training'] }
const answers = { accept: ['m1', 'm2', 'm3', 'm4'] }
let rig: Rig
let they: Officers
let tab: Tab

/** It is Friday 9 October 2026: the one is reviewed at 9am that day, the other on Monday at 9am, each with four of six. */
beforeAll(async () => {
  rig = await startRig(
    aWorld({
      change(world) {
        world.now = '2026-10-09T07:30:00Z'
        world.people.push({ id: 'ada', name: 'Ada Minister', email: 'ada@testing.example', roles: ['administrator'], outOfScope: true })
        world.council.outsideMailbox = 'ada@testing.example'
      },
    }),
  )
  they = officersOf(rig)
  tab = tabOf(rig)
  await they.invite(
    { ...plain, subject: before, ...between('2026-10-16', '14:00', '15:00') },
    { ...plain, subject: after, ...between('2026-10-19', '14:00', '15:00') },
  )
  for (const title of [before, after]) await they.answers(title, answers)
}, 30_000)
afterAll(() => rig.close())

const read = async (who = 'officer') => rulebookView.parse((await rig.api(who, 'GET', '/rulebook')).body)
const withMinimum = (rulebook: Rulebook, members: number) => ({ ...rulebook, minimum: { ...rulebook.minimum, members } })
const change = async (who: string, order: RulebookChange) => rig.api(who, 'POST', '/rulebook', order)
const settings = (rulebook: unknown) => ({ kind: 'settings', rulebook }) as const

test('an officer reads the rules and may neither try nor make a change', async () => {
  const view = await read()
  expect(view).toMatchObject({ latest: 1, mayChange: false, versions: [{ version: 1, standing: 'in-force' }] })
  const order = { seen: 1, rules: settings(withMinimum(view.rulebook, 4)), why: 'I should like it' }
  expect((await change('officer', order)).status).toBe(403)
  expect((await rig.api('officer', 'POST', '/rulebook/preview', { seen: 1, rules: order.rules })).status).toBe(403)
})

const readHealth = async (path = '/health', method = 'GET') => {
  const { status, body } = await rig.api('ada', method, path, ...(method === 'POST' ? [{}] : []))
  expect(status).toBe(200)
  return health.parse(body)
}

test('an administrator sees that the service is refused at the mailbox outside, and is told at once when it no longer is', async () => {
  expect((await rig.api('officer', 'GET', '/health')).status).toBe(403)
  const { access, work, keys, mailboxes } = await readHealth()
  expect(access?.outside).toEqual({ address: 'ada@testing.example', found: 'refused' })
  expect(access?.found.map(({ need, found }) => `${need} ${found}`)).toEqual([
    'calendars open',
    'answers open',
    'sending-mailbox open',
    'people open',
    'lists open',
    'roles open',
    'rooms open',
    'meetings open',
  ])
  expect(work.filter(({ lastAt }) => lastAt === undefined)).toEqual([])
  expect(keys.map(({ of, kind }) => `${of} ${kind}`)).toContain('entra secret')
  expect(mailboxes.every(({ readAt, listeningUntil }) => readAt !== undefined && listeningUntil !== undefined)).toBe(true)

  const open = (on: boolean) => rig.call('POST', '/sandbox/graph/oddity', { oddity: 'outOfScope', mailbox: 'ada@testing.example', on: !on })
  await open(true)
  expect((await readHealth('/health/check', 'POST')).access?.outside?.found).toBe('open')
  expect((await readHealth()).access?.outside?.found).toBe('open')
  await open(false)
  expect((await readHealth('/health/check', 'POST')).access?.outside?.found).toBe('refused')
})

test('C1.1 a mailbox that is opened later is read as soon as the administrator checks, and not only at the next sweep', async () => {
  const close = (on: boolean) => rig.call('POST', '/sandbox/graph/oddity', { oddity: 'outOfScope', mailbox: 'officer@testing.example', on })
  const closed = async () => (await readHealth()).mailboxes.flatMap(({ closedToUs }) => closedToUs ?? [])
  await close(true)
  await they.answers(before, { decline: ['m5'] })
  expect(await closed()).toEqual(['not-allowed'])
  await close(false)
  await rig.settle()
  expect(await closed()).toEqual(['not-allowed'])
  await readHealth('/health/check', 'POST')
  await rig.settle()
  expect(await closed()).toEqual([])
})

test('an unknown setting, and a number out of bounds, are refused with their places', async () => {
  const { rulebook } = await read('ada')
  const wrong = { ...withMinimum(rulebook, 4), minimums: 4 }
  const refused = await rig.api('ada', 'POST', '/rulebook/preview', { seen: 1, rules: settings(wrong) })
  expect(refused.status).toBe(422)
  expect(problem.parse(refused.body).errors).toMatchObject([{ path: 'minimums' }])
  const large = await change('ada', { seen: 1, rules: settings(withMinimum(rulebook, 500)), why: 'Too much' })
  expect(problem.parse(large.body)).toMatchObject({ status: 422, errors: [{ path: 'minimum.members' }] })
})

test('C3.2 a minimum of four from Monday is told first, applies from Monday, and not before', async () => {
  const { rulebook } = await read('ada')
  const proposal = { seen: 1, rules: settings(withMinimum(rulebook, 4)), startsOn: '2026-10-12' }
  const preview = rulebookPreview.parse((await rig.api('ada', 'POST', '/rulebook/preview', proposal)).body)
  expect(preview.effectiveFrom).toBe('2026-10-11T23:00:00Z')
  expect(preview.sentences.map(({ sentence }) => sentence)).toEqual([
    'Too few coming: a session is put to officers with fewer than 4 Members coming instead of with fewer than 6 Members coming',
  ])
  expect(preview.sessions).toEqual({ toCome: 2, newlyTooFew: 0, nowEnough: 2 })
  expect((await read()).latest).toBe(1)

  expect((await change('ada', { ...proposal, why: 'Agreed by the working group' })).status).toBe(201)
  expect((await read()).versions).toMatchObject([
    { version: 2, standing: 'to-come', changedBy: 'Ada Minister', why: 'Agreed by the working group' },
    { version: 1, standing: 'in-force' },
  ])
  await rig.setClock('2026-10-09T08:05:00Z')
  expect((await tab.row(before)).state.kind).toBe('decide-by')
  await rig.setClock('2026-10-12T08:05:00Z')
  expect((await tab.row(after)).state).toMatchObject({ kind: 'going-ahead' })
  expect((await read()).versions.map(({ standing }) => standing)).toEqual(['in-force', 'past'])
}, 60_000)

test('a change made from what somebody else has changed since is refused, and says what they changed', async () => {
  const { rulebook } = await read('ada')
  const stale = await change('second', { seen: 1, rules: settings(withMinimum(rulebook, 8)), why: 'I had not seen it' })
  expect(problem.parse(stale.body)).toMatchObject({
    status: 412,
    refusal: 'changed-since-seen',
    errors: [{ path: 'minimum.members', message: expect.stringContaining('fewer than 4 Members') as unknown }],
  })
  expect((await read()).latest).toBe(2)
})

test('what an earlier version said can stand again, as a version of its own, and sessions are judged by it at once', async () => {
  const back = await change('second', { seen: 2, rules: { kind: 'version', version: 1 }, why: 'Four were too few' })
  const view = rulebookView.parse(back.body)
  expect(view.versions.map(({ version, standing }) => [version, standing])).toEqual([
    [3, 'in-force'],
    [2, 'past'],
    [1, 'past'],
  ])
  expect(view.rulebook.minimum.members).toBe(6)
  await rig.settle()
  expect((await tab.row(after)).state.kind).toBe('decide-by')
}, 30_000)

test('a preset is told in every difference, and leaves the council’s own mailboxes alone', async () => {
  const proposal = { seen: 3, rules: { kind: 'preset', preset: 'harrow' } }
  const preview = rulebookPreview.parse((await rig.api('ada', 'POST', '/rulebook/preview', proposal)).body)
  const paths = preview.sentences.map(({ path }) => path)
  expect(paths).toEqual(expect.arrayContaining(['preset', 'reporting.year', 'mandatory.rules']))
  expect(paths).not.toContain('recognition.sharedMailboxes')
})

test('C1.7 C4.16 lists are changed as other settings are; the audience of a kind may be narrowed until the council fixes it', async () => {
  const path = `/sessions/${(await tab.row(after)).sessionId}/details`
  const narrowed = (version: number): DetailsBody => ({ version, costs: [], audience: { kind: 'new-members' } })
  const offered = async () => sessionDetails.parse((await rig.api('officer', 'GET', path)).body).choices.audienceFixed
  expect(await offered()).toBe(false)
  expect((await rig.api('officer', 'PUT', path, narrowed(0))).status).toBe(200)

  const { rulebook } = await read('ada')
  const kinds = rulebook.kinds.map((kind) => (kind.id === 'in-person-training' ? { ...kind, audienceFixed: true } : kind))
  const register = [{ name: 'Library', capacity: 12, stepFree: true }]
  const order = { seen: 3, rules: settings({ ...rulebook, kinds, rooms: { ...rulebook.rooms, register } }) }
  const preview = rulebookPreview.parse((await rig.api('ada', 'POST', '/rulebook/preview', order)).body)
  expect(preview.sentences.map(({ sentence }) => sentence)).toEqual([
    'Kinds of session: “In-person training” has an audience that nobody may narrow instead of each session may narrow',
    'Rooms: “Library” is added: holds 12; is booked at no address; is step-free; has no word about a hearing loop',
  ])
  expect((await change('ada', { ...order, why: 'Open to all' })).status).toBe(201)
  expect((await read()).rulebook.rooms.register).toEqual(register)

  expect(await offered()).toBe(true)
  const refused = await rig.api('officer', 'PUT', path, narrowed(1))
  expect(problem.parse(refused.body)).toMatchObject({ status: 422, errors: [{ path: 'audience', message: 'audience-fixed' }] })
  const forAll = await rig.api('officer', 'PUT', path, { ...narrowed(1), audience: { kind: 'all-members' } })
  expect(forAll.status).toBe(200)
}, 30_000)
