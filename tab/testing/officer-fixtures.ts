import type { Attention, PhoneList } from '../../api/contracts/attention.ts'
import type { DecisionCase } from '../../api/contracts/decisions.ts'
import type { MessageView, Programme, ProgrammeRow, SessionPage } from '../../api/contracts/programme.ts'
import type { MembersView } from '../../api/contracts/register.ts'
import { details, moneyAtStake } from './details-fixtures.ts'
import { now, readAt, roll } from './people.ts'
import { weighed } from './weighed-fixtures.ts'

type Counts = ProgrammeRow['counts']

const counts = (accepted: number, tentative: number, none: number, declined: number): Counts => ({ accepted, tentative, none, declined })
const uptakeOf = ({ accepted, tentative }: Counts, stage: ProgrammeRow['uptake']['stage']): ProgrammeRow['uptake'] => ({
  accepted,
  tentative,
  minimum: 6,
  readAt,
  stage,
})
const plain: Pick<ProgrammeRow, 'kindLabel' | 'countsAs' | 'audience' | 'delivery' | 'invited' | 'otherRuns'> = {
  kindLabel: 'Training',
  countsAs: 'training',
  audience: 'all-members',
  delivery: 'in-person',
  invited: 50,
  otherRuns: [],
}
const goingAhead = { kind: 'going-ahead', because: 'enough' } as const

const evening: ProgrammeRow['otherRuns'][number] = {
  sessionId: 's-planning-evening',
  startsAt: '2026-10-19T17:30:00Z',
  endsAt: '2026-10-19T20:00:00Z',
  place: 'Committee Room 1',
  delivery: 'in-person',
  accepted: 9,
  partOfDay: 'evening',
}

const fourOfFifty = counts(4, 2, 25, 19)
export const planning: ProgrammeRow = {
  ...plain,
  sessionId: 's-planning',
  title: 'Planning: making sound decisions',
  startsAt: '2026-10-15T09:00:00Z',
  endsAt: '2026-10-15T11:30:00Z',
  place: 'Committee Room 1',
  counts: fourOfFifty,
  uptake: { ...uptakeOf(fourOfFifty, 'too-few'), decideBy: '2026-10-14T11:00:00Z' },
  state: { kind: 'decide-by', at: '2026-10-14T11:00:00Z', escalated: false },
  otherRuns: [evening],
}

const rows: ProgrammeRow[] = [
  planning,
  {
    ...plain,
    sessionId: 's-planning-evening',
    title: 'Planning: making sound decisions',
    startsAt: evening.startsAt,
    endsAt: evening.endsAt,
    place: 'Committee Room 1',
    counts: counts(9, 3, 24, 14),
    uptake: uptakeOf(counts(9, 3, 24, 14), 'enough'),
    state: goingAhead,
    otherRuns: [
      { ...evening, sessionId: 's-planning', startsAt: planning.startsAt, endsAt: planning.endsAt, accepted: 4, partOfDay: 'day' },
    ],
  },
  {
    ...plain,
    sessionId: 's-reading',
    title: 'Reading reports quickly and well',
    delivery: 'online',
    startsAt: '2026-10-20T12:00:00Z',
    endsAt: '2026-10-20T13:00:00Z',
    counts: counts(3, 5, 31, 11),
    uptake: uptakeOf(counts(3, 5, 31, 11), 'too-few'),
    state: { kind: 'decide-by', at: '2026-10-15T16:00:00Z', escalated: false },
  },
  {
    ...plain,
    sessionId: 's-local-plan',
    title: 'Local Plan: what the consultation asks',
    kindLabel: 'Member briefing',
    countsAs: 'briefing',
    delivery: 'hybrid',
    startsAt: '2026-10-22T17:00:00Z',
    endsAt: '2026-10-22T18:00:00Z',
    place: 'Council Chamber',
    counts: counts(21, 4, 16, 9),
    uptake: uptakeOf(counts(21, 4, 16, 9), 'enough'),
    state: goingAhead,
  },
  {
    ...plain,
    sessionId: 's-parenting',
    title: 'Corporate parenting and safeguarding',
    startsAt: '2026-11-03T10:00:00Z',
    endsAt: '2026-11-03T12:00:00Z',
    place: 'Council Chamber',
    counts: counts(14, 3, 19, 10),
    uptake: uptakeOf(counts(14, 3, 19, 10), 'before-review'),
    state: { kind: 'reviewed-on', at: '2026-10-27T09:00:00Z' },
  },
  {
    ...plain,
    sessionId: 's-treasury',
    title: 'Treasury management',
    kindLabel: 'Member seminar',
    startsAt: '2026-11-18T18:30:00Z',
    endsAt: '2026-11-18T20:00:00Z',
    place: 'Committee Room 1',
    counts: counts(5, 2, 35, 8),
    uptake: uptakeOf(counts(5, 2, 35, 8), 'before-review'),
    state: { kind: 'cancelled', at: '2026-10-12T16:10:00Z', reasonMissing: true, through: 'outlook' },
  },
]

