import type { SessionDetails } from '../../api/contracts/details.ts'
import { now, roll } from './people.ts'

/** What Hannah Brightwell knows of the day run of the planning training. */
export const details: SessionDetails = {
  sessionId: 's-planning',
  title: 'Planning: making sound decisions',
  kindLabel: 'Training',
  startsAt: '2026-10-15T09:00:00Z',
  endsAt: '2026-10-15T11:30:00Z',
  version: 2,
  changed: { by: 'Desmond Achterly', at: '2026-10-12T09:05:00Z' },
  pair: 'no-repeat',
  gaps: ['serves', 'implements', 'monitors', 'evaluates'],
  details: {
    aims: 'Say what makes a planning decision sound, and give reasons that an inspector would accept.',
    commitment: { preWork: 'Read the officer’s report on the mill site: about 30 minutes.' },
    provider: 'Farrow Lyle Planning',
    costs: [
      {
        category: 'external-trainer',
        pence: 85_000,
        payable: {
          kind: 'on-terms',
          terms: [
            { workingDaysBefore: 5, payablePercent: 50 },
            { workingDaysBefore: 1, at: '12:00', payablePercent: 100 },
          ],
        },
      },
      { category: 'refreshments', pence: 4_200, payable: { kind: 'if-it-runs' } },
    ],
    capacity: 30,
  },
  choices: {
    categories: [
      { id: 'external-trainer', label: 'External trainer' },
      { id: 'room', label: 'Room' },
      { id: 'refreshments', label: 'Refreshments' },
    ],
    usualTerms: false,
    rules: [
      { id: 'planning', label: 'Planning Committee training' },
      { id: 'licensing', label: 'Licensing Committee training' },
    ],
    byTitle: ['planning'],
    committees: ['Licensing Committee', 'Planning Committee'],
    offices: ['Chair', 'Leader', 'Mayor'],
    members: roll.map(({ memberId, name }) => ({ memberId, name })),
    priorities: [{ id: 'homes', label: 'Homes for the future' }],
    serviceAreas: ['Housing', 'Public Health'],
    partners: ['Age UK Thamesbrook', 'Newham Council'],
    providers: ['Local Government Association', 'London Councils'],
    runs: [{ sessionId: 's-reading', title: 'Reading reports quickly and well', startsAt: '2026-10-20T12:00:00Z' }],
    audienceFixed: false,
    usualAudience: 'all-members',
  },
  money: moneyAtStake(),
  now,
}

/** Half of the trainer is owed already, the whole from noon on Wednesday. */
export function moneyAtStake(): NonNullable<SessionDetails['money']> {
  return {
    ifRun: 89_200,
    committed: 0,
    ifCancelled: 42_500,
    next: { at: '2026-10-14T11:00:00Z', ifCancelled: 85_000 },
    unknown: 0,
    costs: [
      { label: 'External trainer', pence: 85_000 },
      { label: 'Refreshments', pence: 4_200 },
    ],
  }
}

/** Put down when sessions of its kind could still be narrowed, and the rulebook had one more rule. */
export const outgrownDetails: SessionDetails = {
  ...details,
  details: { ...details.details, audience: { kind: 'committee', committee: 'Planning Committee' }, meets: ['planning', 'site-visits'] },
  choices: { ...details.choices, audienceFixed: true },
}

/** C1.7: of a kind that is for all Members, with nothing put down of whom it is for. */
export const seminarDetails: SessionDetails = {
  ...details,
  kindLabel: 'Member seminar',
  choices: { ...details.choices, audienceFixed: true },
}
