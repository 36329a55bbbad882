import type { CouncilsOwn } from './common-ground.ts'
import { kindsCalled } from './common-ground.ts'

/** Member Development Strategy 2024/25. */
export const thurrock: CouncilsOwn = {
  preset: 'thurrock',
  // 10, its twelve bullets. Those that say no more than the common ground keep its words.
  kinds: kindsCalled({
    'in-person-training': 'Training course', // 1st
    workshop: 'Informal in-house workshop', // 2nd
    'external-event': 'External conference or seminar', // 3rd
    guide: 'Written learning materials', // 5th
    mentoring: 'Peer mentoring', // 6th
    'own-time': 'E-learning package', // 7th
    'distance-learning': 'Distance learning package', // 8th
    visit: 'Visit to another council or a relevant partner', // 9th
    'shared-knowledge': 'Knowledge shared by another elected Member', // 11th
    research: 'Personal research or preparation for a project', // 12th
  }),
  // 6, 2nd bullet: each training session in the core programme, and courses that others provide.
  evaluation: { askedOf: ['training', 'external'] },
  briefings: { evaluation: false },
  // 13, 5th bullet.
  providers: [{ name: 'Local Government Association' }, { name: 'South East Employers' }],
}