export const programme: Programme = {
  now,
  readAt,
  rows,
  answered: { answered: 123, invited: 245 },
  mailboxes: [
    { name: 'Member Services', address: 'member.services@thamesbrook.gov.uk', readAt, state: 'read' },
    { name: 'Hannah Brightwell', address: 'hannah.brightwell@thamesbrook.gov.uk', readAt, state: 'read' },
  ],
  categories: ['Member training', 'Member briefing'],
  unreachable: [],
}

const reminded = (memberId: string, to: string, change: Partial<MessageView> = {}): MessageView => ({
  dutyId: `d-${memberId}`,
  purpose: 'reminder',
  reminder: 'week-before',
  channel: 'text',
  to,
  memberId,
  notBefore: '2026-10-08T09:00:00Z',
  at: '2026-10-08T09:00:04Z',
  state: 'sent',
  delivery: 'delivered',
  body: 'Thamesbrook Council: You’re coming to Planning: making sound decisions, Thu 15 Oct at 10am, Committee Room 1.',
  ...change,
})

const responses = [
  ...Array<'accepted'>(4).fill('accepted'),
  ...Array<'tentative'>(2).fill('tentative'),
  ...Array<'none'>(25).fill('none'),
  ...Array<'declined'>(19).fill('declined'),
]

const members: SessionPage['members'] = roll.map(({ memberId, name }, place) => {
  const response = responses[place] ?? 'none'
  const message = reminded(memberId, name, place === 8 ? { delivery: 'permanent-failure' } : place === 7 ? { channel: 'email' } : {})
  return {
    memberId,
    name,
    response,
    through: place % 5 === 0 ? 'both' : 'list',
    telling: false,
    reminded: [message],
    ...(response === 'none' ? {} : { respondedAt: '2026-10-11T08:15:00Z' }),
  }
})

const history = [
  { at: '2026-10-12T15:42:00Z', what: 'Put to officers again: 4 of 6 coming' },
  { at: '2026-10-12T15:41:00Z', what: 'Cllr Adeyinka: declined, was accepted' },
  { at: '2026-10-11T08:15:00Z', what: 'Cllr Stroudley: declined, was accepted' },
  { at: '2026-10-08T08:00:00Z', what: 'Reviewed: 6 of 6 coming' },
  { at: '2026-09-10T10:20:00Z', what: 'Invitation seen in Outlook: 50 Members invited' },
  { at: '2026-09-10T10:19:00Z', what: 'Renamed from “Planning” to “Planning: making sound decisions”' },
]

const mightCome = members.flatMap(({ name, response }) => (response === 'none' || response === 'tentative' ? [{ name, response }] : []))

