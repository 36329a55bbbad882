import type { World } from '../../world.ts'
import { coOptees, councillors, mayor } from './people.ts'

type Register = World['register']

/** Elected on 7 May 2026, in office from the Monday after. */
const inOffice = '2026-05-11'
/** The annual meeting, at which offices are filled. */
const annualMeeting = '2026-05-20'

const wards = [
  'Abbey Meadow',
  'Bargehouse',
  'Castle Green',
  'Cooper’s Wharf',
  'Eastfield',
  'Ferry Lane',
  'Gallows Corner',
  'Heron Park',
  'Lock Island',
  'Market',
  'Old Orchard',
  'Priory',
  'Quayside',
  'St Wilfrid’s',
  'Weir Bank',
]

const members: Register['members'] = [
  { person: mayor.id, kind: 'mayor', from: inOffice },
  ...councillors.map(({ person, group }, index) => ({
    person: person.id,
    kind: 'councillor' as const,
    ...(group && { group }),
    ward: wards[Math.floor(index / 3)] ?? 'Abbey Meadow',
    from: inOffice,
  })),
  ...coOptees.map(({ id }) => ({ person: id, kind: 'co-optee' as const, from: annualMeeting })),
]

const planning = 'Planning Committee'
const seats = (committee: string, people: readonly string[]): Register['offices'] =>
  people.map((person) => ({ person, title: 'Member', committee, from: annualMeeting }))
const substitutes = (committee: string, people: readonly string[]): Register['offices'] =>
  people.map((person) => ({ person, title: 'Substitute', committee, substitute: true, from: annualMeeting }))
const holds = (person: string, title: string, committee?: string): Register['offices'][number] => ({
  person,
  title,
  ...(committee && { committee }),
  from: annualMeeting,
})

const offices: Register['offices'] = [
  holds('bronagh-oakhanger', 'Chair', planning),
  ...seats(planning, [
    'dorothy-fennimore',
    'yusuf-barakson',
    'priya-nandakumar',
    'josephine-adeyinka',
    'dev-rathanlal',
    'miriam-oldcastle',
    'simon-quarrie',
    'tom-hallewell',
    'fatuma-warsame',
    'callum-stroudley',
  ]),
  { person: 'elspeth-rook', title: 'Member', committee: planning, from: '2026-09-17' },
  ...substitutes(planning, ['gareth-penhallow', 'rukhsana-mirza', 'nasrin-chowdrey', 'oluwaseun-trask', 'piotr-wyszomir']),
  holds('yusuf-barakson', 'Chair', 'Licensing Committee'),
  ...seats('Licensing Committee', [
    'hugh-amblecote',
    'leila-haddon',
    'maureen-tadworth',
    'samir-khoury',
    'ivor-penderell',
    'ngozi-eastlake',
  ]),
  holds('amit-desai', 'Group Leader, Civic Alliance'),
  holds('helena-marchbank', 'Group Leader, Riverside'),
  holds('lucinda-farrant', 'Group Leader, Thamesbrook Greens'),
  holds('miriam-oldcastle', 'Group Whip, Civic Alliance'),
  holds('gordon-askerswell', 'Group Whip, Riverside'),
  holds('beatrice-holloway', 'Chair', 'Overview and Scrutiny Committee'),
  ...seats('Overview and Scrutiny Committee', ['emeka-sandholt', 'judith-amory', 'patrick-dunmore', 'cerys-llewellyn', 'grace-onwudiwe']),
  ...seats('Audit Committee', ['farid-sultani', 'roland-pettifer', 'alison-wraysbury']),
  ...seats('Standards Committee', ['catriona-beale', 'sunita-vaswani', 'winifred-astbury']),
]

const evening = (day: string, place = 'Council Chamber') => ({ start: `${day}T18:30`, end: `${day}T20:30`, place })

const committees: Register['committees'] = [
  { name: planning, meetings: [evening('2026-09-16'), evening('2026-10-21'), evening('2026-11-18'), evening('2026-12-16')] },
  {
    name: 'Licensing Committee',
    meetings: [
      evening('2026-11-05', 'Committee Room 1'),
      { start: '2026-11-12T14:00', end: '2026-11-12T16:00', place: 'Committee Room 1' },
    ],
  },
  { name: 'Overview and Scrutiny Committee', meetings: [evening('2026-10-14'), evening('2026-11-25')] },
  { name: 'Audit Committee', meetings: [evening('2026-11-11', 'Committee Room 3')] },
  { name: 'Standards Committee', meetings: [evening('2026-12-02', 'Committee Room 3')] },
  { name: 'Council', meetings: [evening('2026-11-19')] },
]

export const register: Register = { members, offices, committees }
