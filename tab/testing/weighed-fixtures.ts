import type { DecisionCase } from '../../api/contracts/decisions.ts'
import { moneyAtStake } from './details-fixtures.ts'

type Weighed = Pick<DecisionCase, 'money' | 'needs' | 'reopened' | 'runs' | 'factors' | 'factorList' | 'chase' | 'changes'>

const planningMeets = { kind: 'meeting', committee: 'Planning Committee', at: '2026-10-21T17:30:00Z' } as const
const eveningRun = { sessionId: 's-planning-evening', startsAt: '2026-10-19T17:30:00Z' }

/** Two of the four need it before Planning sits, and one of them has declined the evening run. */
export const weighed: Weighed = {
  money: moneyAtStake(),
  needs: [
    {
      memberId: 'm-rook',
      name: 'Cllr Elspeth Rook',
      rule: 'Planning Committee training',
      deadline: planningMeets,
      otherwise: { ...eveningRun, response: 'none' },
    },
    {
      memberId: 'm-wyszomir',
      name: 'Cllr Piotr Wyszomir',
      rule: 'Planning Committee training',
      deadline: planningMeets,
      declined: eveningRun,
    },
  ],
  reopened: ['Cllr Piotr Wyszomir'],
  runs: [
    {
      sessionId: 's-planning-evening',
      theirs: { accepted: 1, tentative: 1, declined: 2, none: 2 },
      notInvited: 0,
      free: 21,
      coming: 3,
      enough: true,
    },
  ],
  factors: [
    { words: 'When the trainer could come again: 26 November, told by phone', by: 'Hannah Brightwell', at: '2026-10-12T10:00:00Z' },
  ],
  factorList: [
    { id: 'repeat-with-space', label: 'A repeat has space' },
    { id: 'trainer-availability', label: 'When the trainer could come again' },
  ],
  chase: { number: 1, asks: 27, spared: 0, perWeek: 2 },
  changes: [
    { at: '2026-10-12T15:41:00Z', name: 'Cllr Adeyinka', to: 'declined', accepted: 4 },
    { at: '2026-10-11T08:15:00Z', name: 'Cllr Stroudley', to: 'declined', accepted: 5 },
  ],
}
