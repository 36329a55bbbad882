import type { MemberKind } from './member.ts'

const councillor = /^(?:Councillor|Cllr\.?|Coun\.)\s+/i
const titled =
  /^(?:(?:Executive |Deputy )?Mayor|Lord Mayor|Mr|Mrs|Miss|Ms|Mx|Dr|Prof(?:essor)?|Rev(?:erend)?|Sir|Dame|Lord|Lady|Baroness|Canon|Imam|Rabbi)\.?\s/i

/** "Cllr Elspeth Rook" from what the register writes, which may say "Councillor" or no title at all. */
export function cllrShortName(name: string, kind: MemberKind = 'councillor'): string {
  const tidy = name.trim().replaceAll(/\s+/g, ' ')
  if (councillor.test(tidy)) return `Cllr ${tidy.replace(councillor, '')}`
  if (kind === 'councillor' && !titled.test(tidy)) return `Cllr ${tidy}`
  if (kind === 'mayor' && !titled.test(tidy)) return `Mayor ${tidy}`
  return tidy
}
