import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Programme } from '../../api/contracts/programme.ts'
import { at, attendee, outlookOf } from '../support/outlook.ts'
import { startRig, type Rig } from '../support/rig.ts'
import { aWorld } from '../support/worlds.ts'

let rig: Rig
let outlook: ReturnType<typeof outlookOf>

beforeAll(async () => {
  rig = await startRig(aWorld({ members: 7 }))
  outlook = outlookOf(rig)
})
afterAll(() => rig.close())

const programme = async () => (await rig.api<Programme>('officer', 'GET', '/programme')).body
const mailboxes = async () => (await programme()).mailboxes
const titles = async () => (await programme()).rows.map(({ title }) => title)
const roles = (person: string, given: readonly string[]) => rig.call('PUT', `/sandbox/people/${person}/roles`, { roles: given })
const listening = async () =>
  (await rig.call<readonly unknown[]>('GET', '/sandbox/graph/subscriptions?mailbox=second@testing.example')).length
const invite = (subject: string, day: string) =>
  outlook.invite(
    { subject, attendees: [attendee('members@testing.example')], start: at(day, '14:00'), end: at(day, '16:00') },
    { as: 'second' },
  )

test('C2.2 a calendar that does not answer says since when, whichever instance is asked, until it answers', async () => {
  const second = (await rig.people()).find(({ id }) => id === 'second') as { objectId?: string } | undefined
  await rig.faults([{ service: 'graph', path: `/users/${second?.objectId}/`, action: { kind: 'status', status: 503, html: true } }])
  await invite('Unseen as yet', '2026-10-29')
  await rig.settle()
  const since = '2026-10-05T08:00:00Z'
  const silent = expect.objectContaining({ name: 'Sam Second', state: 'unreachable', unreachableSince: since })
  expect(await mailboxes()).toContainEqual(silent)
  expect(await mailboxes()).toContainEqual(expect.objectContaining({ name: 'Olive Officer', state: 'read' }))
  await rig.restart()
  await rig.advance('PT20M')
  expect(await mailboxes()).toContainEqual(silent)

  await rig.clearFaults()
  await rig.advance('PT20M')
  expect(await mailboxes()).toContainEqual(expect.objectContaining({ name: 'Sam Second', state: 'read' }))
  expect(await titles()).toContain('Unseen as yet')
  const { id } = await outlook.copyOf('second', 'Unseen as yet')
  await rig.graph('second', 'POST', `/me/events/${id}/cancel`, { Comment: '' })
  await rig.settle()
}, 120_000)

test('C1.1 the calendar of a former officer is read until the last session in it has ended, and then no more', async () => {
  await invite('Budget scrutiny', '2026-10-07')
  await rig.settle()
  expect(await titles()).toContain('Budget scrutiny')

  await roles('second', [])
  await rig.advance('PT13H')
  expect(await mailboxes()).toContainEqual(
    expect.objectContaining({ name: 'Sam Second', kept: { until: '2026-10-07T15:00:00Z', was: 'officer' } }),
  )
  await outlook.answer('m1', 'Budget scrutiny', 'accept')
  await rig.settle()
  expect((await programme()).rows.find(({ title }) => title === 'Budget scrutiny')?.counts.accepted).toBe(1)
  expect(await listening()).toBe(1)

  await rig.setClock('2026-10-07T23:30:00Z')
  await rig.settle()
  expect((await mailboxes()).map(({ name }) => name)).toEqual(['Olive Officer'])
  expect(await listening()).toBe(0)
  expect(await titles()).toContain('Budget scrutiny') // what took place stays in the record

  await invite('Of no concern', '2026-11-03')
  await rig.advance('PT13H')
  expect(await titles()).not.toContain('Of no concern')

  await roles('second', ['officer'])
  await rig.advance('PT7H')
  expect(await titles()).toContain('Of no concern')
  expect(await listening()).toBe(1)
}, 120_000)
