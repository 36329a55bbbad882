import type { ClashesWith } from '../../api/contracts/shared.ts'
import { counted, listed } from './words-of-number.ts'
import { timeWords } from './words-of-time.ts'

/** "clashes with Planning Committee", "is at the same time as Budgets": after a session's name. */
export function clashClaim(against: ClashesWith): string {
  return against.kind === 'meeting' ? `clashes with ${against.committee}` : `is at the same time as ${against.title}`
}

/** "6:30pm to 8:30pm", "6:30pm", "time not published". */
export function whenAgainst(against: ClashesWith): string {
  if (against.kind === 'meeting' && against.allDay) return 'time not published'
  const from = timeWords(against.startsAt, 'midday')
  return against.endsAt ? `${from} to ${timeWords(against.endsAt, 'midday')}` : from
}

type Clashing = { readonly against: ClashesWith; readonly affected?: readonly string[] | undefined }

/** One line of why: when the other is, and who would have to be at both. */
export function clashWhy({ against, affected }: Clashing): string {
  return `${beside(against)}. ${whoClashes({ against, affected })}`
}

function beside(against: ClashesWith): string {
  const name = against.kind === 'meeting' ? against.committee : against.title
  const place = against.kind === 'meeting' && against.place ? `, ${against.place}` : ''
  return `${name}: ${whenAgainst(against)}${place}`
}

/** Unknown is not nobody: where the register does not say who sits on a committee, anybody may. */
export function whoClashes({ against, affected }: Clashing): string {
  if (affected === undefined) return 'The register does not say who sits on it, so it may be anybody invited.'
  const many = counted(affected.length, 'Member')
  const are = affected.length === 1 ? 'is' : 'are'
  if (against.kind === 'session') return `${many} ${are} invited to both: ${listed(affected)}.`
  return `${many} invited ${affected.length === 1 ? 'sits' : 'sit'} on it: ${listed(affected)}.`
}
