import type { World } from '../world.ts'

/** A council of four for tests: one officer, three Members of whom one has no telephone, and a list of the Members. */
export function aWorld(): World {
  return {
    now: '2026-09-10T09:00:00Z',
    council: { id: 'riverton', name: 'Riverton', domain: 'riverton.example' },
    people: [
      { id: 'olive', name: 'Olive Officer', email: 'olive@riverton.example', mobile: '07700 900101', roles: ['officer', 'administrator'] },
      { id: 'ann', name: 'Ann Archer', email: 'ann@riverton.example', mobile: '07700 900102' },
      { id: 'bob', name: 'Bob Baker', email: 'bob@riverton.example', mobile: '+44 7700 900103', handset: 'off' },
      { id: 'cara', name: 'Cara Cooper', email: 'cara@riverton.example', hasBot: false, disabled: false },
    ],
    groups: [{ email: 'members@riverton.example', name: 'Members', members: ['ann', 'bob', 'cara'] }],
    rooms: [{ email: 'room1@riverton.example', name: 'Committee Room 1', capacity: 30 }],
    register: {
      members: [
        { person: 'ann', kind: 'mayor', from: '2026-05-07' },
        { person: 'bob', kind: 'councillor', group: 'Riverton First', ward: 'Weir & Lock', from: '2026-05-07' },
        { person: 'cara', kind: 'co-optee', from: '2026-05-20', to: '2027-05-19' },
      ],
      offices: [
        { person: 'bob', title: 'Chair', committee: 'Planning Committee', from: '2026-05-20' },
        { person: 'ann', title: 'Member', committee: 'Planning Committee', from: '2026-05-20', to: '2026-07-01' },
      ],
      committees: [
        { name: 'Planning Committee', meetings: [{ start: '2026-10-21T18:30', end: '2026-10-21T20:30', place: 'Council Chamber' }] },
      ],
    },
    rulebook: { preset: 'tower-hamlets' },
  }
}
