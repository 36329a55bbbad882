import type { UptakeReport } from '../../api/contracts/uptake.ts'
import { now } from './people.ts'

const none = { invited: 0, accepted: 0, attended: 0, online: 0, noShow: 0, walkIn: 0, apologies: 0, notRecorded: 0 }

export const uptake: UptakeReport = {
  year: { kind: 'municipal', from: '2026-05-01', to: '2027-05-01' },
  rows: [
    {
      ...none,
      sessionId: 's-induction',
      title: 'Welcome to the council',
      kindLabel: 'In-person training',
      startsAt: '2026-05-20T17:00:00Z',
      invited: 50,
      accepted: 41,
      attended: 38,
      noShow: 3,
      walkIn: 2,
      apologies: 2,
    },
    {
      ...none,
      sessionId: 's-planning-may',
      title: 'Planning: making sound decisions (day)',
      kindLabel: 'Hybrid training',
      startsAt: '2026-06-09T09:00:00Z',
      invited: 50,
      accepted: 12,
      attended: 11,
      online: 4,
      noShow: 1,
      walkIn: 1,
      notRecorded: 1,
    },
  ],
  total: { ...none, invited: 100, accepted: 53, attended: 49, online: 4, noShow: 4, walkIn: 3, apologies: 2, notRecorded: 1 },
  membersWhoAttended: 42,
  cancelled: 1,
  now,
}

export const noUptake: UptakeReport = { ...uptake, rows: [], total: none, membersWhoAttended: 0, cancelled: 0 }
