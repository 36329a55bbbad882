import type { ClashesWith, EventMet } from '../../api/contracts/shared.ts'
import { day } from '../../domain/kernel/time.ts'
import { dayInWords } from '../../domain/kernel/words-of-time.ts'
import { counted, listed } from './words-of-number.ts'
import { timeWords } from './words-of-time.ts'

/** "clashes with Planning Committee", "is at the same time as Budgets": after a session's name. */
export function clashClaim(against: ClashesWith): string {
  if (against.kind === 'meeting') return `clashes with ${against.committee}`
  return against.kind === 'event' ? eventClaim(against) : `is at the same time as ${against.title}`
}

/** "falls on Yom Kippur", "falls on the evening on which Yom Kippur begins", "may fall on Eid al-Fitr". */
export function eventClaim({ label, isEve, isSure, hours }: EventMet): string {
  const falls = isSure ? 'falls' : 'may fall'
  if (isEve) return `${falls} on the evening on which ${label} begins`
  return hours === 'after-sunset' ? `${falls} after sunset in ${label}` : `${falls} on ${label}`
}

/** "21 September 2026", and what to know of the date. */
export function whenEvent({ from, to, isSure }: EventMet): string {
  const named = (on: string) => dayInWords(day(on), { year: true, keepTogether: true })
  const days = from === to ? named(from) : `${named(from)} to ${named(to)}`
  return isSure ? days : `${days}, or a little earlier or later`
}

/** "6:30pm to 8:30pm", "6:30pm", "time not published". */
export function whenAgainst(against: ClashesWith): string {
  if (against.kind === 'event') return whenEvent(against)
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
  const name = against.kind === 'meeting' ? against.committee : against.kind === 'event' ? against.label : against.title
  const place = against.kind === 'meeting' && against.place ? `, ${against.place}` : ''
  return `${name}: ${whenAgainst(against)}${place}`
}

/** Unknown is not nobody: where the register does not say who sits on a committee, anybody may. */
export function whoClashes({ against, affected }: Clashing): string {
  if (against.kind === 'event') return 'Members who keep it could not come. Another date is better; if it stays, say why.'
  if (affected === undefined) return 'The register does not say who sits on it, so it may be anybody invited.'
  const many = counted(affected.length, 'Member')
  const are = affected.length === 1 ? 'is' : 'are'
  if (against.kind === 'session') return `${many} ${are} invited to both: ${listed(affected)}.`
  return `${many} invited ${affected.length === 1 ? 'sits' : 'sit'} on it: ${listed(affected)}.`
}
