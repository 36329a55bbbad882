import { councilId } from '../../../../domain/kernel/ids.ts'
import { aPersonId, towerHamlets } from '../../../../domain/testing/builders.ts'
import type { DirectoryPerson } from '../../../../api/ports/calendar.ts'
import type { CouncilProfile } from '../../../../api/ports/council.ts'
import type { RegisterEntry } from '../../../../api/ports/register-source.ts'
import type { Rulebook } from '../../../../domain/rulebook/rulebook.ts'

/** The council of every run: five Members and two officers, so that a run is short and every case still occurs. */
export const profile: CouncilProfile = {
  id: councilId('thamesbrook'),
  name: 'Thamesbrook Council',
  tenantId: '11111111-1111-4111-8111-111111111111',
  domain: 'thamesbrook.example',
  help: { name: 'Dana Whitlock', role: 'Member Development Officer', telephone: '020 7946 0000' },
  registerUrl: 'https://thamesbrook.example/register.xml',
  notify: { textTemplateId: '22222222-2222-4222-8222-222222222222' },
  sendingMailbox: 'democratic.services@thamesbrook.example',
  teamsAppId: '33333333-3333-4333-8333-333333333333',
}

/** Whom the council tells of what suits them; the second of the lists names one of them again. */
export const partnerAddresses = ['training@hospitals.example', 'learning@college.example'] as const
const organisations = [
  { name: 'Thamesbrook Hospitals', domains: [], contacts: [partnerAddresses[0]] },
  { name: 'Thamesbrook College', domains: [], contacts: [partnerAddresses[1], 'Training@Hospitals.example'] },
]

/** Tower Hamlets' rules, but that three are enough of five, and with partners. */
export const rulebook: Rulebook = {
  ...towerHamlets,
  minimum: { ...towerHamlets.minimum, members: 3 },
  partners: { ...towerHamlets.partners, organisations },
}

export const memberNumbers = [1, 2, 3, 4, 5] as const
export const officerNumbers = [901, 902] as const

/** The Member whose number is no mobile's, until somebody puts it right; and the one whose texts never arrive. */
export const withoutMobile = 4
export const unreachable = 5
/** The officer who never installed the bot. */
export const withoutBot = 902

export function addressOf(number: number): string {
  return number > 900 ? `officer${number}@thamesbrook.example` : `member${number}@thamesbrook.example`
}

export function mobileOf(number: number): string {
  return `+44770090000${number}`
}

export function accountOf(number: number): DirectoryPerson {
  const name = number > 900 ? `Officer ${number}` : `Member ${number}`
  return { id: aPersonId(number), name, addresses: [addressOf(number)], enabled: true, guest: false }
}

export function entryOf(number: number): RegisterEntry {
  const mobile = number === withoutMobile ? '020 7946 0123' : mobileOf(number)
  return { number: String(number), name: `Councillor Member ${number}`, kind: 'councillor', address: addressOf(number), mobile, doubts: [] }
}
