import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Attention } from '../../api/contracts/attention.ts'
import type { Bulletin, Notices } from '../../api/contracts/bulletin.ts'
import type { MyPlace, MyPlaces, PlacesPage } from '../../api/contracts/places.ts'
import type { Problem } from '../../api/contracts/shared.ts'
import { digest } from '../../domain/kernel/digest.ts'
import { startRig, type Rig } from '../support/rig.ts'
import { aWorld } from '../support/worlds.ts'

const members = ['m1', 'm2', 'm3', 'm4'] as const
const weekend = 'Leadership weekend'
let rig: Rig
let offer = ''

/** Thursdays at 4pm. It is Wednesday 7 October, in the night; two instances work side by side. */
beforeAll(async () => {
  rig = await startRig(
    aWorld({
      members: members.length,
      change: (world) => {
        world.now = '2026-10-07T02:00:00Z'
        world.rulebook.settings = { bulletin: { on: 'thursday', at: '16:00' } }
      },
    }),
  )
  await rig.startAnother()
}, 60_000)
afterAll(() => rig.close())

const page = async () => (await rig.api<PlacesPage>('officer', 'GET', `/places/${offer}`)).body
const press = async (user: string, what: string, body: object) =>
  rig.api<PlacesPage & Problem>(user, 'POST', `/places/${offer}/${what}`, body)
const say = async (member: string, interested: boolean) => rig.api<MyPlace & Problem>(member, 'PUT', `/my/places/${offer}`, { interested })
const mailOf = async (member: string) => (await rig.mail(member)).filter(({ subject }) => subject.endsWith(`: ${weekend}`))
const waiting = async () =>
  (await rig.api<Attention>('officer', 'GET', '/attention')).body.rows.filter(({ kind }) => kind === 'places-waiting')
const subjects = async () =>
  (await Promise.all(members.map(mailOf))).map((mails) => mails.map(({ subject }) => subject.split(':')[0] ?? ''))

test('C4.4 X27 places at an outside opportunity are limited before anybody hears of it', async () => {
  const notice = { section: 'external', title: weekend, roles: [], from: '2027-01-15', to: '2027-01-17' }
  const { body } = await rig.api<Notices>('officer', 'POST', '/bulletin/notices', notice)
  offer = `offer-notice-${body.notices[0]?.noticeId ?? ''}`
  const terms = { places: 1, openTo: { kind: 'everyone' }, neededFor: [], criteria: ['not-had-one', 'ballot'] }
  const given = { ...terms, closesAt: '2026-10-09T17:00:00Z' }
  expect((await rig.api(members[0], 'PUT', `/places/${offer}`, given)).status).toBe(403)
  expect((await rig.api<PlacesPage>('officer', 'PUT', `/places/${offer}`, given)).body.offer?.stage).toBe('not-announced')
  expect((await say('m1', true)).status).toBe(404)
})

test('C4.4 from the moment of the bulletin every Member may express interest, all at once, and withdraw', { timeout: 60_000 }, async () => {
  await rig.setClock('2026-10-07T06:00:00Z')
  await rig.settle()
  const { issue } = (await rig.api<Bulletin>('officer', 'GET', '/bulletin')).body
  await rig.api('officer', 'POST', `/bulletin/${issue?.issueId ?? ''}/release`, { seen: issue?.seen })
  await rig.setClock('2026-10-08T14:59:00Z')
  await rig.settle()
  expect((await say('m1', true)).status).toBe(404)
  await rig.advance('PT2M')
  const [mail] = await rig.mail('m4')
  expect(mail?.text).toContain('Express interest by Friday 9 October 2026, 6pm.')
  expect(mail?.html).toContain(`my-places%2F${offer}`)

  const all = await Promise.all(members.map(async (member) => say(member, true)))
  expect(all.map(({ status, body }) => [status, body.mine])).toEqual(members.map(() => [200, 'interested']))
  expect((await say('m4', false)).body.mine).toBe('withdrawn')
  const listed = (await rig.api<MyPlaces>('m1', 'GET', '/my/places')).body
  expect(listed.offers).toMatchObject([{ mine: 'interested', stage: 'open', subject: { title: weekend } }])
  expect(await page()).toMatchObject({ offer: { interested: 3 }, members: [] })
})

