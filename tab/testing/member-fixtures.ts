import type { MySession, MySessionPage, MyTraining } from '../../api/contracts/my-training.ts'
import type { z } from 'zod'
import type { myTexts } from '../../api/contracts/my-training.ts'
import { now, readAt } from './people.ts'

const standing: Pick<MySession, 'kindLabel' | 'countsAs' | 'delivery' | 'standing' | 'otherRuns'> = {
  kindLabel: 'Training',
  countsAs: 'training',
  delivery: 'in-person',
  standing: 'standing',
  otherRuns: [],
}

export const enough: MySession['uptake'] = { accepted: 14, tentative: 3, minimum: 6, readAt, stage: 'enough' }

const online: MySession['otherRuns'][number] = {
  sessionId: 's-chairing-online',
  startsAt: '2026-10-27T12:30:00Z',
  endsAt: '2026-10-27T14:00:00Z',
  delivery: 'online',
  accepted: 9,
  partOfDay: 'day',
}

export const chairing: MySession = {
  ...standing,
  sessionId: 's-chairing',
  title: 'Chairing a difficult meeting',
  delivery: 'hybrid',
  startsAt: '2026-10-22T17:30:00Z',
  endsAt: '2026-10-22T19:00:00Z',
  place: 'Committee Room 2, Town Hall',
  response: 'none',
  uptake: { accepted: 4, tentative: 2, minimum: 6, readAt, stage: 'before-review', decideBy: '2026-10-15T11:00:00Z' },
  otherRuns: [online],
}

export const chairingOnline: MySession = {
  ...chairing,
  sessionId: online.sessionId,
  startsAt: online.startsAt,
  endsAt: online.endsAt,
  delivery: 'online',
  uptake: { ...enough, accepted: 9 },
  otherRuns: [],
}

export const casework: MySession = {
  ...standing,
  sessionId: 's-casework',
  title: 'Casework clinic',
  startsAt: '2026-10-29T18:30:00Z',
  endsAt: '2026-10-29T20:00:00Z',
  place: 'Council Chamber',
  response: 'none',
  uptake: { ...enough, accepted: 6 },
}

export const moved: MySession = {
  ...standing,
  sessionId: 's-moved',
  title: 'Safeguarding for every councillor',
  startsAt: '2026-11-05T18:00:00Z',
  endsAt: '2026-11-05T19:30:00Z',
  place: 'Committee Room 1',
  response: 'none',
  answeredOldTime: 'accepted',
  uptake: { ...enough, accepted: 3, stage: 'before-review', decideBy: '2026-10-29T12:00:00Z' },
}

export const cancelled: MySession = {
  ...standing,
  sessionId: 's-cancelled',
  title: 'Planning: making sound decisions',
  startsAt: '2026-10-15T09:00:00Z',
  endsAt: '2026-10-15T11:30:00Z',
  place: 'Committee Room 1',
  response: 'accepted',
  uptake: { ...enough, accepted: 4 },
  standing: 'cancelled',
  cancelled: {
    at: '2026-10-13T13:02:00Z',
    message:
      'Too few could come on Thursday. The same training runs on Monday 19 October at 6:30pm in Committee Room 1: please come if you can.',
  },
  otherRuns: [
    {
      ...online,
      sessionId: 's-planning-evening',
      startsAt: '2026-10-19T17:30:00Z',
      endsAt: '2026-10-19T20:00:00Z',
      delivery: 'in-person',
      place: 'Committee Room 1',
      partOfDay: 'evening',
    },
  ],
}

const winter: MySession = {
  ...standing,
  sessionId: 's-winter',
  title: 'Winter pressures: what residents will ask',
  kindLabel: 'Member briefing',
  countsAs: 'briefing',
  delivery: 'online',
  startsAt: '2026-10-14T11:30:00Z',
  endsAt: '2026-10-14T12:15:00Z',
  response: 'accepted',
  uptake: enough,
}
const licensing: MySession = {
  ...standing,
  sessionId: 's-licensing',
  title: 'Licensing training',
  startsAt: '2026-10-28T18:00:00Z',
  endsAt: '2026-10-28T20:00:00Z',
  place: 'Committee Room 1',
  response: 'accepted',
  uptake: enough,
}
const speaking: MySession = {
  ...standing,
  sessionId: 's-speaking',
  title: 'Speaking so people listen',
  startsAt: '2026-11-10T10:00:00Z',
  endsAt: '2026-11-10T12:00:00Z',
  place: 'Town Hall',
  response: 'tentative',
  uptake: enough,
}
const ethics: MySession = {
  ...standing,
  sessionId: 's-ethics',
  title: 'Ethics and probity',
  startsAt: '2027-03-02T18:00:00Z',
  endsAt: '2027-03-02T20:00:00Z',
  place: 'Town Hall',
  response: 'accepted',
  uptake: enough,
}

export const training: MyTraining = {
  now,
  needsAnswer: [chairing, casework],
  nextDates: [winter, licensing, speaking, ethics],
  cancelled: [],
  evaluations: [],
  week: { sessions: 1, minutes: 45 },
  answered: { answered: 11, invited: 12, since: '2026-05-20T12:00:00Z' },
  readAt,
  unreachable: [],
}

export function pageOf(session: MySession): MySessionPage {
  return {
    session,
    about:
      'Open and close an item so everyone knows what was decided.\nDeal with interruptions fairly, and be seen to.\nKeep to time without cutting people off.',
    ...(session.delivery === 'in-person'
      ? {}
      : { joinUrl: 'https://teams.microsoft.com/l/meetup-join/example', joinFrom: '2026-10-22T17:20:00Z' }),
    organiser: { name: 'Hannah Brightwell' },
    now,
    unreachable: [],
  }
}

export const texts: z.infer<typeof myTexts> = {
  reminders: true,
  combine: false,
  combineAllowed: true,
  optOutAllowed: true,
  mobile: '07700 900142',
  mobileState: 'usable',
  permitted: { from: '7am', until: '8pm' },
  etag: 'first',
  now: '2026-10-13T09:42:00Z',
}
