import { expect, test } from 'vitest'
import { instant } from '../../domain/kernel/time.ts'
import { aMember, anInvitee, anOfficer, aPersonId } from '../../domain/testing/builders.ts'
import type { Directory } from '../ports/calendar.ts'
import { createLists, openListsOf } from './lists.ts'

const signal = new AbortController().signal
const people = [{ id: aPersonId(1), name: 'A', addresses: ['member1@thamesbrook.example'], enabled: true, guest: false }]
const list = 'all.members@thamesbrook.example'

function listsOf(opened: (address: string) => Awaited<ReturnType<Directory['membersOf']>>) {
  const asked: string[] = []
  let now = instant('2026-10-24T22:59:59Z')
  const lists = createLists(
    {
      membersOf: (address) => {
        asked.push(address)
        return Promise.resolve(opened(address))
      },
    },
    () => now,
  )
  const of = (...addresses: string[]) => {
    const attendees = addresses.map((address) => anInvitee(address, 'none', address.startsWith('room') ? { type: 'resource' } : {}))
    const appointment = {
      attendees,
      organiser: { name: 'O', address: 'officer901@thamesbrook.example' },
      roomAddresses: ['hall@thamesbrook.example'],
    }
    return lists.of(appointment, { members: [aMember(1)], officers: [anOfficer(901), anOfficer(902)] }, signal)
  }
  return { asked, of, setNow: (at: string) => (now = instant(at)) }
}

test('C2.5 a list is opened; Members, officers and rooms are not asked about', async () => {
  const { asked, of } = listsOf(() => ({ kind: 'people', people }))
  const seen = await of(
    list,
    'member1@thamesbrook.example',
    'officer902@thamesbrook.example',
    'room2@thamesbrook.example',
    'hall@thamesbrook.example',
  )
  expect(seen).toEqual([{ address: list, outcome: { kind: 'people', people } }])
  expect(asked).toEqual([list])
})

test('C2.5 a list that cannot be opened says so, and a stranger is no list', async () => {
  const { of } = listsOf((address) => ({ kind: address === list ? 'unresolvable' : 'not-a-list' }))
  expect(await of(list, 'trainer@provider.example')).toEqual([{ address: list, outcome: { kind: 'unresolvable' } }])
})

test('each is asked for once a London day', async () => {
  const { asked, of, setNow } = listsOf(() => ({ kind: 'people', people }))
  await of(list)
  await of(list)
  expect(asked).toHaveLength(1)
  setNow('2026-10-24T23:00:00Z') // midnight in London, in summer
  await of(list)
  expect(asked).toHaveLength(2)
})

test('C1.3 of an invitation that is still being written only what may be a list is looked up, and no Member or officer', async () => {
  const asked: string[] = []
  const membersOf = (address: string) => {
    asked.push(address)
    return Promise.resolve({ kind: 'people', people } as const)
  }
  const lists = createLists({ membersOf }, () => instant('2026-10-24T22:59:59Z'))
  const council = { members: { all: async () => [aMember(1)] }, officers: { all: async () => [anOfficer(902)] } }
  const open = openListsOf(council as unknown as Parameters<typeof openListsOf>[0], lists)
  const rows = [list, 'member1@thamesbrook.example', 'officer902@thamesbrook.example'].map((address) => anInvitee(address))
  expect(await open(rows, signal)).toEqual([{ address: list, outcome: { kind: 'people', people } }])
  expect(asked).toEqual([list])
})
