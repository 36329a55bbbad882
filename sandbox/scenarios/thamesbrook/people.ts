import type { World } from '../../world.ts'

export type Person = World['people'][number]

export const domain = 'thamesbrook.example'

/** A colleague or Member with a mailbox. Every number is from the ranges that Ofcom keeps for drama, and none is one of Notify's own. */
function person(id: string, name: string, more: Partial<Person> = {}): Person {
  return { id, name, email: `${id.replaceAll('-', '.')}@${domain}`, ...more }
}

const mobile = (last: number) => `07700 900 ${last}`

export const officers: readonly Person[] = [
  person('hannah-brightwell', 'Hannah Brightwell', { mobile: mobile(112), roles: ['officer'], note: 'Member development' }),
  person('desmond-achterly', 'Desmond Achterly', { mobile: mobile(113), roles: ['officer'], note: 'Head of service' }),
  person('ruth-calloway', 'Ruth Calloway', { mobile: mobile(114), roles: ['officer'], note: 'Monitoring Officer' }),
  person('kofi-marsden', 'Kofi Marsden', { mobile: mobile(115), roles: ['administrator'], note: 'Administrator', outOfScope: true }),
  person('priya-shah', 'Priya Shah', { mobile: mobile(116), landline: '020 7946 0142', roles: ['officer'], note: 'Member support' }),
  person('tom-ellery', 'Tom Ellery', { mobile: mobile(117), roles: ['officer'], note: 'Committee clerk' }),
]

export const mayor = person('ines-castellane', 'Mayor Ines Castellane', { mobile: mobile(286), note: 'Mayor' })

export type Group = 'Civic Alliance' | 'Riverside' | 'Thamesbrook Greens' | undefined

/** By group; those who sit in no group come last. */
const byGroup: readonly (readonly [Group, readonly string[]])[] = [
  [
    'Civic Alliance',
    [
      'Elspeth Rook',
      'Piotr Wyszomir',
      'Hugh Amblecote',
      'Miriam Oldcastle',
      'Yusuf Barakson',
      'Bronagh Oakhanger',
      'Priya Nandakumar',
      'Josephine Adeyinka',
      'Tom Hallewell',
      'Maureen Tadworth',
      'Amit Desai',
      'Fiona Larkspur',
      'Samir Khoury',
      'Beatrice Holloway',
      'Wesley Thornbury',
      'Grace Onwudiwe',
      'Roland Pettifer',
      'Sunita Vaswani',
      'Edwin Maplethorpe',
    ],
  ],
  [
    'Riverside',
    [
      'Dorothy Fennimore',
      'Leila Haddon',
      'Oluwaseun Trask',
      'Dev Rathanlal',
      'Simon Quarrie',
      'Fatuma Warsame',
      'Callum Stroudley',
      'Rukhsana Mirza',
      'Helena Marchbank',
      'Gordon Askerswell',
      'Ngozi Eastlake',
      'Patrick Dunmore',
      'Alison Wraysbury',
      'Teodor Vlaicu',
      'Margaret Coldharbour',
    ],
  ],
  [
    'Thamesbrook Greens',
    [
      'Nasrin Chowdrey',
      'Ivor Penderell',
      'Lucinda Farrant',
      'Jerome Baptiste',
      'Aoife Kilmartin',
      'Stanley Brockhurst',
      'Meera Joshipura',
      'Cerys Llewellyn',
    ],
  ],
  [undefined, ['Gareth Penhallow', 'Winifred Astbury', 'Douglas Haverstock']],
]

/** What sets a councillor apart; everybody else has a mobile, and it is on. */
const particulars: Readonly<Record<string, Partial<Person>>> = {
  'elspeth-rook': { mobile: mobile(287), note: 'New to Planning' },
  'piotr-wyszomir': { mobile: mobile(288), note: 'Planning substitute' },
  'hugh-amblecote': { mobile: undefined, landline: '01632 960 118', note: 'No mobile phone' },
  'miriam-oldcastle': { note: 'Group whip' },
  'gareth-penhallow': { mobile: mobile(341), handset: 'off', note: 'Phone switched off' },
  'leila-haddon': { handset: 'off', note: 'Phone switched off' },
  'simon-quarrie': { handset: 'broken', note: 'Number not in use' },
}

export type Councillor = { readonly person: Person; readonly group: Group }

export const councillors: readonly Councillor[] = byGroup
  .flatMap(([group, names]) => names.map((name) => ({ group, name })))
  .map(({ group, name }, index) => {
    const id = name.toLowerCase().replaceAll(' ', '-')
    return { group, person: person(id, `Cllr ${name}`, { mobile: mobile(401 + index), ...particulars[id] }) }
  })

export const coOptees: readonly Person[] = [
  person('emeka-sandholt', 'Mr Emeka Sandholt', { mobile: mobile(451), note: 'Parent governor' }),
  person('judith-amory', 'Rev Judith Amory', { mobile: mobile(452), note: 'Diocese' }),
  person('farid-sultani', 'Mr Farid Sultani', { mobile: mobile(453), note: 'Audit, independent' }),
  person('catriona-beale', 'Mrs Catriona Beale', { mobile: mobile(454), note: 'Standards, independent' }),
]

/** People outside: they have addresses, and no mailbox here. */
export const others: readonly Person[] = [
  { id: 'rachel-lyle', name: 'Rachel Lyle', email: 'rachel.lyle@farrowlyle.example', hasMailbox: false, note: 'Planning trainer' },
  { id: 'joseph-byrne', name: 'Joseph Byrne', email: 'joseph.byrne@riverhealth.example', hasMailbox: false, note: 'Health partner' },
  { id: 'sofia-lind', name: 'Sofia Lind', email: 'sofia.lind@clearbrief.example', hasMailbox: false, note: 'Reading trainer' },
  {
    id: 'colin-paterson',
    name: 'Colin Paterson',
    email: 'colin.paterson@independents.example',
    hasMailbox: false,
    note: 'Independent person',
  },
  { id: 'wei-chen', name: 'Wei Chen', email: 'wei.chen@safeguarding.example', hasMailbox: false, note: 'Safeguarding partner' },
]

export const members: readonly Person[] = [
  ...councillors.slice(0, 4).map((councillor) => councillor.person),
  mayor,
  ...councillors.slice(4).map((councillor) => councillor.person),
  ...coOptees,
]
