import type { DecisionCase } from '../../../api/contracts/decisions.ts'
import { capitalised, counted, numberWord } from '../../ui/words-of-number.ts'
import { whereWords } from '../../ui/words-of-programme.ts'
import { byWords, dayAndMonth, dayWords, isBeforeInstant, spellOf, timeWords } from '../../ui/words-of-time.ts'

type Run = DecisionCase['row']['otherRuns'][number]

export type Fact = { readonly icon: 'people' | 'clock' | 'split'; readonly bold: string; readonly rest: string }

/** C3.4, C3.8: only what is known; each fact starts with its claim. No recommendation. */
export function factsFor({ row, notice, now }: DecisionCase): readonly Fact[] {
  const facts: Fact[] = []
  const { accepted } = row.counts
  if (accepted > 0) {
    facts.push({
      icon: 'people',
      bold: `${capitalised(numberWord(accepted))} ${accepted === 1 ? 'has' : 'have'} said yes`,
      rest: ' and would have to be told.',
    })
  }
  if (row.otherRuns.length === 0) facts.push({ icon: 'split', bold: 'There is no other run', rest: ' to offer them.' })
  if (notice.shortNotice) {
    facts.push({
      icon: 'clock',
      bold: 'It is short notice.',
      rest: ` It starts in ${spellOf(now, row.startsAt)}; the council asks for ${counted(notice.workingDays, 'working day')}.`,
    })
  }
  return facts
}

export function factsAgainst(view: DecisionCase): readonly Fact[] {
  const { row, notice, now } = view
  const { accepted } = row.counts
  const facts: Fact[] = []
  const short = row.uptake.minimum - accepted
  if (short > 0) facts.push({ icon: 'people', bold: `${accepted} accepted`, rest: `: ${short} short. ${changedWords(view)}`.trimEnd() })
  for (const run of row.otherRuns)
    facts.push({ icon: 'split', bold: `${otherRunName(run)} has ${run.accepted} accepted`, rest: `: ${runWhen(run, now)}.` })
  if (!notice.shortNotice && isBeforeInstant(now, notice.shortNoticeFrom)) {
    facts.push({
      icon: 'clock',
      bold: 'There is time to tell people',
      rest: `: short notice begins at ${byWords(notice.shortNoticeFrom, now)}.`,
    })
  }
  return facts
}

/** "It was 6 at the review on 8 October; two have declined since." */
function changedWords({ atReview, row }: DecisionCase): string {
  if (!atReview || atReview.accepted === row.counts.accepted) return ''
  const change = atReview.accepted - row.counts.accepted
  const moved = numberWord(Math.abs(change))
  const since = change > 0 ? `${moved} fewer since` : `${moved} more since`
  return `It was ${atReview.accepted} at the review on ${dayAndMonth(atReview.at, 'long')}; ${since}.`
}

export function otherRunName(run: Run): string {
  return run.partOfDay === 'evening' ? 'The evening run' : 'The day run'
}

export function runWhen(run: Run, now: string): string {
  const where = whereWords(run)
  return `${dayWords(run.startsAt, now)}, ${timeWords(run.startsAt, 'midday')}${where ? `, ${where}` : ''}`
}
