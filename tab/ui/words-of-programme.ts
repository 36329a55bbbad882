import type { ProgrammeRow } from '../../api/contracts/programme.ts'
import { londonTime } from '../../domain/kernel/london.ts'
import { instant } from '../../domain/kernel/time.ts'
import { comingOf, tentativeInWords } from '../../domain/sessions/words.ts'
import type { StatusIcon } from './Status.tsx'
import { clashClaim } from './words-of-clashes.ts'
import { capitalised } from './words-of-number.ts'
import { byWords, comingDay, dayAndMonth, daysAhead, isBeforeInstant, timeWords } from './words-of-time.ts'

/** How officers read a session: shared by the programme, the session's page and its decision. */

export const deliveryWords = { 'in-person': 'In person', online: 'Online', hybrid: 'In person and online' } as const

/** "Committee Room 1", "Online", "Council Chamber and online". */
export function whereWords({ delivery, place }: Pick<ProgrammeRow, 'delivery' | 'place'>): string | undefined {
  if (delivery === 'online') return 'Online'
  if (delivery === 'hybrid') return place ? `${place} and online` : deliveryWords.hybrid
  return place
}

/** "Day run" or "Evening run", when the course has one of the other sort too. */
export function runWords({ otherRuns, startsAt }: Pick<ProgrammeRow, 'otherRuns' | 'startsAt'>): string | undefined {
  if (otherRuns.length === 0) return undefined
  const evening = otherRuns.find(({ partOfDay }) => partOfDay === 'evening')
  if (evening && clock(startsAt) < clock(evening.startsAt)) return 'Day run'
  const day = otherRuns.find(({ partOfDay }) => partOfDay === 'day')
  return day && clock(startsAt) > clock(day.startsAt) ? 'Evening run' : 'Repeated'
}

function clock(at: string): string {
  return londonTime(instant(at))
}

/** "Decide by noon tomorrow." or, after it, "Was to be decided by noon yesterday." */
export function decideWords(decideBy: string, now: string): string {
  return isBeforeInstant(now, decideBy) ? `Decide by ${byWords(decideBy, now)}.` : `Was to be decided by ${byWords(decideBy, now)}.`
}

/** "4 of 6 coming" */
export function countWords({ uptake }: Pick<ProgrammeRow, 'uptake'>): string {
  return `${comingOf(uptake)} coming`
}

/** "2 tentative, 25 have not answered" */
export function undecidedWords({ counts }: Pick<ProgrammeRow, 'counts'>): string {
  return `${counts.tentative} tentative, ${counts.none} ${counts.none === 1 ? 'has' : 'have'} not answered`
}

/** "2 tentative, not counted. 25 have not answered, 19 have declined." */
export function restWords({ counts, uptake }: Pick<ProgrammeRow, 'counts' | 'uptake'>): string {
  const have = (many: number) => (many === 1 ? 'has' : 'have')
  const { tentative, none, declined } = counts
  return `${tentativeInWords(tentative, uptake.tentativeCounts)} ${none} ${have(none)} not answered, ${declined} ${have(declined)} declined.`
}

/** "Thursday at 10am", "Tuesday 20 October" */
export function dangerWhen({ startsAt }: Pick<ProgrammeRow, 'startsAt'>, now: string): string {
  const day = comingDay(startsAt, now)
  return daysAhead(startsAt, now) <= 6 ? `${day} at ${timeWords(startsAt, 'midday')}` : day
}

type Standing = { readonly icon: StatusIcon; readonly words: string }

/** The last column: where the session stands, as a shape and words. */
export function standingWords({ state, clashes = [] }: Pick<ProgrammeRow, 'state' | 'clashes'>, now: string): Standing {
  const [clash] = clashes
  if (clash && state.kind !== 'decide-by') return { icon: 'danger', words: capitalised(clashClaim(clash.against)) }
  switch (state.kind) {
    case 'reviewed-on':
      return { icon: 'waiting', words: `Reviewed on ${dayAndMonth(state.at)}` }
    case 'decide-by':
      return { icon: 'danger', words: state.escalated ? 'Decide now' : `Decide by ${shortDeadline(state.at, now)}` }
    case 'going-ahead':
      return state.because === 'not-judged' ? { icon: 'not-needed', words: 'No minimum' } : { icon: 'done', words: 'Going ahead' }
    case 'cancelled':
      return { icon: 'cancelled', words: state.reasonMissing ? 'Cancelled, no reason yet' : 'Cancelled' }
    case 'postponed':
      return { icon: 'danger', words: 'Postponed: to be moved' }
    case 'untagged':
      return { icon: 'danger', words: 'No longer marked as training' }
  }
  return { icon: 'done', words: 'Took place' }
}

/** "noon tomorrow", "this Thursday": short, for a column. "This", since the session itself is often on the same day of the week. */
function shortDeadline(at: string, now: string): string {
  const ahead = daysAhead(at, now)
  if (ahead < -1 || ahead > 6) return dayAndMonth(at)
  return ahead > 1 ? `this ${comingDay(at, now)}` : byWords(at, now)
}

export const standingOrder = ['accepted', 'tentative', 'none', 'declined'] as const
export const answerHeading = { accepted: 'Accepted', tentative: 'Tentative', none: 'No answer', declined: 'Declined' } as const
