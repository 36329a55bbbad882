import type { World } from '../../sandbox/world.ts'

type Person = World['people'][number]

/**
 * A small council for tests: two officers, Members `m1` to `mN` on one distribution list with a mobile each, a room and a
 * shared mailbox. It is Monday 5 October 2026, 9am in London.
 */
export function aWorld({ members = 8, change }: { members?: number; change?: (world: World) => void } = {}): World {
  const numbers = Array.from({ length: members }, (_, index) => index + 1)
  const councillors = numbers.map((number): Person => ({
    id: `m${number}`,
    name: `Member ${nameOf(number)}`,
    email: `m${number}@testing.example`,
    mobile: `07700 9003${String(number).padStart(2, '0')}`,
  }))
  const world: World = {
    now: '2026-10-05T08:00:00Z',
    council: {
      id: 'testing',
      name: 'Testing',
      domain: 'testing.example',
      help: { name: 'Priya Shah', role: 'Member support', telephone: '020 7946 0142' },
    },
    people: [
      { id: 'officer', name: 'Olive Officer', email: 'officer@testing.example', roles: ['officer'], mobile: '07700 900399' },
      { id: 'second', name: 'Sam Second', email: 'second@testing.example', roles: ['officer', 'administrator'] },
      ...councillors,
    ],
    groups: [{ email: 'members@testing.example', name: 'Members (all)', members: councillors.map((person) => person.id) }],
    mailboxes: [{ email: 'training@testing.example', name: 'Member training', delegates: ['officer'] }],
    rooms: [{ email: 'room1@testing.example', name: 'Committee Room 1', capacity: 30, stepFree: true, hearingLoop: true }],
    register: {
      members: councillors.map((person) => ({ person: person.id, kind: 'councillor', ward: 'Riverside', from: '2026-05-11' })),
      offices: [],
      committees: [],
    },
    rulebook: { preset: 'tower-hamlets' },
  }
  change?.(world)
  return world
}

function nameOf(number: number): string {
  return (
    ['Ash', 'Birch', 'Cedar', 'Damson', 'Elder', 'Fir', 'Gorse', 'Hazel', 'Ivy', 'Juniper', 'Kerria', 'Larch'][number - 1] ??
    `Tree ${number}`
  )
}

/** An invitation as an officer's Outlook sends it: to the list, with a room and the category that tells Quorate. */
export function anInvitation(change: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    subject: 'Scrutiny: using evidence',
    body: { contentType: 'HTML', content: '<p>How to test what you are told, with three worked reviews.</p>' },
    start: { dateTime: '2026-10-22T14:00:00', timeZone: 'Europe/London' },
    end: { dateTime: '2026-10-22T16:00:00', timeZone: 'Europe/London' },
    location: { displayName: 'Committee Room 1', locationType: 'conferenceRoom', locationEmailAddress: 'room1@testing.example' },
    attendees: [
      { type: 'required', emailAddress: { name: 'Members (all)', address: 'members@testing.example' } },
      { type: 'resource', emailAddress: { name: 'Committee Room 1', address: 'room1@testing.example' } },
    ],
    categories: ['Member training'],
    ...change,
  }
}
