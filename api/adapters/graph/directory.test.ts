import { afterEach, expect, test } from 'vitest'
import { Unavailable } from '../../ports/unavailable.ts'
import type { Answered, Asked } from '../testing/recorded-service.ts'
import { appRoles, createDirectory, createPlaces } from './directory.ts'
import { json, recordedGraph, signal } from './testing.ts'

const closing: (() => Promise<void>)[] = []
afterEach(() => Promise.all(closing.splice(0).map((close) => close())))

const id = (digit: number) => `00000000-0000-4000-8000-00000000000${digit}`
const user = (digit: number, more: object = {}) => ({
  id: id(digit),
  displayName: `Person ${digit}`,
  mail: `Person${digit}@thamesbrook.example`,
  userPrincipalName: `p${digit}@thamesbrook.example`,
  proxyAddresses: [`SMTP:Person${digit}@thamesbrook.example`, `smtp:alias${digit}@thamesbrook.example`, 'x500:/o=Old'],
  accountEnabled: true,
  userType: 'Member',
  ...more,
})

async function directoryOf(answer: (asked: Asked) => Answered) {
  const { service, source } = await recordedGraph(answer)
  closing.push(() => service.close())
  const directory = createDirectory(source, { clientId: id(9), ownDomain: 'thamesbrook.example', roles: appRoles })
  return { service, directory }
}
const none = json({ value: [] })

test('C2.5 a list gives everyone on it, lists within lists opened, over all pages', async () => {
  let url = ''
  const { service, directory } = await directoryOf(({ path }) => {
    if (path.includes('$skiptoken')) return json({ value: [user(2)] })
    if (path.includes('/transitiveMembers/microsoft.graph.user'))
      return json({ value: [user(1)], '@odata.nextLink': `${url}/v1.0/groups/x?$skiptoken=1` })
    return json({ value: [{ id: id(8) }] })
  })
  url = service.url
  expect(await directory.membersOf("all.o'members@thamesbrook.example", signal)).toMatchObject({
    kind: 'people',
    people: [{ id: id(1) }, { id: id(2) }],
  })
  expect(service.asked[0]?.path).toContain("mail eq 'all.o''members@thamesbrook.example'")
})

test('C2.4 a person has every address they are reached by, each once, the one to write to first', async () => {
  const { directory } = await directoryOf(() => json({ value: [user(1, { mobilePhone: ' 07700 900142 ', userType: 'Guest' })] }))
  expect(await directory.personBy('person1@thamesbrook.example', signal)).toEqual({
    id: id(1),
    name: 'Person 1',
    addresses: ['person1@thamesbrook.example', 'p1@thamesbrook.example', 'alias1@thamesbrook.example'],
    mobile: '07700 900142',
    enabled: true,
    guest: true,
  })
})

test('C2.5 a list found by another of its addresses is a list too', async () => {
  const { directory } = await directoryOf(({ path }) => {
    if (path.includes('proxyAddresses/any')) return json({ value: [{ id: id(8) }] })
    return path.includes('/groups/') ? json({ value: [user(1)] }) : none
  })
  expect(await directory.membersOf('alias@thamesbrook.example', signal)).toMatchObject({ kind: 'people' })
})

test('an address of the council that the directory does not know is a dynamic list: it cannot be opened, and says so', async () => {
  const { directory } = await directoryOf(() => none)
  expect(await directory.membersOf('everyone@Thamesbrook.example', signal)).toEqual({ kind: 'unresolvable' })
  expect(await directory.membersOf('someone@partner.example', signal)).toEqual({ kind: 'not-a-list' })
})

test('a person of the council is no list', async () => {
  const { directory } = await directoryOf(({ path }) => (path.includes('/users?') ? json({ value: [user(1)] }) : none))
  expect(await directory.membersOf('person1@thamesbrook.example', signal)).toEqual({ kind: 'not-a-list' })
})

test.each([
  ['forbidden', { status: 403, json: { error: { code: 'Authorization_RequestDenied' } } }],
  ['empty because hidden', none],
])('a list whose members are %s cannot be opened', async (_, answered) => {
  const { directory } = await directoryOf(({ path }) =>
    path.includes('/transitiveMembers') ? answered : json({ value: [{ id: id(8), visibility: 'HiddenMembership' }] }),
  )
  expect(await directory.membersOf('hidden@thamesbrook.example', signal)).toEqual({ kind: 'unresolvable' })
})

test('officers are those assigned the roles, and the direct members of groups that are', async () => {
  const [officer, administrator] = [id(5), id(6)]
  const { directory } = await directoryOf(({ path, body }) => {
    if (path.includes(`servicePrincipals(appId='${id(9)}')`)) {
      const roles = [
        { id: officer, value: 'Quorate.Officer' },
        { id: administrator, value: 'Quorate.Administrator' },
        { id: id(7), value: 'Other' },
      ]
      return json({ id: id(4), appRoles: roles })
    }
    if (path.includes('/appRoleAssignedTo')) {
      return json({
        value: [
          { principalType: 'User', principalId: id(1), appRoleId: officer },
          { principalType: 'User', principalId: id(1), appRoleId: administrator },
          { principalType: 'Group', principalId: id(8), appRoleId: officer },
          { principalType: 'User', principalId: id(3), appRoleId: id(7) },
        ],
      })
    }
    if (path.includes(`/groups/${id(8)}/members`)) return json({ value: [user(1), user(2), user(3, { accountEnabled: false })] })
    const { requests } = JSON.parse(body) as { requests: { id: string; url: string }[] }
    return json({ responses: requests.map((request) => ({ id: request.id, status: 200, body: user(1) })) })
  })
  expect(await directory.officers(signal)).toMatchObject([
    { person: { id: id(1) }, roles: ['officer', 'administrator'] },
    { person: { id: id(2) }, roles: ['officer'] },
  ])
})

test('a directory that is busy is an outage, and never a list without people', async () => {
  const { directory } = await directoryOf(() => ({ status: 429, headers: { 'retry-after': '2' } }))
  await expect(directory.membersOf('a@thamesbrook.example', signal)).rejects.toThrow(Unavailable)
})

const room = (capacity: number | null, emailAddress: string | null = 'Room3@thamesbrook.example') => ({ id: id(7), emailAddress, capacity })

async function roomsWhen(answer: (asked: Asked, url: string) => Answered) {
  let url = ''
  const { service, source } = await recordedGraph((asked) => answer(asked, url))
  url = `${service.url}/v1.0`
  closing.push(() => service.close())
  return { rooms: await createPlaces(source).rooms(signal) }
}

test('C1.15 the rooms of which somebody has said how many they hold, over all pages', async () => {
  const { rooms } = await roomsWhen(({ path }, url) =>
    path.includes('skiptoken')
      ? json({ value: [room(24)] })
      : json({ value: [room(null), room(0), room(9, null)], '@odata.nextLink': `${url}/places/microsoft.graph.room?$skiptoken=2` }),
  )
  expect(rooms).toEqual([{ address: 'room3@thamesbrook.example', capacity: 24 }])
})

test('C1.15 without the right to read rooms nothing is known of any, and that is no outage', async () => {
  const denied = { status: 403, json: { error: { code: 'Authorization_RequestDenied' } } }
  expect((await roomsWhen(() => denied)).rooms).toBe('closed')
})
