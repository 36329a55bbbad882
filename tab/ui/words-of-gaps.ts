import type { Gap } from '../../domain/sessions/gaps.ts'
import { listed } from './words-of-number.ts'

const gaps: Readonly<Record<Gap, string>> = {
  aims: 'its aims and objectives',
  serves: 'what it serves',
  when: 'when it is held',
  where: 'where it is held',
  venueValue: 'what another place adds',
  requestedBy: 'which service asked for it',
  implements: 'who puts it on',
  monitors: 'who watches over it',
  evaluates: 'who evaluates it',
}

/** "Not put down yet: its aims and objectives, and who evaluates it." Nothing when all is there. */
export function gapWords(missing: readonly Gap[]): string | undefined {
  return missing.length === 0
    ? undefined
    : `Not put down yet: ${listed(
        missing.map((gap) => gaps[gap]),
        missing.length,
      )}.`
}

/** As the head of a column. */
export function gapName(gap: Gap): string {
  const name = gaps[gap]
  return name.charAt(0).toUpperCase() + name.slice(1)
}
