import { afterAll, beforeAll, expect, test } from 'vitest'
import { bulletinDelivery, type Bulletin } from '../../api/contracts/bulletin.ts'
import { partnerSharing } from '../../api/contracts/partners.ts'
import { officersOf } from '../support/officers.ts'
import { startRig, type Rig } from '../support/rig.ts'
import { aWorld } from '../support/worlds.ts'

let rig: Rig

const closedDesk = 'events@advice.example'
const title = 'Reading a council budget'
const at = (dateTime: string) => ({ dateTime, timeZone: 'Europe/London' })

/**
 * Thursday 8 October, 5:30am; the bulletin leaves at 8:30, by itself, and the session is in a week. Mail to Member 2 comes back, and mail to
 * the one partner.
 */
beforeAll(async () => {
  rig = await startRig(
    aWorld({
      members: 3,
      change: (world) => {
        world.now = '2026-10-08T04:30:00Z'
        world.people = world.people.map((person) => (person.id === 'm2' ? { ...person, bounces: true } : person))
        world.people.push({ id: 'gone', name: 'A desk that was closed', email: closedDesk, bounces: true })
        const partners = { domains: [], organisations: [{ name: 'Citizens Advice', contacts: [closedDesk] }] }
        world.preferences = [{ person: 'm2', texts: false }] // their reminders go by email
        world.rulebook.settings = { bulletin: { on: 'thursday', at: '08:30', autoRelease: true }, partners }
      },
    }),
  )
  await officersOf(rig).invite({ subject: title, start: at('2026-10-14T14:00:00'), end: at('2026-10-14T16:00:00') })
  await rig.setClock('2026-10-08T05:30:00Z')
})
afterAll(() => rig.close())

const bulletinTo = async (user: string) => (await rig.mail(user)).filter(({ subject }) => subject.includes('Member Bulletin'))
const issue = async () => (await rig.api<Bulletin>('officer', 'GET', '/bulletin')).body

test('C4.2 the officer who asks gets a test of the issue, and nobody else does', async () => {
  const { issue: draft, readers } = await issue()
  const body = { memberId: readers[0]?.memberId }
  expect(await rig.api('officer', 'POST', `/bulletin/${draft?.issueId}/test`, body)).toMatchObject({ status: 202 })
  expect((await rig.api('m1', 'POST', `/bulletin/${draft?.issueId}/test`, body)).status).toBe(403)
  await rig.settle()
  expect((await bulletinTo('officer')).map(({ subject }) => subject.slice(0, 21))).toEqual(['TEST: Member Bulletin'])
  for (const other of ['second', 'm1', 'm2', 'm3']) expect(await bulletinTo(other)).toEqual([])
})

test('C4.14 C4.18 what Exchange could not deliver to a Member or a partner is told to officers, and the partner’s on the page', async () => {
  const they = officersOf(rig)
  const { sessionId } = await they.rowOf(title)
  await rig.api('officer', 'PUT', `/sessions/${sessionId}/details`, { version: 0, costs: [], partners: { facts: ['when', 'where'] } })
  const sharing = async () => partnerSharing.parse((await rig.api('officer', 'GET', `/sessions/${sessionId}/partners`)).body)
  const { number, seen } = await sharing()
  expect(await rig.api('officer', 'POST', `/sessions/${sessionId}/partners`, { number, seen })).toMatchObject({ status: 201 })
  await rig.settle()
  expect((await sharing()).shares[0]?.sent).toMatchObject([{ address: closedDesk, state: 'sent' }])
  await rig.setClock('2026-10-08T07:06:00Z') // the readings are at five past every other hour
  expect((await sharing()).shares[0]?.sent).toMatchObject([{ address: closedDesk, state: 'came-back' }])
  const failed = (await they.attention()).filter(({ kind }) => kind === 'message-failed')
  const names = failed.flatMap((row) => (row.kind === 'message-failed' ? row.failed : []))
  expect(names.toSorted((one, other) => one.name.localeCompare(other.name))).toEqual([
    { name: 'Cllr Member Birch', because: 'came-back' }, // the reminder of a session arranged in its week
    { name: closedDesk, because: 'came-back' },
  ])
})

test('C4.17 what Exchange could not deliver is told on the issue’s page, with the address', async () => {
  await rig.setClock('2026-10-08T07:31:00Z')
  expect(await bulletinTo('m1')).toHaveLength(1)
  expect(await bulletinTo('m2')).toEqual([])
  const [past] = (await issue()).past
  const rows = async () => bulletinDelivery.parse((await rig.api('officer', 'GET', `/bulletin/${past?.issueId}/delivery`)).body).rows
  expect((await rows()).map(({ state }) => state)).toEqual(['sent', 'sent', 'sent'])
  await rig.setClock('2026-10-08T09:06:00Z')
  expect((await rows()).filter(({ state }) => state !== 'sent')).toMatchObject([{ state: 'came-back', address: 'm2@testing.example' }])
  await rig.setClock('2026-10-08T11:06:00Z')
  expect((await rows()).filter(({ state }) => state !== 'sent')).toHaveLength(1)
})
