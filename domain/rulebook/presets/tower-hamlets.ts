import type { MandatoryRule } from '../mandatory.ts'
import type { CouncilsOwn } from './common-ground.ts'

const allMembers: MandatoryRule['appliesTo']['kinds'] = ['mayor', 'councillor', 'co-optee']
const mayorAndCouncillors: MandatoryRule['appliesTo']['kinds'] = ['mayor', 'councillor']

/** Member Learning and Development Strategy 2023-2026. What it says of uptake, cancelling and reminders is the common ground. */
export const towerHamlets: CouncilsOwn = {
  preset: 'tower-hamlets',
  // 3.1: the Committee agrees "the Member Learning and Development Plans".
  programme: { publication: { name: 'Member Learning and Development Plan' } },
  // 4.3 of the first section 4.
  providers: [{ name: 'Local Government Association' }, { name: 'London Councils' }],
  mandatory: {
    rules: [
      // 2.6 row 1: "during Member Induction plus one more session in each 4 year election cycle".
      {
        id: 'ethics-and-probity',
        label: 'Ethics and Probity Training',
        appliesTo: { kinds: allMembers },
        titles: ['Ethics and Probity'],
        due: { by: 'induction' },
        again: 'each-cycle',
      },
      committeeTraining('planning', 'Planning'),
      committeeTraining('licensing', 'Licensing'),
      committeeTraining('appeals', 'Appeals'),
      committeeTraining('appointments', 'Appointments'),
      // 2.6 row 3.
      {
        id: 'equalities',
        label: 'Equalities Training',
        appliesTo: { kinds: mayorAndCouncillors },
        titles: ['Equalities'],
        due: { by: 'induction' },
      },
      // 2.6 row 4: "Speaker and all Chairs who have not previously attended training", at the start of the municipal year.
      {
        id: 'chairing-skills',
        label: 'Chairing skills',
        appliesTo: { offices: ['Speaker', 'Chair'] },
        titles: ['Chairing skills training'],
        due: { by: 'municipal-year', weeks: 8 },
      },
      // 2.6 rows 5, 6 and 7. What follow-up training is required, officers say.
      {
        id: 'information-governance',
        label: 'Information Governance and Data Protection',
        appliesTo: { kinds: mayorAndCouncillors },
        due: { by: 'induction' },
      },
      {
        id: 'corporate-parenting',
        label: 'Corporate Parenting and Safeguarding Training',
        appliesTo: { kinds: mayorAndCouncillors },
        titles: ['Corporate Parenting and Safeguarding'],
        due: { by: 'induction' },
      },
      {
        id: 'personal-safety',
        label: 'Personal Safety',
        appliesTo: { kinds: mayorAndCouncillors },
        due: { by: 'induction' },
      },
    ],
  },
}

/** 2.6 row 2: "before sitting on the Committee", then "usually a yearly refresher". */
function committeeTraining(id: string, committee: string) {
  return {
    id,
    label: `${committee} Committee training`,
    appliesTo: { committees: [`${committee} Committee`] },
    titles: [`${committee} training`],
    due: { by: 'sitting' as const },
    again: 'each-municipal-year' as const,
  }
}
