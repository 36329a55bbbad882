import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { authority, claimsOf, signed } from '../../api/http/testing/sign-in.ts'
import { receiptToken } from '../../api/http/testing/served.ts'
import { access } from '../../api/routes/access.ts'
import { here, member, officer, openDoors, subscription, there, type Doors, type Knock } from '../support/doors.ts'
import { anAnswer, connectorClaims, forgedActivities, overreaching } from './forged/activities.ts'
import { forgedPosts, overstepping, sandboxOnly } from './forged/posts.ts'
import { forgedTokens } from './forged/tokens.ts'

let doors: Doors

beforeAll(async () => {
  doors = await openDoors()
  await comeIn()
})
afterAll(() => doors.close())

const nothing = { written: 0, left: [], said: 0 }
const post = (path: string, authorization: string, body: unknown): Knock => ({ method: 'POST', path, headers: { authorization }, body })

/** Whoever may come in does, at each door: so a refusal is of the forgery, and every key that is ever fetched has been. */
async function comeIn(): Promise<void> {
  const { keys } = doors
  const asMember = `Bearer ${await signed(keys.entra, claimsOf(member))}`
  const asTeams = `Bearer ${await signed(keys.bot, connectorClaims(doors))}`
  const ofThere = { tid: there.tenantId, iss: `${authority}/${there.tenantId}/v2.0` }
  const asMemberThere = `Bearer ${await signed(keys.entra, claimsOf(member, ofThere))}`
  for (const authorization of [asMember, asMemberThere]) {
    expect(await doors.knock({ method: 'GET', path: '/api/me', headers: { authorization } })).toMatchObject({ status: 200 })
  }
  expect(await doors.knock(post('/api/messages', asTeams, { ...anAnswer(doors), type: 'message', text: 'help' }))).toMatchObject({
    status: 200,
  })
  expect(doors.since()).toMatchObject({ said: 1 })
}

test('the menu has over a hundred and twenty forgeries, no two alike', () => {
  const all = [forgedTokens, forgedActivities, overreaching, forgedPosts, overstepping].flatMap((menu, index) =>
    menu.map(({ what }) => `${index} ${what}`),
  )
  expect(new Set(all).size).toBe(all.length)
  expect(all.length + sandboxOnly.length).toBeGreaterThan(120)
})

const inner: readonly Knock[] = [
  { method: 'GET', path: '/api/me' },
  { method: 'PUT', path: '/api/my/sessions/s1/answer', body: { answer: 'accepted' } },
  { method: 'POST', path: '/api/my/check-in', body: { code: '000000' } },
  { method: 'POST', path: '/api/sessions/s1/decision', body: { choice: 'cancel', seen: '1', reasonId: 'room-unavailable', message: 'x' } },
  { method: 'GET', path: '/api/health' },
]

describe('at every door of the API it is answered 401, says nothing, and changes nothing:', () => {
  test.each(forgedTokens)('$what', async ({ headers }) => {
    const forged = await headers(doors)
    for (const knock of inner) {
      const { status, text } = await doors.knock({ ...knock, headers: forged })
      expect(status).toBe(401)
      expect(text).not.toMatch(/s1|Chairing|signature|audience|issuer|expired/)
    }
    expect(doors.since()).toEqual(nothing)
  })
})

test('no route of the API, whichever it is, is opened by an application, by the bot’s token or by two headers', async () => {
  const asOfficer = { roles: ['Quorate.Officer', 'Quorate.Administrator'] }
  const opened: string[] = []
  const good = `Bearer ${await signed(doors.keys.entra, claimsOf(officer, asOfficer))}`
  const forged = [
    `Bearer ${await signed(doors.keys.entra, claimsOf(officer, { ...asOfficer, scp: undefined, idtyp: 'app' }))}`,
    `Bearer ${await signed(doors.keys.bot, connectorClaims(doors))}`,
    [good, good],
  ]
  for (const route of Object.keys(access)) {
    const [method = '', pattern = ''] = route.split(' ')
    const knock = { method, path: pattern.replaceAll(/:\w+/g, 's1'), ...(method === 'GET' ? {} : { body: {} }) }
    const met = await Promise.all(forged.map((authorization) => doors.knock({ ...knock, headers: { authorization } })))
    if (met.some(({ status }) => status !== 401)) opened.push(route)
  }
  expect(opened).toEqual([])
  expect(doors.since()).toEqual(nothing)
})

describe('the bot lets in nothing that Teams did not post, and answers nowhere:', () => {
  test.each(forgedActivities)('$what: $status', async ({ status, knock }) => {
    expect((await doors.knock(await knock(doors))).status).toBe(status)
    expect(doors.since()).toEqual(nothing)
  })

  test.each(overreaching)('who presses may not, is told so on the card, and nothing is done: $what', async ({ status, knock }) => {
    const answer = await doors.knock(await knock(doors))
    expect(answer.status).toBe(status)
    expect(answer.text).toMatch(/Nothing has been done|can no longer be used|You are not invited/)
    expect(doors.since()).toEqual(nothing)
  })
})

describe('where Graph and Notify post, and for those who are known, nothing comes of:', () => {
  test.each([...forgedPosts, ...overstepping])('$what: $status', async ({ status, knock }) => {
    expect((await doors.knock(await knock(doors))).status).toBe(status)
    expect(doors.since()).toEqual(nothing)
  })

  test.each(sandboxOnly)('$method $path, which only a sandbox has', async (knock) => {
    const authorization = `Bearer ${await signed(doors.keys.entra, claimsOf(officer, { roles: ['Quorate.Administrator'] }))}`
    expect((await doors.knock({ ...knock, headers: { authorization } })).status).toBe(404)
    expect(doors.since()).toEqual(nothing)
  })
})

test('after all of them what is genuine still comes in, and is written down: an answer, a change, a receipt', async () => {
  const asTeams = `Bearer ${await signed(doors.keys.bot, connectorClaims(doors))}`
  expect((await doors.knock(post('/api/messages', asTeams, anAnswer(doors)))).text).toContain('You accepted')
  expect(doors.since().written).toBeGreaterThan(0)
  const entry = { subscriptionId: subscription.id, clientState: subscription.clientState, tenantId: here.tenantId }
  const change = {
    method: 'POST',
    path: '/graph/notifications',
    body: { value: [{ ...entry, resource: `Users/${officer}/Events/AAMk=` }] },
  }
  expect((await doors.knock(change)).status).toBe(202)
  expect(doors.since().written).toBeGreaterThan(0)
  const receipt = post('/notify/receipts', `Bearer ${receiptToken}`, { reference: null, status: 'delivered' })
  expect((await doors.knock(receipt)).status).toBe(200)
})

test('who was answered through one council is known to that council alone', async () => {
  const asTeams = `Bearer ${await signed(doors.keys.bot, connectorClaims(doors))}`
  const conversation = { id: 'a:there', conversationType: 'personal', tenantId: there.tenantId }
  const knock = post('/api/messages', asTeams, { ...anAnswer(doors), conversation, channelData: { tenant: { id: there.tenantId } } })
  expect((await doors.knock(knock)).text).toContain('You are not invited')
  const { councils, council } = doors
  expect(await councils.conversations(council.profile.id).find(member)).toMatchObject({ conversationId: 'a:1' })
  expect(await councils.conversations(there.id).find(member)).toMatchObject({ conversationId: 'a:there' })
})
