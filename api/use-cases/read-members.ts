import { londonDay } from '../../domain/kernel/london.ts'
import { isInOffice } from '../../domain/members/member.ts'
import { takesTexts } from '../../domain/members/text-preferences.ts'
import type { MembersView } from '../contracts/register.ts'
import type { Council } from '../ports/council.ts'

/** The register of Members as Quorate has it, those who have left too, by name. */
export async function readMembers({ members, clock, rulebook }: Pick<Council, 'members' | 'clock' | 'rulebook'>): Promise<MembersView> {
  const today = londonDay(clock.now())
  const [roll, lastImport] = await Promise.all([members.all(), members.lastImport()])
  const rows = roll.map((member) => ({
    memberId: member.id,
    name: member.shortName,
    kind: member.kind,
    ...(member.group ? { group: member.group } : {}),
    ...(member.ward ? { ward: member.ward } : {}),
    mobileState: member.mobile.kind,
    ...(takesTexts(member, rulebook) ? {} : { textsOff: true as const }),
    inOffice: isInOffice(member, today),
    hasAccount: member.personId !== undefined,
  }))
  return { members: rows.toSorted((one, other) => one.name.localeCompare(other.name, 'en-GB')), ...(lastImport ? { lastImport } : {}) }
}