export const session: SessionPage = {
  row: planning,
  seen: 'seen-1',
  about: 'What makes a planning decision sound, and what a planning inspector looks for.',
  webLink: 'https://outlook.office.com/calendar/item/example',
  organiser: { name: 'Hannah Brightwell', address: 'hannah.brightwell@thamesbrook.gov.uk' },
  members,
  others: [
    { kind: 'list', name: 'All Members', response: 'none', listMembers: 50 },
    { kind: 'room', name: 'Committee Room 1', response: 'accepted' },
    { kind: 'presenter', name: 'Farrow Lyle Planning', response: 'accepted' },
    { kind: 'officer', name: 'Desmond Achterly', response: 'tentative' },
    { kind: 'officer', name: 'Ruth Calloway', response: 'none' },
  ],
  notInvited: [{ memberId: 'm-parrow', name: 'Ms Judith Parrow' }],
  reminders: { weekBefore: { at: '2026-10-08T09:00:00Z', audience: 31 }, morningOf: { at: '2026-10-15T07:00:00Z', audience: 6 } },
  history,
  pair: 'complete',
  plan: { accepted: 4, tentative: 2, walkIns: 0, least: 4, most: 6, capacity: 30, overfull: false },
  putDown: { aims: details.details.aims, preWork: details.details.commitment?.preWork, provider: details.details.provider },
  money: moneyAtStake(),
  clashes: [],
  chase: { ...weighed.chase, toAsk: mightCome, leftOut: [] },
  messages: members.filter(({ response }) => response !== 'declined').flatMap((member) => member.reminded),
  phoneList: { toRing: 0, rung: 0 },
  toRelease: [],
  unreachable: [],
  now,
}

const { chase: _over, ...ended } = session

export const cancelledSession: SessionPage = {
  ...ended,
  row: { ...planning, state: { kind: 'cancelled', at: '2026-10-13T13:02:00Z', reasonMissing: false, through: 'decision' } },
  cancelled: { at: '2026-10-13T13:02:00Z', by: 'Hannah Brightwell', through: 'decision', reasonLabel: 'Lack of interest (fewer than 6)' },
  decision: {
    choice: 'cancel',
    by: 'Hannah Brightwell',
    at: '2026-10-13T13:02:00Z',
    reasonLabel: 'Lack of interest (fewer than 6)',
    message: 'Too few could come on Thursday. The same training runs on Monday 19 October, 6:30pm.',
    knowing: { counts: fourOfFifty, minimum: 6, readAt, otherRuns: [evening] },
  },
  messages: [
    ...session.messages,
    {
      dutyId: 'd-cancel',
      purpose: 'cancel-event',
      channel: 'calendar',
      to: 'Outlook',
      notBefore: '2026-10-13T13:02:00Z',
      at: '2026-10-13T13:02:05Z',
      state: 'sent',
    },
    ...[0, 1, 2, 3, 4].map((place): MessageView => ({
      ...reminded(`m-${place}`, roll[place]?.name ?? ''),
      dutyId: `d-told-${place}`,
      purpose: 'cancellation-notice',
      notBefore: '2026-10-13T13:02:00Z',
      at: '2026-10-13T13:02:08Z',
      delivery: place < 3 ? 'delivered' : 'sending',
    })),
  ],
  phoneList: { toRing: 1, rung: 0 },
}

