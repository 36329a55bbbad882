import type { MyPlace } from '../../../api/contracts/places.ts'
import { day, instant } from '../../../domain/kernel/time.ts'
import { dayInWords } from '../../../domain/kernel/words-of-time.ts'
import { placesWords } from '../../../domain/places/words.ts'
import { fullWhen } from '../words-of-time.ts'

type Subject = MyPlace['subject']
type Meets = NonNullable<MyPlace['drawn']>['tickets'][number]['meets'][number]

export const words = {
  heading: 'Limited places',
  see: 'See the places',
  drawHeading: 'How the ballot can be checked',
  drawOpen: 'Show the whole draw',
  drawLead: 'Anybody can work the ballot out again and find the same order.',
  drawHow:
    'The seed was made at random when the places were set, and nobody could see it until the draw. Its mark was shown from the first. SHA-256 of the seed is the mark. SHA-256 of the seed, a tilde (~) and a ticket is that ticket’s number. Those who meet more of the method come first, and then the lowest number.',
  mark: 'Mark',
  seed: 'Seed',
  number: 'Number',
  ticket: 'Your ticket',
  yours: 'Yours',
  meets: {
    'role-need': 'a post that needs it most',
    'not-had-one': 'no limited place this year',
    ballot: 'the ballot',
  } as const satisfies Record<Meets, string>,
  markBefore: 'Anybody can check the ballot afterwards. If you would like to, keep a code now to compare then.',
  markOpen: 'Show the code',
}

/** How far limited places have got, as officers' lists and pages say it. */
export const stageWords = {
  'not-announced': 'Not announced yet',
  open: 'Open',
  closing: 'Closed',
  closed: 'Closed: make the draw',
  drawn: 'Drawn: confirm it',
  allotted: 'Places given',
} as const satisfies Record<MyPlace['stage'], string>

/** "Thursday 22 October 2026, 6:30pm to 8pm, Town Hall", or the days of training elsewhere. */
export function subjectWords({ startsAt, endsAt, from, to, place, online, provider }: Subject): string {
  const days = from && [from, ...(to && to !== from ? [to] : [])].map((each) => dayInWords(day(each), { year: true })).join(' to ')
  const when = startsAt && endsAt ? fullWhen({ startsAt, endsAt }) : days
  return [when, online ? 'online' : place, provider].filter(Boolean).join(', ')
}

/** How things stand for her, in one sentence. */
export function mineWords({ mine, stage, standing, closesAt, notForYou, subject }: MyPlace): string {
  if (subject.isOff) return 'It is cancelled or has been put off, so no places are given.'
  if (standing) return placesWords.outcomeOf(standing)
  if (subject.isOver) return 'It has begun or is over.'
  if (mine === 'given-up') return 'You gave this up.'
  if (mine === 'interested') {
    const then =
      stage === 'open' ? `You can withdraw until officers have given the places.` : 'Officers give the places now, and we write to you.'
    return `You have said that you would like a place. ${then}`
  }
  if (stage !== 'open') return placesWords.closedOn(instant(closesAt))
  if (notForYou) return 'These places are only for Members with one of the posts named here.'
  const again = mine === 'withdrawn' ? 'You have withdrawn. You can change your mind. ' : ''
  return `${again}${placesWords.expressBy(instant(closesAt))}`
}
