import { afterEach, beforeEach, expect, test } from 'vitest'
import { api } from '../entra/registrations.ts'
import { objectIdOf } from '../object-id.ts'
import { aWorld } from '../testing/worlds.ts'
import { aGraph, anInvitation, below, clientOf, tokenOf, type GraphHost } from './testing.ts'

let host: GraphHost
beforeEach(async () => {
  const world = aWorld()
  host = await aGraph({
    ...world,
    people: [
      ...world.people,
      { id: 'fay', name: 'Fay Anne Fowler', email: 'fay@riverton.example', aliases: ['fay.fowler@riverton.example'], roles: ['officer'] },
      { id: 'guy', name: 'Guy Guest', email: 'guy@elsewhere.example', guest: true, disabled: true },
    ],
    groups: [
      ...world.groups,
      {
        email: 'all@riverton.example',
        name: 'All',
        members: ['members@riverton.example', 'secret@riverton.example', 'fay'],
        kind: 'microsoft365',
      },
      { email: 'secret@riverton.example', name: 'By rule', members: ['guy'], kind: 'dynamic' },
    ],
    mailboxes: [{ email: 'training@riverton.example', name: 'Member training', delegates: ['olive'] }],
    rooms: [{ email: 'room1@riverton.example', name: 'Committee Room 1', capacity: 30, stepFree: true, hearingLoop: true }],
  })
})
afterEach(() => host.close())

const get = (path: string) => host.service.api(path).get()
const names = ({ value }: { value: { displayName: string }[] }) => value.map(({ displayName }) => displayName)

test('a user is found by id, principal name or alias, with what was asked for', async () => {
  expect(await get(`/users/${host.objectId('ann')}`)).toMatchObject({
    displayName: 'Ann Archer',
    givenName: 'Ann',
    surname: 'Archer',
    mobilePhone: '07700 900102',
  })
  expect(await get('/users/fay.fowler@riverton.example?$select=id,proxyAddresses,accountEnabled')).toMatchObject({
    id: host.objectId('fay'),
    proxyAddresses: ['SMTP:fay@riverton.example', 'smtp:fay.fowler@riverton.example'],
    accountEnabled: true,
  })
  expect(await get(`/users/${host.objectId('guy')}?$select=accountEnabled,userType`)).toMatchObject({
    accountEnabled: false,
    userType: 'Guest',
  })
  await expect(get('/users/nobody@riverton.example')).rejects.toMatchObject({ statusCode: 404, code: 'Request_ResourceNotFound' })
  await expect(get('/users?$select=shoeSize')).rejects.toMatchObject({ statusCode: 400 })
})

test('users are filtered without regard to case, by mail, principal name, start of name and proxy address', async () => {
  const found = async (filter: string) => names(await host.service.api('/users').filter(filter).get())
  expect(await found("mail eq 'ANN@riverton.example'")).toEqual(['Ann Archer'])
  expect(await found("userPrincipalName eq 'bob@riverton.example' or mail eq 'ann@riverton.example'")).toEqual(['Ann Archer', 'Bob Baker'])
  expect(await found("startswith(displayName,'C')")).toEqual(['Cara Cooper', 'Committee Room 1'])
  expect(await found("proxyAddresses/any(p:p eq 'smtp:fay.fowler@riverton.example')")).toEqual(['Fay Anne Fowler'])
  expect(await found("mail in ('training@riverton.example')")).toEqual(['Member training'])
  await expect(found("mail eq 'open")).rejects.toMatchObject({ statusCode: 400 })
})

test('lists come in pages whose links lead on', async () => {
  const first = await get('/users?$top=3&$select=displayName')
  expect(first.value).toHaveLength(3)
  const second = await host.service.api(below(first['@odata.nextLink'])).get()
  expect(new Set([...names(first), ...names(second)]).size).toBe(6)
  await expect(get('/users?$top=1000')).rejects.toMatchObject({ statusCode: 400 })
})

test('a group is found by its address; a dynamic list is unknown to the directory', async () => {
  const found = await host.service.api('/groups').filter("mail eq 'members@riverton.example'").get()
  expect(found.value).toMatchObject([{ id: objectIdOf('group', 'members@riverton.example'), groupTypes: [] }])
  const byProxy = await host.service.api('/groups').filter("proxyAddresses/any(p:p eq 'smtp:all@riverton.example')").get()
  expect(byProxy.value).toMatchObject([{ groupTypes: ['Unified'] }])
  expect((await host.service.api('/groups').filter("mail eq 'secret@riverton.example'").get()).value).toEqual([])
  await expect(get(`/groups/${objectIdOf('group', 'secret@riverton.example')}`)).rejects.toMatchObject({ statusCode: 404 })
})

