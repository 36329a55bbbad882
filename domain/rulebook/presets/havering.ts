import type { CouncilsOwn } from './common-ground.ts'
import { kindsCalled } from './common-ground.ts'

/** Members' Learning & Development Framework, which has headings and no paragraph numbers. */
export const havering: CouncilsOwn = {
  preset: 'havering',
  // "Methods of delivery", its six bullets; the workshop is under "Commitment to Member learning and development".
  kinds: kindsCalled({
    'in-person-training': 'Core programme course', // 1st
    'own-time': 'E-learning package', // 2nd
    'external-event': 'External conference or seminar', // 4th
    'shared-knowledge': 'Knowledge shared by another elected Member', // 5th
    guide: 'Written learning materials', // 6th
    workshop: 'Facilitated workshop',
  }),
  // "Member development core elements", 3.
  programme: { publication: { name: 'Member development syllabus' } },
}
