import type { JointPartner } from '../../api/contracts/joint.ts'
import { poundsWords } from './words-of-money.ts'
import { listed } from './words-of-number.ts'

/** "Newham (pays £400) and Age UK". */
export function partnersWords(partners: readonly JointPartner[]): string {
  return listed(
    partners.map(({ partner, pence }) => (pence ? `${partner} (pays ${poundsWords(pence)})` : partner)),
    partners.length,
  )
}
