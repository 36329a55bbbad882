import type { UptakeView } from '../../api/contracts/my-training.ts'
import { askedAgain } from '../../domain/sessions/words.ts'
import { asAtWords, isBeforeInstant, onDeadline } from './words-of-time.ts'
import { capitalised, numberWord } from './words-of-number.ts'

/** How a session's numbers are told to a Member: a count with its consequence, never a percentage. */
export type ComingWords = {
  readonly count: string
  readonly consequence?: string
  readonly detail?: string
  /** How many of the pips are filled; absent where there is nothing to fill. */
  readonly filled?: number
}

/**
 * Whether the session will happen, in sentences.
 *
 * Clauses: C2.2 (the count carries when it was read), C3.3 (a tentative answer is said apart and is not in the count).
 * `stale`: the calendar cannot be read just now, so the count is told in the past.
 */
export function comingWords(uptake: UptakeView, now: string, stale = false): ComingWords | undefined {
  const { accepted, minimum, stage } = uptake
  if (stage === 'started') return undefined
  if (stage === 'postponed') return { count: 'It is postponed.', consequence: askedAgain }
  const judged = minimum > 0 && stage !== 'not-judged'
  if (stale) return { count: countThen(uptake, now, judged), ...(judged ? { filled: accepted } : {}) }
  if (!judged) return { count: accepted > 0 ? `${accepted} coming.` : 'Nobody has accepted yet.' }
  if (accepted >= minimum) return { count: `${accepted} coming.`, consequence: 'It goes ahead.', filled: minimum }
  if (stage === 'going-ahead') return { count: `${accepted} coming.`, consequence: 'It goes ahead.' }
  return { count: `${accepted} of ${minimum} coming.`, ...belowMinimum(uptake, now), filled: accepted }
}

function countThen({ accepted, minimum, readAt }: UptakeView, now: string, judged: boolean): string {
  return `${accepted}${judged ? ` of ${minimum}` : ''} ${accepted === 1 && !judged ? 'was' : 'were'} coming at ${asAtWords(readAt, now)}.`
}

function belowMinimum({ tentative, minimum, decideBy }: UptakeView, now: string): { consequence?: string; detail: string } {
  const might = tentative > 0 ? `${capitalised(numberWord(tentative))} more might come. ` : ''
  if (decideBy !== undefined && !isBeforeInstant(now, decideBy)) {
    return { consequence: 'Officers are deciding whether it goes ahead.', detail: might.trim() }
  }
  const detail = `${might}Below ${numberWord(minimum)}, officers decide whether it goes ahead.`
  return decideBy === undefined ? { detail } : { consequence: `Decided ${onDeadline(decideBy, now)}.`, detail }
}