export const decision: DecisionCase = {
  row: planning,
  seen: 'seen-1',
  state: 'open',
  decideBy: '2026-10-14T11:00:00Z',
  escalated: false,
  history,
  atReview: { accepted: 6, at: '2026-10-08T08:00:00Z' },
  ...weighed,
  tentative: members.filter(({ response }) => response === 'tentative').map(({ memberId, name }) => ({ memberId, name })),
  noAnswer: members.filter(({ response }) => response === 'none').map(({ memberId, name }) => ({ memberId, name })),
  notice: { shortNotice: true, shortNoticeFrom: '2026-10-13T09:00:00Z', workingDays: 2 },
  ifCancelled: {
    calendarsCleared: 54,
    membersInvited: 50,
    othersInvited: 4,
    shortNotice: true,
    texts: 5,
    calls: [{ name: 'Cllr Hugh Amblecote', because: 'no-mobile' }],
    offeredOtherRun: 6,
  },
  reasons: [
    { id: 'lack-of-interest', label: 'Lack of interest (fewer than 6)', basis: 'lack-of-interest', needsWords: false },
    { id: 'trainer-ill', label: 'The trainer cannot come', basis: 'unexpected', needsWords: false },
    { id: 'other', label: 'Something else unexpected', basis: 'unexpected', needsWords: true },
  ],
  suggestedMessage:
    'Too few could come on Thursday. The same training runs on Monday 19 October at 6:30pm in Committee Room 1: please come if you can.',
  now,
}

/** C1.11: one to be given, one without aims, and one that has changed since. */
export const briefsOwed: Attention['rows'] = [
  { hasAims: true, hasChanged: false, sessionId: 's-planning', title: planning.title, startsAt: planning.startsAt },
  {
    hasAims: false,
    hasChanged: false,
    sessionId: 's-reading',
    title: 'Reading reports quickly and well',
    startsAt: '2026-10-20T12:00:00Z',
  },
  { hasAims: true, hasChanged: true, sessionId: 's-local-plan', title: 'Local Plan briefing', startsAt: '2026-10-22T17:00:00Z' },
].map((row) => ({ kind: 'brief-owed', group: 'moment', organiser: 'Hannah Brightwell', ...row }))

export const attention: Attention = {
  now,
  rows: [
    {
      kind: 'ring',
      group: 'now',
      sessionId: 's-planning',
      title: planning.title,
      startsAt: planning.startsAt,
      cancelledAt: '2026-10-13T13:02:00Z',
      toRing: [
        { name: 'Cllr Hugh Amblecote', because: 'no-mobile' },
        { name: 'Cllr Gareth Penhallow', because: 'unconfirmed' },
      ],
      delivered: 3,
      rung: 1,
    },
    {
      kind: 'bulletin-unreleased',
      group: 'decide',
      issueId: 'issue-2026-w42',
      dueAt: '2026-10-15T15:00:00Z',
      lapsesAt: '2026-10-16T03:00:00Z',
    },
    {
      kind: 'decide',
      group: 'decide',
      sessionId: 's-reading',
      title: 'Reading reports quickly and well',
      startsAt: '2026-10-20T12:00:00Z',
      accepted: 3,
      tentative: 5,
      none: 31,
      minimum: 6,
      decideBy: '2026-10-15T16:00:00Z',
      escalated: false,
    },
    {
      kind: 'tag-refused',
      group: 'put-right',
      sessionId: 's-planning',
      title: planning.title,
      startsAt: planning.startsAt,
      because: 'unreadable',
      organiser: 'Hannah Brightwell',
    },
    {
      kind: 'places-waiting',
      group: 'decide',
      offerId: 'offer-notice-n-weekend',
      title: 'Leadership weekend',
      waitsFor: 'draw',
      closedAt: '2026-10-12T17:00:00Z',
      interested: 4,
      places: 2,
    },
    {
      kind: 'reason-missing',
      group: 'put-right',
      sessionId: 's-treasury',
      title: 'Treasury management',
      startsAt: '2026-11-18T18:30:00Z',
      cancelledAt: '2026-10-12T16:10:00Z',
      organiser: 'Desmond Achterly',
    },
    {
      kind: 'list-unresolvable',
      group: 'put-right',
      sessionId: 's-parenting',
      title: 'Corporate parenting and safeguarding',
      startsAt: '2026-11-03T10:00:00Z',
      list: 'Members (dynamic)',
    },
    {
      kind: 'untagged',
      group: 'put-right',
      sessionId: 's-local-plan',
      title: 'Local Plan: what the consultation asks',
      startsAt: '2026-10-22T17:00:00Z',
      organiser: 'Hannah Brightwell',
    },
    {
      kind: 'message-failed',
      group: 'put-right',
      sessionId: 's-planning',
      title: planning.title,
      startsAt: planning.startsAt,
      failed: [{ name: 'Cllr Simon Quarrie', because: 'permanent-failure' }],
    },
    {
      kind: 'places-failed',
      group: 'put-right',
      offerId: 'offer-notice-n-weekend',
      title: 'Leadership weekend',
      failed: [{ name: 'Cllr Hugh Amblecote', because: 'came-back' }],
    },
    {
      kind: 'register-empty',
      group: 'put-right',
      sessionId: 's-local-plan',
      title: 'Who does what at the Council',
      startsAt: '2026-10-08T17:00:00Z',
      joined: 4,
    },
    { kind: 'bad-mobile', group: 'put-right', memberId: 'm-8', name: 'Cllr Dorothy Desai', given: '020 7946 0999' },
    {
      kind: 'no-repeat',
      group: 'moment',
      sessionId: 's-treasury',
      title: 'Treasury management',
      startsAt: '2026-11-18T18:30:00Z',
      pair: 'no-repeat',
    },
  ],
  unreachable: [],
}

