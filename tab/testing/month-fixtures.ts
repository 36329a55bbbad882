import type { AttentionRow } from '../../api/contracts/attention.ts'
import type { Clash } from '../../api/contracts/clashes.ts'
import type { MeetingView, ProgrammeMonth } from '../../api/contracts/month.ts'
import type { ProgrammeRow } from '../../api/contracts/programme.ts'
import { day } from '../../domain/kernel/time.ts'
import { planning, programme } from './officer-fixtures.ts'
import { now, readAt } from './people.ts'

const meeting = (committee: string, startsAt: string, change: Partial<MeetingView> = {}): MeetingView => ({
  meetingId: `${committee} ${startsAt}`,
  committee,
  startsAt,
  status: 'confirmed',
  ...change,
})

const scrutiny: Clash['against'] = {
  kind: 'meeting',
  committee: 'Overview and Scrutiny Committee',
  startsAt: '2026-10-28T19:00:00Z',
  endsAt: '2026-10-28T21:00:00Z',
  place: 'Council Chamber',
}

const budget: ProgrammeRow = {
  ...planning,
  sessionId: 's-budget',
  title: 'Budget for 2027/28',
  kindLabel: 'Member seminar',
  audience: 'relevant-members',
  startsAt: '2026-10-28T18:30:00Z',
  endsAt: '2026-10-28T20:00:00Z',
  place: 'Committee Room 3',
  state: { kind: 'going-ahead', because: 'enough' },
  otherRuns: [],
  clashes: [{ clashId: 'c'.repeat(20), against: scrutiny, affected: ['Cllr Beatrice Holloway', 'Cllr Emeka Sandholt'] }],
}

const treasury: ProgrammeRow = {
  ...planning,
  sessionId: 's-treasury-briefing',
  title: 'Treasury briefing',
  kindLabel: 'Member briefing',
  countsAs: 'briefing',
  startsAt: '2026-10-12T12:00:00Z',
  endsAt: '2026-10-12T13:00:00Z',
  state: { kind: 'cancelled', at: '2026-10-09T16:10:00Z', reasonMissing: false, through: 'decision' },
  otherRuns: [],
}

/** October 2026, as picture 02 has it. */
export const october: ProgrammeMonth = {
  now,
  month: '2026-10',
  from: '2026-09-28',
  to: '2026-11-01',
  rows: [treasury, ...programme.rows.filter(({ startsAt }) => startsAt < '2026-11-02'), budget],
  meetings: [
    meeting('Cabinet', '2026-10-01T16:00:00Z'),
    meeting('Licensing Sub-Committee', '2026-10-08T13:00:00Z', { status: 'cancelled' }),
    meeting('Council', '2026-10-14T18:00:00Z', { place: 'Council Chamber' }),
    meeting('Planning Committee', '2026-10-21T17:30:00Z', { endsAt: '2026-10-21T19:30:00Z', place: 'Council Chamber' }),
    meeting('Standards Committee', '2026-10-27T00:00:00Z', { endsAt: '2026-10-28T00:00:00Z', allDay: true, status: 'provisional' }),
    meeting('Overview and Scrutiny Committee', '2026-10-28T19:00:00Z', { endsAt: '2026-10-28T21:00:00Z', place: 'Council Chamber' }),
  ],
  slots: [
    { startsAt: '2026-10-20T13:00:00Z', endsAt: '2026-10-20T15:00:00Z' },
    { startsAt: '2026-10-29T14:00:00Z', endsAt: '2026-10-29T16:00:00Z' },
  ],
  daysOff: [],
  schoolHolidays: [{ label: 'Half-term', from: '2026-10-26', to: '2026-10-30' }],
  marks: [
    { label: 'Dussehra', from: '2026-10-20', to: '2026-10-20', kind: 'event' },
    { label: 'By-election in Weir ward', from: '2026-10-29', to: '2026-10-29', kind: 'polling-day' },
  ],
  calendar: { state: 'read', readAt, isBeyond: false, unread: [], membersUnknown: [], doubts: [] },
  categories: programme.categories,
  unreachable: [],
}

/** Any other month: nothing is on. */
export function emptyMonth(month: string): ProgrammeMonth {
  const first = day(`${month}-01`)
  const last = first.with({ day: first.daysInMonth })
  return {
    ...october,
    month,
    from: first.subtract({ days: first.dayOfWeek - 1 }).toString(),
    to: last.add({ days: 7 - last.dayOfWeek }).toString(),
    rows: [],
    meetings: [],
    slots: [],
    schoolHolidays: [],
    marks: [],
  }
}

/** In the scene `officer-calendar-down` modern.gov has been away for a day, and half of what it said was never understood. */
export const octoberInDoubt: ProgrammeMonth = {
  ...october,
  calendar: {
    state: 'failing',
    readAt: '2026-10-11T23:05:00Z',
    failing: { since: '2026-10-12T23:05:00Z', because: 'no-answer' },
    isBeyond: true,
    unread: ['Pensions Board'],
    membersUnknown: ['Cabinet', 'Standards Committee'],
    doubts: [{ committee: 'Standards Committee', because: 'unreadable-time', given: 'TBC' }],
  },
}

/** In the scene `officer-clash` the planning session clashes with a meeting; beside another session it stays. */
export const clashes: Clash[] = [
  {
    clashId: 'a'.repeat(20),
    against: { kind: 'meeting', committee: 'Licensing Committee', startsAt: '2026-10-15T11:45:00Z', place: 'Committee Room 1' },
    affected: [
      { memberId: 'm-1', name: 'Cllr Hugh Amblecote' },
      { memberId: 'm-2', name: 'Cllr Leila Haddon' },
    ],
  },
  {
    clashId: 'b'.repeat(20),
    against: {
      kind: 'session',
      sessionId: 's-budget',
      title: 'Budget for 2027/28',
      startsAt: '2026-10-15T10:00:00Z',
      endsAt: '2026-10-15T11:00:00Z',
    },
    affected: [{ memberId: 'm-3', name: 'Cllr Elspeth Rook' }],
    accepted: { by: 'Desmond Achterly', at: '2026-10-12T10:00:00Z', reason: 'It is recorded for those who miss it' },
  },
  {
    clashId: 'c'.repeat(20),
    against: {
      kind: 'event',
      label: 'Navratri',
      from: '2026-10-11',
      to: '2026-10-19',
      hours: 'all-day',
      isEve: false,
      isSure: true,
      startsAt: '2026-10-10T23:00:00Z',
      endsAt: '2026-10-19T23:00:00Z',
    },
  },
]

export const clashRows: AttentionRow[] = clashes.slice(0, 1).map(({ clashId, against, affected = [] }) => ({
  kind: 'clash',
  group: 'put-right',
  sessionId: planning.sessionId,
  title: planning.title,
  startsAt: planning.startsAt,
  clashId,
  against,
  affected: affected.map(({ name }) => name),
}))
