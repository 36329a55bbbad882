import type { Me } from '../../api/contracts/me.ts'

/** An invented council, for looking at the tab without the rest of the product: Tuesday 13 October 2026, 2:10pm in London. */
export const now = '2026-10-13T13:10:00Z'
export const readAt = '2026-10-13T13:08:00Z'

const council = {
  name: 'Thamesbrook',
  teamsAppId: 'quorate',
  help: { name: 'Priya Shah', role: 'Member support', telephone: '020 7946 0142' },
}

export const tadworth: Me = {
  name: 'Maureen Tadworth',
  member: { id: 'm-tadworth', kind: 'councillor', shortName: 'Cllr Maureen Tadworth' },
  roles: [],
  council,
  now,
  unreachable: [],
}

export const brightwell: Me = { name: 'Hannah Brightwell', roles: ['officer'], council, now, attention: 7, unreachable: [] }

export const marsden: Me = { name: 'Kofi Marsden', roles: ['administrator'], council, now, unreachable: [] }

export const stranger: Me = { name: 'Sam Visitor', roles: [], council, now, unreachable: [] }

const surnames = [
  'Fennimore',
  'Trask',
  'Quarrie',
  'Adeyinka',
  'Stroudley',
  'Haddon',
  'Marchbank',
  'Oldcastle',
  'Desai',
  'Vance',
  'Okoro',
  'Pell',
  'Rainsford',
]

/** "Cllr Dorothy Fennimore" and forty-nine others. */
export const roll = Array.from({ length: 50 }, (_, place) => {
  const surname = surnames[place % surnames.length] ?? 'Rook'
  return {
    memberId: `m-${place}`,
    name: `Cllr ${['Dorothy', 'Oluwaseun', 'Simon', 'Leila'][place % 4] ?? 'Hugh'} ${surname}${place >= surnames.length ? `-${place}` : ''}`,
  }
})