/** What waits in the scene `officer-bulletin-lapsed`. */
export const bulletinLapsed: Attention = {
  ...attention,
  rows: [
    { kind: 'bulletin-lapsed', group: 'put-right', issueId: 'issue-2026-w41', dueAt: '2026-10-08T15:00:00Z', because: 'not-released' },
  ],
}

export const phones: PhoneList = {
  sessionId: 's-planning',
  title: planning.title,
  startsAt: planning.startsAt,
  cancelledAt: '2026-10-13T13:02:00Z',
  say: 'Thursday’s planning training is cancelled: too few could come. It runs again on Monday 19 October, 6:30pm. Can you make that?',
  entries: [
    {
      memberId: 'm-amblecote',
      name: 'Cllr Hugh Amblecote',
      because: 'no-mobile',
      had: 'accepted',
      telephone: '01632 960118',
      calls: [],
      reached: false,
    },
    {
      memberId: 'm-penhallow',
      name: 'Cllr Gareth Penhallow',
      because: 'unconfirmed',
      had: 'tentative',
      telephone: '07700 900341',
      calls: [],
      reached: false,
    },
    { memberId: 'm-sandholt', name: 'Mr Emeka Sandholt', because: 'bad-number', had: 'accepted', calls: [], reached: false },
    {
      memberId: 'm-haddon',
      name: 'Cllr Leila Haddon',
      because: 'text-failed',
      had: 'accepted',
      telephone: '07700 900287',
      calls: [{ outcome: 'told', at: '2026-10-13T13:05:00Z', by: 'Desmond Achterly' }],
      reached: true,
    },
  ],
  delivered: 3,
  onTheirWay: 0,
  now,
}

export const register: MembersView = {
  members: roll.map(({ memberId, name }, place) => ({
    memberId,
    name,
    kind: place === 0 ? 'mayor' : place < 46 ? 'councillor' : 'co-optee',
    group: place % 3 === 0 ? 'Labour' : place % 3 === 1 ? 'Conservative' : 'Liberal Democrat',
    ward: `Ward ${place % 15}`,
    mobileState: place === 8 ? 'unusable' : place === 9 ? 'none' : 'usable',
    inOffice: place < 49,
    hasAccount: place !== 12,
  })),
  lastImport: {
    at: '2026-10-13T05:00:00Z',
    source: 'modern.gov',
    read: 51,
    added: 1,
    changed: 2,
    left: 1,
    doubtful: [
      { name: 'Cllr Dorothy Desai', ward: 'Ward 8', doubts: ['bad-mobile'] },
      { name: 'Vacancy', ward: 'Riverside', doubts: ['vacant'] },
    ],
  },
}
