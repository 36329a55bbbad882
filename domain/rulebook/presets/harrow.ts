import type { CouncilsOwn } from './common-ground.ts'
import { kindsCalled } from './common-ground.ts'

/** Member Development Charter, draft action plan, November 2008: its rows. */
export const harrow: CouncilsOwn = {
  preset: 'harrow',
  kinds: kindsCalled({
    'own-time': 'Flexible learning (e-learning)', // 3.4
  }),
  // 3.2 and 3.5: each event has clearly defined aims and objectives.
  planning: { withoutAims: 'hold' },
  programme: {
    // 3.1.
    publication: { name: 'The Modern Councillor Professional Development Brochure' },
  },
  // 3.1 and 1.4: the plans for 09/10 are due by 31 March 09, so its year is the financial one.
  reporting: { year: 'financial' },
}
