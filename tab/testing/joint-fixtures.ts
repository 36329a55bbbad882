import type { JointReport } from '../../api/contracts/joint.ts'
import { now } from './people.ts'

export const joint: JointReport = {
  year: { kind: 'municipal', from: '2026-05-01', to: '2027-05-01' },
  rows: [
    {
      sessionId: 's-scrutiny',
      title: 'Scrutiny across borders',
      kindLabel: 'Workshop',
      startsAt: '2026-06-11T17:30:00Z',
      with: [{ partner: 'Newham Council', pence: 42_500 }, { partner: 'Age UK Thamesbrook' }],
      words: 'They bring the trainer, we the room.',
      costPence: 85_000,
    },
    {
      sessionId: 's-flood',
      title: 'When the river floods: working with the emergency services',
      kindLabel: 'In-person training',
      startsAt: '2026-11-18T18:00:00Z',
      with: [{ partner: 'Newham Council', pence: 20_000 }],
    },
  ],
  total: {
    partners: [
      { partner: 'Newham Council', sessions: 2, pence: 62_500 },
      { partner: 'Age UK Thamesbrook', sessions: 1, pence: 0 },
    ],
    sharedPence: 62_500,
    costPence: 85_000,
  },
  now,
}

export const noJoint: JointReport = { ...joint, rows: [], total: { partners: [], sharedPence: 0, costPence: 0 } }
