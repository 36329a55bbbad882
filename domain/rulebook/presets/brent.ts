import type { CouncilsOwn } from './common-ground.ts'
import { kindsCalled } from './common-ground.ts'

/** Appendix 5, Charter Plus action plan: bullets of its two bodies, and its rows counted through both tables. */
export const brent: CouncilsOwn = {
  preset: 'brent',
  kinds: kindsCalled({
    'online-training': 'Webinar', // row 12 and the Council's 2nd bullet
    'own-time': 'E-learning', // rows 10 and 11 and the Council's 2nd bullet
    'external-event': 'External learning and development session', // row 3
  }),
  partners: {
    // Row 14 names them and gives no address.
    organisations: [{ name: 'CVS Brent' }, { name: 'Age UK Brent' }],
  },
  // Row 8 counts "per financial year", the one year that the plan counts by.
  reporting: { year: 'financial' },
  bulletin: {
    name: 'Member information bulletin', // row 2
    // Row 11: "Circulate the LGA Highlighting Political Leadership Quarterly Update".
    recurring: [{ id: 'highlighting-political-leadership', label: 'LGA Highlighting Political Leadership', every: 'quarter' }],
  },
  // Row 3, and row 6 for the forums.
  providers: [{ name: 'Local Government Association' }, { name: 'London Councils' }, { name: 'Pan-London forums' }],
  mandatory: {
    rules: [
      // Row 10. Its date, 31 October 2019, is for setting Members up and not for completing the course.
      {
        id: 'data-and-information-security',
        label: 'Data and Information Security',
        appliesTo: { kinds: ['mayor', 'councillor', 'co-optee'] },
        due: { by: 'none' },
        through: 'e-learning', // "Mandatory E-learning"
      },
    ],
  },
}
