import type { Missing } from '../../api/contracts/missing.ts'
import { now } from './people.ts'

export const missing: Missing = {
  rows: [
    {
      sessionId: 's-planning',
      title: 'Planning: making sound decisions',
      kindLabel: 'In-person training',
      startsAt: '2026-10-15T17:30:00Z',
      gaps: ['aims', 'serves', 'implements', 'monitors', 'evaluates'],
    },
    {
      sessionId: 's-local-plan',
      title: 'Local Plan briefing',
      kindLabel: 'Member seminar',
      startsAt: '2026-11-05T18:00:00Z',
      gaps: ['where', 'requestedBy'],
    },
    {
      sessionId: 's-centre',
      title: 'Working with the voluntary sector',
      kindLabel: 'Workshop',
      startsAt: '2026-11-19T14:00:00Z',
      gaps: ['venueValue', 'evaluates'],
    },
  ],
  looked: 12,
  holds: true,
  now,
}

export const nothingMissing: Missing = { rows: [], looked: 12, holds: false, now }