test('C4.4 after the closing late is refused; two officers draw at one moment, and it is one draw', { timeout: 60_000 }, async () => {
  await rig.setClock('2026-10-09T17:00:00Z')
  await rig.settle()
  expect((await say('m4', true)).body).toMatchObject({ refusal: 'closed', title: 'This closed on Friday 9 October 2026, 6pm' })
  const seen = (await page()).offer?.seen
  expect((await press('officer', 'draw', { seen })).body.refusal).toBe('not-closed')
  expect(await waiting()).toEqual([])
  await rig.advance('PT2M')
  expect(await waiting()).toMatchObject([{ offerId: offer, waitsFor: 'draw', interested: 3, places: 1 }])
  const both = await Promise.all(['officer', 'second'].map(async (user) => press(user, 'draw', { seen })))
  expect(both.filter(({ status }) => status === 200).length).toBeGreaterThan(0)
  expect((await page()).members.map(({ memberId }) => memberId)).toHaveLength(3)
  await rig.advance('PT5M')
  expect(await subjects()).toEqual([[], [], [], []])
  expect(await waiting()).toMatchObject([{ offerId: offer, waitsFor: 'confirmation' }])
})

test(
  'C4.4 confirmed at one moment by two officers, each Member is told once, and anybody can draw again',
  { timeout: 60_000 },
  async () => {
    const { offer: drawn, next } = await page()
    const given = next.map(({ memberId }) => memberId)
    const both = await Promise.all(['officer', 'second'].map(async (user) => press(user, 'confirm', { seen: drawn?.seen, given })))
    expect(both.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([200, 412])
    await rig.advance('PT10M')
    expect(await waiting()).toEqual([])
    expect((await subjects()).flat().toSorted()).toEqual([
      'You are 1st on the reserve list',
      'You are 2nd on the reserve list',
      'You have a place',
    ])

    const own = (await rig.api<MyPlace>('m1', 'GET', `/my/places/${offer}`)).body
    const { seed = '', tickets = [] } = own.drawn ?? {}
    expect(digest(seed)).toBe(own.seedMark)
    expect(tickets.map(({ ticket }) => digest(`${seed}~${ticket}`))).toEqual(tickets.map(({ number }) => number).toSorted())
    expect(tickets.map(({ ticket }) => ticket)).toContain(own.ticket)
  },
)

test(
  'C4.4 a place given up goes to the next reserve when an officer confirms, and she alone is written to',
  { timeout: 60_000 },
  async () => {
    const before = await subjects()
    const holder = members[before.findIndex((own) => own.includes('You have a place'))] ?? ''
    const reserve = members[before.findIndex((own) => own.includes('You are 1st on the reserve list'))] ?? ''
    expect((await say(holder, false)).body).toMatchObject({ mine: 'given-up', standing: { kind: 'given-up' } })
    await rig.advance('PT5M')
    expect(await subjects()).toEqual(before)
    await rig.restart()
    const { offer: now, next } = await page()
    await press('second', 'confirm', { seen: now?.seen, given: next.map(({ memberId }) => memberId) })
    await rig.advance('PT5M')
    expect((await mailOf(reserve)).map(({ subject }) => subject)).toEqual([
      `You are 1st on the reserve list: ${weekend}`,
      `You have a place: ${weekend}`,
    ])
    expect((await subjects()).flat()).toHaveLength(4)
  },
)

test(
  'C4.4 an officer writes down that the last reserve gives up, and then takes the weekend out: each hears what concerns her, once',
  { timeout: 60_000 },
  async () => {
    const before = await subjects()
    const reserve = members[before.findIndex((own) => own.includes('You are 2nd on the reserve list'))] ?? ''
    await press('officer', 'give-up', { memberId: (await page()).members.find(({ standing }) => standing?.kind === 'reserve')?.memberId })
    await rig.advance('PT2M')
    const { notices } = (await rig.api<Notices>('officer', 'GET', '/bulletin/notices')).body
    expect(notices.map(({ places }) => places)).toEqual([{ interested: 1 }]) // how many taking it out would write to
    const removed = await rig.api('officer', 'DELETE', `/bulletin/notices/${offer.replace('offer-notice-', '')}`)
    expect(removed.status).toBe(200)
    await rig.advance('PT10M')
    await rig.restart()
    await rig.advance('PT10M')
    const told = (await subjects()).map((own, index) => own.slice(before[index]?.length))
    expect(told.flat().toSorted()).toEqual(['No longer on offer', 'You have given this up'])
    expect(told[members.findIndex((member) => member === reserve)]).toEqual(['You have given this up'])
  },
)