test('members are direct, transitive, or users only; counting needs the directory’s other part', async () => {
  const all = `/groups/${objectIdOf('group', 'all@riverton.example')}`
  expect(names(await get(`${all}/members`))).toEqual(['Members', 'Fay Anne Fowler'])
  expect(names(await get(`${all}/transitiveMembers`))).toEqual(['Members', 'Ann Archer', 'Bob Baker', 'Cara Cooper', 'Fay Anne Fowler'])
  const cast = `${all}/transitiveMembers/microsoft.graph.user?$select=id,displayName,mobilePhone&$top=999`
  expect(await get(cast)).toMatchObject({ value: [{ '@odata.type': '#microsoft.graph.user', mobilePhone: '07700 900102' }, {}, {}, {}] })
  await expect(get(`${cast}&$count=true`)).rejects.toMatchObject({ statusCode: 400, code: 'Request_UnsupportedQuery' })
  expect(await host.service.api(`${cast}&$count=true`).header('ConsistencyLevel', 'eventual').get()).toMatchObject({ '@odata.count': 4 })
})

test('without the right to read users, members are ids and nothing more', async () => {
  const bare = clientOf(host.base, tokenOf({ roles: ['GroupMember.Read.All'] }))
  const { value } = await bare.api(`/groups/${objectIdOf('group', 'members@riverton.example')}/transitiveMembers`).get()
  expect(value[0]).toMatchObject({ id: host.objectId('ann'), displayName: null })
})

test('officers and administrators are those to whom the application’s roles were assigned', async () => {
  const { id, appRoles } = await get(`/servicePrincipals(appId='${api.clientId}')?$select=id,appRoles`)
  const valueOf = Object.fromEntries(appRoles.map((role: { id: string; value: string }) => [role.id, role.value]))
  const { value } = await get(`/servicePrincipals/${id}/appRoleAssignedTo`)
  const held = value.map(({ principalDisplayName, appRoleId }: Record<string, string>) => [principalDisplayName, valueOf[appRoleId ?? '']])
  expect(held).toEqual([
    ['Olive Officer', 'Quorate.Officer'],
    ['Olive Officer', 'Quorate.Administrator'],
    ['Fay Anne Fowler', 'Quorate.Officer'],
  ])
  await expect(get("/servicePrincipals(appId='7e57ab1e-0000-4000-8000-00000000ffff')")).rejects.toMatchObject({ statusCode: 404 })
})

test('rooms say what is known of them', async () => {
  const { value } = await get('/places/microsoft.graph.room')
  expect(value).toMatchObject([
    {
      displayName: 'Committee Room 1',
      capacity: 30,
      isWheelChairAccessible: true,
      tags: ['Hearing loop'],
      emailAddress: 'room1@riverton.example',
    },
  ])
  expect(await get('/places/room1@riverton.example')).toMatchObject({
    '@odata.type': '#microsoft.graph.room',
    nickname: 'Committee Room 1',
  })
})

test('the tenant has a name and a domain', async () => {
  expect((await get('/organization')).value).toMatchObject([
    { id: host.context.world.council.tenantId, displayName: 'Riverton', verifiedDomains: [{ name: 'riverton.example' }] },
  ])
})

test('a delegate works in the shared mailbox and its meetings are the mailbox’s own', async () => {
  const made = await host
    .as('olive')
    .api('/users/training@riverton.example/events')
    .post(anInvitation(['ann@riverton.example'], { isOnlineMeeting: true }))
  await host.settle()
  expect(made).toMatchObject({
    organizer: { emailAddress: { name: 'Member training' } },
    isOnlineMeeting: true,
    onlineMeeting: null,
    onlineMeetingProvider: 'unknown',
  })
  expect(await host.copyOf('ann', made.iCalUId)).toBeDefined()
  await expect(host.as('ann').api('/users/training@riverton.example/events').get()).rejects.toMatchObject({ statusCode: 403 })
})

test('getSchedule answers in digits', async () => {
  const made = await host.invite(['ann@riverton.example', 'bob@riverton.example'])
  await host.answer('ann', made.iCalUId, 'accept')
  const ask = (schedules: string[], more: object = {}) =>
    host.service.api(`/users/${host.objectId('olive')}/calendar/getSchedule`).post({
      schedules,
      startTime: { dateTime: '2026-10-22T17:30:00', timeZone: 'Europe/London' },
      endTime: { dateTime: '2026-10-22T20:30:00', timeZone: 'Europe/London' },
      availabilityViewInterval: 30,
      ...more,
    })
  const { value } = await ask(['ann@riverton.example', 'bob@riverton.example', 'cara@riverton.example', 'nobody@riverton.example'])
  expect(value.map(({ availabilityView }: Record<string, string>) => availabilityView)).toEqual(['022220', '011110', '000000', ''])
  expect(value[3].error.responseCode).toBe('ErrorMailRecipientNotFound')
  await expect(ask(Array.from({ length: 21 }, (_, index) => `p${index}@x.example`))).rejects.toMatchObject({ statusCode: 400 })
  await expect(ask(['ann@riverton.example'], { availabilityViewInterval: 4 })).rejects.toMatchObject({ statusCode: 400 })
})

test('a mailbox has categories of its own to choose from', async () => {
  const at = host.as('olive').api('/me/outlook/masterCategories')
  await at.post({ displayName: 'Member training', color: 'preset4' })
  await expect(at.post({ displayName: 'member TRAINING' })).rejects.toMatchObject({ statusCode: 409 })
  expect((await at.get()).value).toMatchObject([{ displayName: 'Member training', color: 'preset4' }])
})
