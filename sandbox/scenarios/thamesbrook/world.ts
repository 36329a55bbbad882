import type { World } from '../../world.ts'
import { councillors, domain, mayor, members, officers, others } from './people.ts'
import { register } from './register.ts'

export const everyMember = `members@${domain}`
export const mayorAndCouncillors = `councillors@${domain}`

const access = { stepFree: true, hearingLoop: true } as const

/** Thamesbrook in September: everybody is there, and nothing has been arranged. */
export const thamesbrook: World = {
  now: '2026-09-10T08:00:00Z',
  council: {
    id: 'thamesbrook',
    name: 'Thamesbrook',
    domain,
    outsideMailbox: `kofi.marsden@${domain}`,
    help: { name: 'Priya Shah', role: 'Member support', telephone: '020 7946 0142' },
  },
  people: [...officers, ...members, ...others],
  groups: [
    { email: everyMember, name: 'Members (all)', kind: 'distribution', members: members.map(({ id }) => id) },
    {
      email: mayorAndCouncillors,
      name: 'Mayor and councillors',
      kind: 'distribution',
      members: [mayor.id, ...councillors.map(({ person }) => person.id)],
    },
    { email: `democratic.services@${domain}`, name: 'Democratic Services', kind: 'microsoft365', members: officers.map(({ id }) => id) },
  ],
  mailboxes: [
    {
      email: `member.development@${domain}`,
      name: 'Member development',
      delegates: ['hannah-brightwell', 'desmond-achterly', 'priya-shah'],
    },
  ],
  rooms: [
    { email: `chamber@${domain}`, name: 'Council Chamber', capacity: 60, ...access },
    { email: `room1@${domain}`, name: 'Committee Room 1', capacity: 30, ...access },
    { email: `room2@${domain}`, name: 'Committee Room 2', capacity: 16, stepFree: true },
    { email: `room3@${domain}`, name: 'Committee Room 3', capacity: 24, ...access },
  ],
  register,
  rulebook: {
    preset: 'tower-hamlets',
    settings: {
      minimum: { escalateTo: [`desmond.achterly@${domain}`] },
      pdp: { readers: [`hannah.brightwell@${domain}`] },
      rooms: {
        register: [
          { name: 'Council Chamber', capacity: 60, ...access },
          { name: 'Committee Room 1', capacity: 30, ...access },
          { name: 'Committee Room 2', capacity: 16, stepFree: true },
          { name: 'Committee Room 3', capacity: 24, ...access },
        ],
      },
      planning: {
        cycle: [
          { id: 'weir-run-up', label: 'By-election in Weir ward', part: 'pre-election', from: '2027-02-09', to: '2027-03-18' },
          { id: 'weir-poll', label: 'By-election in Weir ward', part: 'polling-day', from: '2027-03-18', to: '2027-03-18' },
          { id: 'annual-2027', label: 'Annual Council 2027', part: 'annual-meeting', from: '2027-05-19', to: '2027-05-19' },
        ],
      },
      partners: {
        domains: ['farrowlyle.example', 'clearbrief.example'],
        organisations: [
          { name: 'River Health', domains: ['riverhealth.example'], contacts: ['joseph.byrne@riverhealth.example'] },
          { name: 'Safeguarding Partnership', domains: ['safeguarding.example'], contacts: ['wei.chen@safeguarding.example'] },
        ],
      },
    },
  },
  preferences: [
    { person: 'emeka-sandholt', texts: false },
    { person: 'wesley-thornbury', texts: false },
  ],
}
