import { councillors, mayor, members } from './people.ts'
import { everyMember, mayorAndCouncillors } from './world.ts'

export type Answer = 'accept' | 'tentativelyAccept' | 'decline'

/** A session as it stands on 13 October: who was asked, how many answered what, and those whose answer the story needs. */
export type Session = {
  readonly subject: string
  readonly about: string
  readonly category: 'Member training' | 'Member briefing' | 'Member seminar' | 'Member webinar'
  readonly start: string
  readonly end: string
  readonly place: string
  /** Rooms by their address, before the at. */
  readonly room?: string
  readonly online?: boolean
  readonly to: { readonly address: string; readonly name: string; readonly people: readonly string[] }
  /** By London's clock. */
  readonly invitedAt: string
  readonly counts: Readonly<Record<Answer, number>>
  readonly named: Readonly<Record<string, Answer | 'none'>>
  /** Taken back later: accepted first, declined at this time of London's. */
  readonly changedMind?: readonly { readonly person: string; readonly at: string }[]
}

const all = { address: everyMember, name: 'Members (all)', people: members.map(({ id }) => id) }
const elected = {
  address: mayorAndCouncillors,
  name: 'Mayor and councillors',
  people: [mayor.id, ...councillors.map(({ person }) => person.id)],
}

const planning = {
  subject: 'Planning: making sound decisions',
  about: 'Dear Member, how to weigh what the law lets you weigh, with two real cases. Led by Rachel Lyle of Farrow Lyle Planning.',
  category: 'Member training',
  place: 'Committee Room 1',
  room: 'room1',
  to: all,
  invitedAt: '2026-09-10T11:20',
} as const

export const sessions: readonly Session[] = [
  {
    ...planning,
    start: '2026-10-15T10:00',
    end: '2026-10-15T12:30',
    counts: { accept: 4, tentativelyAccept: 2, decline: 19 },
    named: {
      'elspeth-rook': 'accept',
      'piotr-wyszomir': 'accept',
      'hugh-amblecote': 'accept',
      'leila-haddon': 'accept',
      'nasrin-chowdrey': 'tentativelyAccept',
      'gareth-penhallow': 'tentativelyAccept',
      'dorothy-fennimore': 'none',
      'oluwaseun-trask': 'none',
      'emeka-sandholt': 'none',
      'simon-quarrie': 'none',
      'maureen-tadworth': 'none',
    },
    changedMind: [
      { person: 'callum-stroudley', at: '2026-10-13T11:15' },
      { person: 'josephine-adeyinka', at: '2026-10-13T13:41' },
    ],
  },
  {
    ...planning,
    start: '2026-10-19T18:30',
    end: '2026-10-19T21:00',
    counts: { accept: 9, tentativelyAccept: 3, decline: 14 },
    named: {
      'leila-haddon': 'accept',
      'nasrin-chowdrey': 'tentativelyAccept',
      'piotr-wyszomir': 'decline',
      'gareth-penhallow': 'decline',
      'elspeth-rook': 'none',
      'hugh-amblecote': 'none',
      'oluwaseun-trask': 'none',
    },
  },
  {
    subject: 'Reading reports quickly and well',
    about: 'Dear Member, how to find what matters in a long report, and what is left out of it.',
    category: 'Member webinar',
    start: '2026-10-20T13:00',
    end: '2026-10-20T14:00',
    place: 'Microsoft Teams',
    online: true,
    to: all,
    invitedAt: '2026-09-10T11:35',
    counts: { accept: 3, tentativelyAccept: 5, decline: 11 },
    named: { 'maureen-tadworth': 'none' },
  },
  {
    subject: 'Local Plan: what the consultation asks',
    about: 'Dear Member, what residents are being asked, and how to help them answer.',
    category: 'Member briefing',
    start: '2026-10-22T18:00',
    end: '2026-10-22T19:30',
    place: 'Council Chamber',
    room: 'chamber',
    to: all,
    invitedAt: '2026-09-16T10:05',
    counts: { accept: 21, tentativelyAccept: 4, decline: 9 },
    named: {
      'priya-nandakumar': 'accept',
      'callum-stroudley': 'accept',
      'josephine-adeyinka': 'accept',
      'yusuf-barakson': 'accept',
      'miriam-oldcastle': 'accept',
      'nasrin-chowdrey': 'tentativelyAccept',
      'dev-rathanlal': 'tentativelyAccept',
    },
  },
  {
    subject: 'Budget for 2027/28',
    about: 'Dear Member, where the money comes from, what is already promised, and the choices in February.',
    category: 'Member seminar',
    start: '2026-10-28T18:30',
    end: '2026-10-28T20:30',
    place: 'Committee Room 3',
    room: 'room3',
    to: all,
    invitedAt: '2026-09-16T10:20',
    counts: { accept: 27, tentativelyAccept: 6, decline: 4 },
    named: {},
  },
  {
    subject: 'Corporate parenting and safeguarding',
    about: 'Dear Member, what it means that every one of us is a parent to the children in our care.',
    category: 'Member training',
    start: '2026-11-03T10:00',
    end: '2026-11-03T12:00',
    place: 'Council Chamber',
    room: 'chamber',
    to: elected,
    invitedAt: '2026-09-24T09:30',
    counts: { accept: 14, tentativelyAccept: 3, decline: 10 },
    named: { [mayor.id]: 'accept', 'hugh-amblecote': 'accept' },
  },
  {
    subject: 'Personal safety',
    about: 'Dear Member, keeping safe at surgeries, on doorsteps and online.',
    category: 'Member webinar',
    start: '2026-11-10T12:30',
    end: '2026-11-10T13:30',
    place: 'Microsoft Teams',
    online: true,
    to: elected,
    invitedAt: '2026-09-24T09:40',
    counts: { accept: 11, tentativelyAccept: 2, decline: 6 },
    named: {},
  },
  {
    subject: 'Licensing: the Act in two hours',
    about: 'Dear Member, what you may and may not take into account, for those who sit and those who may be asked to.',
    category: 'Member training',
    start: '2026-11-18T18:30',
    end: '2026-11-18T20:30',
    place: 'Committee Room 1',
    room: 'room1',
    to: all,
    invitedAt: '2026-09-24T09:50',
    counts: { accept: 5, tentativelyAccept: 2, decline: 8 },
    named: {},
  },
]
