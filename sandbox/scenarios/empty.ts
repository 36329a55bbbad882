import type { Scenario } from './scenario.ts'

/** A tiny council in which nothing has been arranged yet: one officer, three Members. */
export const empty: Scenario = {
  world: () => ({
    now: '2026-09-07T08:00:00Z',
    council: { id: 'littlewick', name: 'Littlewick', domain: 'littlewick.example' },
    people: [
      {
        id: 'olive-tansley',
        name: 'Olive Tansley',
        email: 'olive.tansley@littlewick.example',
        mobile: '07700 900401',
        roles: ['officer', 'administrator'],
        note: 'Member services',
      },
      { id: 'nora-quill', name: 'Mayor Nora Quill', email: 'nora.quill@littlewick.example', mobile: '07700 900402', note: 'Mayor' },
      { id: 'samuel-reed', name: 'Cllr Samuel Reed', email: 'samuel.reed@littlewick.example', mobile: '07700 900403' },
      { id: 'asha-bellamy', name: 'Cllr Asha Bellamy', email: 'asha.bellamy@littlewick.example', note: 'No mobile phone' },
    ],
    groups: [
      {
        email: 'members@littlewick.example',
        name: 'Members (all)',
        members: ['nora-quill', 'samuel-reed', 'asha-bellamy'],
        kind: 'distribution',
      },
    ],
    rooms: [{ email: 'committee.room@littlewick.example', name: 'Committee Room', capacity: 12, stepFree: true, hearingLoop: true }],
    register: {
      members: [
        { person: 'nora-quill', kind: 'mayor', from: '2026-05-11' },
        { person: 'samuel-reed', kind: 'councillor', group: 'Littlewick Independents', ward: 'Mill', from: '2026-05-11' },
        { person: 'asha-bellamy', kind: 'councillor', group: 'Littlewick Independents', ward: 'Green', from: '2026-05-11' },
      ],
      offices: [],
      committees: [],
    },
    rulebook: { preset: 'tower-hamlets' },
  }),
}
