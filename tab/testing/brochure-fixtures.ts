import type { Brochure, BrochureCourse, BrochureRun } from '../../api/contracts/brochure.ts'
import { now } from './people.ts'

const room = { stepFree: true, hearingLoop: true }

function held(sessionId: string, startsAt: string, endsAt: string, given: Partial<BrochureRun> = {}): BrochureRun {
  return {
    sessionId,
    startsAt,
    endsAt,
    delivery: 'in-person',
    ...(given.delivery === 'online' ? {} : { place: 'Committee Room 1', access: room }),
    hasBegun: Date.parse(startsAt) < Date.parse(now),
    hasEnded: Date.parse(endsAt) < Date.parse(now),
    ...given,
  }
}

function aCourse(courseId: string, title: string, runs: readonly BrochureRun[], given: Partial<BrochureCourse> = {}): BrochureCourse {
  return {
    courseId,
    title,
    kindLabel: 'In-person training',
    forWhom: { kind: 'all-members' },
    runs: [...runs],
    toFollow: 0,
    ...given,
  }
}

const welcome = aCourse('welcome-1', 'Welcome to the council', [held('s-induction', '2026-05-20T17:00:00Z', '2026-05-20T19:00:00Z')], {
  aims: 'To know your way about: who does what, where to ask, and what is expected of you in the first hundred days.',
  forWhom: { kind: 'new-members' },
})
const planning = aCourse(
  'planning-1',
  'Planning: making sound decisions',
  [
    held('s-planning', '2026-10-15T09:00:00Z', '2026-10-15T11:30:00Z', { yours: 'accepted' }),
    held('s-planning-evening', '2026-10-19T17:30:00Z', '2026-10-19T20:00:00Z', { yours: 'none' }),
  ],
  {
    aims: 'To decide an application on planning grounds alone.\nTo know when you may not take part.\nTo give reasons that stand up on appeal.',
    mandatoryFor: 'on the Planning Committee or a named substitute',
    toFollow: 1,
  },
)
const chairing = aCourse(
  'chairing-1',
  'Chairing a difficult meeting',
  [
    held('s-chairing', '2026-10-22T17:30:00Z', '2026-10-22T19:00:00Z', {
      delivery: 'hybrid',
      place: 'Town Hall',
      access: { stepFree: true },
      yours: 'none',
    }),
    held('s-chairing-online', '2026-10-29T12:00:00Z', '2026-10-29T13:30:00Z', { delivery: 'online' }),
  ],
  { aims: 'To keep order kindly, and to end on time.', kindLabel: 'Hybrid training' },
)
const winter = aCourse(
  'winter-1',
  'Winter pressures: what residents will ask',
  [held('s-winter', '2026-10-14T11:30:00Z', '2026-10-14T12:15:00Z', { delivery: 'online', yours: 'accepted' })],
  { kindLabel: 'Member briefing', forWhom: { kind: 'relevant-members' } },
)
const licensing = aCourse(
  'licensing-1',
  'Licensing hearings in practice',
  [held('s-licensing', '2026-11-18T18:00:00Z', '2026-11-18T20:00:00Z', { place: 'Old Fire Station', access: { stepFree: false } })],
  {
    aims: 'To hear both sides fairly, from the papers to the decision notice.',
    forWhom: { kind: 'committee', committee: 'Licensing Committee' },
    mandatoryFor: 'on the Licensing Committee or a named substitute',
  },
)
const topics = ['Council finance', 'Safeguarding', 'Data and you', 'Speaking so people listen', 'Casework clinic', 'Scrutiny in practice']
const more = topics.map((title, place) =>
  aCourse(
    `more-${place}`,
    title,
    [
      held(`s-more-${place}`, `2027-0${1 + (place % 3)}-1${place}T18:00:00Z`, `2027-0${1 + (place % 3)}-1${place}T20:00:00Z`, {
        place: 'Council Chamber',
      }),
    ],
    { aims: 'To ask the right questions, to know where the answers are, and to tell a good one from a poor one.' },
  ),
)
const leadership = aCourse('leadership-1', 'Leading a group', [], {
  aims: 'To lead without a title.',
  forWhom: { kind: 'office', office: 'Group leader' },
  toFollow: 1,
})

const month = (name: string, courses: readonly BrochureCourse[]) => ({
  heading: { kind: 'month', month: name } as const,
  courses: [...courses],
})
const ofMonth = (part: string) => more.filter(({ runs: [first] }) => first?.startsAt.startsWith(part))

/** A year as Members are given it. To an officer nothing of it is her own. */
export function brochure(isOfficer: boolean): Brochure {
  const groups: Brochure['groups'] = [
    month('2026-05', [welcome]),
    month('2026-10', [winter, planning, chairing]),
    month('2026-11', [licensing]),
    month('2027-01', ofMonth('2027-01')),
    month('2027-02', ofMonth('2027-02')),
    month('2027-03', ofMonth('2027-03')),
    { heading: { kind: 'date-to-follow' }, courses: [leadership] },
  ]
  return {
    name: 'Member development programme',
    year: { from: '2026-05-01', to: '2027-05-01' },
    by: 'month',
    groups: isOfficer ? groups.map((group) => ({ ...group, courses: group.courses.map(nobodys) })) : groups,
    now,
  }
}

function nobodys(course: BrochureCourse): BrochureCourse {
  return { ...course, runs: course.runs.map(({ yours: _yours, ...run }) => run) }
}

export const noBrochure: Brochure = { ...brochure(true), groups: [] }
